import type { Attached, Desk } from '@keting/runtime';

/** Keeps a photo for a host without a desk, and answers the id that it is known by from then on. */
export type HostAttach = (bytes: Uint8Array, type: string) => Promise<string>;

/** How an element keeps a photo: on the desk around it, else by what the host gave; undefined where nobody keeps any. */
export function keepFile(
  desk: Desk | undefined,
  attach: HostAttach | undefined,
): ((bytes: Uint8Array, type: string) => Promise<Attached>) | undefined {
  if (desk) return (bytes) => desk.attach(bytes);
  return attach && (async (bytes, type) => ({ ok: true, id: await attach(bytes, type) }));
}
