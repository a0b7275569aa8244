import { readFile } from 'node:fs/promises';
import type { PostgresStore } from '../postgres-store/index.ts';
import {
  CheckpointError,
  privateKeyFrom,
  publicKeyFrom,
  readCheckpoints,
  type Checkpoints,
} from './checkpoint-files.ts';
import { writeCheckpoint } from './checkpoints.ts';
import type { RecordConfig } from './config.ts';
import { openRecord } from './from-config.ts';
import { verifyRecord } from './verify-record.ts';

export interface VerifyOptions {
  /** Whether the record is held against the checkpoints too. */
  readonly checkpoints: boolean;
  /** File of the public key that checkpoints are signed for. */
  readonly key: string | undefined;
  readonly out: (text: string) => void;
}

/** Walks the record and says what is at fault. Answers the exit code: 1 where something is. */
export async function verify(config: RecordConfig, { checkpoints, key, out }: VerifyOptions): Promise<number> {
  const noted = checkpoints ? await checkpointsOf(config, key) : undefined;
  for (const { file, fault } of noted?.faults ?? []) out(`checkpoint ${file}: ${fault}\n`);
  const { streams, faults } = await withRecord(config, (store) =>
    verifyRecord(store, noted?.heads ?? new Map(), ({ stream, version, fault }) => {
      out(`${stream}: version ${version} is ${fault}\n`);
    }),
  );
  const bad = faults + (noted?.faults.length ?? 0);
  const against = noted === undefined ? '' : `, against ${noted.last?.sequence ?? 0} checkpoints`;
  out(`${streams} streams looked at${against}: ${bad === 0 ? 'no fault' : `${bad} at fault`}\n`);
  return bad === 0 ? 0 : 1;
}

async function checkpointsOf({ checkpoints }: RecordConfig, named: string | undefined): Promise<Checkpoints> {
  const path = named ?? checkpoints.key;
  if (checkpoints.folder === undefined || path === undefined)
    throw new CheckpointError('checkpoints are looked for in CHECKPOINT_FOLDER, with --key or CHECKPOINT_KEY');
  return readCheckpoints(checkpoints.folder, publicKeyFrom(await readFile(path, 'utf8')));
}

/** Writes a checkpoint and says which. */
export async function note(config: RecordConfig, out: (text: string) => void): Promise<number> {
  const { key: path, folder } = config.checkpoints;
  if (path === undefined || folder === undefined)
    throw new CheckpointError('a checkpoint needs CHECKPOINT_KEY and CHECKPOINT_FOLDER');
  const key = privateKeyFrom(await readFile(path, 'utf8'));
  const written = await withRecord(config, (store) =>
    writeCheckpoint({ store, folder, key, district: config.district, now: Date.now }),
  );
  out(
    written === undefined
      ? 'nothing has moved since the last checkpoint\n'
      : `${written.file}: ${written.streams} streams, SHA-256 ${written.hash}\n`,
  );
  return 0;
}

/** Opens the record for one piece of work. */
async function withRecord<Answer>(
  config: RecordConfig,
  work: (store: PostgresStore) => Promise<Answer>,
): Promise<Answer> {
  const troubles: unknown[] = [];
  const store = await openRecord(config, (trouble) => troubles.push(trouble), true);
  try {
    const answer = await work(store);
    if (troubles.length > 0) throw troubles[0];
    return answer;
  } finally {
    await store.close();
  }
}
