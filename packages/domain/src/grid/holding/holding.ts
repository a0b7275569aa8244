import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import type { Message, Recorded } from '../../kernel/envelope.ts';
import { modelKey, streamKey, streamKind, type StreamId } from '../../kernel/ids.ts';
import { position } from '../../kernel/place.ts';
import { civilDate } from '../../kernel/time.ts';
import { gridElement } from '../../governance-model/grid-work-rules.ts';

const count = z.int().check(z.minimum(0), z.maximum(10_000_000));
/** What an object is, and the category of a national standard that it falls under. */
const what = { kind: modelKey, element: gridElement, standardRef: z.string() };

/** A place, a thing or an organisation was registered in a grid; its position in WGS-84 where it was told. */
export const objectRegistered = z.strictObject({
  ...what,
  grid: z.string(),
  name: contentRef,
  position: z.optional(position),
});
/** An object lies in another grid from now on. */
export const objectMoved = z.strictObject({ ...what, grid: z.string(), from: z.string() });
/** An object is no more. */
export const objectRetired = z.strictObject({ ...what, grid: z.string() });
/** How many people of a kind a grid holds, and how many it held before: a number, and nothing about any of them. */
export const peopleCounted = z.strictObject({
  kind: modelKey,
  standardRef: z.string(),
  count,
  was: count,
  on: civilDate,
});

/** The data of every event of what a grid holds, by the event's type. */
export const holdingEventSchemas = {
  ObjectRegistered: objectRegistered,
  ObjectMoved: objectMoved,
  ObjectRetired: objectRetired,
  PeopleCounted: peopleCounted,
} as const;

type Schemas = typeof holdingEventSchemas;
/** What can happen to an object of a grid, or to its counts of people. */
export type HoldingEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

/** An object of a grid. */
export interface GridObject {
  readonly stage: 'registered' | 'retired';
  readonly id: string;
  readonly grid: string;
  readonly kind: string;
  readonly element: z.infer<typeof gridElement>;
  readonly standardRef: string;
}
/** How many people of each kind a grid holds. */
export interface GridPeople {
  readonly stage: 'people';
  readonly grid: string;
  readonly counts: Readonly<Record<string, number>>;
}
export type HoldingState = GridObject | GridPeople;

export const objectStream = (object: string): StreamId => `object/${object}`;
export const gridPeopleStream = (grid: string): StreamId => `grid-people/${grid}`;

type Counted = Extract<Recorded<HoldingEvent>, { type: 'PeopleCounted' }>;
type OfObject = Exclude<Recorded<HoldingEvent>, Counted>;

function kept({ type, stream, data }: OfObject): GridObject {
  const { grid, kind, element, standardRef } = data;
  return {
    stage: type === 'ObjectRetired' ? 'retired' : 'registered',
    id: streamKey(stream),
    grid,
    kind,
    element,
    standardRef,
  };
}

function recounted(state: HoldingState | undefined, { stream, data }: Counted): GridPeople {
  const counts = state?.stage === 'people' ? state.counts : {};
  return { stage: 'people', grid: streamKey(stream), counts: { ...counts, [data.kind]: data.count } };
}

const isCounted = (event: Recorded<HoldingEvent>): event is Counted => streamKind(event.stream) === 'grid-people';

/** Folds what happened to an object, or to the counts of a grid. */
export const evolveHolding = (state: HoldingState | undefined, event: Recorded<HoldingEvent>): HoldingState =>
  isCounted(event) ? recounted(state, event) : kept(event);
