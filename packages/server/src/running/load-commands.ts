import { commandId, contexts, process, type Command, type GovernanceModel } from '@keting/domain';
import { buildSampleDistrict, districtCommands } from '@keting/models/luqiao/sample';
import { createDesk, newId, systemClock, viewsOf, type Desk, type Store } from '@keting/runtime';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { foundDistrict } from '../postgres-store/index.ts';
import type { RecordConfig } from './config.ts';
import { calendar } from './calendar.ts';
import { openRecord } from './from-config.ts';
import { modelsBefore } from './models-before.ts';

const line = z.strictObject({ type: z.string(), data: z.unknown(), id: z.optional(commandId) });

export interface LoadOptions {
  /** File with one command a line; the sample district where there is none. */
  readonly file: string | undefined;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** A command that was refused, and the end of the work. */
class Refused extends Error {
  override readonly name = 'Refused';
}

/**
 * Carries out commands as the process `setup`, one after another: how a district gets its units, posts and grids. Stops at the
 * first that is refused, and says which and why. An empty record takes all of them over at once, or nothing; in another, what
 * was done before the refusal stays. Answers the exit code.
 */
export async function loadCommands(
  config: RecordConfig,
  model: GovernanceModel,
  { file, out, err }: LoadOptions,
): Promise<number> {
  const store = await openRecord(config, throwIt);
  const earlier = await modelsBefore(store, model, throwIt);
  let count = 0;
  const carryOut = async (onto: Store): Promise<void> => {
    const desk = setupDesk(model, earlier, onto);
    for await (const command of file === undefined ? sample() : commandsIn(file)) {
      await send(desk, command, count + 1);
      count += 1;
    }
  };
  try {
    const founded = await foundDistrict(store, viewsOf(contexts), carryOut);
    if (!founded) await carryOut(store);
    out(`${count} commands carried out\n`);
    return 0;
  } catch (thrown) {
    if (!(thrown instanceof Refused)) throw thrown;
    err(`${thrown.message}\n`);
    return 1;
  } finally {
    await store.close();
  }
}

const throwIt = (trouble: unknown): never => {
  throw trouble;
};

function setupDesk(model: GovernanceModel, earlierModels: readonly GovernanceModel[], store: Store): Desk {
  const parts = { model, earlierModels, store, calendar, clock: systemClock, newId, contexts, onTrouble: throwIt };
  return createDesk(parts).as(process('setup'));
}

async function send(desk: Desk, command: Command, number: number): Promise<void> {
  const receipt = await desk.send(command);
  if (receipt.ok === true) return;
  const why = receipt.ok === false ? JSON.stringify(receipt.refusal) : receipt.ok;
  throw new Refused(`command ${number} (${command.type}) is refused: ${why}`);
}

const sample = (): readonly Command[] => districtCommands(buildSampleDistrict());

async function* commandsIn(file: string): AsyncGenerator<Command, void> {
  for await (const text of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    if (text.trim() === '') continue;
    const { type, data, id } = line.parse(JSON.parse(text));
    yield id === undefined ? { type, data } : { type, data, id };
  }
}
