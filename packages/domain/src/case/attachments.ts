import type { AttachmentType } from '../governance-model/case-flow.ts';
import { refuseBy, type Refusal, type RefusalCatalogue } from '../kernel/refusal.ts';
import { hasBytes, textAt } from './attachments/bytes.ts';
import { bareJpeg } from './attachments/jpeg.ts';
import { bareMp4, isMp4 } from './attachments/mp4.ts';
import { barePng, isPng } from './attachments/png.ts';
import { bareWebp } from './attachments/webp.ts';

/** What an attachment may be refused for, and the capability that says so. */
export const attachmentRefusals = {
  'attachment-too-large': 'CASE-01',
  'attachment-type': 'CASE-01',
  'attachment-broken': 'CASE-01',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(attachmentRefusals);

/** Bounds of one attachment, as a governance model states them: size in bytes, and the types that are taken. */
export interface AttachmentRules {
  readonly maxBytes: number;
  readonly types: readonly AttachmentType[];
}

/** An attachment that may be kept, without hidden position data, or why it may not. */
export type InspectedAttachment =
  | { readonly ok: true; readonly type: AttachmentType; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Refuses a size, in bytes, that is over the limit. Asked before a file is read, so that a film of gigabytes never
 * enters memory.
 */
export const checkAttachmentSize = (
  size: number,
  { maxBytes }: Pick<AttachmentRules, 'maxBytes'>,
): Refusal | undefined =>
  size > maxBytes ? refuse('attachment-too-large', { params: { size, max: maxBytes } }) : undefined;

/** The type that a file's first bytes tell; its name tells nothing. Undefined where we do not know it. */
export function attachmentTypeOf(bytes: Uint8Array): AttachmentType | undefined {
  if (hasBytes(bytes, 0, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (isPng(bytes)) return 'image/png';
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return 'image/webp';
  return isMp4(bytes) ? 'video/mp4' : undefined;
}

/** A copy of a file with what shows the picture and nothing beside it; undefined where it is not whole or shows none. */
const bare: { readonly [Type in AttachmentType]: (bytes: Uint8Array) => Uint8Array | undefined } = {
  'image/jpeg': bareJpeg,
  'image/png': barePng,
  'image/webp': bareWebp,
  'video/mp4': bareMp4,
};

/**
 * Looks at a file before it is kept: within the bounds, of a type that is taken, whole. What comes back is stripped of
 * hidden data (where and when it was taken, by which device, comments, thumbnails, colour profiles): of the parts of a
 * file stay those that are known to be needed to show it, and the orientation of a JPEG. What the coded picture or sound
 * itself carries is not looked into, nor is it decoded. What came back once comes back the same again. The given bytes
 * are not changed, and no bytes make it throw.
 */
export function inspectAttachment(bytes: Uint8Array, rules: AttachmentRules): InspectedAttachment {
  const tooLarge = checkAttachmentSize(bytes.length, rules);
  if (tooLarge !== undefined) return { ok: false, refusal: tooLarge };
  const type = attachmentTypeOf(bytes);
  if (type === undefined || !rules.types.includes(type)) {
    return { ok: false, refusal: refuse('attachment-type', { params: { types: rules.types } }) };
  }
  // Slices of a Buffer, which is a Uint8Array too, would share its memory.
  const stripped = bare[type](new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length));
  return stripped === undefined
    ? { ok: false, refusal: refuse('attachment-broken', { params: { type } }) }
    : { ok: true, type, bytes: stripped };
}
