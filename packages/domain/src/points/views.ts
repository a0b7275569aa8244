import * as z from 'zod/mini';
import { contentRef } from '../kernel/contents.ts';
import type { Recorded } from '../kernel/envelope.ts';
import { streamKey } from '../kernel/ids.ts';
import { counter, table } from '../kernel/views.ts';
import type { AccountEvent } from './account.ts';
import { cap } from './caps.ts';
import { addedTo, ledgerAccount, never } from './ledger.ts';

/** Events of an account that are entries of the ledger. */
type EntryEvent = Exclude<AccountEvent, { type: 'ReservationCollected' }>;
const entryEvents = ['PointsAwarded', 'EntryReversed', 'PointsExpired', 'PointsReserved', 'PointsReturned'];

/** One entry of a person's account. */
export const pointEntryRow = z.object({
  id: z.string(),
  person: z.string(),
  kind: z.enum(['award', 'reversal', 'expiry', 'redemption', 'return']),
  /** What it moved: to the person by an award or a return, from them by the others. */
  points: z.number(),
  /** Of an award what it would have been without caps, and the cap that it was cut to. */
  full: z.optional(z.number()),
  cut: z.optional(cap),
  /** Rule and version of the model that an award was made by. */
  rule: z.optional(z.string()),
  model: z.optional(z.string()),
  evidence: z.optional(z.string()),
  /** The day of the deed. */
  on: z.optional(z.string()),
  /** The civil day of the entry, and its instant. */
  day: z.string(),
  at: z.number(),
  expires: z.optional(z.string()),
  until: z.optional(z.number()),
  reason: z.optional(contentRef),
  /** The unit under which an award or its reversal counts, or whose store it is; of an award's unit the first of its codes. */
  unit: z.optional(z.string()),
  territory: z.optional(z.string()),
  /** Whether an award was taken back: whole, or as far as it had not been spent. */
  reversed: z.enum(['no', 'whole', 'part']),
  /** How many points of an award that was taken back had been spent, and were not made good since. */
  short: z.optional(z.number()),
  /** The entry that a reversal takes back. */
  reverses: z.optional(z.string()),
  reservation: z.optional(z.string()),
});
export type PointEntryRow = z.infer<typeof pointEntryRow>;

const keyOf = (person: string, entry: string): string => `${person}/${entry}`;

function detailOf(event: Recorded<EntryEvent>): Partial<PointEntryRow> & Pick<PointEntryRow, 'kind'> {
  switch (event.type) {
    case 'PointsAwarded': {
      const { full, cut, rule, model, evidence, on, expires, until, reason, unit, territories } = event.data;
      const deed = { full, cut, rule, model, evidence, on, expires, until, reason };
      return { kind: 'award', ...deed, unit, territory: territories[0] };
    }
    case 'EntryReversed': {
      const { rule, reverses, reason, unit, territory, reservation } = event.data;
      return { kind: 'reversal', rule, reverses, reason, unit, territory, reservation };
    }
    case 'PointsExpired':
      return { kind: 'expiry' };
    case 'PointsReserved':
      return { kind: 'redemption', unit: event.data.unit, reservation: event.data.reservation };
    case 'PointsReturned':
      return { kind: 'return', unit: event.data.unit, reservation: event.data.reservation };
  }
}

const entryRow = (event: Recorded<EntryEvent>): PointEntryRow => ({
  id: event.data.entry,
  person: streamKey(event.stream),
  points: event.data.points,
  day: event.data.day,
  at: event.at,
  reversed: 'no',
  ...detailOf(event),
});

/** All entries, by person; by rule and evidence, so that nothing is credited twice. No entry is ever changed, only noted as taken back. */
export const pointEntries = table<PointEntryRow, EntryEvent>({
  name: 'point-entries',
  row: pointEntryRow,
  on: entryEvents,
  keys: ({ stream, type, data }) => {
    const own = keyOf(streamKey(stream), data.entry);
    return type === 'EntryReversed' ? [own, keyOf(streamKey(stream), data.reverses)] : [own];
  },
  project(row, event, key) {
    if (key === keyOf(streamKey(event.stream), event.data.entry)) return entryRow(event);
    if (row === undefined || event.type !== 'EntryReversed') return row;
    const { short } = event.data;
    return { ...row, reversed: short === 0 ? 'whole' : 'part', short };
  },
  indexes: [['person', 'at'], ['rule', 'evidence', 'kind'], ['id'], ['unit', 'at'], ['territory']],
  about: { owner: 'person', unit: 'unit', territory: 'territory' },
  contents: { reason: 'see:point-entries' },
});

/** What is left of one entry's points, and until when it can be spent. */
export const pointLotRow = z.object({
  id: z.string(),
  person: z.string(),
  points: z.number(),
  expires: z.optional(z.string()),
  /** The instant from which it cannot be spent; the far future where it never expires. */
  until: z.number(),
});
export type PointLotRow = z.infer<typeof pointLotRow>;

/** What an event adds to each lot, below 0 where it takes. */
function lotChanges({ type, data }: Recorded<EntryEvent>): readonly PointLotRow[] {
  if (type === 'PointsAwarded') {
    const { entry: id, points, expires, until = never } = data;
    return points === 0 ? [] : [{ id, person: '', points, expires, until }];
  }
  const sign = type === 'PointsReturned' ? 1 : -1;
  return data.lots.map(({ entry: id, points, expires, until = never }) => ({
    id,
    person: '',
    points: sign * points,
    expires,
    until,
  }));
}

/** What a person can spend, oldest first: their balance is the sum. It has no order by points, and nobody is ranked by them. */
export const pointLots = table<PointLotRow, EntryEvent>({
  name: 'point-lots',
  row: pointLotRow,
  on: entryEvents,
  keys: (event) => lotChanges(event).map(({ id }) => keyOf(streamKey(event.stream), id)),
  project(row, event, key) {
    const person = streamKey(event.stream);
    const change = lotChanges(event).find(({ id }) => keyOf(person, id) === key);
    if (change === undefined) return row;
    const points = (row?.points ?? 0) + change.points;
    return points === 0 ? undefined : { ...change, person, points };
  },
  indexes: [['person', 'until']],
  about: { owner: 'person' },
});

/** What the ledger's accounts came to on a day, by the unit that awarded or whose store it was (`` where none). */
export const pointSumRow = z.object({
  account: ledgerAccount,
  unit: z.string(),
  day: z.string(),
  points: z.number(),
});
export type PointSumRow = z.infer<typeof pointSumRow>;

const unitOfEntry = (event: Recorded<EntryEvent>): string =>
  'unit' in event.data && event.data.unit !== undefined ? event.data.unit : '';

/** The sums of the issuer, of all volunteers, of the stores and of what expired. Together they are nothing at every moment. */
export const pointSums = counter<PointSumRow, EntryEvent>({
  name: 'point-sums',
  row: pointSumRow,
  on: entryEvents,
  deltas: (event) =>
    [...new Set(event.data.legs.map(({ account }) => account))].map((account) => ({
      row: { account, unit: unitOfEntry(event), day: event.data.day },
      add: { points: addedTo(account, event.data.legs) },
    })),
  indexes: [
    ['account', 'day'],
    ['unit', 'account', 'day'],
  ],
  about: { unit: 'unit' },
});
