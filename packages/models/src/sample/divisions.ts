/** What a division is: the level decides how many digits its code has. */
export type DivisionLevel = 'province' | 'city' | 'county' | 'township' | 'village';

/** One administrative division of a table. */
export interface Division {
  readonly code: string;
  readonly name: string;
  /** The code of the division above; absent at the top of the table. */
  readonly parent?: string;
  readonly level: DivisionLevel;
}

/** A mistake in a table of divisions: what, whose codes, and on which line (the header is line 1). */
export interface DivisionMistake {
  readonly code:
    'division-file-malformed' | 'division-code-invalid' | 'division-duplicate' | 'division-orphan' | 'division-cycle';
  readonly ids: readonly string[];
  readonly line: number;
}

/** What became of a table: its divisions, or all its mistakes in the order of their lines. */
export type DivisionsParsed =
  | { readonly ok: true; readonly divisions: readonly Division[] }
  | { readonly ok: false; readonly mistakes: readonly DivisionMistake[] };

/** Digits of a code by level, after GB/T 2260 and the statistical codes below the county: 2, 4, 6, 9 and 12. */
const CODE_LENGTHS: Readonly<Record<DivisionLevel, number>> = {
  province: 2,
  city: 4,
  county: 6,
  township: 9,
  village: 12,
};

const COLUMNS = ['code', 'name', 'parent', 'level'] as const;

interface Line extends Division {
  readonly line: number;
}

/**
 * Reads a table of administrative divisions: comma-separated text with the columns `code`, `name`, `parent`, `level` in any order, one
 * division a line, the parent empty at the top. Names hold no commas and are not quoted.
 *
 * Never throws. A wrong table is refused with every mistake found:
 * - `division-file-malformed`: a column is missing, a line has another number of fields than the header or lacks a name, or a level is unknown;
 * - `division-code-invalid`: a code that is not as many digits as its level asks;
 * - `division-duplicate`: a code given before;
 * - `division-orphan`: a parent that the table does not hold (`ids`: the division, the parent);
 * - `division-cycle`: divisions that stand under one another in a circle (`ids`: the circle, in the order of its lines).
 */
export function parseDivisions(text: string): DivisionsParsed {
  const rows = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const header = (rows[0] ?? '').split(',').map((cell) => cell.trim());
  if (!COLUMNS.every((column) => header.includes(column))) return refuse([malformed(1)]);
  const mistakes: DivisionMistake[] = [];
  const lines: Line[] = [];
  rows.forEach((row, index) => {
    if (index === 0 || row.trim() === '') return;
    const line = readLine(row, header, index + 1);
    if (line === undefined) mistakes.push(malformed(index + 1));
    else lines.push(line);
  });
  mistakes.push(...wrongCodes(lines), ...duplicates(lines), ...orphans(lines), ...cycles(lines));
  if (lines.length === 0 && mistakes.length === 0) mistakes.push(malformed(1));
  return mistakes.length > 0 ? refuse(mistakes) : { ok: true, divisions: lines.map(withoutLine) };
}

function refuse(mistakes: readonly DivisionMistake[]): DivisionsParsed {
  return { ok: false, mistakes: [...mistakes].sort((one, other) => one.line - other.line) };
}

const malformed = (line: number): DivisionMistake => ({ code: 'division-file-malformed', ids: [], line });

function readLine(row: string, header: readonly string[], line: number): Line | undefined {
  const cells = row.split(',').map((cell) => cell.trim());
  const cell = (column: (typeof COLUMNS)[number]): string => cells[header.indexOf(column)] ?? '';
  const [code, name, parent, level] = COLUMNS.map(cell);
  if (cells.length !== header.length || !code || !name || !isLevel(level)) return undefined;
  return { code, name, ...(parent ? { parent } : {}), level, line };
}

function isLevel(text: string | undefined): text is DivisionLevel {
  return text !== undefined && Object.keys(CODE_LENGTHS).includes(text);
}

function wrongCodes(lines: readonly Line[]): DivisionMistake[] {
  return lines
    .filter(({ code, level }) => !/^[0-9]+$/.test(code) || code.length !== CODE_LENGTHS[level])
    .map(({ code, line }) => ({ code: 'division-code-invalid', ids: [code], line }));
}

function duplicates(lines: readonly Line[]): DivisionMistake[] {
  const seen = new Set<string>();
  return lines.flatMap(({ code, line }): DivisionMistake[] => {
    if (seen.has(code)) return [{ code: 'division-duplicate', ids: [code], line }];
    seen.add(code);
    return [];
  });
}

function orphans(lines: readonly Line[]): DivisionMistake[] {
  const known = new Set(lines.map(({ code }) => code));
  return lines.flatMap(({ code, parent, line }): DivisionMistake[] =>
    parent === undefined || known.has(parent) ? [] : [{ code: 'division-orphan', ids: [code, parent], line }],
  );
}

/** Each circle once, on the first of its lines. */
function cycles(lines: readonly Line[]): DivisionMistake[] {
  const parents = new Map(lines.map(({ code, parent }) => [code, parent]));
  const settled = new Set<string>();
  return lines.flatMap(({ code }): DivisionMistake[] => {
    const path: string[] = [];
    let step: string | undefined = code;
    while (step !== undefined && !settled.has(step) && !path.includes(step)) {
      path.push(step);
      step = parents.get(step);
    }
    path.forEach((passed) => settled.add(passed));
    const circle = step === undefined || !path.includes(step) ? [] : path.slice(path.indexOf(step));
    return circle.length === 0 ? [] : [cycleOf(lines.filter((entry) => circle.includes(entry.code)))];
  });
}

const cycleOf = (members: readonly Line[]): DivisionMistake => ({
  code: 'division-cycle',
  ids: members.map(({ code }) => code),
  line: members[0]?.line ?? 1,
});

const withoutLine = ({ line: _line, ...division }: Line): Division => division;
