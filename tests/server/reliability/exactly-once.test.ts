import { commandId, type CommandId, type Message } from '@keting/domain';
import {
  memoryOutbox,
  newId,
  RemoteDeskError,
  remoteDesk,
  type Receipt,
  type RemoteDesk,
  type Wait,
} from '@keting/runtime';
import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { amountsOn } from './amounts.ts';
import { BreakingLine } from './breaking-line.ts';
import { byChance, figure, type Chance } from './chance.ts';
import { checkRecord, receiptsIn } from './check-record.ts';
import { inStores, onBoth, type Home } from './homes.ts';
import { carryOut, contexts, deskOn, founding, report, standing, views } from './place.ts';
import { endServers, Settings, startServer } from './server-process.ts';

/** For how long an answer is waited for stays as it is; the pauses between tries pass a thousand times as fast. */
const waits: ReadonlySet<number> = new Set([5_000, 30_000, 60_000, 180_000]);
const hurried: Wait = (milliseconds, call) => {
  const timer = setTimeout(call, waits.has(milliseconds) ? milliseconds : milliseconds / 1000);
  return () => clearTimeout(timer);
};

/** A page of somebody, behind a line that breaks. It is opened again until it has met its desk. */
async function pageOf(who: string, port: number): Promise<RemoteDesk> {
  for (;;) {
    try {
      return await remoteDesk({
        url: `http://127.0.0.1:${port}/keting/v1`,
        headers: () => ({ authorization: `Demo ${who}` }),
        outbox: memoryOutbox(),
        contexts,
        wait: hurried,
        chance: () => 0.3,
        online: () => () => undefined,
        onTrouble: (it) => assert.ok(it instanceof RemoteDeskError, String(it)),
      });
    } catch (error) {
      if (!(error instanceof RemoteDeskError)) throw error;
    }
  }
}

/** What one client asks for: cases of its own, each reported and then urged, and now and then the case of everybody. */
function asked(who: string, n: number, chance: Chance): Message {
  if (n % 4 === 0) return report(`${who}-${n >> 2}`);
  const urged = chance.whole(1, 8) === 1 ? 'shared' : `${who}-${n >> 2}`;
  return { type: 'UrgeCase', data: { case: urged, note: `number ${n}` } };
}

interface Told {
  readonly id: CommandId;
  readonly type: string;
  readonly receipt: Receipt;
}

/** What a client was told of all that it sent: at once, or later by its outbox. */
interface Client {
  readonly told: readonly Told[];
  /** Refused after it had been kept for a while. */
  readonly refusedLater: ReadonlySet<string>;
}

/** Ends when nothing waits in the outbox any more. */
function delivered(page: RemoteDesk): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      page.outbox
        .state()
        .then(({ waiting }) => {
          if (waiting.length > 0) return;
          stop();
          resolve();
        })
        .catch(reject);
    };
    const stop = page.outbox.follow(look);
    look();
  });
}

/** Sends everything without waiting for the line, then waits until all of it is answered. */
async function sendAll(who: string, count: number, line: BreakingLine, chance: Chance): Promise<Client> {
  const page = await pageOf(who, line.port);
  const sent: Promise<Told>[] = [];
  for (let n = 0; n < count; n += 1) {
    const id = commandId.parse(newId());
    const message = asked(who, n, chance);
    const told = page.send({ ...message, id }).then((receipt) => ({ id, type: message.type, receipt }));
    sent.push(told);
    // A person waits now and then; the outbox goes on meanwhile.
    if (chance.fraction() < 0.2) await told;
  }
  const told = await Promise.all(sent);
  await delivered(page);
  const { refused } = await page.outbox.state();
  page.close();
  return { told, refusedLater: new Set(refused.map(({ id }) => id)) };
}

const wasRefused = ({ id, receipt }: Told, { refusedLater }: Client): boolean =>
  receipt.ok === 'queued' ? refusedLater.has(id) : !receipt.ok;

/** Each command is in the record once where its sender was told so, and not at all where it was refused. */
function onceEach(client: Client, receipts: ReadonlyMap<string, readonly string[]>): void {
  for (const told of client.told) {
    const { id, type, receipt } = told;
    const events = receipts.get(id);
    assert.equal(events === undefined, wasRefused(told, client), `${type} ${id}: ${JSON.stringify(receipt)}`);
    if (receipt.ok !== true) continue;
    const said = receipt.events.map(({ stream, version, type: kind }) => `${stream} ${version} ${kind}`);
    assert.deepEqual(events, said, `${type} ${id} took effect as its sender was told`);
  }
}

async function exactlyOnce(home: Home, chance: Chance): Promise<void> {
  await inStores(home, views, 1, ({ stores: [store] }) => {
    assert.ok(store !== undefined);
    return carryOut(deskOn(store, { clock: standing(() => Date.now()) }), [...founding, report('shared')]);
  });
  const settings = new Settings(home);
  const server = await startServer(settings);
  const line = await BreakingLine.open(Number(new URL(server.url).port), chance);
  const { clients, commands } = amountsOn(home.name);
  const each = Math.floor(commands / clients);
  const sending = Array.from({ length: clients }, (_, n) => sendAll(`w${n}`, each, line, chance));
  const heard = await Promise.race([Promise.all(sending), server.fell]);
  await line.close();
  await server.stop();
  await settings.remove();
  await inStores(home, views, 1, async ({ stores: [store], database }) => {
    assert.ok(store !== undefined);
    const receipts = await receiptsIn(database);
    heard.forEach((client) => {
      onceEach(client, receipts);
    });
    await checkRecord(store, database);
    const told = heard.flatMap((client) => client.told.map((one) => ({ ...one, refused: wasRefused(one, client) })));
    await figure(`exactly once, on ${home.name}`, {
      clients,
      commands: told.length,
      'waited in an outbox': told.filter(({ receipt }) => receipt.ok === 'queued').length,
      refused: told.filter(({ refused }) => refused).length,
      ...Object.fromEntries(Object.entries(line.broken).map(([where, times]) => [`line broken ${where}`, times])),
    });
  });
}

onBoth('exactly once', (home) => {
  after(endServers);

  it('[CASE-01] what is sent over a line that breaks takes effect once, and its sender is told so', () =>
    byChance(async (chance) => exactlyOnce(await home(), chance)));
});
