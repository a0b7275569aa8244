/**
 * Keting's runtime: the desk, which carries out what the domain decides and keeps the record, and the ports that it
 * works through.
 *
 * @packageDocumentation
 */

export * from './desk.ts';
export * from './create-desk.ts';
export { CompositionError, viewsOf } from './registry.ts';
export type { Audience, Seen, SeenNews } from './audience.ts';
export * from './ports.ts';
export * from './query-error.ts';
export { memoryStore, type MemoryStoreOptions } from './memory-store/memory-store.ts';
export * from './memory-files.ts';
export * from './calendar.ts';
export * from './new-id.ts';
export * from './system-clock.ts';
