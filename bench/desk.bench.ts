// Commands per second through the desk: the seven-step life of 20,000 cases, with everything on (schema, access rules,
// facts, sealing of texts, decide, evolve, projection into rows, due dates, the store's transaction), beside the same
// lives in a plain hand-written switch over a Map, which is the floor of what this machine can do.

import { viewsOf, memoryStore } from '@keting/runtime';
import { contexts, smallDesk, straightWay } from '../tests/runtime/desk/small-place.ts';
import type { BenchRow } from './rows.ts';

const lives = 20_000;
const steps = 7;
const warmUp = 500;

type Step = readonly [
  who: string,
  command: { readonly type: string; readonly data: Readonly<Record<string, unknown>> },
];

async function throughDesk(count: number): Promise<number> {
  const { as } = smallDesk({ store: memoryStore({ views: viewsOf(contexts) }) });
  const desks = new Map(['reporter', 'clerk', 'handler'].map((who) => [who, as(who)]));
  const ways: readonly (readonly Step[])[] = Array.from({ length: count }, (_, i) => straightWay(`case-${i}`));
  const started = performance.now();
  for (const way of ways) {
    for (const [who, command] of way) {
      const receipt = await desks.get(who)?.send(command);
      if (receipt?.ok !== true) throw new Error(`${command.type} was refused: ${JSON.stringify(receipt)}`);
    }
  }
  return performance.now() - started;
}

interface PlainCase {
  stage: string;
  handler?: string;
  text: string;
  notes: string[];
}

/** What somebody would write without Keting: no schema, no rules, no history, no rows. */
function plainSwitch(cases: Map<string, PlainCase>, type: string, data: Readonly<Record<string, unknown>>): void {
  const id = String(data['case']);
  const found = cases.get(id);
  if (type === 'ReportCase') {
    cases.set(id, { stage: 'collected', text: String(data['text']), notes: [] });
    return;
  }
  if (found === undefined) throw new Error(`no case ${id}`);
  switch (type) {
    case 'AcceptCase':
      cases.set(id, { ...found, stage: 'accepted' });
      break;
    case 'DispatchCase':
      cases.set(id, { ...found, stage: 'dispatched', handler: String(data['handler']) });
      break;
    case 'HandleCase':
      cases.set(id, { ...found, stage: 'verifying', notes: [...found.notes, String(data['result'])] });
      break;
    case 'VerifyCase':
      cases.set(id, { ...found, stage: 'closed' });
      break;
    case 'ReplyCase':
      cases.set(id, { ...found, stage: 'replied', notes: [...found.notes, String(data['reply'])] });
      break;
    case 'RateCase':
      cases.set(id, { ...found, notes: [...found.notes, String(data['rating'])] });
      break;
    default:
      throw new Error(`unknown ${type}`);
  }
}

function throughSwitch(count: number): number {
  const ways = Array.from({ length: count }, (_, i) => straightWay(`case-${i}`));
  const cases = new Map<string, PlainCase>();
  const started = performance.now();
  for (const way of ways) {
    for (const [, { type, data }] of way) plainSwitch(cases, type, data);
  }
  return performance.now() - started;
}

const perSecond = (milliseconds: number): number => Math.round((lives * steps * 1000) / milliseconds);

/** The desk once over all lives; the switch is so short that the best of five runs counts. */
export default async function bench(): Promise<readonly BenchRow[]> {
  await throughDesk(warmUp);
  const desk = perSecond(await throughDesk(lives));
  throughSwitch(warmUp);
  const plain = perSecond(Math.min(...Array.from({ length: 5 }, () => throughSwitch(lives))));
  return [
    { name: 'plain hand-written switch, 20,000 lives of 7 steps', value: plain, unit: 'commands/s' },
    {
      name: 'desk with everything on, 20,000 lives of 7 steps',
      value: desk,
      unit: 'commands/s',
      against: 'plain hand-written switch',
      ratio: desk / plain,
    },
  ];
}
