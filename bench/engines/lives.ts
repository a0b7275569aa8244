// The same lives of cases for every engine: seven steps each, from the report to the reporter's word.

import { straightWay } from '../../tests/runtime/desk/small-place.ts';

export const steps = 7;

/** One step: who asks for what. */
export type Step = readonly [
  who: string,
  command: { readonly type: string; readonly data: Readonly<Record<string, unknown>> },
];

/** Lives through so many cases, each to its end before the next, and answers the milliseconds that it took. */
export type Engine = (lives: readonly (readonly Step[])[]) => number | Promise<number>;

export const livesOf = (count: number, from = 0): readonly (readonly Step[])[] =>
  Array.from({ length: count }, (_, i) => straightWay(`case-${from + i}`));

export const textOf = (data: Readonly<Record<string, unknown>>, field: string): string => String(data[field]);

/** The stage that each command leads to. */
export const leadsTo: Readonly<Record<string, string>> = {
  ReportCase: 'collected',
  AcceptCase: 'accepted',
  DispatchCase: 'dispatched',
  HandleCase: 'verifying',
  VerifyCase: 'closed',
  ReplyCase: 'replied',
  RateCase: 'rated',
};
