import * as fc from 'fast-check';
import { day, hour, isWait, type Asked, type Step, type Way } from './steps.ts';
import { waysOfBuilding } from './ways-of-building.ts';
import { waysOfCases } from './ways-of-cases.ts';
import { waysOfDeliberation } from './ways-of-deliberation.ts';
import { waysOfOrganisation } from './ways-of-organisation.ts';
import { waysOfVolunteers } from './ways-of-volunteers.ts';

/** All that people do in the place, one way beside another. */
export const ways: readonly Way[] = [
  ...waysOfOrganisation,
  ...waysOfCases,
  ...waysOfDeliberation,
  ...waysOfVolunteers,
  ...waysOfBuilding,
];

const asks = ways.flat().filter((step): step is Asked => !isWait(step));
const people = [...new Set(asks.map(({ by }) => by)), 'officer', 's1', 'banker', 'stranger'];

/** What some field is taken for that it is not: nothing, too much, a name that every object has by birth, another kind of value. */
const oddities: readonly unknown[] = ['', 'x'.repeat(1200), 'constructor', 'unheard-of', 0, -1, 2.5, true, [], {}];

/** Values by the name of the field that they stand in, each once: what one step calls a unit, another may. */
const pools = new Map<string, ReadonlyMap<string, unknown>>();
for (const { data } of asks) {
  for (const [field, value] of Object.entries(data)) {
    pools.set(field, new Map([...(pools.get(field) ?? []), [JSON.stringify(value), value]]));
  }
}
const valuesFor = (field: string): readonly unknown[] => [...(pools.get(field)?.values() ?? [])];

const dropped = Symbol('dropped');
type Change = readonly [field: string, value: unknown];

const changeOf = ({ data }: Asked): fc.Arbitrary<Change> =>
  fc
    .constantFrom(...Object.keys(data))
    .chain((field) =>
      fc.tuple(
        fc.constant(field),
        fc.oneof(
          { arbitrary: fc.constantFrom(...valuesFor(field)), weight: 8 },
          { arbitrary: fc.constantFrom(...oddities), weight: 1 },
          { arbitrary: fc.constant(dropped), weight: 1 },
        ),
      ),
    );

function changed(asked: Asked, by: string, changes: readonly Change[]): Asked {
  const fields = new Map([...Object.entries(asked.data), ...changes]);
  const data = Object.fromEntries([...fields].filter(([, value]) => value !== dropped));
  // Under the id of another command it would be answered as that one.
  const { id: _id, ...rest } = asked;
  return changes.length === 0 ? { ...asked, by } : { ...rest, by, data };
}

/** A step of any way, at any time, by whoever has a mind to, with up to two of its fields otherwise. */
const anything: fc.Arbitrary<Step> = fc.oneof(
  {
    arbitrary: fc
      .constantFrom(...asks)
      .chain((asked) =>
        fc
          .tuple(
            fc.oneof({ arbitrary: fc.constant(asked.by), weight: 3 }, fc.constantFrom(...people)),
            fc.array(changeOf(asked), { maxLength: 2 }),
          )
          .map(([by, changes]) => changed(asked, by, changes)),
      ),
    weight: 12,
  },
  fc.constantFrom(hour, day, 4 * day).map((wait) => ({ wait })),
);

/** A way of which a step or two may be left out. */
const someWay = fc
  .constantFrom(...ways)
  .chain((way) => fc.subarray([...way], { minLength: Math.max(1, way.length - 2) }));
/** A few steps of a way from its beginning. */
const begunWay = fc.constantFrom(...ways).chain((way) => fc.nat(6).map((count) => way.slice(0, count)));

/** Lists as one, each in its own order; `picks` says which goes on. */
function woven(lists: readonly (readonly Step[])[], picks: readonly number[]): readonly Step[] {
  const left = lists.map((list) => [...list]).filter((list) => list.length > 0);
  const all: Step[] = [];
  for (let turn = 0; left.length > 0; turn += 1) {
    const at = (picks[turn % Math.max(1, picks.length)] ?? 0) % left.length;
    const [step] = left[at]?.splice(0, 1) ?? [];
    if (step !== undefined) all.push(step);
    if (left[at]?.length === 0) left.splice(at, 1);
  }
  return all;
}

export interface History {
  readonly steps: readonly Step[];
  /** Who asks in the end to be erased. */
  readonly erased: string;
}

/** A way, another that is begun beside it, and anything in between. */
export const histories: fc.Arbitrary<History> = fc.record({
  steps: fc
    .tuple(
      someWay,
      begunWay,
      fc.array(anything, { minLength: 1, maxLength: 6 }),
      fc.array(fc.nat(2), { maxLength: 12 }),
    )
    .map(([one, other, more, picks]) => woven([one, other, more], picks)),
  erased: fc.constantFrom('li', 'wang', 'zhao', 'reporter', 'm1'),
});
