import assert from 'node:assert/strict';
import { everything } from '@keting/domain';
import type { Store } from '@keting/runtime';
import * as z from 'zod';
import { allViews } from './place.ts';

const columns = z.record(z.string(), z.unknown());
type Row = z.infer<typeof columns>;

/** What a counter's columns come to, and the same found by going through the rows of a table one by one. */
interface Recount {
  readonly counter: string;
  /** Which of the counter's rows; all unless told. */
  readonly where?: Readonly<Record<string, string>>;
  /** Columns of the counter that are added, those with a minus taken away. */
  readonly columns: string;
  readonly table: string;
  readonly of: (row: Row) => number;
}

const one = (): number => 1;
const stage =
  (...stages: readonly string[]) =>
  (row: Row): number =>
    Number(stages.includes(String(row['stage'])));
const not =
  (...stages: readonly string[]) =>
  (row: Row): number =>
    1 - stage(...stages)(row);
const value =
  (column: string) =>
  (row: Row): number =>
    Number(row[column] ?? 0);
const entries =
  (column: string) =>
  (row: Row): number => {
    const list = row[column];
    return Array.isArray(list) ? list.length : 0;
  };

/** A stage that some unit held; what was nobody's turn is not counted. */
const stayed = ({ kind, unit }: Row): number => Number(kind === 'stay' && unit !== undefined);
const given = ({ handler }: Row): number => Number(handler !== undefined);
const over = ['closed', 'replied', 'declined', 'voided', 'withdrawn', 'merged'];

const recounts: readonly Recount[] = [
  { counter: 'case-counts', columns: 'reported', table: 'cases', of: one },
  { counter: 'case-counts', columns: 'open', table: 'cases', of: not(...over) },
  { counter: 'case-counts', columns: 'closed', table: 'cases', of: stage('closed', 'replied') },
  { counter: 'case-counts', columns: 'replied', table: 'cases', of: stage('replied') },
  { counter: 'case-counts', columns: 'rated', table: 'cases', of: (row) => Number(row['rating'] !== undefined) },
  { counter: 'case-counts', columns: 'satisfied', table: 'cases', of: (row) => Number(row['rating'] === 'satisfied') },
  { counter: 'stay-counts', columns: 'stays', table: 'case-stays', of: stayed },
  { counter: 'case-unit-counts', columns: 'given', table: 'cases', of: given },
  { counter: 'campaign-counts', columns: 'listed', table: 'campaign-objects', of: one },
  { counter: 'campaign-counts', columns: 'cleared', table: 'campaign-objects', of: stage('cleared') },
  { counter: 'arrival-counts', columns: 'called', table: 'whistles', of: entries('departments') },
  { counter: 'help-counts', columns: 'asked', table: 'helps', of: one },
  { counter: 'help-counts', columns: 'ended', table: 'helps', of: stage('ended') },
  { counter: 'help-counts', columns: 'settled', table: 'helps', of: (row) => Number(row['settled'] === true) },
  { counter: 'occasion-counts', columns: 'called', table: 'occasions', of: one },
  { counter: 'occasion-counts', columns: 'met', table: 'occasions', of: stage('met') },
  { counter: 'patrol-counts', columns: 'patrols', table: 'patrols', of: stage('finished') },
  { counter: 'patrol-counts', columns: 'lapsed', table: 'patrols', of: stage('lapsed') },
  { counter: 'patrol-counts', columns: 'done', table: 'patrols', of: value('done') },
  { counter: 'patrol-counts', columns: 'visits', table: 'patrols', of: value('visits') },
  { counter: 'patrol-counts', columns: 'missed', table: 'missed-rounds', of: value('missed') },
  { counter: 'grid-holdings', where: { element: 'thing' }, columns: 'count', table: 'grid-objects', of: one },
  { counter: 'check-in-counts', columns: 'reported', table: 'check-ins', of: one },
  { counter: 'check-in-coverage', columns: 'due -reported', table: 'missing-check-ins', of: one },
  { counter: 'activity-counts', columns: 'activities', table: 'activities', of: not('cancelled') },
  { counter: 'activity-counts', columns: 'minutes', table: 'participations', of: value('minutes') },
  { counter: 'wish-counts', columns: 'published -withdrawn', table: 'wishes', of: one },
  { counter: 'wish-counts', columns: 'confirmed', table: 'wishes', of: stage('confirmed') },
  { counter: 'commitment-counts', columns: 'made', table: 'commitments', of: one },
  { counter: 'commitment-counts', columns: 'fulfilled', table: 'commitments', of: stage('fulfilled') },
  { counter: 'commitment-counts', columns: 'overdue', table: 'commitments', of: stage('overdue') },
  { counter: 'commitment-counts', columns: 'withdrawn', table: 'commitments', of: stage('withdrawn') },
  {
    counter: 'commitment-counts',
    columns: 'withdrawnLate',
    table: 'commitments',
    of: (row) => Number(row['stage'] === 'withdrawn' && row['late'] === true),
  },
  { counter: 'budget-sums', columns: 'funded', table: 'budgets', of: value('funded') },
  { counter: 'budget-sums', columns: 'allotted', table: 'budgets', of: value('allotted') },
  { counter: 'budget-sums', columns: 'spent', table: 'budgets', of: value('spent') },
  {
    counter: 'point-sums',
    where: { account: 'volunteer' },
    columns: 'points',
    table: 'point-lots',
    of: value('points'),
  },
];

async function rowsOf(store: Store, name: string, where: Recount['where'] = {}): Promise<readonly Row[]> {
  const view = allViews.find((found) => found.name === name);
  assert.ok(view, `a view ${name}`);
  const { rows } = await store.rows(view, { where, limit: 1000 }, everything);
  return rows.map((row): Row => columns.parse(row));
}

const sum = (rows: readonly Row[], of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0);

const added =
  (columns: string) =>
  (row: Row): number =>
    columns
      .split(' ')
      .reduce((total, name) => total + (name.startsWith('-') ? 0 - value(name.slice(1))(row) : value(name)(row)), 0);

/** Every counter is what one finds by counting. */
export async function countersAreARecount(store: Store): Promise<void> {
  for (const { counter, where, columns, table, of } of recounts) {
    const counted = sum(await rowsOf(store, counter, where), added(columns));
    assert.equal(counted, sum(await rowsOf(store, table), of), `${columns} of ${counter} against ${table}`);
  }
}
