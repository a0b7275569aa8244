import type { CaseRow, TimelineRow } from '@keting/domain';
import type { Light } from '../case-parts/time-left.ts';

/** Answers to a class's own fields, by field id. */
export type Answers = Readonly<Record<string, string | number | boolean>>;

/** A case as its page shows it. `pageCase` makes one of a row of a desk's `cases` view. */
export interface PageCase {
  readonly id: string;
  /** The number that a person reads. */
  readonly number?: string | undefined;
  readonly class: string;
  readonly grade: string;
  readonly stage: string;
  /** Code of its grid. */
  readonly grid: string;
  readonly gridName?: string | undefined;
  readonly handler?: string | undefined;
  readonly handlerName?: string | undefined;
  /** While it is before a meeting: the tier, and the meeting's id for whoever may go there. */
  readonly tier?: string | undefined;
  readonly meeting?: string | undefined;
  readonly mode: 'masked' | 'named' | 'anonymous';
  /** Milliseconds since 1970, UTC. */
  readonly reportedAt: number;
  readonly due?: number | undefined;
  readonly warnAt?: number | undefined;
  readonly light?: Light | undefined;
  /** What was reported; unset where it was erased or is not for this reader. */
  readonly text?: string | undefined;
  readonly address?: string | undefined;
  /** Answers to the class's own fields, by field id. */
  readonly answers?: Answers | undefined;
  readonly contact?: { readonly name?: string; readonly phone?: string } | undefined;
  /** Whoever reported it was erased: of them nothing is told any more. */
  readonly reporterErased?: boolean | undefined;
  /** Ids of its photos. */
  readonly photos: readonly string[];
}

/** One thing that happened to a case. `pageEntry` makes one of a row of a desk's `timeline` view. */
export interface PageEntry {
  readonly id: string;
  /** Type of the event, as `CaseAccepted`. */
  readonly event: string;
  readonly at: number;
  readonly by: 'reporter' | 'person' | 'process';
  readonly actor?: string | undefined;
  readonly actorName?: string | undefined;
  /** Whoever did it was erased: they have no name any more. */
  readonly actorErased?: boolean | undefined;
  readonly handler?: string | undefined;
  readonly handlerName?: string | undefined;
  /** The dispatch rule that chose the handler. */
  readonly rule?: string | undefined;
  /** The meeting tier. */
  readonly tier?: string | undefined;
  readonly rating?: string | undefined;
  /** Until when the stage that began with it may last. */
  readonly due?: number | undefined;
  /** The words that were given with it. */
  readonly words?: string | undefined;
  readonly photos: readonly string[];
}

type Contents = Readonly<Record<string, string>>;
type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Contents that are not text are kept as JSON. */
function fieldsIn(content: string | undefined): Fields | undefined {
  if (content === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(content);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function answersIn(content: string | undefined): Answers | undefined {
  const fields = fieldsIn(content);
  if (fields === undefined) return undefined;
  const given = Object.entries(fields).flatMap(([id, value]) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[id, value] as const] : [],
  );
  return Object.fromEntries(given);
}

function contactIn(content: string | undefined): PageCase['contact'] {
  const { name, phone } = fieldsIn(content) ?? {};
  const contact = {
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof phone === 'string' ? { phone } : {}),
  };
  return Object.keys(contact).length === 0 ? undefined : contact;
}

/** A row of the `cases` view with the texts that came with it. */
export function pageCase(row: CaseRow, contents: Contents): PageCase {
  const textOf = (ref: CaseRow['address']) => (ref === undefined ? undefined : contents[ref.content]);
  return {
    id: row.id,
    number: row.number,
    class: row.class,
    grade: row.grade,
    stage: row.stage,
    grid: row.grid,
    handler: row.handler,
    ...(row.stage === 'escalated' ? { tier: row.tier } : {}),
    mode: row.mode,
    reportedAt: row.reportedAt,
    due: row.limit?.at,
    warnAt: row.limit?.warnAt,
    light: row.light,
    text: textOf(row.text),
    address: textOf(row.address),
    answers: answersIn(textOf(row.fields)),
    contact: contactIn(textOf(row.contact)),
    photos: row.photos,
  };
}

/** A row of the `timeline` view with the texts that came with it. */
export const pageEntry = (row: TimelineRow, contents: Contents): PageEntry => ({
  id: row.id,
  event: row.event,
  at: row.at,
  by: row.by,
  actor: row.actor,
  handler: row.handler,
  rule: row.rule,
  tier: row.tier,
  rating: row.rating,
  due: row.due,
  words: row.words === undefined ? undefined : contents[row.words.content],
  photos: row.photos,
});
