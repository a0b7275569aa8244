// What is put into a form, as the data of a command.

import { hashText } from '@keting/domain';
import type { Field, Shape } from './shape.ts';

/**
 * What is put in, by the way to the field (`criteria.0.weight`); of a list how many things it holds (`criteria#`), of several
 * ways which one is taken (`subject?`).
 */
export type Entries = ReadonlyMap<string, string>;

export interface Reading {
  readonly entries: Entries;
  readonly utcOffsetMinutes: number;
  /** The id of what is called so in the field; the text itself where nothing is. */
  readonly idOf: (name: string, text: string) => string;
  /** A new id for the field, the same until the form is sent. */
  readonly newId: (name: string) => string;
}

export const wayTo = (path: string, name: string | number): string => (path === '' ? String(name) : `${path}.${name}`);

/** How many things a list holds: one to begin with where it must hold any. */
export const lengthOf = (path: string, required: boolean, entries: Entries): number =>
  Number(entries.get(`${path}#`) ?? (required ? 1 : 0));

export const takenWay = (path: string, entries: Entries): number => Number(entries.get(`${path}?`) ?? 0);

/** A number as it is typed; what is none stays a text, so that the schema says so. */
const numberIn = (text: string): number | string => (Number.isFinite(Number(text)) ? Number(text) : text);

function fenIn(text: string): number | string {
  const yuan = numberIn(text);
  return typeof yuan === 'number' ? Math.round(yuan * 100) : yuan;
}

const positionIn = (text: string): readonly (number | string)[] =>
  text.split(/[,，]/).map((part) => numberIn(part.trim()));

function jsonIn(text: string): unknown {
  try {
    const read: unknown = JSON.parse(text);
    return read;
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

/** Local time as the field of a form tells it: `2026-11-26T09:00`. */
const momentIn = (text: string, utcOffsetMinutes: number): number => Date.parse(`${text}Z`) - utcOffsetMinutes * 60_000;

function scalarOf(kind: Shape['kind'], name: string, text: string, { utcOffsetMinutes, idOf }: Reading): unknown {
  switch (kind) {
    case 'number':
      return numberIn(text);
    case 'money':
      return fenIn(text);
    case 'instant':
      return momentIn(text, utcOffsetMinutes);
    case 'yes-no':
      return text === 'yes';
    case 'position':
      return positionIn(text);
    case 'json':
      return jsonIn(text);
    case 'reference':
      return idOf(name, text);
    default:
      return text;
  }
}

/** As many voting papers as one ballot takes. */
const mostPapers = 10_000;

/** What stands on the voting papers that a form draws; none where no number of them is put in. Whoever has one votes by it. */
export function papersIn(path: string, { entries, newId }: Pick<Reading, 'entries' | 'newId'>): readonly string[] {
  const count = Number(entries.get(path) ?? '');
  const drawn = Number.isInteger(count) && count > 0 && count <= mostPapers;
  return Array.from({ length: drawn ? count : 0 }, (_, i) => newId(wayTo(path, i)));
}

/** Hashes of the papers that are drawn; what is no number of them stays a text, so that the schema says so. */
function hashesIn(path: string, reading: Reading): unknown {
  const text = (reading.entries.get(path) ?? '').trim();
  const papers = papersIn(path, reading);
  if (papers.length > 0) return papers.map(hashText);
  return text === '' ? undefined : text;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0) || isEmptyGroup(value);

const isEmptyGroup = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;

function groupOf(fields: readonly Field[], path: string, reading: Reading): Readonly<Record<string, unknown>> {
  const pairs = fields.map((field) => [field.name, dataOf(field, wayTo(path, field.name), reading)] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}

/** What is put into one field; undefined where it is left empty. */
export function dataOf({ name, required, shape }: Field, path: string, reading: Reading): unknown {
  if (shape.kind === 'fixed') return shape.value;
  if (shape.kind === 'new-id') return reading.newId(name);
  if (shape.kind === 'papers') return hashesIn(path, reading);
  const value = partsOf(shape, path, required, reading);
  if (value !== undefined) return required || !isEmpty(value) ? value : undefined;
  const text = (reading.entries.get(path) ?? '').trim();
  return text === '' ? undefined : scalarOf(shape.kind, name, text, reading);
}

/** Of what has parts: what is put into those; undefined where there are none. */
function partsOf(shape: Shape, path: string, required: boolean, reading: Reading): unknown {
  if (shape.kind === 'group') return groupOf(shape.fields, path, reading);
  if (shape.kind === 'either') {
    const option = shape.options[takenWay(path, reading.entries)];
    return option && dataOf(option, path, reading);
  }
  if (shape.kind !== 'list') return undefined;
  const length = lengthOf(path, required, reading.entries);
  // What is left empty stays in its place, so that a mistake is told where it is.
  return Array.from({ length }, (_, i) => dataOf(shape.of, wayTo(path, i), reading) ?? '');
}
