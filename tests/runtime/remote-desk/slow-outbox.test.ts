import { memoryOutbox, type Outbox } from '@keting/runtime';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { idOf, kit, reportOf, stateOf } from './remote-kit.ts';
import { settled } from './test-time.ts';
import { runs } from '../../support/runs.ts';

/** Lets so many turns of the machine go by. */
async function turns(many: number): Promise<void> {
  for (let i = 0; i < many; i += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** An outbox whose changes hold after a while, in their order, and whose answers come after another. */
function slowOutbox(puts: readonly number[], reads: readonly number[]) {
  const inner = memoryOutbox();
  const [left, leftReads] = [[...puts], [...reads]];
  const held = new Set<string>();
  let before: Promise<void> = Promise.resolve();
  const outbox: Outbox = {
    ...inner,
    put(command) {
      const done = before.then(async () => {
        await turns(left.shift() ?? 0);
        await inner.put(command);
        held.add(command.id);
        await turns(left.shift() ?? 0);
      });
      before = done;
      return done;
    },
    async commands() {
      const commands = await inner.commands();
      await turns(leftReads.shift() ?? 0);
      return commands;
    },
  };
  return { outbox, held };
}

const slow = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 20 });

test('[CASE-01] however slowly an outbox keeps, commands are sent in the order in which they were put, and none before it is kept', async () => {
  const sizes = fc.record({ before: fc.integer({ min: 0, max: 4 }), meanwhile: fc.integer({ min: 1, max: 4 }) });
  await fc.assert(
    fc.asyncProperty(sizes, slow, slow, slow, async ({ before, meanwhile }, puts, reads, pauses) => {
      const it = kit();
      const { outbox, held } = slowOutbox(puts, reads);
      const desk = await it.page({ outbox, contexts: [] });
      await settled();
      const early: string[] = [];
      it.server.before = ({ body }) => {
        const text = JSON.stringify(body);
        for (let n = 1; n <= before + meanwhile; n += 1) {
          if (text.includes(idOf(n)) && !held.has(idOf(n))) early.push(idOf(n));
        }
        return turns(1);
      };
      it.server.down = true;
      for (let n = 1; n <= before; n += 1) await desk.send(reportOf(n));
      it.server.down = false;
      it.server.sent.length = 0;
      const flushed = desk.outbox.flush();
      const receipts = [];
      for (let n = before + 1; n <= before + meanwhile; n += 1) {
        await turns(pauses[n] ?? 0);
        receipts.push(desk.send(reportOf(n)));
      }
      await flushed;
      for (const receipt of await Promise.all(receipts)) assert.equal(receipt.ok, true);
      const expected = Array.from({ length: before + meanwhile }, (_, i) => idOf(i + 1));
      assert.deepEqual([...new Set(it.server.commands)], expected);
      assert.deepEqual(early, []);
      assert.deepEqual(await stateOf(desk), { online: true, waiting: [], refused: [] });
      desk.close();
    }),
    { numRuns: runs() },
  );
});

test('[CASE-01] what an outbox cannot keep is not sent, and its sender is told', async () => {
  const it = kit();
  const full = new Error('no room');
  const desk = await it.page({ outbox: { ...it.outbox, put: () => Promise.reject(full) } });
  await assert.rejects(desk.send(reportOf(1)), full);
  await settled();
  assert.deepEqual(it.server.commands, []);
});
