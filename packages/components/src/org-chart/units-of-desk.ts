import {
  appointments as appointmentsView,
  civilDateOf,
  permits,
  type Acting,
  type AppointmentRow,
  type CivilDate,
  type GovernanceModel,
  type Language,
  type PostRule,
  unitsAsOf,
  type UnitAsOf,
  type UnitRow,
} from '@keting/domain';
import { formatNumber } from '../base/format.ts';
import { erasedPerson } from '../base/person-name.ts';
import { orgChartTexts } from './org-chart.texts.ts';
import type { OrgChartPerson, OrgChartUnit } from './unit.ts';

/**
 * An organisation as its desk tells it: units, who holds which post, the names of persons by id and who of them was erased, and to
 * whom it is told.
 */
export interface Organisation {
  readonly units: readonly UnitRow[];
  readonly appointments: readonly AppointmentRow[];
  readonly names: ReadonlyMap<string, string>;
  readonly erased: ReadonlySet<string>;
  readonly reader: Acting;
}

/** The day that a chart shows when none is stated: today, where the district lies. */
export function today(now: number, { workingTime }: GovernanceModel): CivilDate {
  return civilDateOf(now, workingTime);
}

/**
 * The units of an organisation as they stood on a day, in the model's terms. A superior that was not told (only a part
 * may be seen) makes a unit one of those at the top. Of a unit whose holders the reader may not see, nothing is said of
 * its posts: that no row comes does not mean that nobody serves.
 */
export function chartUnits(
  organisation: Organisation,
  model: GovernanceModel,
  on: CivilDate,
  language: Language,
): readonly OrgChartUnit[] {
  const standing = unitsAsOf(organisation.units, on);
  const known = new Set(standing.map(({ id }) => id));
  const pairs = new Map(organisation.units.map(({ id, pairedWith }) => [id, pairedWith]));
  const holders = holdersByUnit(organisation.appointments, on);
  const { names, erased, reader } = organisation;
  const words = { model, language, names, erased, reader };
  return inOrder(standing, model).map((unit) => {
    const kind = model.kinds.find(({ id }) => id === unit.kind);
    const pair = pairs.get(unit.id);
    return {
      id: unit.id,
      name: unit.name,
      party: kind?.party ?? false,
      kindLabel: kind?.label[language] ?? unit.kind,
      ...(unit.parent !== undefined && known.has(unit.parent) ? { parent: unit.parent } : {}),
      ...(pair !== undefined && known.has(pair) ? { pairedWith: pair } : {}),
      ...whoServes(unit, holders.get(unit.id) ?? [], words),
    };
  });
}

interface Words extends Pick<Organisation, 'names' | 'erased' | 'reader'> {
  readonly model: GovernanceModel;
  readonly language: Language;
}

/** Siblings stand in the order in which the model names their kinds, then by the code of their territory. */
function inOrder(units: readonly UnitAsOf[], { kinds }: GovernanceModel): readonly UnitAsOf[] {
  const rank = new Map(kinds.map(({ id }, place) => [id, place]));
  const keyOf = ({ kind, territories, id }: UnitAsOf): readonly [number, string, string] => [
    rank.get(kind) ?? kinds.length,
    territories[0] ?? '',
    id,
  ];
  return units
    .map((unit) => ({ unit, key: keyOf(unit) }))
    .sort(({ key: a }, { key: b }) => a[0] - b[0] || compare(a[1], b[1]) || compare(a[2], b[2]))
    .map(({ unit }) => unit);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function holdersByUnit(
  appointments: readonly AppointmentRow[],
  on: CivilDate,
): ReadonlyMap<string, readonly AppointmentRow[]> {
  const byUnit = new Map<string, AppointmentRow[]>();
  for (const appointment of appointments) {
    if (appointment.from > on || (appointment.until !== undefined && appointment.until <= on)) continue;
    const known = byUnit.get(appointment.unit);
    if (known) known.push(appointment);
    else byUnit.set(appointment.unit, [appointment]);
  }
  return byUnit;
}

/** Heads first, then in the model's order; posts of many holders are counted, and a body without its head says so. */
function whoServes(
  unit: UnitAsOf,
  held: readonly AppointmentRow[],
  words: Words,
): Pick<OrgChartUnit, 'people' | 'facts' | 'note'> {
  const posts = postsOf(unit.kind, words.model);
  const people = posts.flatMap((post) => holdersOf(post, held, words));
  const facts = posts.flatMap((post) => {
    const count = held.filter((one) => one.post === post.id).length;
    return count > 1 ? [`${post.label[words.language]} ${formatNumber(count, words.language)}`] : [];
  });
  const [first] = posts;
  const vacant = first?.head === true && !held.some(({ post }) => post === first.id) && seesHolders(unit, words);
  const note = vacant
    ? { text: orgChartTexts[words.language].vacant(first.label[words.language]), tone: 'soon' as const }
    : undefined;
  return { ...(people.length ? { people } : {}), ...(facts.length ? { facts } : {}), ...(note ? { note } : {}) };
}

/** Whether the reader would be shown who holds the posts of a unit. */
function seesHolders({ id, territories }: UnitAsOf, { model, reader }: Words): boolean {
  return permits(model, reader, `see:${appointmentsView.name}`, { unit: id, territory: territories[0] });
}

function postsOf(kind: string, { posts }: GovernanceModel): readonly PostRule[] {
  const own = posts.filter(({ kinds }) => kinds.includes(kind));
  return [...own.filter(({ head }) => head === true), ...own.filter(({ head }) => head !== true)];
}

function nameOf(person: string, { language, names, erased }: Words): string {
  if (erased.has(person)) return erasedPerson[language];
  return names.get(person) ?? orgChartTexts[language].unnamed;
}

function holdersOf(post: PostRule, held: readonly AppointmentRow[], words: Words): OrgChartPerson[] {
  const { language } = words;
  return held
    .filter((one) => one.post === post.id)
    .map(({ person, partTimeFrom }) => ({
      post: post.label[language],
      name: nameOf(person, words),
      ...(post.partTime === true ? { partTime: true } : {}),
      ...(partTimeFrom === undefined ? {} : { from: partTimeFrom }),
    }));
}
