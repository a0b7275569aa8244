import type { Message } from '@keting/domain';
import type { InventedPerson } from '../../sample/register.ts';
import type { SampleAppointment, SampleCommunity, SampleDistrict, SampleUnit } from './district.ts';

const message = (type: string, data: Readonly<Record<string, unknown>>): Message => ({
  type,
  /** Only what is there: a command's schema knows no empty fields. */
  data: Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)),
});

const foundUnit = ({ id, kind, name, parent, territories, creditCode, from }: SampleUnit): Message =>
  message('FoundUnit', { unit: id, kind, name, parent, territories, creditCode, on: from });

/** How many work in a unit, where the sample says so. */
const describeUnit = ({ id, staff }: SampleUnit): readonly Message[] =>
  staff === undefined ? [] : [message('DescribeUnit', { unit: id, staff })];

/** Each pair once, from its party organisation. */
const pairBodies = (units: readonly SampleUnit[]): readonly Message[] =>
  units.flatMap(({ id, party, pairedWith }) =>
    party && pairedWith !== undefined ? [message('PairBodies', { unit: id, with: pairedWith })] : [],
  );

const appointHolder = ({ unit, post, person, from, until, partTimeFrom }: SampleAppointment): Message =>
  message('AppointHolder', { unit, post, person, from, until, partTimeFrom });

/** A market's micro-grids divide its stalls; the ground is the market's own. */
function drawPartition(district: SampleDistrict, { code: community, polygons: outline }: SampleCommunity): Message {
  const markets = district.basicGrids.filter((grid) => grid.community === community && grid.kind === 'dedicated');
  const micro = district.grids.filter((grid) => grid.community === community);
  return message('DrawPartition', {
    community,
    outline,
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

/** Those who hold a post or serve in a grid. Who only lives in the district is not on record. */
function serving({ people, appointments, gridAppointments }: SampleDistrict): readonly InventedPerson[] {
  const serve = new Set([...appointments, ...gridAppointments].map(({ person }) => person));
  return people.filter(({ id }) => serve.has(id));
}

/**
 * The whole sample as commands, in an order in which each is accepted: people, units from the top, pairs, posts, grids,
 * those who serve in them. Sent by an actor that the model lets set a place up.
 */
export const districtCommands = (district: SampleDistrict): readonly Message[] => [
  ...serving(district).map(({ id, name }) => message('RegisterPerson', { person: id, name, invented: true })),
  ...district.units.map(foundUnit),
  ...district.units.flatMap(describeUnit),
  ...pairBodies(district.units),
  ...district.appointments.map(appointHolder),
  ...district.communities.map((community) => drawPartition(district, community)),
  ...district.functionalGrids.map(({ code, name, purpose, over }) =>
    message('FoundFunctionalGrid', { grid: code, name, purpose, over }),
  ),
  ...district.gridAppointments.map(({ grid, post, person, from }) =>
    message('AssignGridMember', { grid, post, person, from }),
  ),
];
