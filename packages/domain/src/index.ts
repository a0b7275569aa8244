/**
 * Keting's domain: nouns, verbs, rules and read models of urban grassroots governance. Pure functions over data;
 * no DOM, clock, network or randomness.
 *
 * @packageDocumentation
 */

// The contract that every context signs.
export * from './kernel/term.ts';
export * from './kernel/ids.ts';
export * from './kernel/place.ts';
export * from './kernel/time.ts';
export * from './kernel/faults.ts';
export * from './kernel/refusal.ts';
export * from './kernel/envelope.ts';
export * from './kernel/contents.ts';
export * from './kernel/links.ts';
export * from './kernel/facts.ts';
export * from './kernel/views.ts';
export * from './kernel/decider.ts';

// What a place can state.
export * from './governance-model/case-flow.ts';
export * from './governance-model/model.ts';
export * from './governance-model/check.ts';
export * from './governance-model/extend.ts';
