/** What every element speaks of, in one place. */
export type { Command, GovernanceModel, Language, Refusal } from '@keting/domain';
export type { Desk, Receipt } from '@keting/runtime';
