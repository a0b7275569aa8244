// What a form asks for one command or question: read from its own schema.

import type { CommandSpec, GovernanceModel, Question } from '@keting/domain';
import * as z from 'zod/mini';
import { listOf } from './model-lists.ts';
import { referenceOf } from './references.ts';

/** How one value is put in. */
export type Shape =
  | { readonly kind: 'text' | 'long-text' | 'number' | 'money' | 'date' | 'month' | 'time' | 'instant' }
  | { readonly kind: 'yes-no' | 'position' | 'json' | 'new-id' }
  /** Voting papers, which the form draws: how many is put in, and their hashes are sent. */
  | { readonly kind: 'papers' }
  /** One of the domain's own values. */
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  /** One of what the model names. */
  | { readonly kind: 'named' }
  /** Something that is there already, by its id. */
  | { readonly kind: 'reference' }
  | { readonly kind: 'fixed'; readonly value: string }
  | { readonly kind: 'list'; readonly of: Field }
  | { readonly kind: 'group'; readonly fields: readonly Field[] }
  | { readonly kind: 'either'; readonly options: readonly Field[] };

export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly shape: Shape;
}

type Json = z.core.JSONSchema.JSONSchema;

interface Reading {
  readonly command: string;
  readonly seals: ReadonlySet<string>;
  readonly fresh: ReadonlySet<string>;
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Moments and days are known by the names of their fields: a schema says of both only that it is a number, or a text. */
const moments = new Set(['from', 'until', 'to', 'closesAt', 'due']);
const days = new Set(['on', 'from', 'until', 'date', 'due', 'day']);
const money = new Set(['amount']);
/** Sealed texts of a line. */
const short = new Set(['title', 'name', 'phone', 'from', 'contact', 'code']);
/** Commands in which these fields are times of day. */
const clocks = new Set(['OpenResource', 'ChangeHours']);
const hours = new Set(['from', 'to']);
/** Files are added on the pages made for them. */
const elsewhere = new Set(['photos']);

function numberOf(name: string, type: 'number' | 'integer', maximum: number): Shape {
  if (money.has(name)) return { kind: 'money' };
  // Numbers without a bound of their own are moments where their name says so; numbers of stalls are bounded.
  const unbounded = type === 'integer' && maximum === Number.MAX_SAFE_INTEGER;
  return { kind: unbounded && moments.has(name) ? 'instant' : 'number' };
}

function dayOf(name: string, command: string): Shape | undefined {
  if (name === 'month') return { kind: 'month' };
  if (clocks.has(command) && hours.has(name)) return { kind: 'time' };
  return days.has(name) ? { kind: 'date' } : undefined;
}

function textOf(name: string, { command, seals, fresh }: Reading): Shape {
  if (fresh.has(name)) return { kind: 'new-id' };
  if (seals.has(name)) return { kind: short.has(name) ? 'text' : 'long-text' };
  if (listOf(command, name) !== undefined) return { kind: 'named' };
  if (referenceOf(command, name) !== undefined) return { kind: 'reference' };
  return dayOf(name, command) ?? { kind: 'text' };
}

function listIn(name: string, json: Json, reading: Reading): Shape {
  if (name === 'papers') return { kind: 'papers' };
  if (json.prefixItems !== undefined) return { kind: 'position' };
  const { items } = json;
  if (!isJson(items) || Array.isArray(items)) return { kind: 'json' };
  // Outlines are lists of lists: they are pasted, not typed.
  if (items.type === 'array') return { kind: 'json' };
  return { kind: 'list', of: { name, required: true, shape: shapeOf(name, items, reading) } };
}

const optionsIn = (name: string, options: readonly unknown[], reading: Reading): Shape => ({
  kind: 'either',
  options: options.filter(isJson).map((option) => ({ name, required: true, shape: shapeOf(name, option, reading) })),
});

function groupIn({ properties = {}, required = [] }: Json, reading: Reading): Shape {
  const fields = Object.entries(properties).flatMap(([name, json]): readonly Field[] =>
    isJson(json) && !elsewhere.has(name)
      ? [{ name, required: required.includes(name), shape: shapeOf(name, json, reading) }]
      : [],
  );
  return { kind: 'group', fields };
}

function shapeOf(name: string, json: Json, reading: Reading): Shape {
  const options = json.anyOf ?? json.oneOf;
  if (options !== undefined) return optionsIn(name, options, reading);
  if (json.const !== undefined) return { kind: 'fixed', value: String(json.const) };
  if (json.enum !== undefined) return { kind: 'choice', values: json.enum.map(String) };
  switch (json.type) {
    case 'object':
      return groupIn(json, reading);
    case 'array':
      return listIn(name, json, reading);
    case 'boolean':
      return { kind: 'yes-no' };
    case 'number':
    case 'integer':
      return numberOf(name, json.type, json.maximum ?? Number.MAX_SAFE_INTEGER);
    default:
      return textOf(name, reading);
  }
}

/** What is there already when a command begins a stream of it: the name of the field is then no new id. */
const existing = new Set(['unit', 'person', 'grid', 'community', 'compound', 'case']);

/** New ids that the commands themselves do not show by beginning a stream. */
const made: Readonly<Record<string, readonly string[]>> = {
  FoundUnit: ['unit'],
  TakeInUnit: ['unit'],
  RegisterPerson: ['person'],
  ReserveItem: ['reservation', 'code'],
  BookResource: ['booking'],
  AddFunds: ['entry'],
  SpendMoney: ['entry'],
  CancelReservation: [],
};

function freshIn(command: string, { begins }: CommandSpec, shape: Json): readonly string[] {
  const known = made[command];
  if (known !== undefined) return known;
  const first = isJson(shape.oneOf?.[0]) ? shape.oneOf[0] : shape;
  const [name] = Object.keys(first.properties ?? {});
  return begins === true && name !== undefined && !existing.has(name) ? [name] : [];
}

/** The form of a command under a model. */
export function formOf(command: string, spec: CommandSpec, model: GovernanceModel): Shape {
  const json = z.toJSONSchema(spec.schema(model), { io: 'input', unrepresentable: 'any' });
  const fresh = new Set(freshIn(command, spec, json));
  return shapeOf('', json, { command, seals: new Set(spec.seals), fresh });
}

/** The form of a question. */
export function questionForm({ name, data }: Pick<Question, 'name' | 'data'>): Shape {
  const json = z.toJSONSchema(data, { io: 'input', unrepresentable: 'any' });
  return shapeOf('', json, { command: name, seals: new Set(), fresh: new Set() });
}
