import assert from 'node:assert/strict';
import {
  commandId,
  hashOfCode,
  pointContext,
  personId,
  startOfDay,
  unitId,
  type Account,
  type CivilDate,
  type Context,
  type Item,
  type Lot,
  type Message,
  type PointCommand,
  type PointEvent,
  type PointState,
  type UnitFact,
} from '@keting/domain';
import { given, sampleModel, sealed, type Given } from '@keting/domain/testing';
import { openDesk, type OpenDesk, type OpenDeskOptions } from '../../support/open-desk.ts';

const community = '990101001001';
const units: readonly UnitFact[] = [
  { id: unitId.parse('room'), kind: 'living-room', territories: [community] },
  { id: unitId.parse('office'), kind: 'street-office', territories: ['990101001'] },
];
const unitBy = (id: unknown): UnitFact | undefined => units.find((unit) => unit.id === id);

/** Stands for the organisation, which is known only as one that answers facts. */
export const places: Context = {
  name: 'places',
  streams: [],
  commands: {},
  events: {},
  decide: () => ({ events: [] }),
  evolve: (state) => state,
  views: [],
  facts: { unitOf: (_source, id) => Promise.resolve(unitBy(id)), isErased: () => Promise.resolve(false) },
  sees: 'see:points',
  about: () => ({}),
};

export const anna = personId.parse('anna');
/** 09:00 of a day in the sample's time zone. */
export const morning = (day: CivilDate): number => startOfDay(day, sampleModel().workingTime) + 9 * 3_600_000;
export const today = '2026-03-02';
/** The id of the command that every scene asks. */
export const thisEntry = commandId.parse('00000000-0000-7000-8000-000000000000');

/** What happened on one stream of the made-up place, in which nothing was credited yet. */
export const points = (...past: readonly PointEvent[]): Given<PointState, PointCommand, PointEvent> =>
  given(pointContext, ...past)
    .withAll('creditOf', () => undefined)
    .withAll('isErased', () => false)
    .withAll('unitOf', unitBy);

/** The end of a civil day of the sample's time zone. */
export const endOf = (day: CivilDate): number => morning(day) + 15 * 3_600_000;

/** The account that the past leads to. */
export function account(...past: readonly PointEvent[]): Account {
  const state = points(...past).state(`account/${anna}`);
  assert.ok(state?.stage === 'account');
  return state;
}

type EventOf<Type extends PointEvent['type']> = Extract<PointEvent, { readonly type: Type }>;

export interface Awarding {
  readonly entry: string;
  readonly points: number;
  readonly on?: CivilDate;
  readonly rule?: string;
  readonly until?: CivilDate;
  readonly keepFrom?: CivilDate;
}

/** An award that was made on the day of its deed. */
export function awarded({
  entry,
  points: some,
  on = today,
  rule = 'good-deed',
  ...rest
}: Awarding): EventOf<'PointsAwarded'> {
  const { until: expires = '2027-03-02', keepFrom = '2020-01-01' } = rest;
  return {
    type: 'PointsAwarded',
    data: {
      entry,
      legs: [
        { account: 'issuer', points: 0 - some },
        { account: 'volunteer', points: some },
      ],
      day: on,
      points: some,
      full: some,
      rule,
      model: '1',
      evidence: `list/${entry}`,
      on,
      territories: [],
      expires,
      until: endOf(expires),
      keepFrom,
    },
  };
}

const sumOf = (lots: readonly Lot[]): number => lots.reduce((sum, lot) => sum + lot.points, 0);

/** Points that went to the store for what was reserved there. */
export function spent(reservation: string, lots: readonly Lot[]): PointEvent {
  const some = sumOf(lots);
  return {
    type: 'PointsReserved',
    data: {
      entry: `for-${reservation}`,
      legs: [
        { account: 'volunteer', points: 0 - some },
        { account: 'store', points: some },
      ],
      day: today,
      reservation,
      item: 'umbrella',
      unit: unitId.parse('room'),
      points: some,
      lots: [...lots],
    },
  };
}

/** What went to the store came back. */
export function cameBack(reservation: string, lots: readonly Lot[]): PointEvent {
  const some = sumOf(lots);
  return {
    type: 'PointsReturned',
    data: {
      entry: `back-from-${reservation}`,
      legs: [
        { account: 'store', points: 0 - some },
        { account: 'volunteer', points: some },
      ],
      day: today,
      reservation,
      item: 'umbrella',
      unit: unitId.parse('room'),
      points: some,
      lots: [...lots],
      how: 'cancelled',
    },
  };
}

/** An award as it is asked for. */
export const award = (data: Readonly<Record<string, unknown>> = {}): Message<'AwardPoints'> => ({
  type: 'AwardPoints',
  data: { person: anna, rule: 'good-deed', evidence: 'list/1', reason: 'she swept the yard', ...data },
});

/** A desk at which everyone may everything, with the store `room` and `stock` umbrellas of 20 points there. */
export async function shop(stock: number, options: OpenDeskOptions = {}): Promise<OpenDesk> {
  const desk = openDesk([pointContext, places], options);
  await desk.all({ type: 'ListItem', data: { item: 'umbrella', unit: 'room', name: 'umbrella', price: 20, stock } });
  return desk;
}

export const codeOf = (reservation: string): string => `CODE${reservation.toUpperCase().padStart(6, '0')}`;
export const reserve = (person: string, reservation: string, rest: Readonly<Record<string, unknown>> = {}) => ({
  type: 'ReserveItem' as const,
  data: { person, item: 'umbrella', reservation, price: 20, code: codeOf(reservation), ...rest },
});

/** Umbrellas of 20 points, as the room has listed them. */
export const listed = (stock: number): PointEvent => ({
  type: 'ItemListed',
  data: { unit: unitId.parse('room'), territories: [community], name: 'umbrella', price: 20, stock },
});

/** One of them was set aside until the end of a day. */
export const setAside = (reservation: string, who = 'anna', until: CivilDate = '2026-03-05'): PointEvent => ({
  type: 'ItemReserved',
  data: {
    reservation,
    person: personId.parse(who),
    unit: unitId.parse('room'),
    points: 20,
    until: endOf(until),
    hash: hashOfCode(codeOf(reservation)),
    code: sealed(codeOf(reservation)),
  },
});

/** The item that the past leads to. */
export function item(...past: readonly PointEvent[]): Item {
  const state = points(...past).state('item/umbrella');
  assert.ok(state?.stage === 'listed' || (state?.stage === 'withdrawn' && 'stock' in state));
  return state;
}
