// The sample district of Luqiao as the load sees it: who reports where, who receives it, who handles it.

import { commandId, type Command, type Message } from '@keting/domain';
import { buildSampleDistrict } from '@keting/models/luqiao/sample';
import { newId } from '@keting/runtime';

export const district = 'luqiao';
export const base = '/keting/v1';

/** A grid under a living room: who lives there and who receives what they report. */
export interface Place {
  readonly grid: string;
  /** The living room whose turn a report is. */
  readonly room: string;
  readonly resident: string;
  readonly clerk: string;
}

/** One request to the desk. */
export interface Asked {
  readonly as: string;
  readonly path: string;
  readonly body: unknown;
}

const sample = buildSampleDistrict();

const holder = (unit: string, post: string): string | undefined =>
  sample.appointments.find((one) => one.unit === unit && one.post === post)?.person;

const rooms = sample.units
  .filter(({ kind }) => kind === 'living-room')
  .flatMap(({ id, territories }) => {
    const clerk = holder(id, 'living-room-clerk');
    return clerk === undefined ? [] : [{ id, territories, clerk }];
  });

/** Every grid under a living room with a clerk. */
export const places: readonly Place[] = sample.grids.flatMap(({ code }, i) => {
  const room = rooms.find(({ territories }) => territories.some((one) => code.startsWith(one)));
  const resident = sample.residents[i % sample.residents.length];
  if (room === undefined || resident === undefined) return [];
  return [{ grid: code, room: room.id, resident: resident.person, clerk: room.clerk }];
});

const handler = 'department-municipal';
const officer = holder(handler, 'officer') ?? '';

/** The places that the load is at, evenly over all. */
export const busy: readonly Place[] = Array.from({ length: 64 }, (_, i) => {
  const place = places[Math.floor((i * places.length) / 64)];
  if (place === undefined) throw new Error('the sample has grids under living rooms');
  return place;
});

/** What is asked under a fresh id. */
const step = (as: string, message: Message): Asked => {
  const command: Command = { ...message, id: commandId.parse(newId()) };
  return { as, path: `${base}/commands`, body: command };
};

/** How many steps a life has. */
export const steps = 8;

/** A case from its report to the reporter's word on it. */
export function lifeOf(id: string, { grid, resident, clerk }: Place): readonly Asked[] {
  const of = { case: id };
  const report = {
    ...{ ...of, class: 'street-lamp', place: { grid }, photos: [], channel: 'resident', mode: 'masked' },
    text: 'The lamp before house number three has been dark for three days.',
  };
  return [
    step(resident, { type: 'ReportCase', data: report }),
    step(clerk, { type: 'AcceptCase', data: of }),
    step(clerk, { type: 'DispatchCase', data: { ...of, handler } }),
    step(resident, { type: 'UrgeCase', data: { ...of, note: 'It is dark at five already.' } }),
    step(officer, { type: 'HandleCase', data: { ...of, result: 'A new lamp, seen by two neighbours.' } }),
    step(clerk, { type: 'VerifyCase', data: of }),
    step(clerk, { type: 'ReplyCase', data: { ...of, reply: 'The lamp is lit again.' } }),
    step(resident, { type: 'RateCase', data: { ...of, rating: 'satisfied' } }),
  ];
}

/** A view that the load asks for: the same question from each of the busy places. */
export interface ViewLoad {
  readonly name: string;
  readonly asked: readonly Asked[];
}

/** Questions of the four kinds. `someCase` answers the id of one of the cases made up for a place. */
export function viewLoads(someCase: (place: number) => string): readonly ViewLoad[] {
  const from = (view: string, body: (place: Place, i: number) => unknown): readonly Asked[] =>
    busy.map((place, i) => ({ as: place.clerk, path: `${base}/views/${view}`, body: body(place, i) }));
  return [
    {
      name: 'worklist, 50 cases',
      asked: from('cases', ({ room }) => ({ where: { turn: room }, order: [{ by: 'due' }], limit: 50 })),
    },
    { name: 'one case', asked: from('cases', (_, i) => ({ where: { id: someCase(i) }, limit: 1 })) },
    { name: 'timeline of a case', asked: from('timeline', (_, i) => ({ where: { case: someCase(i) } })) },
    {
      name: 'sums over case counts',
      asked: from('case-counts/sum', ({ room }) => ({
        where: { grid: { prefix: room.slice('room-'.length) } },
        by: ['class'],
        of: ['reported', 'open', 'closed'],
      })),
    },
  ];
}
