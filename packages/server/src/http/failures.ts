import { QueryError } from '@keting/runtime';
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
 * What may be written of an error: its name, its code and where it happened. Its message may quote what somebody wrote, as
 * those of a database and of a schema do.
 */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const at = (error.stack ?? '').split('\n').filter((line) => frame.test(line));
  const code = 'code' in error ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) };
  return { error: error.name, ...code, at: at.slice(0, 12).map((line) => line.trim()), ...cause };
}

/** Makes of whatever was thrown the problem that it is answered as. What nobody foresaw is logged. */
export function problemOf({
  log,
  isUnavailable,
}: Pick<ServerOptions, 'log' | 'isUnavailable'>): (thrown: unknown, place: Place) => WireProblem {
  return (thrown, place) => {
    if (thrown instanceof WireProblem) return thrown;
    if (thrown instanceof QueryError) return new WireProblem('query-invalid');
    const away = isConnectionLost(thrown) || isUnavailable?.(thrown) === true;
    log?.error({ ...place, ...describeError(thrown) }, away ? 'not available' : 'unexpected error');
    return new WireProblem(away ? 'not-available' : 'internal');
  };
}
