import {
  fileId,
  inspectAttachment,
  refuseKernel,
  type Acting,
  type Claim,
  type Refusal,
  type StreamId,
} from '@keting/domain';
import * as z from 'zod/mini';
import type { Attached, KeptFile } from './desk.ts';
import { maySee, type Equipment } from './equipment.ts';
import type { Files } from './ports.ts';
import type { Route } from './registry.ts';

/** A desk that was made without files was asked for one, or to keep one. */
export class NoFilesError extends Error {
  override readonly name = 'NoFilesError';

  constructor() {
    super('this desk was made without files');
  }
}

const keeper = ({ files }: Equipment): Files => {
  if (files === undefined) throw new NoFilesError();
  return files;
};

/** A file belongs to the first stream that names it. */
const fileClaim = (file: string): string => `file/${file}`;

/** Keeps a file that the model's bounds let in, stripped of hidden data; whoever calls it something else is not believed. */
export async function attachFile(bytes: Uint8Array, asked: string, equipment: Equipment): Promise<Attached> {
  const id = z.safeParse(fileId, asked);
  if (!id.success) return { ok: false, refusal: refuseKernel('file-unknown', { ids: [asked] }) };
  const inspected = inspectAttachment(bytes, equipment.registry.model.cases.report.photos);
  if (!inspected.ok) return inspected;
  const put = await keeper(equipment).put(id.data, inspected.bytes, inspected.type);
  if (put === 'kept') return { ok: true, id: id.data };
  return { ok: false, refusal: refuseKernel('file-id-taken', { ids: [id.data] }) };
}

/** Files that a command names become its stream's own; one that nobody keeps is refused. */
export async function claimsOfFiles(
  { spec }: Route,
  data: unknown,
  owner: StreamId,
  { files }: Equipment,
): Promise<readonly Claim[] | Refusal> {
  const named = spec.files?.(data) ?? [];
  const kept = await Promise.all(named.map(async (file) => (await files?.has(file)) === true));
  const missing = named.filter((_, i) => kept[i] !== true);
  if (missing.length > 0) return refuseKernel('file-unknown', { ids: missing });
  return named.map((file) => ({ key: fileClaim(file), owner }));
}

/** A file, for whoever may see the stream that named it; before a stream has, there is nobody to show it to. */
export async function fileFor(id: string, acting: Acting, equipment: Equipment): Promise<KeptFile | undefined> {
  const { store, registry } = equipment;
  const [held] = await store.taken([{ key: fileClaim(id), owner: 'nobody/asks' }], []);
  if (held === undefined) return undefined;
  const { state } = await store.load(held.owner);
  if (state === undefined || !maySee(equipment, registry.contextOf(held.owner), acting, state)) return undefined;
  return keeper(equipment).get(id);
}
