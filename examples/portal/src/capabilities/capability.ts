import type { GovernanceModel, Term } from '@keting/domain';
import type { PageName } from '../texts.ts';

/** The groups of capabilities, in the order in which they are listed. */
export const groups = ['organisation', 'grid', 'case', 'deliberation', 'volunteering', 'points', 'all'] as const;
export type Group = (typeof groups)[number];

/** One capability: how a model's place does it, the views and answers that show it, and the commands by which it is used. */
export interface Capability {
  readonly code: string;
  readonly group: Group;
  readonly title: Term;
  /** The models whose accounts tell of it; none where all places need it. */
  readonly asked: readonly string[];
  /** How the model's place does it, in a few words; undefined where the model has no rule for it. */
  readonly how: (model: GovernanceModel) => Term | undefined;
  /** The page with elements made for it. */
  readonly page?: PageName;
  /** Names of views. */
  readonly views: readonly string[];
  /** Names of questions. */
  readonly questions?: readonly string[];
  /** Types of commands, of those that persons send. */
  readonly commands: readonly string[];
}

export const everyPlace = ['shibei', 'luqiao', 'chengcheng', 'nanjing', 'bengbu'];
