import { parseModel, type GovernanceModel } from '@keting/domain';
import * as models from '@keting/models';
import { readFile } from 'node:fs/promises';

/** A model that cannot be had, or that is at fault. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
}

/** Loads a model by its name in `@keting/models`, or from a JSON file by its path. Throws `ModelError` with all its faults. */
export async function loadModel(named: string): Promise<GovernanceModel> {
  const known = Object.entries(models).find(([name, value]) => name === named && typeof value === 'object');
  const data: unknown = known === undefined ? await modelFile(named) : known[1];
  const parsed = parseModel(data);
  if (parsed.ok) return parsed.model;
  const faults = parsed.faults.map((fault) => `  ${JSON.stringify(fault)}`).join('\n');
  throw new ModelError(`MODEL=${named} is at fault:\n${faults}`);
}

async function modelFile(path: string): Promise<unknown> {
  if (!path.endsWith('.json'))
    throw new ModelError(`MODEL=${path} is neither a model of @keting/models nor the path of a JSON file`);
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new ModelError(`MODEL=${path} cannot be read as JSON`, { cause: error });
  }
}
