import type { Message } from '@keting/domain';
import { luqiao } from '../model.ts';
import type { SampleAppointment, SampleDistrict, SampleUnit } from './district.ts';

/** Bodies stand since the beginning of the record; joint committees, and what was placed under them, since these began. */
const founded = '2014-01-01';
const opened = '2018-03-01';

const message = (type: string, data: Readonly<Record<string, unknown>>): Message => ({ type, data });

/** Only what is there: a command's schema knows no empty fields. */
const present = (data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));

const jointKind = 'joint-party-committee';

function foundUnit(unit: SampleUnit, joint: ReadonlySet<string>): Message {
  const { id, kind, name, parent, territories, creditCode } = unit;
  return message(
    'FoundUnit',
    present({
      unit: id,
      kind,
      name,
      parent,
      territories,
      creditCode,
      on: jointKind === kind || joint.has(parent ?? '') ? opened : founded,
    }),
  );
}

/** Units above come before those that stand under them. */
function fromTheTop(units: readonly SampleUnit[]): readonly SampleUnit[] {
  const below = new Map<string | undefined, SampleUnit[]>();
  for (const unit of units) below.set(unit.parent, [...(below.get(unit.parent) ?? []), unit]);
  const ordered: SampleUnit[] = [];
  const open = [...(below.get(undefined) ?? [])];
  for (let unit = open.shift(); unit !== undefined; unit = open.shift()) {
    ordered.push(unit);
    open.push(...(below.get(unit.id) ?? []));
  }
  return ordered;
}

/** Each pair once, from its party organisation. */
const pairBodies = (units: readonly SampleUnit[]): readonly Message[] =>
  units.flatMap(({ id, party, pairedWith }) =>
    party && pairedWith !== undefined ? [message('PairBodies', { unit: id, with: pairedWith })] : [],
  );

const needsPost: ReadonlySet<string> = new Set(
  luqiao.posts.filter(({ heldBy }) => heldBy !== undefined).map(({ id }) => id),
);

/** Posts that ask for another post come after those that do not. */
const inOrder = (appointments: readonly SampleAppointment[]): readonly SampleAppointment[] => [
  ...appointments.filter(({ post }) => !needsPost.has(post)),
  ...appointments.filter(({ post }) => needsPost.has(post)),
];

const appointHolder = ({ unit, post, person, from, until, partTimeFrom }: SampleAppointment): Message =>
  message('AppointHolder', present({ unit, post, person, from, until, partTimeFrom }));

/** A market's micro-grids divide its stalls; the ground is the market's own. */
function drawPartition(district: SampleDistrict, community: SampleDistrict['communities'][number]): Message {
  const markets = district.basicGrids.filter((grid) => grid.community === community.code && grid.kind === 'dedicated');
  const micro = district.grids.filter((grid) => grid.community === community.code);
  return message('DrawPartition', {
    community: community.code,
    outline: community.polygons,
    grids: [
      ...markets.map(({ code, name, polygons }) => ({ code, kind: 'dedicated', name, polygons })),
      ...micro.map(({ code, name, households, polygons, stalls }) =>
        stalls === undefined
          ? { code, kind: 'micro', name, households, polygons }
          : { code, kind: 'micro', name, stalls: [stalls] },
      ),
    ],
  });
}

const foundFunctional = ({ code, name, purpose, over }: SampleDistrict['functionalGrids'][number]): Message =>
  message('FoundFunctionalGrid', { grid: code, name, purpose, over });

/**
 * The whole sample as commands, in an order in which each is accepted: people, units from the top, pairs, posts, grids,
 * those who serve in them. Sent by an actor that the model lets set a place up.
 */
export function districtCommands(district: SampleDistrict): readonly Message[] {
  const joint = new Set(district.units.filter(({ kind }) => kind === jointKind).map(({ id }) => id));
  return [
    ...district.people.map(({ id, name }) => message('RegisterPerson', { person: id, name, invented: true })),
    ...fromTheTop(district.units).map((unit) => foundUnit(unit, joint)),
    ...pairBodies(district.units),
    ...inOrder(district.appointments).map(appointHolder),
    ...district.communities.map((community) => drawPartition(district, community)),
    ...district.functionalGrids.map(foundFunctional),
    ...district.gridAppointments.map(({ grid, post, person, from }) =>
      message('AssignGridMember', { grid, post, person, from }),
    ),
  ];
}
