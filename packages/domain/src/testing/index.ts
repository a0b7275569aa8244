/**
 * For tests of rules: what has happened, what is asked, what comes of it; and a governance model to ask it under.
 *
 * @packageDocumentation
 */

export { given, plainCalendar, recorded, Done, Given, Outcome, type Expected } from './given.ts';
export { KnownFacts, type AnswerRule } from './known-facts.ts';
export { sampleModel } from './sample-model.ts';
export { sealed } from './sealed.ts';
