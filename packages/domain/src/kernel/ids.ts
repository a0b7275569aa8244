import * as z from 'zod/mini';

const uuidText = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const slug = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

/** Identity of a command, made where the command is made (UUIDv7 in practice); sending it twice acts once. */
export const commandId = z.string().check(z.regex(uuidText)).brand<'CommandId'>();
export type CommandId = z.infer<typeof commandId>;

/** Identity of a recorded event: its command and its place in that command's answer, `<command>/<n>`. */
export type EventId = `${string}/${number}`;

/** A person, by an opaque identity. Names live in the contents store, never here. */
export const personId = z.string().check(z.regex(slug)).brand<'PersonId'>();
export type PersonId = z.infer<typeof personId>;

/** A unit of the organisation tree. */
export const unitId = z.string().check(z.regex(slug)).brand<'UnitId'>();
export type UnitId = z.infer<typeof unitId>;

/** A case (to residents: a matter). */
export const caseId = z.string().check(z.regex(slug)).brand<'CaseId'>();
export type CaseId = z.infer<typeof caseId>;

/** A meeting. */
export const meetingId = z.string().check(z.regex(slug)).brand<'MeetingId'>();
export type MeetingId = z.infer<typeof meetingId>;

/** A topic that walks a procedure. */
export const topicId = z.string().check(z.regex(slug)).brand<'TopicId'>();
export type TopicId = z.infer<typeof topicId>;

/** A ballot. */
export const ballotId = z.string().check(z.regex(slug)).brand<'BallotId'>();
export type BallotId = z.infer<typeof ballotId>;

/** A sitting of a body. */
export const sittingId = z.string().check(z.regex(slug)).brand<'SittingId'>();
export type SittingId = z.infer<typeof sittingId>;

/** A resolution that somebody has to carry out. */
export const resolutionId = z.string().check(z.regex(slug)).brand<'ResolutionId'>();
export type ResolutionId = z.infer<typeof resolutionId>;

/** A team of volunteers. */
export const teamId = z.string().check(z.regex(slug)).brand<'TeamId'>();
export type TeamId = z.infer<typeof teamId>;

/** An activity that volunteers sign up for. */
export const activityId = z.string().check(z.regex(slug)).brand<'ActivityId'>();
export type ActivityId = z.infer<typeof activityId>;

/** A post that members claim. */
export const claimedPostId = z.string().check(z.regex(slug)).brand<'ClaimedPostId'>();
export type ClaimedPostId = z.infer<typeof claimedPostId>;

/** A micro-wish. */
export const wishId = z.string().check(z.regex(slug)).brand<'WishId'>();
export type WishId = z.infer<typeof wishId>;

/** An occasion on which a visit, a presence or a report is due. */
export const occasionId = z.string().check(z.regex(slug)).brand<'OccasionId'>();
export type OccasionId = z.infer<typeof occasionId>;

/** A place, a thing or an organisation that a grid holds. */
export const objectId = z.string().check(z.regex(slug)).brand<'ObjectId'>();
export type ObjectId = z.infer<typeof objectId>;

/** A service point. */
export const servicePointId = z.string().check(z.regex(slug)).brand<'ServicePointId'>();
export type ServicePointId = z.infer<typeof servicePointId>;

/** A patrol of a grid. */
export const patrolId = z.string().check(z.regex(slug)).brand<'PatrolId'>();
export type PatrolId = z.infer<typeof patrolId>;

/** A whistle: a call to departments. */
export const whistleId = z.string().check(z.regex(slug)).brand<'WhistleId'>();
export type WhistleId = z.infer<typeof whistleId>;

/** A campaign. */
export const campaignId = z.string().check(z.regex(slug)).brand<'CampaignId'>();
export type CampaignId = z.infer<typeof campaignId>;

/** An object of a campaign. */
export const campaignObjectId = z.string().check(z.regex(slug)).brand<'CampaignObjectId'>();
export type CampaignObjectId = z.infer<typeof campaignObjectId>;

/** A bulletin. */
export const bulletinId = z.string().check(z.regex(slug)).brand<'BulletinId'>();
export type BulletinId = z.infer<typeof bulletinId>;

/** A request for help. */
export const helpId = z.string().check(z.regex(slug)).brand<'HelpId'>();
export type HelpId = z.infer<typeof helpId>;

/** A team that helps or mediates. */
export const helpTeamId = z.string().check(z.regex(slug)).brand<'HelpTeamId'>();
export type HelpTeamId = z.infer<typeof helpTeamId>;

/** A file kept by the `Files` port: a photo, a video, a scan. */
export const fileId = z.string().check(z.regex(slug)).brand<'FileId'>();
export type FileId = z.infer<typeof fileId>;

/** Name of a post, kind, class, grade or any other thing that a governance model defines. */
export const modelKey = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,59}$/));
export type ModelKey = z.infer<typeof modelKey>;

/**
 * A stream: the smallest thing one rule must hold over, `<kind>/<id>`, as in `case/0192...` or
 * `partition/331004001004`.
 */
export type StreamId = `${string}/${string}`;

/** The kind of a stream: what stands before the slash, as `case` in `case/0192...`. */
export const streamKind = (stream: StreamId): string => stream.slice(0, stream.indexOf('/'));
/** The id of a stream within its kind: all that follows the first slash. */
export const streamKey = (stream: StreamId): string => stream.slice(stream.indexOf('/') + 1);

/** A part of the national division code (GB/T 2260 with street and community digits), or a grid code below it:
 *  a territory holds every code that begins with it. */
export const territoryCode = z.string().check(z.regex(/^[0-9A-Z]{2,20}$/));
export type TerritoryCode = z.infer<typeof territoryCode>;

/** Whether `code` lies in `territory`. A territory is a range of codes. */
export const within = (territory: string, code: string): boolean => code.startsWith(territory);

/** UUID text made from 32 hexadecimal digits, for identities that follow from what they name. */
export const uuidFrom = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
