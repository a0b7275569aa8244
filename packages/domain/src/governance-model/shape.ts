import type * as z from 'zod/mini';
import { faultsOf } from '../kernel/faults.ts';
import type { Faults, ModelFault, ModelFaultCode, Path } from './fault.ts';

type Issue = z.core.$ZodIssue;
type UnionIssue = z.core.$ZodIssueInvalidUnion;

const plainPath = (path: readonly PropertyKey[]): Path =>
  path.map((part) => (typeof part === 'symbol' ? String(part) : part));

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined), data);

/** A value as it may be shown: texts, numbers, yes and no. */
const shown = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** The choices of a text that must be one of some, also where it is the one that says which form an object has. */
function choicesOf(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  return issue.code === 'invalid_union' && 'options' in issue ? (issue.options ?? []).map(String) : [];
}

function expectedOf(issue: Issue): readonly string[] {
  if (issue.code !== 'invalid_type') return choicesOf(issue);
  return [issue.expected === 'record' ? 'object' : issue.expected];
}

/** A model is also told that a value is of another type, and that a list is too short. */
function refined(code: ModelFaultCode, issue: Issue): ModelFaultCode {
  if (code === 'required') return code;
  if (issue.code === 'invalid_type') return 'wrong-type';
  if (issue.code === 'too_small' && issue.origin === 'array') return 'too-few';
  return choicesOf(issue).length > 0 ? 'not-a-choice' : code;
}

const tellsExpected: ReadonlySet<ModelFaultCode> = new Set(['wrong-type', 'not-a-choice']);

function plainFaults(issue: Issue, data: unknown): Faults {
  const path = plainPath(issue.path);
  const at = shown(valueAt(data, issue.path));
  return faultsOf([issue], data).map(({ code: found, limit }) => {
    const code = refined(found, issue);
    return {
      path,
      code,
      at,
      ...(tellsExpected.has(code) ? { expected: expectedOf(issue) } : {}),
      ...(limit === undefined || code === 'required' ? {} : { limit }),
    };
  });
}

/** A key that is not known: the way leads to the key itself. */
const strayKeys = (path: readonly PropertyKey[], keys: readonly string[]): Faults =>
  keys.map((key) => ({ path: [...plainPath(path), key], code: 'unknown-field', at: key }));

const isDistance = ({ code }: ModelFault): boolean => code === 'required' || code === 'unknown-field';

/** How far a value is from a form: the keys that it lacks, and those that the form does not know. */
const distance = (faults: Faults): number => faults.filter(isDistance).length;

const sameFault = (one: ModelFault, other: ModelFault): boolean =>
  one.code === other.code && one.at === other.at && one.path.join('\n') === other.path.join('\n');

const within = (issue: Issue, path: readonly PropertyKey[]): Issue => ({ ...issue, path: [...path, ...issue.path] });

/** Forms of which none lets the value be what it is at all: its choices and types taken together. */
function noForm(faults: Faults, issue: UnionIssue, data: unknown): Faults {
  const expecting = (code: ModelFaultCode) =>
    faults.filter((one) => one.code === code).flatMap(({ expected = [] }) => expected);
  const choices = expecting('not-a-choice');
  return plainFaults(issue, data).map((one) => {
    if (one.code === 'required') return one;
    if (one.at !== '' && choices.length > 0) return { ...one, code: 'not-a-choice', expected: choices };
    const types = [...new Set(expecting('wrong-type'))];
    return types.length === 0 ? one : { ...one, code: 'wrong-type', expected: types };
  });
}

/**
 * A value that has none of several forms is measured by the form that it comes nearest to; where it comes as near to others,
 * by what they all find wrong. If that is nothing, the value itself is of the wrong form.
 */
function unionFaults(issue: UnionIssue, data: unknown): Faults {
  const forms = issue.errors.map((issues) => issues.flatMap((one) => issueFaults(within(one, issue.path), data)));
  const own = (one: ModelFault): boolean => one.path.length === issue.path.length;
  const alike = forms.filter((faults) => !faults.some(own));
  if (alike.length === 0) return noForm(forms.flat(), issue, data);
  const least = Math.min(...alike.map(distance));
  const [nearest = [], ...others] = alike.filter((faults) => distance(faults) === least);
  const shared = nearest.filter((one) => others.every((faults) => faults.some((other) => sameFault(one, other))));
  return shared.length > 0 ? shared : plainFaults(issue, data);
}

function issueFaults(issue: Issue, data: unknown): Faults {
  if (issue.code === 'unrecognized_keys') return strayKeys(issue.path, issue.keys);
  if (issue.code === 'invalid_key') return strayKeys(issue.path.slice(0, -1), issue.path.slice(-1).map(String));
  return issue.code === 'invalid_union' ? unionFaults(issue, data) : plainFaults(issue, data);
}

/** What a schema found wrong with data, each fault with the deepest way that leads to it, and the reason. */
export const shapeFaults = (issues: readonly Issue[], data: unknown): Faults =>
  issues.flatMap((issue) => issueFaults(issue, data));
