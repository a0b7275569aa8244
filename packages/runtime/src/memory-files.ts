import { newId } from './new-id.ts';
import type { Files, NewId } from './ports.ts';

/** Files in memory, each under a fresh identity. What is put in and what is handed out are copies. */
export function memoryFiles(nextId: NewId = newId): Files {
  const files = new Map<string, { readonly bytes: Uint8Array; readonly type: string }>();
  return {
    put(bytes, type) {
      const id = nextId();
      files.set(id, { bytes: bytes.slice(), type });
      return Promise.resolve(id);
    },
    has: (id) => Promise.resolve(files.has(id)),
    get(id) {
      const file = files.get(id);
      return Promise.resolve(file && { bytes: file.bytes.slice(), type: file.type });
    },
  };
}
