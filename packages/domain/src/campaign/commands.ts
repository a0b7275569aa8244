import * as z from 'zod/mini';
import type { ContentRef } from '../kernel/contents.ts';
import type { CommandSpec } from '../kernel/decider.ts';
import type { Message } from '../kernel/envelope.ts';
import { unitOf } from '../kernel/facts.ts';
import { campaignId, campaignObjectId, modelKey, unitId } from '../kernel/ids.ts';
import { trimmed } from '../kernel/text.ts';
import { civilDate } from '../kernel/time.ts';
import { campaignObjectStream, campaignStream, type CampaignState } from './campaign.ts';

/** A free text of 1 to 500 characters. */
const text = z.string().check(trimmed, z.minLength(1), z.maxLength(500));
const of = { campaign: campaignId };
const object = { object: campaignObjectId };

const schemas = {
  /** Opens a campaign in a unit's territory; `until` is its last day. */
  OpenCampaign: z.strictObject({ ...of, unit: unitId, subject: modelKey, title: text, until: civilDate }),
  NoteRunOut: z.strictObject({ ...of, until: civilDate }),
  CloseCampaign: z.strictObject(of),
  /** Puts an object on the list: what it is, in which grid, and the unit that is to clear it. */
  ListObject: z.strictObject({ ...object, ...of, grid: z.string().check(z.minLength(1)), unit: unitId, what: text }),
  ClearObject: z.strictObject({ ...object, result: text }),
} as const;

type Schemas = typeof schemas;
type AsDecided<Data> = {
  readonly [F in keyof Data]: F extends 'title' | 'what' | 'result' ? ContentRef : Data[F];
};
/** What one of the commands says, its texts sealed. */
export type CampaignData<T extends keyof Schemas> = AsDecided<z.infer<Schemas[T]>>;
/** What may be asked of a campaign or of its objects. */
export type CampaignCommand = { [T in keyof Schemas]: Message<T, CampaignData<T>> }[keyof Schemas];

const stream = (data: { readonly campaign: string }) => campaignStream(data.campaign);
const objectStream = (data: { readonly object: string }) => campaignObjectStream(data.object);

const open: CommandSpec<CampaignData<'OpenCampaign'>, CampaignState> = {
  schema: () => schemas.OpenCampaign,
  stream,
  seals: ['title'],
  begins: true,
  about: ({ unit }, _state, facts) => ({ unit, territory: facts(unitOf(unit))?.territories[0] }),
};
const list: CommandSpec<CampaignData<'ListObject'>, CampaignState> = {
  schema: () => schemas.ListObject,
  stream: objectStream,
  seals: ['what'],
  begins: true,
  about: ({ grid, unit }) => ({ territory: grid, unit }),
  names: ({ campaign }) => [campaignStream(campaign)],
};

/** Every command on a campaign and its objects: what it may say, the stream it is decided on, whose it is. */
export const campaignCommandSpecs = {
  OpenCampaign: open,
  NoteRunOut: { schema: () => schemas.NoteRunOut, stream } satisfies CommandSpec<CampaignData<'NoteRunOut'>>,
  CloseCampaign: { schema: () => schemas.CloseCampaign, stream } satisfies CommandSpec<CampaignData<'CloseCampaign'>>,
  ListObject: list,
  ClearObject: { schema: () => schemas.ClearObject, stream: objectStream, seals: ['result'] } satisfies CommandSpec<
    CampaignData<'ClearObject'>
  >,
};
