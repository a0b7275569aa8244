import { type StreamHead, type StreamId } from '@keting/domain';
import { createHash, createPrivateKey, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

/** A checkpoint that cannot be written, or a key that is none. */
export class CheckpointError extends Error {
  override readonly name = 'CheckpointError';
}

const header = z.strictObject({
  checkpoint: z.literal(1),
  district: z.string(),
  sequence: z.int().min(1),
  at: z.number(),
  /** SHA-256 of the file before, hexadecimal; empty in the first. */
  previous: z.string(),
  /** Where the record stood. */
  position: z.string(),
});
export type Header = z.infer<typeof header>;

const head = z.strictObject({
  stream: z.templateLiteral([z.string(), '/', z.string()]),
  version: z.int().min(1),
  link: z.string(),
});
export type Head = z.infer<typeof head>;

const seal = z.strictObject({ key: z.string(), signature: z.string() });

/** What is wrong with a file of checkpoints. A gap in the numbers is `missing`; a file before that is another is `not-chained`. */
export interface FileFault {
  readonly file: string;
  readonly fault: 'malformed' | 'other-key' | 'not-signed' | 'not-chained' | 'missing';
}

/** All checkpoints of a folder. */
export interface Checkpoints {
  /** Every head that was ever noted, by stream, in the order of the files. */
  readonly heads: ReadonlyMap<StreamId, readonly StreamHead[]>;
  /** What the last file says of itself; undefined where there is none. */
  readonly last: Header | undefined;
  /** Hash of the last file; empty where there is none. */
  readonly hash: string;
  readonly faults: readonly FileFault[];
}

export const nameOf = (sequence: number): string => `${String(sequence).padStart(8, '0')}.jsonl`;

/** SHA-256 of a public key, hexadecimal: which key signed. */
export const fingerprint = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');

const isEd25519 = (key: KeyObject): boolean => key.asymmetricKeyType === 'ed25519';

/** An Ed25519 private key from PEM. */
export function privateKeyFrom(pem: string): KeyObject {
  const key = createPrivateKey(pem);
  if (!isEd25519(key)) throw new CheckpointError('the key of checkpoints is not an Ed25519 key');
  return key;
}

/** An Ed25519 public key from PEM; of a private key, the public one that belongs to it. */
export function publicKeyFrom(pem: string): KeyObject {
  const key = createPublicKey(pem);
  if (!isEd25519(key)) throw new CheckpointError('the key of checkpoints is not an Ed25519 key');
  return key;
}

/**
 * Reads all checkpoints of a folder in their order, and what is wrong with them. Heads of a file that does not hold are not
 * among those noted. Files that were taken away from the end leave no sign here: that shows against a hash kept elsewhere.
 */
export async function readCheckpoints(folder: string, key: KeyObject): Promise<Checkpoints> {
  const heads = new Map<StreamId, StreamHead[]>();
  const faults: FileFault[] = [];
  let last: Header | undefined;
  let before = { hash: '', sequence: 0 };
  for (const file of (await readdir(folder)).filter((name) => /^\d{8}\.jsonl$/.test(name)).sort()) {
    const text = await readFile(join(folder, file), 'utf8');
    const read = readCheckpoint(text, key);
    const fault = typeof read === 'string' ? read : linkFault(read.header, file, before);
    if (fault !== undefined) faults.push({ file, fault });
    if (typeof read !== 'string') {
      last = read.header;
      for (const { stream, version, link } of read.heads)
        heads.set(stream, [...(heads.get(stream) ?? []), { version, link }]);
    }
    before = { hash: createHash('sha256').update(text).digest('hex'), sequence: Number(file.slice(0, 8)) };
  }
  return { heads, last, hash: before.hash, faults };
}

/** Whether a checkpoint does not follow the file before it. */
function linkFault(
  { sequence, previous }: Header,
  file: string,
  before: { readonly hash: string; readonly sequence: number },
): FileFault['fault'] | undefined {
  if (file !== nameOf(before.sequence + 1)) return 'missing';
  return sequence === before.sequence + 1 && previous === before.hash ? undefined : 'not-chained';
}

/** One checkpoint, or what is wrong with it. */
function readCheckpoint(
  text: string,
  key: KeyObject,
): { readonly header: Header; readonly heads: readonly Head[] } | FileFault['fault'] {
  const end = text.lastIndexOf('\n', text.length - 2) + 1;
  const sealed = seal.safeParse(parsed(text.slice(end)));
  if (!sealed.success) return 'malformed';
  if (sealed.data.key !== fingerprint(key)) return 'other-key';
  const body = text.slice(0, end);
  if (!verify(null, Buffer.from(body), key, Buffer.from(sealed.data.signature, 'base64'))) return 'not-signed';
  const [first, ...rest] = body.trimEnd().split('\n').map(parsed);
  const said = header.safeParse(first);
  const heads = z.array(head).safeParse(rest);
  return said.success && heads.success ? { header: said.data, heads: heads.data } : 'malformed';
}

/** What a line says; undefined where it is no JSON, which no schema takes. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
