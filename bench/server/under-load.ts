// A server under load beside its floor, the same for every database.

import type { BenchRow } from '../rows.ts';
import { floorOf, record } from './floor.ts';
import { caseAt, type Home } from './home.ts';
import { holdCommands, holdViews, type Held } from './load.ts';
import { viewLoads } from './luqiao.ts';
import { startServer } from './server-process.ts';

function rowsOf(name: string, { perSecond, p50, p99 }: Held, floor: number | undefined): readonly BenchRow[] {
  const against = 'the same statements, bare';
  return [
    {
      ...{ name, value: perSecond, unit: 'requests/s' },
      ...(floor === undefined ? {} : { against, ratio: perSecond / floor }),
    },
    { name: `${name}: p50`, value: p50, unit: 'ms' },
    { name: `${name}: p99`, value: p99, unit: 'ms' },
  ];
}

/** Views and commands by 32 lines, and the same statements through a bare client, one after the other. */
export async function underLoad(home: Home): Promise<readonly BenchRow[]> {
  const loads = viewLoads(caseAt);
  const recorded = await record(home, loads);
  const server = await startServer(home.settings);
  const held = new Map<string, Held>();
  for (const { name, asked } of loads) held.set(name, await holdViews(server.url, asked));
  const commands = await holdCommands(server.url);
  await server.stop();
  const floor = await floorOf(home, recorded);
  const of = `${home.name}, ${home.cases.toLocaleString('en')} cases`;
  return [
    ...[...held].flatMap(([name, one]) => rowsOf(`${of}: ${name}`, one, floor.views.get(name))),
    ...rowsOf(`${of}: commands`, commands, floor.commands),
  ];
}
