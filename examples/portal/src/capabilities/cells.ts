// What a cell of a table says.

import { eventText } from '@keting/components';
import { contentRef, type GovernanceModel, type Language, type View } from '@keting/domain';
import * as z from 'zod/mini';
import { modelWord } from './model-lists.ts';
import type { CapabilityTexts } from './page.texts.ts';
import { referenceOf, type Reference } from './references.ts';
import { valueTexts } from './values.texts.ts';
import { fieldWord, valueWord } from './words.ts';

/** What a table knows beside its rows. */
export interface CellContext {
  readonly view: string;
  readonly model: GovernanceModel;
  readonly language: Language;
  readonly texts: CapabilityTexts;
  /** Texts that the reader may see, by content id. */
  readonly contents: Readonly<Record<string, string>>;
  readonly nameOf: (reference: Reference, id: string) => string | undefined;
}

/** A column of a view, and whether its values are words of the domain's own. */
export interface Column {
  readonly name: string;
  readonly listed: boolean;
}

/** What a cell says that has nothing to say. */
export const unsaid = '—';

/** Not for a table: outlines are for a map, and ids for machines. */
const undrawn = new Set(['polygons', 'outline', 'id']);

/** The columns of a view, or of an answer, in their order, without the one that all its rows have in common. */
export function columnsOf(view: Pick<View, 'row' | 'within'>): readonly Column[] {
  const { properties = {} } = z.toJSONSchema(view.row, { unrepresentable: 'any' });
  return Object.entries(properties)
    .filter(([name]) => !undrawn.has(name) && name !== view.within?.column)
    .map(([name, json]) => ({ name, listed: typeof json === 'object' && json.enum !== undefined }));
}

/** Views whose keys are known beyond Keting. */
const placed = new Set(['units', 'grids']);

/** Sums of money, in fen. */
const money = new Set(['amount', 'funded', 'allotted', 'spent']);
/** Lengths of time, in milliseconds. */
const durations = new Set(['lasted', 'over']);
const hour = 3_600_000;
/** No count that Keting keeps is as large as the milliseconds since 1970 of any moment that it records. */
const firstMoment = 100_000_000_000;
/** What never comes is later than any moment that a calendar has. */
const lastMoment = 8_000_000_000_000_000;

const locale: Readonly<Record<Language, string>> = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-GB' };

const dateOf = (utc: number, language: Language, clock: boolean): string =>
  new Intl.DateTimeFormat(locale[language], {
    timeZone: 'UTC',
    dateStyle: 'medium',
    ...(clock ? { timeStyle: 'short' } : {}),
  }).format(utc);

function numberText(name: string, value: number, { language, model, texts }: CellContext): string {
  const plain = new Intl.NumberFormat(locale[language], { maximumFractionDigits: 2 });
  if (money.has(name)) return plain.format(value / 100);
  if (durations.has(name)) return texts.duration(plain.format(value / hour));
  if (name === 'year' || name === 'draft') return String(value);
  if (value < firstMoment) return plain.format(value);
  if (value > lastMoment) return unsaid;
  return dateOf(value + model.workingTime.utcOffsetMinutes * 60_000, language, true);
}

function textOf({ name, listed }: Column, value: string, context: CellContext): string {
  const { view, language, model, nameOf } = context;
  if (listed) return valueWord(view, name, value, language);
  if (name === 'event') return eventText(value, language) ?? value;
  const reference = referenceOf(view, name);
  const named = reference && nameOf(reference, value);
  if (named !== undefined) return named;
  // Whoever may not see what is meant has no use for its id; codes of places tell something by themselves.
  if (reference !== undefined && !placed.has(reference.view)) return context.texts.masked;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dateOf(Date.parse(value), language, false);
  return modelWord(model, view, name, value, language) ?? value;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text that was kept as a group of fields, as what a class of cases asks. */
function groupIn(text: string): Readonly<Record<string, unknown>> | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    const read: unknown = JSON.parse(text);
    return isRecord(read) ? read : undefined;
  } catch (error) {
    // Somebody wrote a brace.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function contentText(id: string, context: CellContext): string {
  const text = context.contents[id];
  if (text === undefined) return context.texts.masked;
  const group = groupIn(text);
  return group === undefined ? text : groupText(group, context);
}

/** The field of a class is called as the model calls it. */
const partWord = (name: string, { view, model, language }: CellContext): string =>
  modelWord(model, view, '', name, language) ?? fieldWord(view, name, language);

const groupText = (group: Readonly<Record<string, unknown>>, context: CellContext): string =>
  Object.entries(group)
    .map(([name, value]) => {
      const listed = typeof value === 'string' && value in valueTexts;
      return `${partWord(name, context)} ${cellText({ name, listed }, value, context)}`;
    })
    .join(context.language === 'en' ? '; ' : '；');

/** What a cell says; a dash where there is nothing. */
export function cellText(column: Column, value: unknown, context: CellContext): string {
  const { texts, language } = context;
  if (value === undefined || value === null || value === '') return unsaid;
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (typeof value === 'number') return numberText(column.name, value, context);
  if (typeof value === 'string') return textOf(column, value, context);
  if (Array.isArray(value)) {
    return (
      value.map((part: unknown) => cellText(column, part, context)).join(language === 'en' ? ', ' : '、') || unsaid
    );
  }
  const content = z.safeParse(contentRef, value);
  if (content.success) return contentText(content.data.content, context);
  return isRecord(value) ? groupText(value, context) : unsaid;
}
