import { processes, streamKey } from '@keting/domain';
import type { PostgresStore } from '@keting/server';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { amounts } from './amounts.ts';
import { byChance, figure, type Chance } from './chance.ts';
import { checkRecord, receiptsIn, streamsOf } from './check-record.ts';
import { homeInPglite, homeOnPostgres, inStores, type Home } from './homes.ts';
import { KillablePostgres } from './killable-postgres.ts';
import { emptyRecord } from '../../../scripts/empty-pglite.ts';
import { PgliteFolders } from '../../support/pglite-folders.ts';
import { carryOut, deskOn, founding, report, standing, views } from './place.ts';
import { endServers, Settings, startServer, type ServerProcess } from './server-process.ts';
import { Way, Writer } from './writers.ts';

const atNow = standing(() => Date.now());

function one<T>([found]: readonly T[]): T {
  assert.ok(found !== undefined);
  return found;
}

/** Until a moment that nobody chose: after some more commands, and a few milliseconds into whatever goes on then. */
async function someMoment(way: Way, chance: Chance): Promise<void> {
  await way.more(chance.whole(5, 40));
  await new Promise((resolve) => {
    setTimeout(resolve, chance.whole(0, 20));
  });
}

/** Who is killed: the server, the database under it, or both. */
type Victim = 'server' | 'database' | 'both';

interface Killed {
  readonly server: number;
  readonly database: number;
}

/** Kills again and again, and starts again what was killed. Answers the server that runs at the end. */
class Killer {
  readonly killed = { server: 0, database: 0 };
  private readonly settings: Settings;
  private readonly postgres: KillablePostgres | undefined;
  private readonly chance: Chance;

  constructor(settings: Settings, postgres: KillablePostgres | undefined, chance: Chance) {
    this.settings = settings;
    this.postgres = postgres;
    this.chance = chance;
  }

  async run(way: Way): Promise<ServerProcess> {
    let server = await startServer(this.settings);
    way.up(server.url);
    for (let n = 0; n < amounts.kills; n += 1) {
      await Promise.race([someMoment(way, this.chance), server.fell]);
      way.down();
      server = await this.strike(this.victim(n), server);
      way.up(server.url);
    }
    await way.more(20);
    return server;
  }

  /** The first few in turn, so that each comes to pass in few. */
  private victim(n: number): Victim {
    if (this.postgres === undefined) return 'server';
    const victims = ['server', 'database', 'both'] as const;
    return n < 3 ? (victims[n] ?? 'server') : this.chance.one(victims);
  }

  private async strike(victim: Victim, server: ServerProcess): Promise<ServerProcess> {
    if (victim !== 'database') this.killed.server += 1;
    if (victim !== 'server') {
      this.killed.database += 1;
      await this.postgres?.kill(this.chance.one(['SIGQUIT', 'SIGKILL']));
    }
    if (victim !== 'database') await server.kill();
    if (victim !== 'server') await this.postgres?.again();
    return victim === 'database' ? server : startServer(this.settings);
  }
}

interface Heard {
  readonly writers: readonly Writer[];
  readonly killed: Killed;
}

/** Writers write while the server is killed under them. */
async function underFire(home: Home, postgres: KillablePostgres | undefined, chance: Chance): Promise<Heard> {
  await inStores(home, views, 1, ({ stores }) =>
    carryOut(deskOn(one(stores), { clock: atNow }), [...founding, report('shared')]),
  );
  const settings = new Settings(home);
  const way = new Way();
  way.down();
  const killer = new Killer(settings, postgres, chance);
  const writers = Array.from({ length: amounts.writers }, (_, n) => new Writer(`w${n}`, way, chance));
  const writing = Promise.all(writers.map((writer) => writer.run()));
  const killing = killer.run(way).finally(() => {
    way.over = true;
    way.up(way.url);
  });
  const [server] = await Promise.all([killing, writing]);
  await server.stop();
  await settings.remove();
  return { writers, killed: killer.killed };
}

/** What escalations asked for and nobody had answered yet is answered, once each. */
async function escalationsAnswered(store: PostgresStore): Promise<number> {
  const desk = deskOn(store, { clock: atNow, processes, onTrouble: (it) => assert.fail(String(it)) });
  await desk.settled();
  let escalated = 0;
  for (const stream of (await streamsOf(store)).filter((id) => id.startsWith('case/'))) {
    if (!(await store.history(stream)).some(({ type }) => type === 'CaseEscalated')) continue;
    escalated += 1;
    const called = (await store.history(`meeting/${streamKey(stream)}-m1`)).map(({ type }) => type);
    assert.deepEqual(called, ['MeetingCalled'], `the meeting of ${stream}`);
  }
  return escalated;
}

async function nothingLost(home: Home, postgres: KillablePostgres | undefined): Promise<void> {
  await byChance(async (chance) => {
    const { writers, killed } = await underFire(home, postgres, chance);
    await inStores(home, views, 1, async ({ stores, database }) => {
      const store = one(stores);
      const escalated = await escalationsAnswered(store);
      const { events } = await checkRecord(store, database);
      const receipts = await receiptsIn(database);
      for (const [id, told] of writers.flatMap(({ acknowledged }) => [...acknowledged])) {
        assert.deepEqual(receipts.get(id), told, `what was acknowledged of ${id} is in the record`);
      }
      const unheard = writers.flatMap((writer) => [...writer.unheard]);
      await figure(`nothing lost, on ${home.name}`, {
        'server killed': killed.server,
        'database killed': killed.database,
        acknowledged: writers.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0),
        'refused by a rule': writers.reduce((sum, { refused }) => sum + refused, 0),
        'never heard of': unheard.length,
        'of these in the record, whole': unheard.filter((id) => receipts.has(id)).length,
        'escalations answered once': escalated,
        'events looked through': events,
      });
    });
  });
}

describe('nothing is lost', () => {
  let postgres: KillablePostgres;
  const folders = new PgliteFolders(emptyRecord);
  before(async () => {
    postgres = await KillablePostgres.start();
  });
  after(async () => {
    endServers();
    await postgres.remove();
    await folders.remove();
  });

  it('[ALL-03] when a server or its PostgreSQL is killed: what was acknowledged is there once, the rest whole or not at all', () =>
    nothingLost(homeOnPostgres(postgres.url), postgres));

  it('[ALL-03] when a server on PGlite is killed: what was acknowledged is there once, the rest whole or not at all', async () =>
    nothingLost(homeInPglite(await folders.make()), undefined));
});
