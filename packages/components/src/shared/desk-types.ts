// What every element knows of the floors below: the words of the contract.
export type { Command, Language, Refusal } from '@keting/domain';
export type { Desk, Receipt } from '@keting/runtime';
