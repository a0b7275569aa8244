import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod/mini';

/**
 * What stands in an event in place of a name, a free text or anything else that must stay erasable: where the
 * content lies and a salted commitment to it. Erasing the content leaves the history valid and the person gone.
 */
export const contentRef = z.object({
  content: z.string().check(z.minLength(1)),
  commitment: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
export type ContentRef = z.infer<typeof contentRef>;

/** A content as the store keeps it, beside the events and not in them. */
export interface Content {
  readonly id: string;
  readonly salt: string;
  readonly value: string;
}

/** The commitment that an event keeps of a content: SHA-256 over salt and value, hexadecimal. */
export const commitmentOf = (content: Pick<Content, 'salt' | 'value'>): string =>
  bytesToHex(sha256(utf8ToBytes(`${content.salt}\n${content.value}`)));

/** What an event keeps of a content: its id and the commitment to it, never the value or the salt. */
export const refTo = (content: Content): ContentRef => ({
  content: content.id,
  commitment: commitmentOf(content),
});

/** Stands for a content in a question ("may I?"), where nothing is written yet. */
export const unwritten: ContentRef = { content: 'unwritten', commitment: '0'.repeat(64) };

/** A command's data with the named fields replaced by references. `decide` sees only this. */
export type Sealed<Data, Fields extends keyof Data> = Omit<Data, Fields> & {
  readonly [F in Fields]: undefined extends Data[F] ? ContentRef | undefined : ContentRef;
};
