import { everything, verifyHistory, type Recorded, type StreamId, type View } from '@keting/domain';
import { firstPosition, processNote, viewsOf, type News, type Store } from '@keting/runtime';
import { foundDistrict, pgDatabase, postgresStore, type Database, type PostgresStore } from '@keting/server';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import * as z from 'zod/mini';
import { append, commandNo, commit, contractViews, event } from '../../../packages/runtime/src/testing/samples.ts';
import { onTrouble, openPglite, startPostgres, type TestServer } from '../support/databases.ts';
import { noted, notedByLength } from './noted.ts';

const positionRow = z.object({ position: z.string() });

const stream: StreamId = 'case/1';
const other: StreamId = 'case/2';

let server: TestServer;
before(async () => {
  server = await startPostgres();
});
after(() => server.stop());

/** Both databases, each empty. */
const databases: readonly (readonly [string, () => Promise<Database>])[] = [
  ['PostgreSQL', async () => pgDatabase({ url: await server.database(), onTrouble })],
  ['PGlite', openPglite],
];

/** Does something on a store in a database of its own. */
async function inStore(
  open: () => Promise<Database>,
  work: (store: PostgresStore, database: Database) => Promise<void>,
  views: readonly View[] = contractViews,
): Promise<void> {
  const database = await open();
  const store = await opened(database, views);
  await work(store, database);
  await store.close();
  await database.close();
}

const opened = (database: Database, views: readonly View[] = contractViews): Promise<PostgresStore> =>
  postgresStore({ connect: { database }, district: 'luqiao', views, onTrouble });

/** Commits the next event of a stream that holds so many. */
const go = (store: PostgresStore, n: number, on: StreamId, version: number) =>
  store.commit(commit(commandNo(n), { appends: [append(commandNo(n), on, version)] }));

