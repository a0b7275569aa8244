/// <reference lib="dom" />
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Refusal } from '@keting/domain';
import { byName, marked, type KeptCommand, type KeptGreeting, type Outbox, type WaitingFile } from './outbox.ts';

interface Schema extends DBSchema {
  /** Commands by their place; `id` finds a place. */
  commands: { key: number; value: KeptCommand; indexes: { id: string } };
  files: { key: string; value: WaitingFile; indexes: { about: [string, string, number] } };
  greetings: { key: string; value: KeptGreeting };
}

/** An outbox of IndexedDB, which can be closed; what is in it stays. */
export interface IndexedDbOutbox extends Outbox {
  /** Closes the database, and hears other pages no more. */
  close(): Promise<void>;
}

const open = (name: string): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('commands', { autoIncrement: true }).createIndex('id', 'id', { unique: true });
      const files = database.createObjectStore('files', { keyPath: 'id' });
      files.createIndex('about', ['id', 'by', 'at']);
      database.createObjectStore('greetings');
    },
    // A later release waits to change the shape: the page goes on with it after it is loaded anew.
    blocking: (_current, _blocked, { target }) => {
      if (target instanceof IDBDatabase) target.close();
    },
  });

/** Tells the other pages on this device that something has changed, where pages can be told. */
function channelOf(name: string, heard: () => void): Pick<BroadcastChannel, 'postMessage' | 'close'> {
  if (typeof BroadcastChannel === 'undefined') return { postMessage: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(name);
  channel.onmessage = heard;
  return channel;
}

/** One page at a time, where pages can lock. Else each on its own: what two send twice, the desk carries out once. */
function locks(name: string): Outbox['alone'] {
  const here = byName();
  return (work, run) =>
    here(work, async () => {
      // Not there in pages without a secure context, whatever the compiler's library says.
      const manager: LockManager | undefined = 'locks' in navigator ? navigator.locks : undefined;
      if (manager === undefined) await run();
      else await manager.request(`${name} ${work}`, run);
    });
}

class Kept implements IndexedDbOutbox {
  readonly alone: Outbox['alone'];
  private readonly database: Promise<IDBPDatabase<Schema>>;
  private readonly channel: ReturnType<typeof channelOf>;
  private readonly listeners = new Set<() => void>();

  constructor(name: string) {
    this.database = open(name);
    // Whoever asks first hears why it could not be opened.
    this.database.catch(() => undefined);
    this.channel = channelOf(name, () => this.tell());
    this.alone = locks(name);
  }

  async put(command: KeptCommand): Promise<void> {
    const { store, done } = (await this.database).transaction('commands', 'readwrite');
    const place = await store.index('id').getKey(command.id);
    await Promise.all([place === undefined ? store.add(command) : store.put(command, place), done]);
    this.changed();
  }

  async mark(id: string, refusal: Refusal | undefined): Promise<void> {
    const { store, done } = (await this.database).transaction('commands', 'readwrite');
    const cursor = await store.index('id').openCursor(id);
    await Promise.all([cursor?.update(marked(cursor.value, refusal)), done]);
    this.changed();
  }

  async commands(): Promise<readonly KeptCommand[]> {
    return (await this.database).getAll('commands');
  }

  async remove(id: string): Promise<void> {
    const { store, done } = (await this.database).transaction('commands', 'readwrite');
    const cursor = await store.index('id').openCursor(id);
    await Promise.all([cursor?.delete(), done]);
    this.changed();
  }

  async putFile(file: WaitingFile): Promise<void> {
    const { store, done } = (await this.database).transaction('files', 'readwrite');
    const there = await store.getKey(file.id);
    await Promise.all([there === undefined ? store.add(file) : undefined, done]);
  }

  async file(id: string): Promise<WaitingFile | undefined> {
    return (await this.database).get('files', id);
  }

  async files(): Promise<readonly Omit<WaitingFile, 'bytes' | 'type'>[]> {
    const files: Omit<WaitingFile, 'bytes' | 'type'>[] = [];
    const { store } = (await this.database).transaction('files');
    // By keys of the index alone: the bytes are left where they are.
    let cursor = await store.index('about').openKeyCursor();
    while (cursor !== null) {
      const [id, by, at] = cursor.key;
      files.push({ id, by, at });
      cursor = await cursor.continue();
    }
    return files;
  }

  async removeFile(id: string): Promise<void> {
    await (await this.database).delete('files', id);
  }

  async remember(account: string, greeting: KeptGreeting): Promise<void> {
    await (await this.database).put('greetings', greeting, account);
  }

  async remembered(account: string): Promise<KeptGreeting | undefined> {
    return (await this.database).get('greetings', account);
  }

  async wipe(by: string): Promise<void> {
    const all = (await this.database).transaction(['commands', 'files', 'greetings'], 'readwrite');
    let greeting = await all.objectStore('greetings').openCursor();
    while (greeting !== null) {
      if (greeting.value.by === by) await greeting.delete();
      greeting = await greeting.continue();
    }
    let command = await all.objectStore('commands').openCursor();
    while (command !== null) {
      if (command.value.by === by) await command.delete();
      command = await command.continue();
    }
    let file = await all.objectStore('files').openCursor();
    while (file !== null) {
      if (file.value.by === by) await file.delete();
      file = await file.continue();
    }
    await all.done;
    this.changed();
  }

  follow(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.channel.close();
    (await this.database).close();
  }

  private changed(): void {
    this.tell();
    this.channel.postMessage('changed');
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

/**
 * An outbox that outlasts the page: in IndexedDB, under a name. Pages with the same name have one outbox, and send no
 * stream's commands at the same time where pages can lock each other out. Where it cannot be opened, each use of it rejects.
 */
export const indexedDbOutbox = (name: string): IndexedDbOutbox => new Kept(name);
