import { checkAttachmentSize, inspectAttachment, type AttachmentRules, type Refusal } from '@keting/domain';

/** A photo or film that a person has added: whole, bounded, and stripped of hidden data. */
export interface Photo {
  readonly id: string;
  /** The type that its first bytes tell, as `image/jpeg`. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What came of one chosen file. */
export type Added =
  | { readonly ok: true; readonly photo: Photo }
  | { readonly ok: false; readonly name: string; readonly refusal: Refusal };

/** What a browser gives for a chosen file, as far as we need it. */
export type ChosenFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

/** Shows whether a browser can draw the picture; a broken one is refused like one that is cut short. */
export type Draws = (photo: Photo) => Promise<boolean>;

/** Takes in one file: its size first, so that a film of gigabytes is never read, then its bytes. */
export async function takeIn(file: ChosenFile, rules: AttachmentRules, id: string, draws: Draws): Promise<Added> {
  const tooLarge = checkAttachmentSize(file.size, rules);
  if (tooLarge) return { ok: false, name: file.name, refusal: tooLarge };
  const inspected = inspectAttachment(new Uint8Array(await file.arrayBuffer()), rules);
  if (!inspected.ok) return { ok: false, name: file.name, refusal: inspected.refusal };
  const photo = { id, type: inspected.type, bytes: inspected.bytes };
  if (await draws(photo)) return { ok: true, photo };
  const refusal = { code: 'attachment-broken', rule: 'CASE-01', ids: [], params: { type: photo.type } };
  return { ok: false, name: file.name, refusal };
}

/** A size as people read it: `50 MB`, `3.2 MB`, `800 KB`. */
export function sizeText(bytes: number): string {
  if (bytes < 999_500) return `${Math.max(1, Math.round(bytes / 1000))} KB`;
  const millions = bytes / 1_000_000;
  return `${millions < 10 ? Math.round(millions * 10) / 10 : Math.round(millions)} MB`;
}
