/**
 * Keting's runtime: the desk, which carries out what the domain decides and keeps the record, and the ports that it
 * works through.
 *
 * @packageDocumentation
 */

export * from './desk.ts';
export * from './create-desk.ts';
export { NoFilesError } from './desk-files.ts';
export type { ExportedFile, ExportedText, PersonExport } from './export-person.ts';
export { CompositionError, viewsOf } from './registry.ts';
export { processNote } from './process-note.ts';
export type { Audience, Seen, SeenNews } from './audience.ts';
export * from './ports.ts';
export * from './query-error.ts';
export { upcasterOf } from './upcasting.ts';
export { memoryStore, type MemoryStoreOptions } from './memory-store/memory-store.ts';
export {
  indexedDbStore,
  wipeIndexedDbStore,
  type IndexedDbStore,
  type IndexedDbStoreOptions,
} from './indexed-db-store/indexed-db-store.ts';
export * from './memory-files.ts';
export * from './calendar.ts';
export * from './new-id.ts';
export * from './system-clock.ts';
export { remoteDesk, type LineSignals, type RemoteDesk, type RemoteDeskOptions } from './remote-desk/remote-desk.ts';
export { RemoteDeskError, type RemoteDeskErrorCode } from './remote-desk/remote-desk-error.ts';
export {
  memoryOutbox,
  type KeptCommand,
  type KeptGreeting,
  type Outbox,
  type WaitingFile,
} from './remote-desk/outbox.ts';
export { indexedDbOutbox, type IndexedDbOutbox } from './remote-desk/indexed-db-outbox.ts';
export type { Chance, Wait } from './remote-desk/back-off.ts';
export type { Fetch } from './remote-desk/line.ts';