for (const [name, open] of databases) {
  describe(`the record on ${name}`, () => {
    it('[ALL-03] what was altered, taken out or cut off in the database itself is found', async () => {
      await inStore(open, async (store, database) => {
        const history = await noted(store, stream, 4);
        const head = { version: 4, link: history[3]?.link ?? '' };
        assert.deepEqual(await store.history(stream), history);
        assert.equal(verifyHistory(await store.history(stream), head), undefined);
        const change = (text: string) => database.query({ text, values: ['luqiao', stream] });
        await change(
          `update keting.events set event = replace(event::text, '"note":2', '"note":7')::json
           where district = $1 and stream = $2 and version = 2`,
        );
        assert.deepEqual(verifyHistory(await store.history(stream), head), { version: 2, fault: 'altered' });
        await change('delete from keting.events where district = $1 and stream = $2 and version = 2');
        assert.deepEqual(verifyHistory(await store.history(stream), head), { version: 2, fault: 'missing' });
        await change('delete from keting.events where district = $1 and stream = $2 and version > 1');
        assert.equal(verifyHistory(await store.history(stream)), undefined, 'a tail that is cut off leaves no trace');
        assert.deepEqual(verifyHistory(await store.history(stream), head), { version: 2, fault: 'missing' });
      });
    });

    it('a text arrives as it was written, whatever it holds', async () => {
      await inStore(open, async (store) => {
        const texts = ["'; drop table keting.events; --", '\\', '${1}', '%s', '"', '{"a":1}', '\u2028', '😀', '林\n某'];
        for (const [n, value] of texts.entries()) {
          await store.commit(commit(commandNo(n), { contents: [{ id: `c${n}`, salt: value, value }] }));
        }
        const found = await store.contents(texts.map((_, n) => `c${n}`));
        assert.deepEqual(Object.values(found), texts);
        const nul: Recorded = { ...event(commandNo(50), stream, 1), data: { note: 'a\u0000b' } };
        const appends = [{ stream, expected: 0, events: [nul], state: { text: 'a\u0000b' } }];
        await store.commit(commit(commandNo(50), { appends }));
        assert.deepEqual(await store.history(stream), [nul]);
        assert.deepEqual((await store.load(stream)).state, { text: 'a\u0000b' });
      });
    });

    it('districts in one database know nothing of one another', async () => {
      await inStore(open, async (store, database) => {
        const neighbour = await postgresStore({
          connect: { database },
          district: 'shibei',
          views: contractViews,
          onTrouble,
        });
        await go(store, 1, stream, 0);
        assert.deepEqual(await neighbour.load(stream), { version: 0, state: undefined });
        assert.deepEqual((await neighbour.changes(firstPosition, 10)).events, []);
        assert.equal(await neighbour.receipt(commandNo(1)), undefined);
        assert.deepEqual(await go(neighbour, 1, stream, 0), { outcome: 'done' });
        await neighbour.close();
      });
    });

    it('a view that is new, or indexed otherwise, is filled from the record', async () => {
      await inStore(open, async (store, database) => {
        await noted(store, stream, 3);
        await noted(store, other, 2);
        await store.close();
        const views = [...contractViews, ...notedByLength];
        const again = await opened(database, views);
        const [table, counter] = notedByLength;
        assert.deepEqual((await again.rows(table, { order: [{ by: 'stream' }] }, everything)).rows, [
          { stream, length: 3 },
          { stream: other, length: 2 },
        ]);
        assert.deepEqual(await again.sum(counter, { by: [], of: ['events'] }, everything), [{ events: 5 }]);
        await again.close();
      });
    });

    it('a view that is projected otherwise is filled anew, for each district that is opened with it', async () => {
      await inStore(open, async (store, database) => {
        const [table, counter] = notedByLength;
        const before = [...contractViews, table, counter];
        const of = (district: string, views: readonly View[]) =>
          postgresStore({ connect: { database }, district, views, onTrouble });
        await store.close();
        for (const district of ['luqiao', 'shibei']) {
          const first = await of(district, before);
          await noted(first, stream, district === 'luqiao' ? 3 : 5);
          await first.close();
        }
        const after = [...contractViews, { ...table, version: 2, indexes: [['stream']] }, { ...counter, version: 2 }];
        for (const [district, length] of [
          ['luqiao', 3],
          ['shibei', 5],
        ] as const) {
          const again = await of(district, after);
          assert.deepEqual(await again.row('lengths', stream), { stream, length }, district);
          assert.deepEqual(await again.sum(counter, { by: [], of: ['events'] }, everything), [{ events: length }]);
          await again.close();
        }
      });
    });

    it('a view is filled from every event of a long record, whatever the figures of its positions', async () => {
      await inStore(open, async (store, database) => {
        const [table, counter] = notedByLength;
        const streams = Array.from({ length: 2_400 }, (_, i): StreamId => `case/${i + 1}`);
        // Two commits, so that a page of the record ends within one and another between both.
        for (const [n, part] of [streams.slice(0, 1_300), streams.slice(1_300)].entries()) {
          await store.commit(commit(commandNo(n + 1), { appends: part.map((one) => append(commandNo(n + 1), one)) }));
        }
        const again = await opened(database, [...contractViews, table, counter]);
        assert.deepEqual(await again.sum(counter, { by: [], of: ['events'] }, everything), [
          { events: streams.length },
        ]);
        for (const one of streams) assert.deepEqual(await again.row('lengths', one), { stream: one, length: 1 });
        await again.close();
      });
    });

    it('a process of another release writes nothing more, once a later one has opened the district', async () => {
      await inStore(open, async (store, database) => {
        await go(store, 1, stream, 0);
        const later = await opened(database, [...contractViews, ...notedByLength]);
        await assert.rejects(go(store, 2, stream, 1), { name: 'StoreOutdated' });
        assert.deepEqual(await go(later, 2, stream, 1), { outcome: 'done' });
        assert.deepEqual(await later.row('lengths', stream), { stream, length: 1 }, 'filled before it wrote');
        await later.close();
      });
    });

    it('looking through a record changes nothing about its tables', async () => {
      await inStore(open, async (store, database) => {
        await go(store, 1, stream, 0);
        const views = [...contractViews, ...notedByLength];
        const looking = await postgresStore({
          connect: { database },
          district: 'luqiao',
          views,
          onTrouble,
          asItIs: true,
        });
        assert.equal((await looking.history(stream)).length, 1);
        await looking.close();
        assert.deepEqual(await go(store, 2, stream, 1), { outcome: 'done' });
      });
    });

    it('a cursor with what no text can hold is a QueryError', async () => {
      await inStore(open, async (store) => {
        for (const key of ['\u0000', '\ud800']) {
          const cursor = JSON.stringify(['', key]);
          await assert.rejects(store.rows(contractViews[0] ?? notedByLength[0], { cursor }, everything), {
            name: 'QueryError',
          });
        }
      });
    });

    it('a record that came to a server with lower numbers goes on in order, and followers miss nothing', async () => {
      await inStore(open, async (store, database) => {
        await noted(store, stream, 2);
        await store.close();
        for (const table of ['events', 'news']) {
          await database.query({ text: `update keting.${table} set xid = xid + 1000000` });
        }
        const again = await opened(database);
        const { position, events } = await again.changes(firstPosition, 10);
        assert.equal(events.length, 2);
        const heard = await again.position();
        await go(again, 9, other, 0);
        assert.deepEqual((await again.changes(position, 10)).events, [event(commandNo(9), other, 1)]);
        assert.equal((await again.news(heard, 10)).news.length, 1);
        await again.close();
      });
    });

    it('news that were taken away are missed, and whoever asks for them is told so', async () => {
      await inStore(open, async (store) => {
        await go(store, 1, stream, 0);
        await store.forgetNews(Date.now() + 60_000);
        assert.deepEqual(await store.news(firstPosition, 10), { news: [], position: firstPosition, complete: false });
        const now = await store.position();
        await go(store, 2, stream, 1);
        const told = await store.news(now, 10);
        assert.equal(told.complete, true);
        assert.equal(told.news.length, 1);
        await store.forgetNews(Date.now() + 60_000);
        assert.equal((await store.news(now, 10)).complete, false, 'what came after it is gone');
        assert.equal((await store.news(told.position, 10)).complete, true, 'what is gone it had been told');
      });
    });

    it('a database of a later release is not opened', async () => {
      await inStore(open, async (store, database) => {
        await store.close();
        await database.query({ text: `insert into keting.migrations (name) values ('9999-later')` });
        await assert.rejects(opened(database), /later release \(9999-later\)/);
      });
    });

    it('what is taken over from elsewhere is there as a whole, or not at all', async () => {
      await inStore(open, async (store) => {
        const commits = [1, 2, 3].map((n) => commit(commandNo(n), { appends: [append(commandNo(n), `case/${n}`)] }));
        await store.takeOver(commits);
        assert.equal((await store.changes(firstPosition, 10)).events.length, 3);
        const more = [4, 5].map((n) => commit(commandNo(n), { appends: [append(commandNo(n), `case/4`)] }));
        await assert.rejects(store.takeOver(more));
        assert.equal((await store.load('case/4')).version, 0);
      });
    });

    it('a district is founded once, and what answered while it was built has nothing left to read', async () => {
      const views = [...contractViews, ...viewsOf([]).filter(({ name }) => name === 'process-positions')];
      await inStore(
        open,
        async (store) => {
          const build = async (memory: Store): Promise<void> => {
            await memory.commit(commit(commandNo(1), { appends: [append(commandNo(1), stream)] }));
            await memory.commit(processNote('escalation', '1', commandNo(2)));
          };
          assert.equal(await foundDistrict(store, views, build), true);
          assert.equal(await foundDistrict(store, views, build), false);
          const row = z.parse(positionRow, await store.row('process-positions', 'escalation'));
          assert.deepEqual((await store.changes(row.position, 10)).events, []);
          assert.equal((await store.changes(firstPosition, 10)).events.length, 1);
        },
        views,
      );
    });
  });
}

