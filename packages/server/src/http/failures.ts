import { NoFilesError, QueryError } from '@keting/runtime';
import type { ServerOptions } from './options.ts';
import { isConnectionLost } from './unavailable.ts';
import { WireProblem } from './wire-problem.ts';

/** Where something went wrong, without anything of what was asked. */
export interface Place {
  readonly request: string;
  readonly route: string;
  readonly method: string;
}

const frame = /^ +at /;

/**
 * Where an error happened, as lines of its stack. The stack begins with the message, whose lines may look like places; where
 * it does not hold the message that the error has, it holds another, and none of it is written.
 */
function placesOf({ stack = '', message }: Error): readonly string[] {
  const from = stack.indexOf(message);
  if (from < 0) return [];
  const lines = stack.slice(from + message.length).split('\n');
  return lines.filter((line) => frame.test(line)).map((line) => line.trim());
}

/**
 * What may be written of an error: its name, its code and where it happened. Its message may quote what somebody wrote, as
 * those of a database and of a schema do.
 */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) };
  return { error: error.name, ...code, at: placesOf(error).slice(0, 12), ...cause };
}

/** Makes of whatever was thrown the problem that it is answered as. What nobody foresaw is logged. */
export function problemOf({
  log,
  isUnavailable,
}: Pick<ServerOptions, 'log' | 'isUnavailable'>): (thrown: unknown, place: Place) => WireProblem {
  return (thrown, place) => {
    if (thrown instanceof WireProblem) return thrown;
    if (thrown instanceof QueryError) return new WireProblem('query-invalid');
    if (thrown instanceof NoFilesError) return new WireProblem('not-found');
    const away = isConnectionLost(thrown) || isUnavailable?.(thrown) === true;
    log?.error({ ...place, ...describeError(thrown) }, away ? 'not available' : 'unexpected error');
    return new WireProblem(away ? 'not-available' : 'internal');
  };
}
