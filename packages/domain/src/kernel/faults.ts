import type * as z from 'zod/mini';

/** One thing wrong with one field. `path` joins the way to it with dots; `limit` is the bound that was passed. */
export interface Fault {
  readonly path: string;
  readonly code: FaultCode;
  readonly limit?: number;
}

export type FaultCode =
  | 'required'
  | 'too-short'
  | 'too-long'
  | 'too-small'
  | 'too-large'
  | 'too-many'
  | 'not-a-choice'
  | 'wrong-form'
  | 'unknown-field';

type Issue = z.core.$ZodIssue;

const present = (data: unknown, path: readonly PropertyKey[]): boolean => {
  let at: unknown = data;
  for (const part of path) {
    if (typeof at !== 'object' || at === null) return false;
    at = Reflect.get(at, part);
  }
  return at !== undefined && at !== null && at !== '';
};

const limit = (bound: number | bigint): { readonly limit: number } => ({ limit: Number(bound) });

function codeOf(issue: Issue): Omit<Fault, 'path'> {
  switch (issue.code) {
    case 'too_small':
      return { code: issue.origin === 'string' ? 'too-short' : 'too-small', ...limit(issue.minimum) };
    case 'too_big':
      if (issue.origin === 'array') return { code: 'too-many', ...limit(issue.maximum) };
      return { code: issue.origin === 'string' ? 'too-long' : 'too-large', ...limit(issue.maximum) };
    case 'invalid_value':
      return { code: 'not-a-choice' };
    case 'unrecognized_keys':
      return { code: 'unknown-field' };
    default:
      return { code: 'wrong-form' };
  }
}

/** A schema's complaints as faults, in the order of the fields. What is missing or empty is `required`. */
export const faultsOf = (issues: readonly Issue[], data: unknown): readonly Fault[] =>
  issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    ...(present(data, issue.path) ? codeOf(issue) : { code: 'required' as const }),
  }));
