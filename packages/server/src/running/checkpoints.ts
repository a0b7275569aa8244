import { type Instant, type StreamHead, type StreamId } from '@keting/domain';
import { firstPosition, type Position, type Store } from '@keting/runtime';
import { createHash, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { link, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CheckpointError, fingerprint, nameOf, readCheckpoints, type Head, type Header } from './checkpoint-files.ts';

/** What a checkpoint is written from, and where. */
export interface CheckpointOptions {
  readonly store: Pick<Store, 'changes'>;
  /** Folder of the checkpoints before it. It should be out of reach of whoever keeps the database. */
  readonly folder: string;
  /** An Ed25519 private key. */
  readonly key: KeyObject;
  readonly district: string;
  /** What time it is: noted in the checkpoint. */
  readonly now: () => Instant;
}

/** A checkpoint that was written. Whoever keeps its `hash` elsewhere knows whether the last ones were taken away. */
export interface Written {
  readonly file: string;
  readonly sequence: number;
  readonly streams: number;
  readonly hash: string;
  readonly at: Instant;
}

const atOnce = 1000;

/**
 * Notes outside the store how far each stream has come that moved since the last checkpoint: signed, and chained to the file
 * before by its hash. Undefined where nothing has moved. Refused (`CheckpointError`) where a checkpoint before it does not
 * hold, is of another district or key, or where somebody else writes the same one.
 */
export async function writeCheckpoint(options: CheckpointOptions): Promise<Written | undefined> {
  const { store, folder, key, district, now } = options;
  await mkdir(folder, { recursive: true });
  const before = await readCheckpoints(folder, createPublicKey(key));
  const [fault] = before.faults;
  if (fault !== undefined) throw new CheckpointError(`${fault.file}: ${fault.fault}; no checkpoint is chained to it`);
  if (before.last !== undefined && before.last.district !== district)
    throw new CheckpointError(`${folder} holds checkpoints of another district`);
  const { heads, position } = await movedSince(store, before.last?.position ?? firstPosition);
  if (heads.length === 0) return undefined;
  const sequence = (before.last?.sequence ?? 0) + 1;
  const at = now();
  const header: Header = { checkpoint: 1, district, sequence, at, previous: before.hash, position };
  const text = signed([header, ...heads], key);
  await keep(folder, nameOf(sequence), text);
  return { file: join(folder, nameOf(sequence)), sequence, streams: heads.length, hash: hashOf(text), at };
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Lines of JSON, and a last one that signs all those before it. */
function signed(lines: readonly unknown[], key: KeyObject): string {
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const signature = sign(null, Buffer.from(text), key).toString('base64');
  return `${text}${JSON.stringify({ key: fingerprint(createPublicKey(key)), signature })}\n`;
}

async function movedSince(
  store: Pick<Store, 'changes'>,
  after: Position,
): Promise<{ readonly heads: readonly Head[]; readonly position: Position }> {
  const moved = new Map<StreamId, StreamHead>();
  let position = after;
  for (;;) {
    const changes = await store.changes(position, atOnce);
    if (changes.events.length === 0) break;
    for (const { stream, version, link } of changes.events) moved.set(stream, { version, link });
    position = changes.position;
  }
  const heads = [...moved].map(([stream, { version, link }]) => ({ stream, version, link }));
  return { heads: heads.sort((a, b) => (a.stream < b.stream ? -1 : 1)), position };
}

/** Writes a file that was not there, whole or not at all. */
async function keep(folder: string, name: string, text: string): Promise<void> {
  const rest = join(folder, `.${name}.${process.pid}`);
  const file = await open(rest, 'w', 0o644);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(rest, join(folder, name));
  } catch (error) {
    throw new CheckpointError(`${name} cannot be written: somebody else may just have written it`, { cause: error });
  } finally {
    await rm(rest, { force: true });
  }
}
