import type { Command } from '@keting/domain';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { idOf, kit, reportOf } from './remote-kit.ts';
import { runs } from '../../support/runs.ts';

const fate = fc.constantFrom('before' as const, 'during' as const, 'after' as const, undefined, undefined);

/** A walk over some cases: each is reported, then urged again and again, the commands of all of them mixed. */
const walk = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 14 });

const commandsOf = (cases: readonly number[]): readonly Command[] => {
  const begun = new Set<number>();
  return cases.map((which, i) => {
    const first = !begun.has(which);
    begun.add(which);
    if (first) return { ...reportOf(which), id: idOf(100 + i) };
    return { type: 'UrgeCase', data: { case: `c${which}`, note: `number ${i}` }, id: idOf(100 + i) };
  });
};

test('[CASE-01] however the line breaks, each command takes effect once and those of a stream in their order', async () => {
  await fc.assert(
    fc.asyncProperty(walk, fc.array(fate, { maxLength: 40 }), async (cases, fates) => {
      const it = kit('clerk');
      const desk = await it.page();
      const left = [...fates];
      it.server.breaks = () => left.shift();
      const commands = commandsOf(cases);
      const receipts = [];
      for (const command of commands) receipts.push(desk.send(command));
      await it.time.pass(120_000 * (fates.length + 1));
      await Promise.all(receipts);
      assert.deepEqual(await it.outbox.commands(), []);
      for (const which of new Set(cases)) {
        const history = await it.small.store.history(`case/c${which}`);
        const sent = commands.filter((_, i) => cases[i] === which).map(({ id }) => id);
        assert.deepEqual([...new Set(history.map(({ command }) => command))], sent);
        assert.equal(history.length, sent.length);
      }
      desk.close();
    }),
    { numRuns: runs() },
  );
});
