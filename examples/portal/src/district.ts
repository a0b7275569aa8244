import { process, type Message } from '@keting/domain';
import { buildSampleDistrict, districtCommands, type SampleDistrict } from '@keting/models/luqiao/sample';
import type { LocalDesk, Store } from '@keting/runtime';
import { openDesk, openStore } from './setup/desk.ts';
import { liveThePast } from './setup/past-cases.ts';

/** The demonstration as it begins: a record with the whole district in it, and the days before today lived through. */
export interface Opened {
  readonly desk: LocalDesk;
  readonly district: SampleDistrict;
}

export type Progress = (done: number, all: number) => void;

/** Commands between two breaths, so that the page can draw how far it is. */
const stride = 400;

const breath = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(undefined);
    });
  });

async function carryOut(desk: LocalDesk, commands: readonly Message[], progress: Progress): Promise<void> {
  for (const [i, command] of commands.entries()) {
    const receipt = await desk.send(command);
    if (!receipt.ok) throw new Error(`${command.type}: ${receipt.refusal.code} ${receipt.refusal.ids.join(', ')}`);
    if (i % stride !== 0) continue;
    progress(i, commands.length);
    await breath();
  }
  progress(commands.length, commands.length);
}

/** Sets the sample district up from nothing. Throws where a command is refused: then the sample itself is wrong. */
export async function openDistrict(progress: Progress): Promise<Opened> {
  const store: Store = openStore();
  await breath();
  const district = buildSampleDistrict();
  const setup = openDesk(store).as(process('setup'));
  await carryOut(setup, districtCommands(district), progress);
  await liveThePast(store, district, Date.now());
  return { desk: openDesk(store), district };
}
