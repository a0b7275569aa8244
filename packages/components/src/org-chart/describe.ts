import type { Language } from '@keting/domain';
import { formatNumber } from '../base/format.ts';
import { at, childCount, none, type Hierarchy } from './hierarchy.ts';
import type { DottedLink, DottedLinks } from './links.ts';
import type { OrgChartTexts } from './org-chart.texts.ts';
import type { OrgChartPerson, OrgChartUnit } from './unit.ts';

/** The words around a chart's data. */
export interface Speech {
  readonly texts: OrgChartTexts;
  readonly language: Language;
}

/**
 * The second line of a box: on the left the head (a post, which gives way to the name) or the first fact, on the right
 * what needs attention or a fact.
 */
export interface BoxLine {
  readonly post: string;
  readonly who: string;
  readonly fact: string;
  readonly tone: string;
}

/** Where a box stands that shares its head with another: the head is shown between the two, and takes that side. */
export type SharedSide = 'left' | 'right' | undefined;

/** What stands under a unit's name; while one searches, the person by whom the unit was found. */
export function boxLine(unit: OrgChartUnit, shared: SharedSide, found?: OrgChartPerson): BoxLine {
  const facts = [...(unit.facts ?? [])];
  const tone = unit.note?.tone ?? 'neutral';
  const [head] = unit.people ?? [];
  if (found && !(shared && found === head)) return { post: found.post, who: found.name, fact: '', tone: 'neutral' };
  if (shared === 'right') return { post: '', who: '', fact: unit.note?.text ?? facts[0] ?? '', tone };
  if (shared === 'left') return { post: '', who: unit.note?.text ?? facts[0] ?? '', fact: '', tone };
  const who = head?.name ?? facts.shift() ?? unit.kindLabel ?? '';
  return { post: head?.post ?? '', who, fact: unit.note?.text ?? facts[0] ?? '', tone };
}

/** The line without a fact for which there is no room beside a whole post and name; what needs attention stays. */
export function lineWithin(line: BoxLine, em: number): BoxLine {
  const { post, who, fact, tone } = line;
  return who && tone === 'neutral' && widthInEm(`${post} ${who}  ${fact}`) > em ? { ...line, fact: '' } : line;
}

/** About how wide a text runs, in em: Chinese characters take one, Latin letters and digits a little over a half. */
export function widthInEm(text: string): number {
  let width = 0;
  for (const letter of text) width += letter > '\u2e7f' ? 1 : letter === ' ' ? 0.3 : 0.6;
  return Math.ceil(width * 10) / 10;
}

/** The person who heads both of a pair, with what they are in each; undefined when there are two. */
export interface SharedHead {
  readonly name: string;
  readonly posts: readonly string[];
}

export function sharedHead(hierarchy: Hierarchy, unit: number): SharedHead | undefined {
  const other = at(hierarchy.partner, unit);
  if (other === none) return undefined;
  const [left, right] = hierarchy.right[unit] ? [other, unit] : [unit, other];
  const head = hierarchy.units[left]?.people?.[0];
  const beside = hierarchy.units[right]?.people?.[0];
  if (!head || head.name !== beside?.name) return undefined;
  return { name: head.name, posts: [head.post, beside.post] };
}

const mostPeople = 12;

/** Everything that the chart shows of a unit beside its name, as one sentence for who does not see it. */
export function describeUnit(hierarchy: Hierarchy, links: DottedLinks, unit: number, speech: Speech): string {
  const row = hierarchy.units[unit];
  if (!row) return '';
  const { texts, language } = speech;
  const below = childCount(hierarchy, unit);
  const parts = [
    row.kindLabel ?? (row.party === true ? texts.party : ''),
    peopleText(hierarchy, row, speech),
    ...pairText(hierarchy, unit, texts),
    ...(links.get(unit) ?? []).flatMap((link) => linkText(hierarchy, unit, link, texts)),
    ...(row.facts ?? []),
    row.note?.text ?? '',
    below ? texts.under(formatNumber(below, language)) : '',
  ];
  return parts.filter(Boolean).join(texts.partGap);
}

function peopleText(hierarchy: Hierarchy, row: OrgChartUnit, { texts, language }: Speech): string {
  const people = row.people ?? [];
  const listed = people
    .slice(0, mostPeople)
    .map((person) => personText(hierarchy, person, texts))
    .join(texts.listGap);
  return people.length > mostPeople ? texts.more(listed, formatNumber(people.length, language)) : listed;
}

function personText(hierarchy: Hierarchy, { post, name, from }: OrgChartPerson, texts: OrgChartTexts): string {
  const own = from === undefined ? undefined : nameOf(hierarchy, hierarchy.indexOf.get(from) ?? none);
  return own ? texts.partTime(post, name, own) : texts.person(post, name);
}

function pairText(hierarchy: Hierarchy, unit: number, texts: OrgChartTexts): string[] {
  const other = at(hierarchy.partner, unit);
  if (other === none) return [];
  const head = sharedHead(hierarchy, unit);
  const paired = texts.paired(nameOf(hierarchy, other) ?? '');
  const own = hierarchy.indexOf.get(hierarchy.units[unit]?.parent ?? '') ?? none;
  const elsewhere = own !== none && own !== other && own !== at(hierarchy.parent, unit);
  return [
    paired,
    ...(head ? [texts.sharedHead(head.name)] : []),
    ...(elsewhere ? [texts.superior(nameOf(hierarchy, own) ?? '')] : []),
  ];
}

/** A person's link is told at the person's own unit; at the body it stands beside the person's name already. */
function linkText(hierarchy: Hierarchy, unit: number, link: DottedLink, texts: OrgChartTexts): string[] {
  const other = nameOf(hierarchy, link.from === unit ? link.to : link.from) ?? '';
  if (link.person === undefined) return [link.from === unit ? texts.sitsIn(other) : texts.satBy(other)];
  return link.from === unit ? [texts.servesIn(link.person, other)] : [];
}

function nameOf(hierarchy: Hierarchy, unit: number): string | undefined {
  return hierarchy.units[unit]?.name;
}
