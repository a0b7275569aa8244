import {
  agenda,
  attendance,
  cases,
  meetingId,
  topics,
  units,
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
import { outcomes, actionOf, type Permits } from './board-action.ts';
import type { BoardAttendee, BoardHandler, BoardTopic } from './topic.ts';

/** Names that the record does not hold, given by the page: of a person, a place (a grid's code) or a unit. */
export type NameOf = (id: string, of: 'person' | 'place' | 'unit') => string | undefined;

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
/** A board of more is no board: what was called first is shown, and the rest told. */
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

async function unitNames(desk: Desk, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const page = await allPages(desk, units, { id: { in: [...new Set(ids)] } });
  return new Map(page.rows.map(({ id, name }) => [id, name]));
}

/** Numbers of the cases that wait for a meeting. */
async function caseNumbers(desk: Desk): Promise<ReadonlyMap<string, string>> {
  const { rows } = await allPages(desk, cases, { stage: 'escalated' });
  return new Map(rows.flatMap(({ id, number }) => (number === undefined ? [] : [[id, number] as const])));
}

interface Words {
  readonly contents: Page<TopicRow>['contents'];
  readonly numbers: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
}

function topicOf(row: TopicRow, { contents, numbers, names }: Words, { nameOf }: Wording): DeskTopic {
  const { handler, resolution } = row;
  return {
    id: row.id,
    title: contents[row.title.content] ?? row.id,
    tier: row.tier,
    step: row.step,
    case: numbers.get(row.case),
    place: nameOf?.(row.grid, 'place') ?? row.grid,
    grid: row.grid,
    eligible: row.eligible,
    present: row.present,
    outcome: row.outcome,
    votes: row.votes,
    calledAt: row.calledAt,
    resolution: resolution && contents[resolution.content],
    handler: handler && (nameOf?.(handler, 'unit') ?? names.get(handler) ?? handler),
  };
}

/** Topics of a desk that its actor may see; `whole` is false where there are more than a board can bear. */
export async function readTopics(
  desk: Desk,
  wording: Wording,
): Promise<{ readonly topics: readonly DeskTopic[]; readonly whole: boolean }> {
  const page = await allPages(desk, topics, {});
  const handlers = page.rows.flatMap(({ handler }) => (handler === undefined ? [] : [handler]));
  const [numbers, names] = await Promise.all([caseNumbers(desk), unitNames(desk, handlers)]);
  const words = { contents: page.contents, numbers, names };
  return { topics: page.rows.map((row) => topicOf(row, words, wording)), whole: page.next === undefined };
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
  return {
    agenda: items.rows.map(({ title }) => items.contents[title.content] ?? ''),
    attendance: list.rows.map(({ person, post, role, present }) => ({
      person,
      name: nameOf?.(person, 'person') ?? person,
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
  const found = await desk.view(unitTerritories, { where, limit: 200 });
  const named = dispatch.flatMap(({ unit }) => (unit === undefined ? [] : [unit]));
  const names = await unitNames(desk, [...named, ...found.rows.map(({ unit }) => unit)]);
  return [...names].map(([id, name]) => ({ id, name }));
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
