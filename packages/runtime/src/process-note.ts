import type { CommandId } from '@keting/domain';
import type { Commit, Position } from './ports.ts';
import { positions } from './registry.ts';

/**
 * Notes how far a process has read the record. Nobody sent it, so it has no receipt, and the store keeps no command of it.
 * Whoever fills a record by other means than a desk's notes with it that there is nothing left to answer.
 */
export const processNote = (process: string, position: Position, command: CommandId): Commit => ({
  command,
  receipt: undefined,
  reads: [],
  appends: [],
  claims: [],
  releases: [],
  rows: [{ view: positions.name, key: process, put: { process, position } }],
  contents: [],
  touched: [],
});
