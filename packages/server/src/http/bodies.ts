import { largestBody } from '@keting/runtime/wire';
import * as z from 'zod/mini';
import { WireProblem } from './wire-problem.ts';

/** What no PostgreSQL keeps as text: the character of code 0, and half of a pair. */
const unstorable = /[\0\p{Surrogate}]/u;

export const isStorable = (text: string): boolean => !unstorable.test(text);

const tooLarge = (): WireProblem => new WireProblem('body-too-large');

async function chunks(
  body: ReadableStream<Uint8Array>,
  limit: number,
  take: (bytes: number) => void,
): Promise<readonly Uint8Array[]> {
  const found: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    take(chunk.length);
    found.push(chunk);
  }
  return found;
}

/** A body that breaks off, because whoever sent it is gone, is nobody's mistake here. */
const brokenOff = (thrown: unknown): WireProblem =>
  thrown instanceof WireProblem ? thrown : new WireProblem('body-invalid');

/**
 * Reads a body up to a limit, in bytes. Reading ends where the limit is passed, whatever the request says of its length, and
 * where `take` throws, which is told of every part as it comes.
 */
export async function readBytes(
  request: Request,
  limit: number,
  take: (bytes: number) => void = () => undefined,
): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge();
  if (request.body === null) return new Uint8Array();
  const found = await chunks(request.body, limit, take).catch((thrown: unknown) => {
    throw brokenOff(thrown);
  });
  const whole = new Uint8Array(found.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const chunk of found) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Whether every text and every name in a value can be kept, and nothing stands deeper than it may. */
function isSound(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return isStorable(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  if (Array.isArray(value)) return value.every((one) => isSound(one, depth - 1));
  // A name that means something to JavaScript itself is nobody's field.
  return Object.entries(value).every(([key, one]) => key !== '__proto__' && isStorable(key) && isSound(one, depth - 1));
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new WireProblem('body-invalid');
  }
}

const isJson = (request: Request): boolean =>
  /^application\/json *(; *charset="?utf-8"?)? *$/i.test(request.headers.get('content-type') ?? '');

/**
 * Reads a body of JSON as a schema says. Refused: what is too large; what is not JSON, not called so, too deep, of another
 * shape, or holds a text that cannot be kept.
 */
export async function readJson<Schema extends z.ZodMiniType>(
  request: Request,
  schema: Schema,
  depth: number,
): Promise<z.output<Schema>> {
  if (!isJson(request)) throw new WireProblem('body-invalid');
  const value = parsed(await readBytes(request, largestBody));
  const read = isSound(value, depth) ? z.safeParse(schema, value) : undefined;
  if (read?.success !== true) throw new WireProblem('body-invalid');
  return read.data;
}
