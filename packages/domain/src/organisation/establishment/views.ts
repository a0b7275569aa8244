import * as z from 'zod/mini';
import { streamKey } from '../../kernel/ids.ts';
import { table } from '../../kernel/views.ts';
import { establishmentEventSchemas, type EstablishmentEvent } from './establishment.ts';

/** How many workers a community may have, and how many it has. */
export const establishmentRow = z.object({
  unit: z.string(),
  territory: z.string(),
  households: z.number(),
  headcount: z.number(),
  filled: z.number(),
});
export type EstablishmentRow = z.infer<typeof establishmentRow>;

const steps: Readonly<Record<EstablishmentEvent['type'], number>> = {
  HouseholdsStated: 0,
  WorkerPlaced: 1,
  WorkerPromoted: 0,
  WorkerReleased: -1,
};

/** The establishment of each community, and how far it is filled. */
export const establishments = table<EstablishmentRow, EstablishmentEvent>({
  name: 'establishments',
  row: establishmentRow,
  on: Object.keys(establishmentEventSchemas),
  keys: ({ stream }) => [streamKey(stream)],
  project(row, event, unit) {
    const { type, data } = event;
    const before = row ?? { unit, territory: data.territories[0] ?? '', households: 0, headcount: 0, filled: 0 };
    const stated =
      event.type === 'HouseholdsStated' ? { households: event.data.households, headcount: event.data.headcount } : {};
    return { ...before, ...stated, filled: before.filled + steps[type] };
  },
  indexes: [['unit'], ['territory']],
  about: { territory: 'territory', unit: 'unit' },
});

/** A worker on the ladder, and since when on this step. */
export const workerRow = z.object({
  person: z.string(),
  unit: z.string(),
  territory: z.string(),
  post: z.string(),
  grade: z.number(),
  since: z.string(),
});
export type WorkerRow = z.infer<typeof workerRow>;

type Moved = Exclude<EstablishmentEvent, { type: 'HouseholdsStated' }>;

/** Who works on which step of the ladder. */
export const workers = table<WorkerRow, Moved>({
  name: 'workers',
  row: workerRow,
  on: ['WorkerPlaced', 'WorkerPromoted', 'WorkerReleased'],
  keys: ({ stream, data }) => [`${streamKey(stream)}/${data.person}`],
  project(_row, event) {
    if (event.type === 'WorkerReleased') return undefined;
    const { person, post, grade, on, territories } = event.data;
    return { person, unit: streamKey(event.stream), territory: territories[0] ?? '', post, grade, since: on };
  },
  indexes: [['unit', 'person'], ['person'], ['territory']],
  about: { territory: 'territory', unit: 'unit', owner: 'person' },
});

/** Somebody who left a community's establishment, and the rank that they had there last. */
export const formerWorkerRow = z.object({
  person: z.string(),
  unit: z.string(),
  territory: z.string(),
  post: z.string(),
  grade: z.number(),
  left: z.string(),
});
export type FormerWorkerRow = z.infer<typeof formerWorkerRow>;

type Released = Extract<EstablishmentEvent, { type: 'WorkerReleased' }>;

/** Who left which community on which step, so that the ladder goes on where it was left. */
export const formerWorkers = table<FormerWorkerRow, Released>({
  name: 'former-workers',
  row: formerWorkerRow,
  on: ['WorkerReleased'],
  keys: ({ stream, data }) => (data.was === undefined ? [] : [`${streamKey(stream)}/${data.person}`]),
  project: (row, { stream, data: { person, was, on, territories } }) =>
    was === undefined ? row : { person, unit: streamKey(stream), territory: territories[0] ?? '', ...was, left: on },
  indexes: [['unit', 'person'], ['person'], ['territory']],
  about: { territory: 'territory', unit: 'unit', owner: 'person' },
});
