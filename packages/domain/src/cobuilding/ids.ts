import * as z from 'zod/mini';

const slug = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/));

/** A commitment of a resident unit to the street, or of the street to a resident unit. */
export const commitmentId = slug.brand<'CommitmentId'>();
export type CommitmentId = z.infer<typeof commitmentId>;

/** A need of a unit that others may answer. */
export const needId = slug.brand<'NeedId'>();
export type NeedId = z.infer<typeof needId>;

/** A project that units build together. */
export const projectId = slug.brand<'ProjectId'>();
export type ProjectId = z.infer<typeof projectId>;

/** A resource that a unit opens to others: a hall, a court, a clinic. */
export const resourceId = slug.brand<'ResourceId'>();
export type ResourceId = z.infer<typeof resourceId>;

/** A booking, within its resource. */
export const bookingId = slug.brand<'BookingId'>();
export type BookingId = z.infer<typeof bookingId>;

/** The budget of a unit for a year. */
export const budgetId = slug.brand<'BudgetId'>();
export type BudgetId = z.infer<typeof budgetId>;

/** An entry of a budget, within it. */
export const entryId = slug.brand<'EntryId'>();
export type EntryId = z.infer<typeof entryId>;

/** A scorecard of a unit or a place for a year. */
export const scorecardId = slug.brand<'ScorecardId'>();
export type ScorecardId = z.infer<typeof scorecardId>;
