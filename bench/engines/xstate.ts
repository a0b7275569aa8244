// XState 5: a machine of the same stages with guards and assigned context, as one live actor per case and as the pure transition.

import { assign, createActor, initialTransition, setup, transition, type Actor } from 'xstate';
import { textOf, type Engine, type Step } from './lives.ts';

type Data = Readonly<Record<string, unknown>>;

const machine = setup({
  types: {
    context: {} as { text: string; handler: string; notes: readonly string[] },
    events: {} as { type: string; data: Data },
  },
  guards: { named: ({ event }, field: string) => textOf(event.data, field).length > 0 },
  actions: {
    keepText: assign({ text: ({ event }) => textOf(event.data, 'text') }),
    keepHandler: assign({ handler: ({ event }) => textOf(event.data, 'handler') }),
    note: assign({ notes: ({ context, event }, field: string) => [...context.notes, textOf(event.data, field)] }),
  },
}).createMachine({
  context: { text: '', handler: '', notes: [] },
  initial: 'none',
  states: {
    none: {
      on: { ReportCase: { target: 'collected', guard: { type: 'named', params: 'text' }, actions: 'keepText' } },
    },
    collected: { on: { AcceptCase: 'accepted' } },
    accepted: {
      on: {
        DispatchCase: { target: 'dispatched', guard: { type: 'named', params: 'handler' }, actions: 'keepHandler' },
      },
    },
    dispatched: { on: { HandleCase: { target: 'verifying', actions: { type: 'note', params: 'result' } } } },
    verifying: { on: { VerifyCase: 'closed' } },
    closed: { on: { ReplyCase: { target: 'replied', actions: { type: 'note', params: 'reply' } } } },
    replied: { on: { RateCase: { target: 'rated', actions: { type: 'note', params: 'rating' } } } },
    rated: {},
  },
});

const idOf = ([, { data }]: Step): string => textOf(data, 'case');

function isOver(value: unknown): void {
  if (value !== 'rated') throw new Error(`a case stands at ${String(value)}`);
}

export const liveActors: Engine = (lives) => {
  const actors = new Map<string, Actor<typeof machine>>();
  const started = performance.now();
  for (const life of lives) {
    for (const step of life) {
      let actor = actors.get(idOf(step));
      if (actor === undefined) actors.set(idOf(step), (actor = createActor(machine).start()));
      actor.send(step[1]);
    }
  }
  const took = performance.now() - started;
  for (const actor of actors.values()) isOver(actor.getSnapshot().value);
  return took;
};

export const pureTransition: Engine = (lives) => {
  const [first] = initialTransition(machine);
  const states = new Map<string, typeof first>();
  const started = performance.now();
  for (const life of lives) {
    for (const step of life) {
      const [next] = transition(machine, states.get(idOf(step)) ?? first, step[1]);
      states.set(idOf(step), next);
    }
  }
  const took = performance.now() - started;
  for (const { value } of states.values()) isOver(value);
  return took;
};
