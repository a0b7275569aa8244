import type { Content, Recorded, StreamId } from '@keting/domain';
import type { DBSchema, StoreNames } from 'idb';
import type { Loaded, News } from '../ports.ts';
import type { EntryName, KeptRow } from './tables.ts';

/** A receipt in a box: that a command was committed is known whatever its receipt is. */
export interface Receipt {
  readonly receipt: unknown;
}

/** The object stores of the database, with their keys. Events and news count up from 1: their numbers are positions. */
export interface Schema extends DBSchema {
  streams: { key: StreamId; value: Loaded };
  events: { key: number; value: Recorded; indexes: { stream: [StreamId, number] } };
  receipts: { key: string; value: Receipt };
  claims: { key: string; value: StreamId };
  contents: { key: string; value: Content };
  series: { key: string; value: number };
  news: { key: number; value: News };
  /** Of each view how its rows were made and indexed. */
  views: { key: string; value: string };
  'rows/*': { key: string; value: KeptRow; indexes: { [name: EntryName]: string } };
}

/** Names of the object stores; `rows/*` stands for those of all views, since the types want every name known beforehand. */
export type StoreName = StoreNames<Schema>;

/** The object store that holds the rows of a view. */
export const rowsOf = (view: string): 'rows/*' => `rows/${view}` as 'rows/*';
