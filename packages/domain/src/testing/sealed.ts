import { refTo, type ContentRef } from '../kernel/contents.ts';
import type { CommandSpec } from '../kernel/decider.ts';
import { hashText } from '../kernel/links.ts';

/** The reference that stands for a text in a test: the same text always has the same one. */
export function sealed(value: unknown): ContentRef {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return refTo({ id: hashText(text).slice(0, 12), salt: 'test', value: text });
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (data: unknown): data is Fields => typeof data === 'object' && data !== null && !Array.isArray(data);

/** A command's data as `decide` sees it: a reference wherever its spec seals a field. */
export function sealFields(spec: CommandSpec, data: unknown): unknown {
  if (!isFields(data)) return data;
  const texts = (spec.seals ?? []).filter((field) => data[field] !== undefined);
  return { ...data, ...Object.fromEntries(texts.map((field) => [field, sealed(data[field])])) };
}
