import type { LocalDesk } from '@keting/runtime';
import type { Deed } from './deed.ts';

/** A picture that stands for what a deed shows: one point. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Keeps the files that a deed shows. */
export async function keepEvidence(desk: LocalDesk, { data }: Deed): Promise<void> {
  const { evidence } = data;
  if (!Array.isArray(evidence)) return;
  for (const id of evidence) {
    const kept = await desk.attach(new Uint8Array(picture), String(id));
    if (!kept.ok) throw new Error(`${String(id)}: ${kept.refusal.code}`);
  }
}
