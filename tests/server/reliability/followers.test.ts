import type { Recorded, StreamId } from '@keting/domain';
import { firstPosition, type News, type Position, type Store } from '@keting/runtime';
import assert from 'node:assert/strict';
import { it } from 'node:test';
import pg from 'pg';
import { append, commandNo, commit, contractViews } from '../../../packages/runtime/src/testing/samples.ts';
import { amountsOn } from './amounts.ts';
import { byChance, figure, type Chance } from './chance.ts';
import { district, onBoth, type Opened } from './homes.ts';

/** Streams that the writers share: few, so that they meet. */
const streams = Array.from({ length: 40 }, (_, n): StreamId => `case/${n}`);
const writersOnEach = 4;
/** Milliseconds. */
const patience = 15_000;

/** What is there to follow: events that were committed, and whether there are more to come. */
class Written {
  readonly lines: string[] = [];
  aborted = 0;
  private commands = 0;
  over = false;
  /** How many there will be at least. */
  readonly enough: number;

  constructor(enough: number) {
    this.enough = enough;
  }

  get next(): number {
    return (this.commands += 1);
  }
}

const lineOf = ({ stream, version }: { readonly stream: string; readonly version: number }) => `${stream} ${version}`;

/** Commits again and again on whatever stream it draws. Where another was faster, its transaction was broken off. */
async function write(store: Store, written: Written, chance: Chance): Promise<void> {
  while (written.lines.length < written.enough) {
    const stream = chance.one(streams);
    const { version } = await store.load(stream);
    const command = commandNo(written.next);
    const ended = await store.commit(commit(command, { appends: [append(command, stream, version)] }));
    if (ended.outcome === 'done') written.lines.push(lineOf({ stream, version: version + 1 }));
    else written.aborted += 1;
  }
}

/**
 * A transaction that goes on while others come and go: it writes on a stream of its own, holds for as long as a number of
 * other commits take, and is then committed or rolled back.
 */
async function writeSlowly(url: string, written: Written, chance: Chance): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (let n = 1, version = 0; written.lines.length < written.enough; n += 1) {
    const stream: StreamId = 'case/slow';
    const command = commandNo(0x1_000_000 + n);
    const [event] = append(command, stream, version).events;
    await client.query('begin');
    await client.query(
      `insert into keting.events (district, stream, version, epoch, xid, event)
       values ($1, $2, $3, 1, pg_current_xact_id()::text::bigint, $4)`,
      [district, stream, version + 1, JSON.stringify(event)],
    );
    await client.query(
      `insert into keting.news (district, epoch, xid, news) values ($1, 1, pg_current_xact_id()::text::bigint, $2)`,
      [district, JSON.stringify({ events: [{ type: 'Noted', stream, version: version + 1 }], touched: [] })],
    );
    const until = written.lines.length + chance.whole(1, 50);
    while (written.lines.length < Math.min(until, written.enough)) await client.query('select 1');
    if (chance.fraction() < 0.5) await client.query('rollback');
    else {
      await client.query('commit');
      version += 1;
      written.lines.push(lineOf({ stream, version }));
    }
  }
  await client.end();
}

interface Step {
  readonly lines: readonly string[];
  readonly position: Position;
}
type Read = (after: Position, limit: number) => Promise<Step>;

const changesOf =
  (store: Store): Read =>
  async (from, limit) => {
    const { events, position } = await store.changes(from, limit);
    return { lines: events.map((event: Recorded) => lineOf(event)), position };
  };

const newsOf =
  (store: Store): Read =>
  async (from, limit) => {
    const { news, position, complete } = await store.news(from, limit);
    assert.ok(complete);
    return { lines: news.flatMap(({ events }) => events.map(lineOf)), position };
  };

/** Until those who are told are no longer waited for: then what they were told is looked at as it is. */
const longEnough = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, patience).unref();
  });

/** Reads on in steps of any size until it has seen as much as was written, or for long enough found nothing more. */
async function followInSteps(read: Read, written: Written, chance: Chance): Promise<readonly string[]> {
  const seen: string[] = [];
  let position = firstPosition;
  let last = Date.now();
  while (!written.over || (seen.length < written.lines.length && Date.now() - last < patience)) {
    const step = await read(position, chance.whole(1, 100));
    seen.push(...step.lines);
    if (step.position !== position) last = Date.now();
    position = step.position;
  }
  return seen;
}

/** What a listener was told, and a promise of the moment when it was told everything. */
function listen(store: Store, written: Written) {
  const told: string[] = [];
  let end: () => void = () => undefined;
  const all = new Promise<void>((resolve) => {
    end = resolve;
  });
  const look = () => {
    if (written.over && told.length >= written.lines.length) end();
  };
  store.follow(({ events }: News) => {
    told.push(...events.map(lineOf));
    look();
  });
  return { told, all, look };
}

function seenOnceInOrder(seen: readonly string[], written: Written, who: string): void {
  assert.deepEqual([...seen].sort(), [...written.lines].sort(), `${who} saw each event, and each once`);
  const heads = new Map<string, number>();
  for (const line of seen) {
    const [stream = '', version] = line.split(' ');
    assert.equal(Number(version), (heads.get(stream) ?? 0) + 1, `${who}: ${line} in the order of its stream`);
    heads.set(stream, Number(version));
  }
}

async function followed({ stores }: Opened, url: string | undefined, chance: Chance, enough: number): Promise<Written> {
  const written = new Written(enough);
  const [one, two] = stores;
  assert.ok(one !== undefined && two !== undefined);
  const listeners = [listen(one, written), listen(two, written)];
  const steps = [changesOf(one), newsOf(two)].map((read) => followInSteps(read, written, chance));
  const writers = stores.flatMap((store) => Array.from({ length: writersOnEach }, () => write(store, written, chance)));
  const slow = url === undefined ? [] : [writeSlowly(url, written, chance)];
  await Promise.all([...writers, ...slow]);
  written.over = true;
  listeners.forEach(({ look }) => look());
  const [changes = [], news = []] = await Promise.all(steps);
  await Promise.race([Promise.all(listeners.map(({ all }) => all)), longEnough()]);
  seenOnceInOrder(changes, written, 'who reads changes');
  seenOnceInOrder(news, written, 'who reads news');
  listeners.forEach(({ told }, n) => seenOnceInOrder(told, written, `listener ${n + 1}`));
  return written;
}

onBoth('followers', (home) => {
  it('[ALL-03] see every event once and in the order of its stream, whatever writers do meanwhile', () =>
    byChance(async (chance) => {
      const { url, name, open } = await home();
      const opened = await open(contractViews, 4);
      const written = await followed(opened, url, chance, amountsOn(name).commits);
      await opened.close();
      await figure(`followers, on ${name}`, {
        commits: written.lines.length,
        'transactions broken off': written.aborted,
      });
    }));
});
