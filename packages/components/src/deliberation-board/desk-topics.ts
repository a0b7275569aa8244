import {
  agenda,
  attendance,
  meetingId,
  topics,
  unitId,
  unitTerritories,
  unwritten,
  type GovernanceModel,
  type Language,
  type Page,
  type Refusal,
  type TopicRow,
  type View,
  type Where,
} from '@keting/domain';
import type { Desk, Verdict } from '@keting/runtime';
import type { NameOf } from '../case-parts/name-of.ts';
import { outcomes, actionOf, type Permits } from './board-action.ts';
import { DeskNames, rowsIfAny } from './desk-names.ts';
import type { BoardAttendee, BoardHandler, BoardTopic } from './topic.ts';

/** A row as the board shows it, with what else it needs to be asked about. */
export interface DeskTopic extends BoardTopic {
  readonly grid: string;
}

/** How rows become words. */
export interface Wording {
  readonly language: Language;
  readonly nameOf: NameOf | undefined;
}

const pageSize = 500;
/** A board of more is no board: so much is shown, and that there is more is told. */
const mostPages = 10;

async function allPages<Row>(desk: Desk, view: View<Row>, where: Where): Promise<Page<Row>> {
  const rows: Row[] = [];
  let contents: Page<Row>['contents'] = {};
  let cursor: string | undefined;
  for (let n = 0; n < mostPages; n += 1) {
    const page = await desk.view(view, { where, limit: pageSize, ...(cursor === undefined ? {} : { cursor }) });
    rows.push(...page.rows);
    contents = { ...contents, ...page.contents };
    if (page.next === undefined) return { rows, contents };
    cursor = page.next;
  }
  return { rows, contents, ...(cursor === undefined ? {} : { next: cursor }) };
}

function topicOf(
  row: TopicRow,
  contents: Page<TopicRow>['contents'],
  names: DeskNames,
  { nameOf }: Wording,
): DeskTopic {
  const { handler, resolution } = row;
  return {
    id: row.id,
    title: contents[row.title.content] ?? row.id,
    tier: row.tier,
    step: row.step,
    case: names.of(row.case),
    caseId: row.case,
    place: nameOf?.(row.grid, 'place') ?? names.of(row.grid) ?? row.grid,
    grid: row.grid,
    eligible: row.eligible,
    present: row.present,
    outcome: row.outcome,
    votes: row.votes,
    calledAt: row.calledAt,
    resolution: resolution && contents[resolution.content],
    handler: handler && (nameOf?.(handler, 'unit') ?? names.of(handler) ?? handler),
  };
}

/** Topics of a desk that its actor may see, in the order in which they were called; `whole` is false where there are more than a board can bear. */
export async function readTopics(
  desk: Desk,
  wording: Wording,
  names: DeskNames,
): Promise<{ readonly topics: readonly DeskTopic[]; readonly whole: boolean }> {
  const { rows, contents, next } = await allPages(desk, topics, {});
  await Promise.all([
    names.learnCases(rows.map((row) => row.case)),
    names.learnGrids(rows.map(({ grid }) => grid)),
    names.learnUnits(rows.flatMap(({ handler }) => handler ?? [])),
  ]);
  const called = [...rows].sort((a, b) => a.calledAt - b.calledAt);
  return { topics: called.map((row) => topicOf(row, contents, names, wording)), whole: next === undefined };
}

const postLabel = ({ posts, grids }: GovernanceModel, id: string, language: Language): string =>
  [...posts, ...grids.posts].find((post) => post.id === id)?.label[language] ?? id;

/** What the panel of a topic shows beside its row: the agenda, and who is entitled. */
export async function readDetails(
  desk: Desk,
  id: string,
  { language, nameOf }: Wording,
): Promise<{ readonly agenda: readonly string[]; readonly attendance: readonly BoardAttendee[] }> {
  const [items, list] = await Promise.all([
    desk.view(agenda, { where: { meeting: id }, order: [{ by: 'item' }], limit: 100 }),
    desk.view(attendance, { where: { meeting: id }, order: [{ by: 'role' }], limit: 1000 }),
  ]);
  const names = new DeskNames(desk);
  await names.learnPeople(list.rows.map(({ person }) => person));
  return {
    agenda: items.rows.map(({ title }) => items.contents[title.content] ?? ''),
    attendance: list.rows.map(({ person, post, role, present }) => ({
      person,
      name: names.person(person, language, nameOf?.(person, 'person')) ?? person,
      post: postLabel(desk.model, post, language),
      observer: role === 'observer',
      present,
    })),
  };
}

const territoriesAround = (code: string): string[] =>
  Array.from({ length: Math.max(0, code.length - 1) }, (_, i) => code.slice(0, i + 2));

/** Units that a meeting can give a case to: those over the place, of the kinds that the model dispatches to. */
export async function readHandlers(desk: Desk, grid: string): Promise<readonly BoardHandler[]> {
  const { dispatch } = desk.model.cases;
  const kinds = [...new Set(dispatch.map(({ to }) => to))];
  if (kinds.length === 0) return [];
  const where = { kind: { in: kinds }, territory: { in: territoriesAround(grid) } };
  const found = await rowsIfAny(desk, unitTerritories, { where, limit: 200 });
  const named = dispatch.flatMap(({ unit }) => (unit === undefined ? [] : [unit]));
  const ids = [...new Set([...named, ...found.rows.map(({ unit }) => unit)])];
  const names = new DeskNames(desk);
  await names.learnUnits(ids);
  return ids.map((id) => ({ id, name: names.of(id) ?? id }));
}

/** Refusals that say "never" and not "not now". */
const never: ReadonlySet<string> = new Set(['not-permitted', 'not-found', 'command-unknown']);

function open(verdict: Verdict, say: (refusal: Refusal) => string): true | string | undefined {
  if (verdict.allowed !== false) return true;
  return never.has(verdict.refusal.code) ? undefined : say(verdict.refusal);
}

/** What the actor may do to a topic now; `say` words a refusal. */
export async function readPermits(
  desk: Desk,
  topic: DeskTopic,
  handlers: readonly BoardHandler[],
  say: (refusal: Refusal) => string,
): Promise<Permits> {
  const [offers = []] = await desk.offers([`meeting/${topic.id}`]);
  const plain = { AddToAgenda: 'agenda', RelistMeeting: 'relist', HoldMeeting: 'hold' } as const;
  const permits: Partial<Record<string, true | string>> = {};
  for (const [type, action] of Object.entries(plain)) {
    const offer = offers.find((one) => one.type === type);
    if (offer !== undefined) permits[action] = offer.refusal === undefined ? true : say(offer.refusal);
  }
  if (!offers.some(({ type }) => type === 'ResolveMeeting')) return permits;
  for (const outcome of outcomes) {
    const data = resolutionDraft(topic, outcome, handlers);
    const verdict = data && open(await desk.can({ type: 'ResolveMeeting', data }), say);
    if (verdict !== undefined) permits[actionOf[outcome]] = verdict;
  }
  return permits;
}

/** A resolution that everybody present agrees to, still without words; undefined where there is nobody to refer to. */
function resolutionDraft(topic: BoardTopic, outcome: (typeof outcomes)[number], [handler]: readonly BoardHandler[]) {
  if (outcome === 'referred' && handler === undefined) return undefined;
  return {
    meeting: meetingId.parse(topic.id),
    outcome,
    resolution: unwritten,
    ...(topic.eligible === 0 ? {} : { votes: { inFavour: topic.present ?? 0, against: 0, abstained: 0 } }),
    ...(outcome === 'referred' && handler !== undefined ? { handler: unitId.parse(handler.id) } : {}),
  };
}
