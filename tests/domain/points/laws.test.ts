import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  items,
  person,
  personId,
  pointEntries,
  pointLots,
  pointSums,
  process,
  type CivilDate,
  type Message,
} from '@keting/domain';
import * as fc from 'fast-check';
import { interleaved } from '../../support/interleaved.ts';
import type { OpenDesk } from '../../support/open-desk.ts';
import { runs } from '../../support/runs.ts';
import { award, codeOf, reserve, shop } from './place.ts';

const who = fc.constantFrom('anna', 'bo', 'clerk');
const slot = fc.constantFrom('r1', 'r2', 'r3');
const days: readonly CivilDate[] = ['2026-03-02', '2026-03-06', '2026-12-31', '2027-03-03', '2027-12-31', '2029-01-01'];

/** What is asked: by whom, and a message in which an entry is named by its place in the ledger. */
interface Asked {
  readonly by: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const ask = (type: string, data: fc.Arbitrary<Readonly<Record<string, unknown>>>): fc.Arbitrary<Asked> =>
  fc.record({ by: who, type: fc.constant(type), data });
const awards = fc.record({
  person: who,
  rule: fc.constantFrom('service', 'wish', 'good-deed'),
  evidence: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  minutes: fc.constantFrom(30, 90, 600),
  reason: fc.constant('because'),
});
const ofItem = (rest: Readonly<Record<string, unknown>> = {}) => fc.constant({ item: 'umbrella', ...rest });
const onItem = slot.map((reservation) => ({ item: 'umbrella', reservation }));
const ofHonour = fc.constant({ honour: 'h1' });
const proposal = who.map((person) => ({
  honour: 'h1',
  kind: 'star-household',
  person,
  unit: 'room',
  reason: 'so good',
}));

/** Every command of the context, the likely ones more often. */
const lives = fc.array(
  fc.oneof(
    { arbitrary: ask('AwardPoints', awards), weight: 6 },
    {
      arbitrary: ask('ReverseEntry', fc.record({ person: who, place: fc.nat(8), reason: fc.constant('wrong') })),
      weight: 3,
    },
    {
      arbitrary: fc
        .record({ by: who, reservation: slot })
        .map(({ by, reservation }) => ({ by, ...reserve(by, reservation) })),
      weight: 4,
    },
    ask('CancelReservation', onItem),
    ask('LapseReservation', onItem),
    ask(
      'PickUpItem',
      slot.map((reservation) => ({ item: 'umbrella', code: codeOf(reservation) })),
    ),
    ask(
      'ExpirePoints',
      who.map((person) => ({ person })),
    ),
    ask('StockItem', ofItem({ quantity: 1 })),
    ask('CountStock', ofItem({ stock: 1 })),
    ask('WithdrawItem', ofItem()),
    ask('ListItem', ofItem({ unit: 'room', name: 'x', price: 1, stock: 1 })),
    ask('ProposeHonour', proposal),
    ...['ConsentToHonour', 'WithdrawHonourConsent', 'GrantHonour', 'WithdrawHonour'].map((type) => ask(type, ofHonour)),
    {
      arbitrary: ask(
        'today',
        fc.constantFrom(...days).map((day) => ({ day })),
      ),
      weight: 2,
    },
  ),
  { minLength: 5, maxLength: 30 },
);

async function sums(desk: OpenDesk): Promise<Readonly<Record<string, number>>> {
  const all = await desk.sum(pointSums, { by: ['account'], of: ['points'] });
  return Object.fromEntries(all.map((sum) => [String(sum['account']), Number(sum['points'])]));
}

async function balances(desk: OpenDesk): Promise<ReadonlyMap<string, number>> {
  const { rows } = await desk.view(pointLots, { limit: 1000 });
  const found = new Map<string, number>();
  for (const { person: of, points } of rows) {
    assert.ok(points > 0, 'no lot is empty or below nothing');
    found.set(of, (found.get(of) ?? 0) + points);
  }
  return found;
}

/** A shop with two of its item left, and two persons who can afford one each. */
async function begun(): Promise<OpenDesk> {
  const desk = await shop(2);
  for (const one of ['anna', 'bo']) {
    await desk.all(award({ person: one, rule: 'service', minutes: 180, evidence: `begun/${one}` }));
  }
  return desk;
}

/** Carries out one step of a life; answers the types of the events. */
async function live(desk: OpenDesk, { by, type, data }: Asked): Promise<readonly string[]> {
  if (type === 'today') {
    desk.today(String(data['day']));
    return [];
  }
  const entries = (await desk.view(pointEntries, { limit: 1000 })).rows;
  const message: Message =
    type === 'ReverseEntry'
      ? {
          type,
          data: { person: data['person'], reason: data['reason'], entry: entries[Number(data['place'])]?.id ?? 'x' },
        }
      : { type, data };
  // Hours and wishes earn by themselves; a person awards good deeds.
  const earns = type === 'AwardPoints' && data['rule'] !== 'good-deed';
  const receipt = await desk.as(earns ? process('award') : person(personId.parse(by))).send(message);
  return receipt.ok ? receipt.events.map((event) => event.type) : [];
}

/** What the lives must reach, or the law would say little. */
const mustHappen = [
  'PointsAwarded',
  'EntryReversed',
  'PointsReserved',
  'PointsReturned',
  'PointsExpired',
  'ItemCollected',
];
const seen = new Set<string>();

test('[PTS-01] over any life the accounts come to nothing, and what volunteers hold is what their lots hold', async () => {
  await fc.assert(
    fc.asyncProperty(lives, async (steps) => {
      const desk = await begun();
      for (const step of steps) {
        (await live(desk, step)).forEach((type) => seen.add(type));
        const all = await sums(desk);
        const held = [...(await balances(desk)).values()].reduce((sum, points) => sum + points, 0);
        assert.equal(
          Object.values(all).reduce((sum, points) => sum + points, 0),
          0,
        );
        assert.equal(all['volunteer'] ?? 0, held);
        assert.ok((all['store'] ?? 0) >= 0 && (all['expired'] ?? 0) >= 0 && (all['issuer'] ?? 0) <= 0);
      }
    }),
    { numRuns: runs(), seed: 2026 },
  );
  for (const type of mustHappen) assert.ok(seen.has(type), `no life got as far as ${type}`);
});

/** By what a balance may fall, and whose word that takes. */
const lowers: Readonly<Record<string, (step: Asked, holder: string) => boolean>> = {
  PointsReserved: ({ by }, holder) => by === holder,
  PointsExpired: () => true,
  EntryReversed: ({ data }) => data['reason'] !== undefined,
};

test('[PTS-04] nothing lowers a balance but the holder’s own redemption, expiry, or the reversal of a wrong entry', async () => {
  await fc.assert(
    fc.asyncProperty(lives, async (steps) => {
      const desk = await begun();
      for (const step of steps) {
        const before = await balances(desk);
        const happened = await live(desk, step);
        const after = await balances(desk);
        for (const [holder, points] of before) {
          if ((after.get(holder) ?? 0) >= points) continue;
          assert.ok(
            happened.some((type) => lowers[type]?.(step, holder) === true),
            `${step.type} by ${step.by}: ${happened.join()}`,
          );
        }
      }
    }),
    { numRuns: runs() },
  );
});

test('[PTS-01] over any life no rule has credited the same evidence twice, but for what was taken back whole', async () => {
  await fc.assert(
    fc.asyncProperty(lives, async (steps) => {
      const desk = await begun();
      for (const step of steps) await live(desk, step);
      const { rows } = await desk.view(pointEntries, { where: { kind: 'award' }, limit: 1000 });
      const credited = rows
        .filter(({ reversed }) => reversed !== 'whole')
        .map(({ rule, evidence }) => `${rule} ${evidence}`);
      assert.equal(new Set(credited).size, credited.length);
    }),
    { numRuns: runs() },
  );
});

/** The same life with a clock that only goes on: what was credited to days long past is forgotten, since no deed is credited to them any more. */
function onward(steps: readonly Asked[]): readonly Asked[] {
  let last = '';
  return steps.map((step) => {
    if (step.type !== 'today') return step;
    const day = String(step.data['day']);
    last = day > last ? day : last;
    return { ...step, data: { day: last } };
  });
}

test('[PTS-02] over any life no day and no year is credited above its caps', async () => {
  const caps: Readonly<Record<string, readonly [number, number]>> = {
    service: [40, 200],
    wish: [50, 30],
    'good-deed': [50, 200],
  };
  await fc.assert(
    fc.asyncProperty(lives, async (steps) => {
      const desk = await begun();
      for (const step of onward(steps)) await live(desk, step);
      const { rows } = await desk.view(pointEntries, { where: { kind: 'award', reversed: 'no' }, limit: 1000 });
      const credited = new Map<string, readonly [number, number]>();
      for (const { person: of, rule = '', on = '', points } of rows) {
        const [perDay, perYear] = caps[rule] ?? [0, 0];
        const periods = [
          [`${rule} ${on}`, perDay],
          [`${rule} ${on.slice(0, 4)}`, perYear],
          [on, 50],
          [on.slice(0, 4), 200],
        ] as const;
        for (const [period, most] of periods) {
          const key = `${of} ${period}`;
          credited.set(key, [(credited.get(key)?.[0] ?? 0) + points, most]);
        }
      }
      for (const [period, [points, most]] of credited) assert.ok(points <= most, `${period}: ${points} of ${most}`);
    }),
    { numRuns: runs() },
  );
});

test('[PTS-03] of any number who race for what is left, no two share one', async () => {
  const people = ['p1', 'p2', 'p3', 'p4'];
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 0, max: 3 }), async (scheduler, stock) => {
      let through = false;
      const desk = await shop(stock, {
        through: (store) => {
          const slow = interleaved(scheduler)(store);
          return new Proxy(store, { get: (_, name) => Reflect.get(through ? slow : store, name) as unknown });
        },
      });
      for (const one of people) {
        for (const n of [1, 2]) await desk.all(award({ person: one, rule: 'wish', evidence: `${one}/${n}` }));
      }
      through = true;
      const sent = people.map((one) => desk.as(person(personId.parse(one))).send(reserve(one, `of${one}`)));
      const receipts = await scheduler.waitFor(Promise.all(sent));
      through = false;
      const [row] = (await desk.view(items)).rows;
      const got = receipts.filter(({ ok }) => ok).length;
      assert.deepEqual([row?.reserved, row?.available], [got, stock - got]);
      assert.ok(got <= stock && (stock === 0 || got > 0));
      assert.equal((await sums(desk))['store'] ?? 0, got * 20);
    }),
    { numRuns: runs() },
  );
});
