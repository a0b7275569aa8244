import { unwritten } from '../../kernel/contents.ts';
import type { Context, Due } from '../../kernel/decider.ts';
import { inOffice } from '../../kernel/personal.ts';
import { commitmentId } from '../ids.ts';
import { first } from '../parts.ts';
import { commitmentCommandSpecs, type CommitmentCommand } from './commands.ts';
import { commitmentEventSchemas, evolveCommitment, type CommitmentEvent, type CommitmentState } from './commitment.ts';
import { decideCommitment } from './decide.ts';
import { commitmentFacts } from './facts.ts';
import { commitmentViews } from './views.ts';

/** When its day is over, an open commitment is overdue by itself. */
const dueOf = ({ id, stage, due, overdueAt }: CommitmentState): Due | undefined =>
  stage === 'open'
    ? { at: overdueAt, command: { type: 'LapseCommitment', data: { commitment: commitmentId.parse(id), due } } }
    : undefined;

const plain = ({ id }: CommitmentState) => ({ commitment: commitmentId.parse(id) });

/** Two-way commitments between resident units and the street, each with an owner, a date and evidence. */
export const commitmentContext: Context<CommitmentState, CommitmentCommand, CommitmentEvent> = {
  name: 'commitments',
  streams: ['commitment'],
  commands: {
    ...commitmentCommandSpecs,
    FulfilCommitment: {
      ...commitmentCommandSpecs.FulfilCommitment,
      offer: (state: CommitmentState) => ({ ...plain(state), evidence: [] }),
    },
    WithdrawCommitment: {
      ...commitmentCommandSpecs.WithdrawCommitment,
      offer: (state: CommitmentState) => ({ ...plain(state), reason: unwritten }),
    },
  },
  events: {
    CommitmentMade: { ...first(commitmentEventSchemas.CommitmentMade), personal: { text: inOffice } },
    CommitmentLapsed: first(commitmentEventSchemas.CommitmentLapsed),
    CommitmentFulfilled: { ...first(commitmentEventSchemas.CommitmentFulfilled), personal: { note: inOffice } },
    CommitmentWithdrawn: { ...first(commitmentEventSchemas.CommitmentWithdrawn), personal: { reason: inOffice } },
  },
  decide: decideCommitment,
  evolve: evolveCommitment,
  views: commitmentViews,
  facts: commitmentFacts,
  sees: 'see:commitments',
  about: ({ cohort, to }) => ({ territory: cohort.territory, unit: cohort.unit, handler: to }),
  due: dueOf,
};
