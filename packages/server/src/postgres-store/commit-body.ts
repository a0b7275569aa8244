import { canonicalJson, type Recorded, type RowWrite } from '@keting/domain';
import { QueryError, type Commit } from '@keting/runtime';
import { mergeCommits, type Outcome } from './merge-commits.ts';
import type { Table } from './tables.ts';

type Row = Readonly<Record<string, unknown>>;

/** What becomes of one row: its last word, whatever was said before in the same commit. */
type Fate =
  | { readonly put: Row }
  | { readonly drop: true }
  | { readonly row: Row; readonly add: Readonly<Record<string, number>> };

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

const sum = (one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>) => {
  const columns = [...Object.keys(one), ...Object.keys(other)];
  return Object.fromEntries(columns.map((column) => [column, (one[column] ?? 0) + (other[column] ?? 0)]));
};

function fateAfter(before: Fate | undefined, write: RowWrite): Fate {
  if ('drop' in write) return { drop: true };
  if ('delta' in write) {
    const { row, add } = write.delta;
    return before !== undefined && 'add' in before ? { row, add: sum(before.add, add) } : { row, add };
  }
  if (!isRow(write.put)) throw new TypeError(`a row of ${write.view} is a record of columns`);
  return { put: write.put };
}

/** Writes to rows by view and by what is done, as the commit function takes them. */
function rowParts(rows: readonly RowWrite[], tables: ReadonlyMap<string, Table>): Record<string, unknown[]> {
  const fates = new Map<string, { readonly view: string; readonly key: string; readonly fate: Fate }>();
  for (const write of rows) {
    if (!tables.has(write.view)) throw new QueryError(`the store was not opened with a view ${write.view}`);
    const name = `${write.view}\n${write.key}`;
    fates.set(name, { view: write.view, key: write.key, fate: fateAfter(fates.get(name)?.fate, write) });
  }
  const parts: Record<string, unknown[]> = {};
  const part = (name: string): unknown[] => (parts[name] ??= []);
  for (const { view, key, fate } of fates.values()) {
    if ('drop' in fate) part(`drop:${view}`).push(key);
    else if ('put' in fate) part(`put:${view}`).push({ key, row: JSON.stringify(fate.put) });
    else part(`add:${view}`).push({ key, row: JSON.stringify(fate.row), add: fate.add });
  }
  return parts;
}

/** Writes to rows alone, as they are written where no command is. */
export const rowsBody = (rows: readonly RowWrite[], tables: ReadonlyMap<string, Table>): string =>
  JSON.stringify(rowParts(rows, tables));

const someOf = <Item>(items: readonly Item[]): readonly Item[] | undefined => (items.length === 0 ? undefined : items);

/** Locks that a commit takes: on what it writes alone, on what it only saw together with others. */
function locksOf({ reads, appends, claims, releases }: Outcome): readonly unknown[] {
  const alone = [
    ...appends.map(({ stream }) => stream),
    ...claims.map(({ key }) => `claim:${key}`),
    ...releases.map((key) => `claim:${key}`),
  ];
  return [
    ...alone.map((name) => ({ name, alone: true })),
    ...reads.map(({ stream }) => ({ name: stream, alone: false })),
  ];
}

/** A value as the text that is kept of it, letter for letter; undefined where there is none. */
const textOf = (value: unknown): string | undefined => (value === undefined ? undefined : JSON.stringify(value));

const told = ({ type, stream, version }: Recorded) => ({ type, stream, version });

/** Whether a commit is news to anybody. A note of the desk's own, as how far a process has read, is not. */
export const isNews = ({ receipt, appends, touched }: Commit): boolean =>
  receipt !== undefined || appends.length + touched.length > 0;

/** A commit as the commit function takes it: JSON, with the parts left out that are empty. */
export const commitBody = (commit: Commit, tables: ReadonlyMap<string, Table>): string => {
  const { command, receipt } = commit;
  const events = eventsOf(commit);
  const parts = { command, receipt: textOf(receipt), ...partsOf(commit, events, tables) };
  if (!isNews(commit)) return JSON.stringify(parts);
  return JSON.stringify({ ...parts, news: JSON.stringify({ events: events.map(told), touched: commit.touched }) });
};

/** What commits did elsewhere, one after another, before anybody could follow: it is nobody's command here, and no news. */
export const quietBody = (commits: readonly Commit[], tables: ReadonlyMap<string, Table>): string =>
  JSON.stringify(partsOf(mergeCommits(commits), commits.flatMap(eventsOf), tables));

/** Receipts of commits that were made elsewhere, as JSON. A commit without one was no command. */
export const receiptsBody = (commits: readonly Commit[]): string =>
  JSON.stringify(
    commits.flatMap(({ command, receipt }) => (receipt === undefined ? [] : [{ command, receipt: textOf(receipt) }])),
  );

const eventsOf = ({ appends }: Outcome): readonly Recorded[] => appends.flatMap((append) => append.events);

/** The parts of an outcome, whose events stand in the order of the record. */
function partsOf(
  outcome: Outcome,
  events: readonly Recorded[],
  tables: ReadonlyMap<string, Table>,
): Readonly<Record<string, unknown>> {
  const { reads, appends, claims, releases, rows, contents } = outcome;
  return {
    locks: locksOf(outcome),
    seen: [...reads, ...appends.map(({ stream, expected }) => ({ stream, version: expected }))],
    claims: someOf(claims),
    releases: someOf(releases),
    appends: someOf(
      appends.map(({ stream, expected, events: own, state }) => {
        const last = own[own.length - 1];
        return {
          stream,
          version: expected + own.length,
          model: own[0]?.model ?? '',
          link: last?.link ?? '',
          state: textOf(state),
        };
      }),
    ),
    events: someOf(
      events.map((event) => ({ stream: event.stream, version: event.version, event: canonicalJson(event) })),
    ),
    ...rowParts(rows, tables),
    contents: someOf(contents),
  };
}
