import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anonymous, commandId, hashText, process, type Command, type CommandId } from '@keting/domain';
import type { Receipt } from '@keting/runtime';
import { monday, report, smallDesk } from './small-place.ts';

const id = commandId.parse('018e0000-0000-7000-8000-000000000001');
const derived = commandId.parse('018e0000-0000-8000-8000-000000000001');
const refusal = (receipt: Receipt) => (receipt.ok ? undefined : receipt.refusal);

test('an id belongs to who used it, for what, of which stream: to anyone else it is taken', async () => {
  const { as, desk } = smallDesk();
  const first = await as('reporter').send({ ...report('c1'), id });
  const others: readonly (readonly [typeof desk, Command])[] = [
    [as('stranger'), report('c1')],
    [desk.as(anonymous), report('c1')],
    [desk.as(process('reporter')), report('c1')],
    [as('reporter'), { type: 'WithdrawCase', data: { case: 'c1' } }],
    [as('reporter'), report('c2')],
  ];
  for (const [other, command] of others) {
    const taken = { code: 'command-id-taken', rule: 'KERNEL', ids: [id], params: {} };
    assert.deepEqual(refusal(await other.send({ ...command, id })), taken);
    assert.deepEqual(await other.can({ ...command, id }), { allowed: false, refusal: taken });
  }
  assert.deepEqual(await as('reporter').send({ ...report('c1'), id }), first);
  assert.deepEqual(await as('reporter').can({ ...report('c1'), id }), { allowed: true });
});

test('the same command sent twice at once acts once, and both learn so', async () => {
  const { as, store } = smallDesk();
  const send = () => as('reporter').send({ ...report('c1'), id });
  const [first, second] = await Promise.all([send(), send()]);
  assert.ok(first.ok);
  assert.deepEqual(second, first);
  assert.equal((await store.history('case/c1')).length, 1);
});

test('of two who use one id at once, one holds it', async () => {
  const { as } = smallDesk();
  const receipts = await Promise.all([
    as('reporter').send({ ...report('c1'), id }),
    as('other').send({ ...report('c2'), id }),
  ]);
  assert.deepEqual(
    receipts.map((receipt) => refusal(receipt)?.code),
    [undefined, 'command-id-taken'],
  );
});

test('[CASE-01] what is kept of an anonymous report does not say who sent it', async () => {
  const { as, desk, store } = smallDesk();
  const command = { ...report('c1', { mode: 'anonymous', receipt: hashText('secret') }), id };
  const first = await as('reporter').send(command);
  assert.ok(first.ok);
  assert.doesNotMatch(JSON.stringify(await store.receipt(id)), /reporter/);
  assert.deepEqual(await as('reporter').send(command), first);
  assert.deepEqual(await desk.as(anonymous).send(command), first, 'nothing tells the two apart');
  assert.equal(refusal(await as('reporter').send({ ...report('c1'), id }))?.code, 'command-id-taken');
});

test('a malformed id is refused, under a fresh one', async () => {
  const { as, store } = smallDesk();
  const malformed = JSON.parse('"case/c1"') as CommandId;
  const receipt = await as('reporter').send({ ...report('c1'), id: malformed });
  assert.equal(refusal(receipt)?.code, 'command-invalid');
  assert.deepEqual(refusal(receipt)?.faults, [{ path: 'id', code: 'wrong-form' }]);
  assert.equal(commandId.parse(receipt.id), receipt.id);
  assert.deepEqual(await store.history('case/c1'), []);
});

test('an id that follows from a name is a process’s alone: nobody uses up the clock’s', async () => {
  const { as, clock, desk, store } = smallDesk();
  for (const other of [as('reporter'), desk.as(anonymous)]) {
    const command = { ...report('c1'), id: derived };
    const receipt = await other.send(command);
    assert.equal(refusal(receipt)?.code, 'command-invalid');
    assert.deepEqual(await other.can(command), { allowed: false, refusal: refusal(receipt) });
  }
  const imported = report('c2', { mode: 'anonymous', receipt: hashText('secret') });
  assert.ok((await desk.as(process('importer')).send({ ...imported, id: derived })).ok);
  clock.time = monday + 3 * 3_600_000;
  await desk.settled();
  const warned = (await store.history('case/c2'))[1];
  assert.equal(warned?.type, 'DeadlineWarned');
  assert.match(warned.command, /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
