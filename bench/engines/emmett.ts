// Emmett: its command handler over its event store in memory. It reads a case's events before each command, as it is made to.

import { CommandHandler, getInMemoryEventStore, type Event } from '@event-driven-io/emmett';
import { leadsTo, textOf, type Engine } from './lives.ts';

type Happened = Event<string, Readonly<Record<string, unknown>>>;

interface Held {
  readonly stage: string;
  readonly handler?: string;
  readonly notes: readonly string[];
}

const evolve = (state: Held, { type, data }: Happened): Held => ({
  ...state,
  stage: leadsTo[type] ?? state.stage,
  ...(type === 'DispatchCase' ? { handler: textOf(data, 'handler') } : {}),
  notes: 'reply' in data ? [...state.notes, textOf(data, 'reply')] : state.notes,
});

const before: Readonly<Record<string, string>> = {
  AcceptCase: 'collected',
  DispatchCase: 'accepted',
  HandleCase: 'dispatched',
  VerifyCase: 'verifying',
  ReplyCase: 'closed',
  RateCase: 'replied',
};

export const commandHandler: Engine = async (lives) => {
  const store = getInMemoryEventStore();
  const handle = CommandHandler<Held, Happened>({ evolve, initialState: () => ({ stage: 'none', notes: [] }) });
  const started = performance.now();
  for (const life of lives) {
    for (const [, { type, data }] of life) {
      await handle(store, textOf(data, 'case'), ({ stage }) => {
        if (stage !== (before[type] ?? 'none')) throw new Error(`${type} at ${stage}`);
        return { type, data };
      });
    }
  }
  return performance.now() - started;
};
