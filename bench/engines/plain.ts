// What somebody would write without Keting: no schema, no rules, no history, no rows. The floor of what a machine can do.

import { textOf, type Engine, type Step } from './lives.ts';

interface PlainCase {
  readonly stage: string;
  readonly handler?: string;
  readonly text: string;
  readonly notes: readonly string[];
}

function step(cases: Map<string, PlainCase>, { type, data }: Step[1]): void {
  const id = textOf(data, 'case');
  const found = cases.get(id);
  if (type === 'ReportCase') {
    cases.set(id, { stage: 'collected', text: textOf(data, 'text'), notes: [] });
    return;
  }
  if (found === undefined) throw new Error(`no case ${id}`);
  switch (type) {
    case 'AcceptCase':
      cases.set(id, { ...found, stage: 'accepted' });
      break;
    case 'DispatchCase':
      cases.set(id, { ...found, stage: 'dispatched', handler: textOf(data, 'handler') });
      break;
    case 'HandleCase':
      cases.set(id, { ...found, stage: 'verifying', notes: [...found.notes, textOf(data, 'result')] });
      break;
    case 'VerifyCase':
      cases.set(id, { ...found, stage: 'closed' });
      break;
    case 'ReplyCase':
      cases.set(id, { ...found, stage: 'replied', notes: [...found.notes, textOf(data, 'reply')] });
      break;
    case 'RateCase':
      cases.set(id, { ...found, notes: [...found.notes, textOf(data, 'rating')] });
      break;
    default:
      throw new Error(`unknown ${type}`);
  }
}

export const plainSwitch: Engine = (lives) => {
  const cases = new Map<string, PlainCase>();
  const started = performance.now();
  for (const life of lives) for (const [, command] of life) step(cases, command);
  return performance.now() - started;
};
