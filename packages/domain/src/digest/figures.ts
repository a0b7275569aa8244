import type { Sum } from '../kernel/views.ts';

/** The columns that a digest takes of the counts of cases, of patrols and of occasions. */
export const digestColumns = {
  cases: ['reported', 'open', 'dispatched', 'closed', 'replied', 'overdue'],
  patrols: ['patrols', 'lapsed', 'done', 'visits', 'cases', 'due', 'missed'],
  occasions: ['called', 'met', 'missed'],
} as const;

type Columns = typeof digestColumns;
/** A part of a digest. */
export type DigestPart = keyof Columns;
/** Whole numbers by the names of their columns. */
export type Figures<Part extends DigestPart> = Readonly<Record<Columns[Part][number], number>>;

/** Adds up what the columns of a part hold in some sums; a column that is left out counts 0. */
export function figuresOf<Part extends DigestPart>(part: Part, sums: readonly Sum[]): Figures<Part> {
  const columns: readonly string[] = digestColumns[part];
  const added = columns.map(
    (column) => [column, sums.reduce((all, sum) => all + Number(sum[column] ?? 0), 0)] as const,
  );
  // The keys are exactly the columns of that part.
  return Object.fromEntries(added) as Figures<Part>;
}

/** Sums by the value of a column, in the order in which the values first come. */
export function groupedBy(column: string, sums: readonly Sum[]): ReadonlyMap<string, readonly Sum[]> {
  const groups = new Map<string, Sum[]>();
  for (const sum of sums) {
    const key = String(sum[column]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [sum]);
    else group.push(sum);
  }
  return groups;
}
