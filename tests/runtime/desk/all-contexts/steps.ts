import { commandId, type Command, type Message } from '@keting/domain';

/** What somebody asks. `id` is there where a later step names what it made. */
export interface Asked {
  readonly by: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly id?: string;
}
/** Time that passes, in milliseconds; what is due by then happens. */
export interface Waited {
  readonly wait: number;
}
export type Step = Asked | Waited;

/** Steps of which each is accepted when those before it were. */
export type Way = readonly Step[];

export const isWait = (step: Step): step is Waited => 'wait' in step;

export const commandOf = ({ type, data, id }: Asked): Command => ({
  type,
  data,
  ...(id === undefined ? {} : { id: commandId.parse(id) }),
});

export const hour = 3_600_000;
export const day = 24 * hour;

/** Monday 2 March 2026, 09:00 in the sample's time zone. */
export const monday = Date.parse('2026-03-02T01:00:00Z');
export const today = '2026-03-02';

const street = '990101001';
export const community = `${street}001`;
const homes = `${community}001`;
export const [west, east] = [`${homes}01`, `${homes}02`] as const;
export const fireGrid = `${homes}09`;

/** The one who may do everything. */
export const chief = 'chief';

export const ask = (by: string, type: string, data: Asked['data'], id?: string): Asked => ({
  by,
  type,
  data,
  ...(id === undefined ? {} : { id }),
});
/** What the chief asks. */
export const order = (type: string, data: Asked['data'], id?: string): Asked => ask(chief, type, data, id);

/** A rectangle of the community's ground, in hundredths of a degree from its western edge. */
export const box = (x1: number, x2: number): [number, number][][][] => [
  [
    [
      [120 + x1 / 100, 28],
      [120 + x2 / 100, 28],
      [120 + x2 / 100, 28.01],
      [120 + x1 / 100, 28.01],
      [120 + x1 / 100, 28],
    ],
  ],
];
const grid = (code: string, kind: string, from: number, to: number) => ({
  code,
  kind,
  name: code,
  polygons: box(from, to),
});
const whole = grid(homes, 'basic', 0, 2);
export const drawn = [whole, grid(west, 'micro', 0, 1), grid(east, 'micro', 1, 2)];
/** The same ground, in which one grid has taken in the other. */
export const redrawn = [whole, grid(west, 'micro', 0, 2)];

const found = (unit: string, kind: string, territory: string, parent?: string): Message => ({
  type: 'FoundUnit',
  data: { unit, kind, name: unit, territories: [territory], on: '2020-01-01', ...(parent && { parent }) },
});
const appoint = (unit: string, post: string, person: string): Message => ({
  type: 'AppointHolder',
  data: { unit, post, person, from: '2020-01-01' },
});

/** A street with its office and a community with all that may stand in it, people on posts, ground parted in two. */
export const opening: readonly Message[] = [
  found('district', 'district-committee', '990101'),
  found('bureau', 'department', '990101', 'district'),
  found('street', 'street-committee', street, 'district'),
  found('office', 'street-office', street, 'street'),
  found('joint', 'joint-committee', community, 'street'),
  found('room', 'living-room', community, 'joint'),
  found('branch', 'community-branch', community, 'joint'),
  found('committee', 'residents-committee', community, 'office'),
  found('second', 'residents-committee', `${street}002`, 'office'),
  found('bank', 'firm', community, 'joint'),
  found('owners', 'owners-committee', west, 'committee'),
  appoint('district', 'secretary', chief),
  appoint('branch', 'secretary', 'head'),
  ...['m1', 'm2'].map((one) => appoint('branch', 'member', one)),
  appoint('committee', 'director', 'd1'),
  ...['r1', 'r2', 'r3'].map((one) => appoint('joint', 'member', one)),
  appoint('room', 'clerk', 'clerk'),
  appoint('office', 'clerk', 'officer'),
  appoint('street', 'member', 's1'),
  appoint('bank', 'director', 'banker'),
  appoint('owners', 'chair', 'li'),
  { type: 'DrawPartition', data: { community, outline: box(0, 2), grids: drawn } },
  ...['head', 'wang'].map((person) => ({
    type: 'AssignGridMember',
    data: { grid: west, post: 'party-member', person, from: '2020-01-01' },
  })),
];
