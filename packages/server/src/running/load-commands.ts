import { commandId, process, type Command, type GovernanceModel } from '@keting/domain';
import { buildSampleDistrict, districtCommands } from '@keting/models/luqiao/sample';
import { createDesk, newId, systemClock } from '@keting/runtime';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import type { RecordConfig } from './config.ts';
import { calendar, contexts } from './contexts.ts';
import { openRecord } from './from-config.ts';

const line = z.strictObject({ type: z.string(), data: z.unknown(), id: z.optional(commandId) });

export interface LoadOptions {
  /** File with one command a line; the sample district where there is none. */
  readonly file: string | undefined;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/**
 * Carries out commands as the process `setup`, one after another: how a district gets its units, posts and grids. Stops at the
 * first that is refused, and says which and why; what was done stays. Answers the exit code.
 */
export async function loadCommands(
  config: RecordConfig,
  model: GovernanceModel,
  { file, out, err }: LoadOptions,
): Promise<number> {
  const onTrouble = (trouble: unknown): void => {
    throw trouble;
  };
  const store = await openRecord(config, onTrouble);
  try {
    const desk = createDesk({ model, store, calendar, clock: systemClock, newId, contexts, onTrouble });
    const setup = desk.as(process('setup'));
    let count = 0;
    for await (const command of file === undefined ? sample() : commandsIn(file)) {
      const receipt = await setup.send(command);
      if (!receipt.ok) {
        err(`command ${count + 1} (${command.type}) is refused: ${JSON.stringify(receipt.refusal)}\n`);
        return 1;
      }
      count += 1;
    }
    out(`${count} commands carried out\n`);
    return 0;
  } finally {
    await store.close();
  }
}

const sample = (): readonly Command[] => districtCommands(buildSampleDistrict());

async function* commandsIn(file: string): AsyncGenerator<Command, void> {
  for await (const text of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    if (text.trim() === '') continue;
    const { type, data, id } = line.parse(JSON.parse(text));
    yield id === undefined ? { type, data } : { type, data, id };
  }
}
