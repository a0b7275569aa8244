import { commandId, refuseKernel } from '@keting/domain';
import { indexedDbOutbox, type IndexedDbOutbox, type KeptCommand } from '@keting/runtime';
import { assert } from '@open-wc/testing';

const idOf = (n: number) => commandId.parse(`018e0000-0000-7000-8000-${String(n).padStart(12, '0')}`);

const command = (n: number, by = 'person/one'): KeptCommand => ({
  id: idOf(n),
  by,
  type: 'UrgeCase',
  data: { case: 'c1', note: `number ${n}` },
  at: n,
  stream: 'case/c1',
  files: [],
});

const file = (id: string, by = 'person/one') => ({
  id,
  by,
  bytes: new Uint8Array([1, 2, 3]),
  type: 'image/png',
  at: 5,
});

let tests = 0;

describe('[CASE-01] the outbox in IndexedDB', () => {
  const opened: IndexedDbOutbox[] = [];
  let name = '';

  const open = (): IndexedDbOutbox => {
    const outbox = indexedDbOutbox(name);
    opened.push(outbox);
    return outbox;
  };

  beforeEach(() => {
    tests += 1;
    name = `outbox-${tests}`;
  });

  afterEach(async () => {
    for (const outbox of opened.splice(0)) await outbox.close();
    indexedDB.deleteDatabase(name);
  });

  it('keeps commands in their order, and files, when it is closed and opened again', async () => {
    const outbox = open();
    // Their order is that of putting, not of their ids.
    await Promise.all([3, 1, 2].map((n) => outbox.put(command(n))));
    await outbox.putFile(file('photo-1'));
    await outbox.close();
    const later = open();
    assert.deepEqual(await later.commands(), [command(3), command(1), command(2)]);
    assert.deepEqual(await later.file('photo-1'), file('photo-1'));
    assert.deepEqual(await later.files(), [{ id: 'photo-1', by: 'person/one', at: 5 }]);
  });

  it('keeps how an account was greeted, until it is wiped', async () => {
    const greeting = { by: 'person/one', answer: { model: { id: 'luqiao' } } };
    await open().remember('one', greeting);
    const later = open();
    assert.deepEqual(await later.remembered('one'), greeting);
    await later.wipe('person/two');
    assert.deepEqual(await later.remembered('one'), greeting);
    await later.wipe('person/one');
    assert.isUndefined(await later.remembered('one'));
  });

  it('puts a command of the same id in its place, and keeps a file that is there', async () => {
    const outbox = open();
    await outbox.put(command(1));
    await outbox.put(command(2));
    await outbox.put({ ...command(1), data: 'edited' });
    assert.deepEqual(await outbox.commands(), [{ ...command(1), data: 'edited' }, command(2)]);
    await outbox.putFile(file('photo-1'));
    await outbox.putFile({ ...file('photo-1'), bytes: new Uint8Array([9]) });
    assert.deepEqual((await outbox.file('photo-1'))?.bytes, new Uint8Array([1, 2, 3]));
  });

  it('notes a refusal and takes it back, and leaves alone what is gone', async () => {
    const outbox = open();
    await outbox.put(command(1));
    const refusal = refuseKernel('not-found', { ids: ['c1'] });
    await outbox.mark(idOf(1), refusal);
    await outbox.mark(idOf(2), refusal);
    assert.deepEqual(await outbox.commands(), [{ ...command(1), refusal }]);
    await outbox.mark(idOf(1), undefined);
    assert.deepEqual(await outbox.commands(), [command(1)]);
    await outbox.remove(idOf(1));
    await outbox.remove(idOf(1));
    await outbox.removeFile('none');
    assert.deepEqual(await outbox.commands(), []);
  });

  it('is wiped of what is one person’s, and of nothing else', async () => {
    const outbox = open();
    for (const by of ['person/one', 'person/two']) {
      await outbox.put(command(by === 'person/one' ? 1 : 2, by));
      await outbox.putFile(file(by.slice(7), by));
    }
    await outbox.wipe('person/one');
    assert.deepEqual(await outbox.commands(), [command(2, 'person/two')]);
    assert.deepEqual(await outbox.files(), [{ id: 'two', by: 'person/two', at: 5 }]);
  });

  it('tells another page of what changed', async () => {
    const [one, other] = [open(), open()];
    await other.commands();
    const heard = new Promise<void>((resolve) => other.follow(resolve));
    await one.put(command(1));
    await heard;
    assert.deepEqual(await other.commands(), [command(1)]);
  });

  it('lets one page at a time do a work of one name, and works of other names at the same time', async () => {
    const [one, other] = [open(), open()];
    const done: string[] = [];
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const first = one.alone('case/c1', () => held.then(() => void done.push('first')));
    const second = other.alone('case/c1', () => Promise.resolve(void done.push('second')));
    await other.alone('case/c2', () => Promise.resolve(void done.push('beside')));
    release();
    await Promise.all([first, second]);
    assert.deepEqual(done, ['beside', 'first', 'second']);
  });
});
