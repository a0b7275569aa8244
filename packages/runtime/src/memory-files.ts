import type { Files } from './ports.ts';

const same = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, i) => byte === other[i]);

/** Files in memory. What is put in and what is handed out are copies. */
export function memoryFiles(): Files {
  const files = new Map<string, { readonly bytes: Uint8Array; readonly type: string }>();
  return {
    put(id, bytes, type) {
      const kept = files.get(id);
      if (kept !== undefined) return Promise.resolve(same(kept.bytes, bytes) ? 'kept' : 'taken');
      files.set(id, { bytes: bytes.slice(), type });
      return Promise.resolve('kept');
    },
    remove(id) {
      files.delete(id);
      return Promise.resolve();
    },
    has: (id) => Promise.resolve(files.has(id)),
    get(id) {
      const file = files.get(id);
      return Promise.resolve(file && { bytes: file.bytes.slice(), type: file.type });
    },
  };
}