describe('several processes on one PostgreSQL', () => {
  it('hear of what each other commits', async () => {
    const url = await server.database();
    const [one, two] = await Promise.all(
      ['a', 'b'].map(() => postgresStore({ connect: { url }, district: 'luqiao', views: contractViews, onTrouble })),
    );
    assert.ok(one !== undefined && two !== undefined);
    const heard = new Promise<News>((resolve) => {
      two.follow(resolve);
    });
    await go(one, 1, stream, 0);
    assert.deepEqual((await heard).events, [{ type: 'Noted', stream, version: 1 }]);
    await Promise.all([one.close(), two.close()]);
  });

  it('open a district together: each view is filled once, and nothing that is written meanwhile is left out', async () => {
    const url = await server.database();
    const open = (views: readonly View[]) => postgresStore({ connect: { url }, district: 'luqiao', views, onTrouble });
    const first = await open(contractViews);
    await noted(first, stream, 30);
    const busy = new pg.Client({ connectionString: url });
    await busy.connect();
    await busy.query('begin');
    await busy.query('select pg_current_xact_id()');
    const views = [...contractViews, ...notedByLength];
    const opening = Array.from({ length: 4 }, () => open(views));
    const writing = go(first, 1, other, 0).then(
      () => 1,
      () => 0,
    );
    const stores = await Promise.all(opening);
    const written = await writing;
    await busy.query('rollback');
    await busy.end();
    const [one] = stores;
    assert.ok(one !== undefined);
    assert.deepEqual(await one.row('lengths', stream), { stream, length: 30 });
    assert.deepEqual(await one.sum(notedByLength[1], { by: [], of: ['events'] }, everything), [
      { events: 30 + written },
    ]);
    await Promise.all([first, ...stores].map((each) => each.close()));
  });

  it('miss nothing of a transaction that began earlier and ends later', async () => {
    const url = await server.database();
    const store = await postgresStore({ connect: { url }, district: 'luqiao', views: contractViews, onTrouble });
    const heard: StreamId[] = [];
    const both = new Promise<void>((resolve) => {
      store.follow(({ events }) => {
        heard.push(...events.map((one) => one.stream));
        if (heard.length === 2) resolve();
      });
    });
    const slow = new pg.Client({ connectionString: url });
    await slow.connect();
    await slow.query('begin');
    const slowly = append(commandNo(1), stream).events[0];
    await slow.query(`insert into keting.streams values ('luqiao', $1, 1, 'm', 'l', null)`, [stream]);
    await slow.query(
      `insert into keting.events (district, stream, version, epoch, xid, event)
       values ('luqiao', $1, 1, 1, pg_current_xact_id()::text::bigint, $2)`,
      [stream, JSON.stringify(slowly)],
    );
    await slow.query(
      `insert into keting.news (district, epoch, xid, news) values ('luqiao', 1, pg_current_xact_id()::text::bigint, $1)`,
      [JSON.stringify({ events: [{ type: 'Noted', stream, version: 1 }], touched: [] })],
    );
    await go(store, 2, other, 0);
    const early = await store.changes(firstPosition, 10);
    assert.deepEqual(early.events, [], 'what a running transaction may still come before is held back');
    await slow.query('commit');
    await slow.end();
    const late = await store.changes(early.position, 10);
    assert.deepEqual(
      late.events.map((one) => one.stream),
      [stream, other],
    );
    await both;
    assert.deepEqual(heard, [stream, other]);
    await store.close();
  });
});
