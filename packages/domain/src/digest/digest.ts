import { caseCounts } from '../case/views.ts';
import type { GovernanceModel } from '../governance-model/model.ts';
import { occasionCounts } from '../grid/occasion/views.ts';
import { patrolCounts } from '../grid/patrol/views.ts';
import { within } from '../kernel/ids.ts';
import type { Sum, SumQuery, View } from '../kernel/views.ts';
import { digestColumns, figuresOf, groupedBy, type DigestPart, type Figures } from './figures.ts';
import { daysAfter, type Period } from './period.ts';

/** What a digest is of: the territories of a unit, and the days. */
export interface DigestScope {
  readonly territories: readonly string[];
  readonly period: Period;
}

/** The cases of a class that were reported in the period, and how they stand now; `group` is the class that it belongs to. */
export interface DigestClass extends Figures<'cases'> {
  readonly class: string;
  readonly group: string;
}

/** The occasions of a kind that were called in the period. */
export interface DigestOccasion extends Figures<'occasions'> {
  readonly kind: string;
}

/** What a week or a month came to in the territories of a unit. Plain data, to read and to export. */
export interface Digest extends DigestScope {
  readonly cases: { readonly total: Figures<'cases'>; readonly classes: readonly DigestClass[] };
  /** `gridsMissed`: the grids in which a round was missed. */
  readonly patrols: Figures<'patrols'> & { readonly gridsMissed: readonly string[] };
  readonly occasions: { readonly total: Figures<'occasions'>; readonly kinds: readonly DigestOccasion[] };
}

/** The sums that a digest is made of: over the counts of cases by class, of patrols by grid, of occasions by kind. */
export type DigestSums = Readonly<Record<DigestPart, readonly Sum[]>>;

const sources: Readonly<Record<DigestPart, { readonly view: View; readonly by: string }>> = {
  cases: { view: caseCounts, by: 'class' },
  patrols: { view: patrolCounts, by: 'grid' },
  occasions: { view: occasionCounts, by: 'kind' },
};

/** The territories that lie in no other of them, so that nothing is counted twice. */
const outermost = (territories: readonly string[]): readonly string[] =>
  [...new Set(territories)].filter((code) => !territories.some((other) => other !== code && within(other, code)));

/** The questions that the sums of a digest are the answers to, one for each part and territory. */
export const digestQueries = ({
  territories,
  period,
}: DigestScope): readonly { readonly part: DigestPart; readonly view: View; readonly query: SumQuery }[] =>
  (['cases', 'patrols', 'occasions'] as const).flatMap((part) =>
    outermost(territories).map((prefix) => ({
      part,
      view: sources[part].view,
      query: {
        where: { grid: { prefix }, day: { from: period.from, to: daysAfter(period.to, 1) } },
        by: [sources[part].by],
        of: digestColumns[part],
      },
    })),
  );

/** The class at the top of the catalogue that a class belongs to; itself where it belongs to none. */
function groupOf(model: GovernanceModel, id: string): string {
  const parent = model.cases.classes.find((one) => one.id === id)?.parent;
  return parent === undefined ? id : groupOf(model, parent);
}

/** Names in the order of a list; those that it does not hold come after, by name. */
function inOrder(names: Iterable<string>, list: readonly { readonly id: string }[]): readonly string[] {
  const place = new Map(list.map(({ id }, i) => [id, i]));
  const at = (name: string) => place.get(name) ?? list.length;
  return [...names].sort((a, b) => at(a) - at(b) || (a < b ? -1 : 1));
}

function casesOf(model: GovernanceModel, sums: readonly Sum[]): Digest['cases'] {
  const groups = groupedBy('class', sums);
  const classes = inOrder(groups.keys(), model.cases.classes).map((id) => ({
    class: id,
    group: groupOf(model, id),
    ...figuresOf('cases', groups.get(id) ?? []),
  }));
  return { total: figuresOf('cases', sums), classes: classes.filter(({ reported }) => reported > 0) };
}

function patrolsOf(sums: readonly Sum[]): Digest['patrols'] {
  const gridsMissed = [...groupedBy('grid', sums)]
    .filter(([, ofGrid]) => figuresOf('patrols', ofGrid).missed > 0)
    .map(([grid]) => grid);
  return { ...figuresOf('patrols', sums), gridsMissed: gridsMissed.sort() };
}

function occasionsOf(model: GovernanceModel, sums: readonly Sum[]): Digest['occasions'] {
  const groups = groupedBy('kind', sums);
  const kinds = inOrder(groups.keys(), model.grids.occasions ?? []);
  return {
    total: figuresOf('occasions', sums),
    kinds: kinds.map((kind) => ({ kind, ...figuresOf('occasions', groups.get(kind) ?? []) })),
  };
}

/**
 * The digest of a unit's territories for a week or a month (一周一碰头、一月一盘点), of the sums that `digestQueries` ask for.
 * Cases count on the day of their report, occasions on the day that they were called, patrols and rounds on their own.
 */
export const digestOf = (model: GovernanceModel, scope: DigestScope, sums: DigestSums): Digest => ({
  territories: scope.territories,
  period: scope.period,
  cases: casesOf(model, sums.cases),
  patrols: patrolsOf(sums.patrols),
  occasions: occasionsOf(model, sums.occasions),
});

/** Answers a question for sums, as a desk does (`desk.sum`): of what the reader may see. */
export type AskSum = (view: View, query: SumQuery) => Promise<readonly Sum[]>;

/** The digest as one query: asks for all its sums, of what the reader may see, and makes it of them. */
export async function digest(ask: AskSum, model: GovernanceModel, scope: DigestScope): Promise<Digest> {
  const answers = await Promise.all(
    digestQueries(scope).map(async ({ part, view, query }) => ({ part, sums: await ask(view, query) })),
  );
  const of = (part: DigestPart): readonly Sum[] =>
    answers.filter((one) => one.part === part).flatMap(({ sums }) => sums);
  return digestOf(model, scope, { cases: of('cases'), patrols: of('patrols'), occasions: of('occasions') });
}

/** One figure of a digest, for a table or a file: `of` is a class or a kind, empty of a total. */
export interface DigestRecord {
  readonly part: DigestPart;
  readonly of: string;
  readonly figure: string;
  readonly value: number;
}

/** A digest as a flat list of figures, totals first. */
export function digestRecords({ cases, patrols, occasions }: Digest): readonly DigestRecord[] {
  const records = (part: DigestPart, of: string, figures: Readonly<Record<string, unknown>>): readonly DigestRecord[] =>
    digestColumns[part].map((figure) => ({ part, of, figure, value: Number(figures[figure]) }));
  return [
    ...records('cases', '', { ...cases.total }),
    ...cases.classes.flatMap((one) => records('cases', one.class, { ...one })),
    ...records('patrols', '', { ...patrols }),
    ...records('occasions', '', { ...occasions.total }),
    ...occasions.kinds.flatMap((one) => records('occasions', one.kind, { ...one })),
  ];
}
