import type { Context } from '@keting/domain';

/** Stands for a context that a desk knows only as one that answers facts, and may say who holds which post. */
export const standIn = (
  facts: Context['facts'],
  rest: Partial<Pick<Context, 'standings' | 'sees' | 'questions'>> = {},
): Context => ({
  name: 'place',
  streams: [],
  commands: {},
  events: {},
  decide: () => ({ events: [] }),
  evolve: (state) => state,
  views: [],
  facts,
  sees: 'see:units',
  about: () => ({}),
  ...rest,
});
