import type { Message, StreamId } from '@keting/domain';
import type { LocalDesk } from '@keting/runtime';
import type { PostgresStore } from '@keting/server';
import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { interleaved } from '../../support/interleaved.ts';
import { amounts, amountsOn } from './amounts.ts';
import { figure, seed } from './chance.ts';
import { checkRecord } from './check-record.ts';
import { onBoth, type Opened } from './homes.ts';
import { carryOut, deskOn, founding, monday, report, standing, straightWay, views } from './place.ts';
import { legal, losersCanGoOn, sendAs, type Sent } from './race.ts';

const stores = 8;

/** Desks for every writer, several on each store, as processes beside one another have them. */
const desksOn = ({ stores: opened }: Opened): readonly LocalDesk[] =>
  Array.from({ length: amounts.racers }, (_, n) => {
    const store = opened[n % opened.length];
    assert.ok(store !== undefined);
    return deskOn(store, { clock: standing() });
  });

const first = <T>([found]: readonly T[]): T => {
  assert.ok(found !== undefined);
  return found;
};

/** Everybody asks for the same step at the same time. Answers what each was told: one has won. */
async function raceFor(desks: readonly LocalDesk[], message: Message): Promise<readonly Sent[]> {
  const sent = await Promise.all(desks.map((desk, n) => sendAs(desk, `writer-${n}`, message)));
  const winners = sent.filter(({ receipt }) => receipt.ok);
  assert.equal(winners.length, 1, `one winner of ${message.type}`);
  return sent;
}

type Ids = readonly [string, string];
type Ask = (ids: Ids) => Message;
const reason = { reason: 'because' };

/** Whatever may be asked of one of two cases that somebody else asks something of as well. */
const asks: fc.Arbitrary<Ask> = fc.constantFrom(0 as const, 1 as const).chain((which) => {
  const ask =
    (type: string, data: Readonly<Record<string, unknown>> = {}): Ask =>
    (ids) => ({ type, data: { case: ids[which], ...data } });
  return fc.constantFrom<Ask[]>(
    ...[1, 2, 3, 4, 5, 6].map(
      (step): Ask =>
        (ids) =>
          first(straightWay(ids[which]).slice(step)),
    ),
    ask('DeclineCase', reason),
    ask('UrgeCase', { note: 'it is late' }),
    ask('SuspendCase', reason),
    ask('ResumeCase'),
    ask('ReturnCase', reason),
    ask('ReworkCase', reason),
    ask('ReopenCase', reason),
    ask('VoidCase', reason),
    ask('EscalateCase', reason),
    (ids) => ({ type: 'MergeCase', data: { case: ids[which], into: ids[1 - which], ...reason } }),
  );
});

/** Some steps that were taken before, and those that are asked for at once at several desks. */
const race = fc.record({
  before: fc.integer({ min: 1, max: 5 }),
  at: fc.array(fc.record({ desk: fc.nat(stores - 1), ask: asks }), { minLength: 4, maxLength: 10 }),
});
type Race = Parameters<Parameters<typeof race.map>[0]>[0];

/** One made-up race on two cases of their own, and whether all of it was as it should be. */
async function fair({ before, at }: Race, ids: Ids, store: PostgresStore, scheduler: fc.Scheduler): Promise<void> {
  const alone = deskOn(store, { clock: standing() });
  const sent: Sent[] = [];
  for (const message of [...straightWay(ids[0]).slice(0, before), report(ids[1])]) {
    sent.push(await sendAs(alone, 'clerk', message));
  }
  const through = interleaved(scheduler)(store);
  const desks = Array.from({ length: stores }, () => deskOn(through, { clock: standing(() => monday + 1000) }));
  const racing = at.map(({ desk, ask }) => sendAs(desks[desk] ?? alone, `writer-${desk}`, ask(ids)));
  const raced = await scheduler.waitFor(Promise.all(racing));
  const streams = ids.map((id): StreamId => `case/${id}`);
  await legal(store, streams, [...sent, ...raced], founding);
  const losers = raced.filter(({ receipt }) => !receipt.ok);
  await losersCanGoOn(alone, losers);
}

/** Everybody may urge, and all do at the same time: the rules let each, so whoever loses does so by a conflict. */
async function everybodyUrges(desks: readonly LocalDesk[], id: string): Promise<readonly Sent[]> {
  const urge = { type: 'UrgeCase', data: { case: id, note: 'it is late' } };
  const sent = await Promise.all(desks.map((desk, n) => sendAs(desk, `writer-${n}`, urge)));
  for (const { receipt } of sent) {
    assert.equal(receipt.ok ? 'version-conflict' : receipt.refusal.code, 'version-conflict');
  }
  return sent;
}

/** Races for every step of some cases. Answers what everybody was told. */
async function races(opened: Opened, steps: number): Promise<readonly Sent[]> {
  const desks = desksOn(opened);
  const store = first(opened.stores);
  await carryOut(first(desks), founding);
  const sent: Sent[] = [];
  const ids = Array.from({ length: amounts.races }, (_, n) => `c${n}`);
  for (const id of ids) {
    const [reported, ...later] = straightWay(id).slice(0, steps);
    assert.ok(reported !== undefined);
    sent.push(...(await raceFor(desks, reported)), ...(await everybodyUrges(desks, id)));
    for (const message of later) sent.push(...(await raceFor(desks, message)));
  }
  const streams = ids.map((id): StreamId => `case/${id}`);
  await legal(store, streams, sent, founding);
  await losersCanGoOn(
    first(desks),
    sent.filter(({ receipt }) => !receipt.ok),
  );
  await checkRecord(store, opened.database);
  return sent;
}

onBoth('one winner', (home) => {
  it(`[CASE-01] of ${amounts.racers} writers who ask for the same step of a case, one takes it and the others can go on`, async () => {
    const { name, open } = await home();
    const opened = await open(views, stores);
    const sent = await races(opened, amountsOn(name).steps);
    await opened.close();
    const codes = sent.map(({ receipt }) => (receipt.ok ? 'won' : receipt.refusal.code));
    const won = codes.filter((code) => code === 'won').length;
    const conflicts = codes.filter((code) => code === 'version-conflict').length;
    await figure(`one winner, on ${name}`, {
      writers: amounts.racers,
      commands: sent.length,
      ...{ won, conflicts },
      'refused by a rule': sent.length - won - conflicts,
    });
  });

  it('[CASE-01] [CASE-04] however commands on two cases interleave, what was accepted was allowed where it stands', async () => {
    const { name, open } = await home();
    const { stores: opened, database, close } = await open(views, 1);
    const store = first(opened);
    await carryOut(deskOn(store, { clock: standing() }), founding);
    let drawn = 0;
    const law = fc.asyncProperty(fc.scheduler(), race, async (scheduler, asked) => {
      drawn += 1;
      await fair(asked, [`a${drawn}`, `b${drawn}`], store, scheduler);
    });
    await fc.assert(law, { numRuns: amountsOn(name).runs, seed });
    await checkRecord(store, database);
    await close();
    await figure(`made-up races, on ${name}`, { histories: amountsOn(name).runs });
  });
});
