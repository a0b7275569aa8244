// Commands per second through the desk with everything on, beside what a developer might take instead for the same lives of cases.
// Of each engine the best of three runs counts; the engines take turns, so that none has the machine to itself at a better time.

import { throughDesk } from './engines/desk.ts';
import { commandHandler } from './engines/emmett.ts';
import { livesOf, steps, type Engine } from './engines/lives.ts';
import { plainSwitch } from './engines/plain.ts';
import { entityAdapter } from './engines/redux.ts';
import { liveActors, pureTransition } from './engines/xstate.ts';
import type { BenchRow } from './rows.ts';

interface Measured {
  readonly name: string;
  readonly engine: Engine;
  readonly lives: number;
}

const ours: Measured = { name: 'desk with everything on, 5,000 lives of 7 steps', engine: throughDesk, lives: 5_000 };

/** An adapter slows down with what it holds, and emmett with what it has read; both are given what their users would hold at once. */
const peers: readonly Measured[] = [
  { name: 'plain hand-written switch', engine: plainSwitch, lives: 20_000 },
  { name: 'xstate 5, one live actor per case', engine: liveActors, lives: 5_000 },
  { name: 'xstate 5, pure transition', engine: pureTransition, lives: 5_000 },
  { name: 'Redux Toolkit entity adapter, 400 cases', engine: entityAdapter, lives: 400 },
  { name: 'emmett, command handler in memory, 1,000 cases', engine: commandHandler, lives: 1_000 },
];

const rounds = 3;
const warmUp = 400;

async function perSecond(all: readonly Measured[]): Promise<ReadonlyMap<string, number>> {
  for (const { engine } of all) await engine(livesOf(warmUp));
  const best = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, engine, lives } of all) {
      const took = await engine(livesOf(lives));
      const figure = Math.round((lives * steps * 1000) / took);
      best.set(name, Math.max(figure, best.get(name) ?? 0));
    }
  }
  return best;
}

export default async function bench(): Promise<readonly BenchRow[]> {
  const best = await perSecond([ours, ...peers]);
  const of = ({ name }: Measured): number => best.get(name) ?? 0;
  const unit = 'commands/s';
  return [
    ...peers.map((peer) => ({ name: peer.name, value: of(peer), unit })),
    ...peers.map((peer) => ({
      name: ours.name,
      value: of(ours),
      unit,
      against: peer.name,
      ratio: of(ours) / of(peer),
    })),
  ];
}
