import type { CommandId, Instant, Refusal, StreamId } from '@keting/domain';

/** A command that is kept until the desk has answered it. Plain data: what can be sent can be kept. */
export interface KeptCommand {
  readonly id: CommandId;
  /** Whose it is: it is sent as theirs or not at all. */
  readonly by: string;
  readonly type: string;
  readonly data: unknown;
  readonly at: Instant;
  /** Those of one stream are sent one after another. Undefined where it cannot be told. */
  readonly stream: StreamId | undefined;
  /** Files that it names: they are sent before it. */
  readonly files: readonly string[];
  readonly refusal?: Refusal;
}

/** A file that is kept until the desk has it, stripped of hidden data. */
export interface WaitingFile {
  readonly id: string;
  readonly by: string;
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly at: Instant;
}

/** How a desk last greeted an account, so that a page opens while the line is down. */
export interface KeptGreeting {
  /** Whom it was taken for. */
  readonly by: string;
  readonly answer: unknown;
}

/** Where commands and files wait on this device. Each change holds when its promise is kept. */
export interface Outbox {
  /** Adds a command behind all others; one whose id is there takes the other's place. */
  put(command: KeptCommand): Promise<void>;
  /** Notes the refusal of a command, or that it waits again where undefined; nothing where it is gone. */
  mark(id: string, refusal: Refusal | undefined): Promise<void>;
  /** All commands, in the order in which they were first put. */
  commands(): Promise<readonly KeptCommand[]>;
  /** Removes a command; nothing where it is gone. */
  remove(id: string): Promise<void>;
  /** Keeps a file. One whose id is there stays as it is. */
  putFile(file: WaitingFile): Promise<void>;
  /** The file of that id; undefined where it is not here, or not any more. */
  file(id: string): Promise<WaitingFile | undefined>;
  /** Ids of the files that are there, with whose they are and since when. */
  files(): Promise<readonly Omit<WaitingFile, 'bytes' | 'type'>[]>;
  /** Removes a file; nothing where it is gone. */
  removeFile(id: string): Promise<void>;
  /** Keeps how an account was greeted, in place of the time before. */
  remember(account: string, greeting: KeptGreeting): Promise<void>;
  /** How an account was greeted last; undefined where it never was, or was wiped. */
  remembered(account: string): Promise<KeptGreeting | undefined>;
  /** Removes the commands and files of one, and how they were greeted. */
  wipe(by: string): Promise<void>;
  /** Runs while nobody else on this outbox, in any page, runs under the same name. */
  alone(name: string, work: () => Promise<void>): Promise<void>;
  /** Calls when something has changed, also by another page; answers how to stop. */
  follow(listener: () => void): () => void;
}

/** Runs works of one name one after another. */
export function byName(): Outbox['alone'] {
  const running = new Map<string, Promise<void>>();
  return (name, work) => {
    const done = (running.get(name) ?? Promise.resolve()).then(work);
    // The next waits for the end of this, however it ends; whoever asked for this hears how.
    const ended = done
      .catch(() => undefined)
      .then(() => {
        if (running.get(name) === ended) running.delete(name);
      });
    running.set(name, ended);
    return done;
  };
}

/** An outbox that lasts as long as the page. */
export function memoryOutbox(): Outbox {
  const commands = new Map<string, KeptCommand>();
  const files = new Map<string, WaitingFile>();
  const greetings = new Map<string, KeptGreeting>();
  const listeners = new Set<() => void>();
  const changed = (): Promise<void> => {
    for (const listener of [...listeners]) listener();
    return Promise.resolve();
  };
  return {
    put(command) {
      commands.set(command.id, command);
      return changed();
    },
    mark(id, refusal) {
      const command = commands.get(id);
      if (command === undefined) return Promise.resolve();
      commands.set(id, marked(command, refusal));
      return changed();
    },
    commands: () => Promise.resolve([...commands.values()]),
    remove(id) {
      return commands.delete(id) ? changed() : Promise.resolve();
    },
    putFile(file) {
      if (!files.has(file.id)) files.set(file.id, { ...file, bytes: file.bytes.slice() });
      return Promise.resolve();
    },
    file: (id) => Promise.resolve(files.get(id)),
    files: () => Promise.resolve([...files.values()].map(({ id, by, at }) => ({ id, by, at }))),
    removeFile(id) {
      files.delete(id);
      return Promise.resolve();
    },
    remember(account, greeting) {
      greetings.set(account, greeting);
      return Promise.resolve();
    },
    remembered: (account) => Promise.resolve(greetings.get(account)),
    wipe(by) {
      for (const [account, greeting] of greetings) if (greeting.by === by) greetings.delete(account);
      for (const [id, command] of commands) if (command.by === by) commands.delete(id);
      for (const [id, file] of files) if (file.by === by) files.delete(id);
      return changed();
    },
    alone: byName(),
    follow(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** A command with a refusal, or without. */
export function marked({ refusal: _, ...command }: KeptCommand, refusal: Refusal | undefined): KeptCommand {
  return refusal === undefined ? command : { ...command, refusal };
}
