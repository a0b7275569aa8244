// Load by autocannon: 32 lines, each asks again as soon as it is answered.

import autocannon from 'autocannon';
import { setTimeout } from 'node:timers/promises';
import { busy, lifeOf, steps, type Asked } from './luqiao.ts';

/** What came of a load. */
export interface Held {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

export const lines = 32;
const seconds = 10;
const warmUp = 3;

type Request = autocannon.Request;

const request = ({ as, path, body }: Asked): Request => ({
  ...{ method: 'POST', path, body: JSON.stringify(body) },
  headers: { 'content-type': 'application/json', authorization: `Demo ${as}` },
});

let lives = 0;

/** A life that nobody has lived, at one of the busy places. */
export function nextLife(): readonly Asked[] {
  lives += 1;
  const place = busy[lives % busy.length];
  if (place === undefined) throw new Error('there are busy places');
  return lifeOf(`load-${process.pid}-${lives}`, place);
}

/** The steps of one life after another: each line lives its own, for each step depends on the one before. */
function livesOfOneLine(): Request[] {
  let life = nextLife();
  return Array.from({ length: steps }, (_, i) => ({
    setupRequest(before) {
      if (i === 0) life = nextLife();
      const asked = life[i];
      return asked === undefined ? before : { ...before, ...request(asked) };
    },
  }));
}

/** Rejects where any request failed, or any command was refused. */
async function run(
  url: string,
  size: { readonly duration: number } | { readonly amount: number; readonly connections: number },
  requestsOf: () => Request[],
  isRight: (body: string) => boolean,
): Promise<Held> {
  const wrong: string[] = [];
  const result = await autocannon({
    // On a record of millions one embedded connection may keep thirty-two askers waiting for long: that is a figure, not a failure.
    ...{ url, connections: lines, timeout: 60, ...size, requests: [{ path: '/' }] },
    setupClient(client) {
      client.setRequests(requestsOf());
    },
    verifyBody(body) {
      const said = String(body);
      if (isRight(said)) return true;
      wrong.push(said);
      return false;
    },
  });
  // The last requests of a load are cut off; they run to their end in the server.
  await setTimeout(500);
  const { errors, timeouts, non2xx, requests, latency, duration } = result;
  if (errors + timeouts + non2xx + wrong.length > 0) {
    throw new Error(`${errors} errors, ${timeouts} late, ${non2xx} not answered with 2xx: ${wrong[0] ?? ''}`);
  }
  return { perSecond: requests.total / duration, p50: latency.p50, p99: latency.p99 };
}

const isPage = (body: string): boolean => body.startsWith('{"rows":') || body.startsWith('[');
const isDone = (body: string): boolean => body.startsWith('{"ok":true');

/** Each line begins at another of the questions, so that they are not all at the same one. */
function questionsOf(asked: readonly Asked[]): () => Request[] {
  const requests = asked.map(request);
  let clients = 0;
  return () => {
    clients += 1;
    const from = (clients * 7) % requests.length;
    return [...requests.slice(from), ...requests.slice(0, from)];
  };
}

export async function holdViews(url: string, asked: readonly Asked[]): Promise<Held> {
  await run(url, { duration: warmUp }, questionsOf(asked), isPage);
  return run(url, { duration: seconds }, questionsOf(asked), isPage);
}

export async function holdCommands(url: string): Promise<Held> {
  await run(url, { duration: warmUp }, livesOfOneLine, isDone);
  return run(url, { duration: seconds }, livesOfOneLine, isDone);
}

/** So many commands and views beside each other. */
export async function mixed(
  url: string,
  { commands, views }: { readonly commands: number; readonly views: number },
  asked: readonly Asked[],
): Promise<void> {
  const connections = lines / 4;
  await Promise.all([
    run(url, { amount: commands, connections }, livesOfOneLine, isDone),
    run(url, { amount: views, connections }, questionsOf(asked), isPage),
  ]);
}
