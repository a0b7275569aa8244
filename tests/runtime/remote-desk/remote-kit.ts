import type { Command, CommandId } from '@keting/domain';
import { commandId } from '@keting/domain';
import {
  idMaker,
  memoryFiles,
  memoryOutbox,
  remoteDesk,
  type Desk,
  type Outbox,
  type Receipt,
  type RemoteDesk,
  type RemoteDeskOptions,
} from '@keting/runtime';
import assert from 'node:assert/strict';
import { contexts, report, smallDesk, someone, type SmallDesk } from '../desk/small-place.ts';
import { SmallServer } from './small-server.ts';
import { TestTime } from './test-time.ts';

/** A small place, a server over it, and time. Pages are opened onto it. */
export interface Kit {
  readonly small: SmallDesk;
  readonly server: SmallServer;
  readonly time: TestTime;
  readonly outbox: Outbox;
  readonly trouble: unknown[];
  /** Tells every page that the machine is connected again. */
  readonly back: () => void;
  readonly page: (changed?: Partial<RemoteDeskOptions>) => Promise<RemoteDesk>;
}

export function kit(who = 'reporter', time = new TestTime()): Kit {
  const small = smallDesk({ files: memoryFiles() });
  const server = new SmallServer(small.desk, someone(who));
  const outbox = memoryOutbox();
  const trouble: unknown[] = [];
  const pages = new Set<() => void>();
  let seed = 7;
  const newId = idMaker(
    () => small.clock.now() + time.now,
    (into) => into.forEach((_, i) => (into[i] = seed = (seed * 31 + 11) & 255)),
  );
  return {
    small,
    server,
    time,
    outbox,
    trouble,
    back: () => pages.forEach((page) => page()),
    page: (changed = {}) =>
      remoteDesk({
        url: 'https://desk.test/api',
        fetch: server.fetch,
        outbox,
        contexts,
        newId,
        now: () => small.clock.now() + time.now,
        online(back) {
          pages.add(back);
          return () => void pages.delete(back);
        },
        wait: time.wait,
        chance: () => 1,
        onTrouble: (it) => trouble.push(it),
        ...changed,
      }),
  };
}

export const idOf = (n: number): CommandId => commandId.parse(`018e0000-0000-7000-8000-${String(n).padStart(12, '0')}`);

/** A report with an id of its own. */
export const reportOf = (n: number, rest: Readonly<Record<string, unknown>> = {}): Command => ({
  ...report(`c${n}`, rest),
  id: idOf(n),
});

export const isQueued = (receipt: Receipt): void => {
  assert.equal(receipt.ok, 'queued');
};

/** Codes of what was refused, and ids of what waits. */
export async function stateOf(desk: Desk) {
  const state = await desk.outbox?.state();
  return {
    online: state?.online,
    waiting: state?.waiting.map(({ id }) => id),
    refused: state?.refused.map(({ refusal }) => refusal?.code),
  };
}
