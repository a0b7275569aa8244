import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Message, Recorded } from './envelope.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object';

/** The JSON of a value, or undefined where JSON has nothing for it, as for a function. */
function jsonOf(value: unknown): string | undefined {
  if (!isObject(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((part: unknown) => jsonOf(part) ?? 'null').join(',')}]`;
  let members = '';
  for (const key of Object.keys(value).sort()) {
    const part = jsonOf(value[key]);
    if (part !== undefined) members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${part}`;
  }
  return `{${members}}`;
}

/** JSON with keys in code-unit order and nothing undefined: equal values give equal text. Written by hand, for each event is linked by it. */
export const canonicalJson = (value: unknown): string => jsonOf(value) ?? 'null';

/** SHA-256 of a text, as 64 hexadecimal digits. */
export const hashText = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** SHA-256 of a value's canonical JSON. A stream pins the hash of the governance model it began under. */
export const contentHash = (value: unknown): string => hashText(canonicalJson(value));

/** An event before it is linked to those before it. */
export type Unlinked = Omit<Recorded, 'link'> & Message;

/** The link before the first event of a stream. */
export const firstLink = '';

/** The link of an event: SHA-256 over the link before it and the canonical JSON of the event, hexadecimal. */
export const linkOf = (before: string, event: Unlinked): string => hashText(`${before}\n${canonicalJson(event)}`);

/** How far a stream had come when somebody outside noted it: its version then, and the link of that event. */
export interface StreamHead {
  readonly version: number;
  readonly link: string;
}

/** The first place where a history is not what was written: the version that is wrong there, and how. */
export interface HistoryFault {
  readonly version: number;
  readonly fault: 'altered' | 'missing' | 'reordered';
}

/**
 * Finds the first event of one stream's history that was altered, is missing or stands out of order; undefined where the
 * history is what was written. What the links alone cannot show, a tail cut off or a history written anew as a whole, shows
 * against a `head` that was noted outside the store.
 */
export function verifyHistory(history: readonly Recorded[], head?: StreamHead): HistoryFault | undefined {
  let before = firstLink;
  for (const [place, event] of history.entries()) {
    const version = place + 1;
    if (event.version !== version) {
      const elsewhere = history.some((other) => other.version === version);
      return { version, fault: elsewhere ? 'reordered' : 'missing' };
    }
    const { link, ...rest } = event;
    if (link !== linkOf(before, rest)) return { version, fault: 'altered' };
    before = link;
  }
  if (head === undefined) return undefined;
  if (history.length < head.version) return { version: history.length + 1, fault: 'missing' };
  return history[head.version - 1]?.link === head.link ? undefined : { version: head.version, fault: 'altered' };
}
