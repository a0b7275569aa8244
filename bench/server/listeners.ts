// A thousand live listeners: 200 persons with five pages each, who all see everything. Cases are reported at a fixed rate, and
// each listener notes when it was told of each.

import { contexts } from '@keting/domain';
import { systemClock, viewsOf } from '@keting/runtime';
import { postgresStore } from '@keting/server';
import { writeFile } from 'node:fs/promises';
import { Agent, get, request, type ClientRequest } from 'node:http';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { carryOut, deskOn, founding, model, report } from '../../tests/server/reliability/place.ts';
import { onTrouble } from '../../tests/server/support/databases.ts';
import type { BenchRow } from '../rows.ts';
import type { Home } from './home.ts';
import { base } from './luqiao.ts';
import { startServer, type ServerProcess } from './server-process.ts';

const district = 'listened-to';
const persons = 200;
const pages = 5;
const reports = 150;
const reportsPerSecond = 10;

/** When cases were acknowledged, and when each listener was told of each. */
class Hearing {
  private readonly acknowledged = new Map<string, number>();
  private readonly told = new Map<string, number[]>();

  acknowledge(id: string): void {
    this.acknowledged.set(id, performance.now());
  }

  tell(id: string): void {
    const times = this.told.get(id) ?? [];
    times.push(performance.now());
    this.told.set(id, times);
  }

  /** Milliseconds from the acknowledgement of each case until each listener was told; told before, it is 0. */
  delays(): readonly (readonly number[])[] {
    return [...this.acknowledged].map(([id, at]) => (this.told.get(id) ?? []).map((time) => Math.max(0, time - at)));
  }
}

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
const as = (person: string) => ({ authorization: `Demo ${person}` });

/** Follows cases, and ends when it has heard that it does. */
function listen(url: string, person: string, hearing: Hearing): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const asked = get(`${url}${base}/live?views=cases`, { headers: as(person), agent }, (answer) => {
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        for (const [id] of chunk.matchAll(/told-\d+/g)) hearing.tell(id);
        if (chunk.includes('id: ')) resolve(asked);
      });
      answer.on('error', () => undefined);
    });
    asked.on('error', reject);
  });
}

function post(url: string, person: string, body: unknown): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { ...as(person), 'content-type': 'application/json' };
    const asked = request(`${url}${base}/commands`, { method: 'POST', headers, agent }, (answer) => {
      let said = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => (said += chunk));
      answer.on('end', () => {
        resolve(said);
      });
    });
    asked.on('error', reject);
    asked.end(JSON.stringify(body));
  });
}

async function reportAll(url: string, hearing: Hearing): Promise<void> {
  const sent: Promise<void>[] = [];
  for (let n = 0; n < reports; n += 1) {
    const id = `told-${n}`;
    const acknowledged = post(url, 'reporter', report(id)).then((said) => {
      hearing.acknowledge(id);
      if (!said.startsWith('{"ok":true')) throw new Error(said);
    });
    sent.push(acknowledged);
    await setTimeout(1000 / reportsPerSecond);
  }
  await Promise.all(sent);
  await setTimeout(1000);
}

/** A small place of its own beside the sample, under a model that lets anyone see everything. */
async function found(home: Home, folder: string): Promise<string> {
  const database = await home.open();
  const store = await postgresStore({ connect: { database }, district, views: viewsOf(contexts), onTrouble });
  await carryOut(deskOn(store, { clock: systemClock, processes: [], onTrouble }), founding);
  await store.close();
  await database.close();
  const path = join(folder, 'model.json');
  await writeFile(path, JSON.stringify(model));
  return path;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

const sorted = (numbers: readonly number[]): readonly number[] => [...numbers].sort((one, other) => one - other);

function delayRows(delays: readonly (readonly number[])[]): readonly BenchRow[] {
  const all = sorted(delays.flat());
  const expected = reports * persons * pages;
  if (all.length !== expected) throw new Error(`${all.length} of ${expected} were told`);
  const last = sorted(delays.map((each) => Math.max(...each)));
  const name = 'live, 1,000 listeners, 10 commands/s, told after the acknowledgement';
  return [
    { name: `${name}: p50`, value: at(all, 0.5), unit: 'ms' },
    { name: `${name}: p99`, value: at(all, 0.99), unit: 'ms' },
    { name: `${name}: the last of a thousand, p50`, value: at(last, 0.5), unit: 'ms' },
    { name: `${name}: the last of a thousand, worst`, value: at(last, 1), unit: 'ms' },
  ];
}

async function measure(server: ServerProcess): Promise<readonly BenchRow[]> {
  const hearing = new Hearing();
  const before = await server.memory();
  const listening: ClientRequest[] = [];
  for (let person = 0; person < persons; person += 1) {
    const opened = Array.from({ length: pages }, () => listen(server.url, `person-${person}`, hearing));
    listening.push(...(await Promise.all(opened)));
  }
  await reportAll(server.url, hearing);
  const during = await server.memory();
  listening.forEach((one) => one.destroy());
  await setTimeout(1000);
  const left = await server.listeners();
  if (left !== 0) throw new Error(`${left} listeners are counted that are gone`);
  const after = await server.memory();
  agent.destroy();
  const mebibytes = (bytes: number): number => bytes / 2 ** 20;
  const name = 'live, heap of the server';
  return [
    ...delayRows(hearing.delays()),
    { name: `${name} before anybody listens`, value: mebibytes(before.heap), unit: 'MiB' },
    { name: `${name} with 1,000 listeners`, value: mebibytes(during.heap), unit: 'MiB' },
    { name: `${name} when all have gone`, value: mebibytes(after.heap), unit: 'MiB' },
  ];
}

export async function thousandListeners(home: Home): Promise<readonly BenchRow[]> {
  const model = await found(home, home.settings['DATA_FOLDER'] ?? '');
  const server = await startServer({ ...home.settings, DISTRICT: district, MODEL: model });
  try {
    return await measure(server);
  } finally {
    await server.stop();
  }
}
