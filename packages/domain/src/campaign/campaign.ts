import * as z from 'zod/mini';
import { contentRef } from '../kernel/contents.ts';
import { unreachable } from '../kernel/decider.ts';
import type { Message, Recorded } from '../kernel/envelope.ts';
import { campaignId, modelKey, streamKey, unitId } from '../kernel/ids.ts';
import { civilDate, instant } from '../kernel/time.ts';

/** A campaign was opened: what is worked off, over which territory, by when. */
export const campaignOpened = z.strictObject({
  unit: unitId,
  territory: z.string(),
  subject: modelKey,
  title: contentRef,
  from: civilDate,
  until: civilDate,
  /** When the last day has ended, in the district's time zone. */
  endsAt: instant,
});
/** The last day has passed. What is left stays on the list. Comes by itself. */
export const campaignRanOut = z.strictObject({ until: civilDate });
/** Every object is cleared, and the list is closed. */
export const campaignClosed = z.strictObject({ on: civilDate });
const counted = { campaign: campaignId, grid: z.string(), unit: unitId };
/** An object was put on the list; `later`: not on its first day. */
export const objectListed = z.strictObject({ ...counted, what: contentRef, on: civilDate, later: z.boolean() });
/** An object was cleared, and what was done. `inTime`: by the last day. */
export const objectCleared = z.strictObject({ ...counted, result: contentRef, on: civilDate, inTime: z.boolean() });

/** The data of every event of a campaign and of its objects, by the event's type. */
export const campaignEventSchemas = {
  CampaignOpened: campaignOpened,
  CampaignRanOut: campaignRanOut,
  CampaignClosed: campaignClosed,
  ObjectListed: objectListed,
  ObjectCleared: objectCleared,
} as const;

type Schemas = typeof campaignEventSchemas;
/** What can happen to a campaign and to its objects. */
export type CampaignEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

/** A campaign, or one of its objects: each has a stream of its own, so that a list of thousands stays cheap. */
export type CampaignState =
  | {
      readonly stage: 'open' | 'ran-out' | 'closed';
      readonly id: string;
      readonly unit: string;
      readonly territory: string;
      readonly from: string;
      readonly until: string;
      readonly endsAt: number;
    }
  | {
      readonly stage: 'listed' | 'cleared';
      readonly id: string;
      readonly campaign: string;
      readonly grid: string;
      readonly unit: string;
    };
export type Campaign = Extract<CampaignState, { readonly until: string }>;
export type CampaignObject = Extract<CampaignState, { readonly campaign: string }>;

/** The stream of a campaign, and that of one of its objects. */
export const campaignStream = (id: string): `campaign/${string}` => `campaign/${id}`;
/** The stream of an object of a campaign, by the object's id. */
export const campaignObjectStream = (id: string): `campaign-object/${string}` => `campaign-object/${id}`;

/** Folds what happened into a campaign or an object of one. */
export function evolveCampaign(state: CampaignState | undefined, event: Recorded<CampaignEvent>): CampaignState {
  const id = streamKey(event.stream);
  if (event.type === 'CampaignOpened') {
    const { unit, territory, from, until, endsAt } = event.data;
    return { stage: 'open', id, unit, territory, from, until, endsAt };
  }
  if (event.type === 'ObjectListed') {
    const { campaign, grid, unit } = event.data;
    return { stage: 'listed', id, campaign, grid, unit };
  }
  if (state === undefined) throw new Error(`${event.stream} begins with ${event.type}`);
  return next(state, event);
}

type Later = Exclude<Recorded<CampaignEvent>, { type: 'CampaignOpened' | 'ObjectListed' }>;

function next(state: CampaignState, event: Later): CampaignState {
  switch (event.type) {
    case 'CampaignRanOut':
      return 'until' in state ? { ...state, stage: 'ran-out' } : state;
    case 'CampaignClosed':
      return 'until' in state ? { ...state, stage: 'closed' } : state;
    case 'ObjectCleared':
      return 'campaign' in state ? { ...state, stage: 'cleared' } : state;
    default:
      return unreachable(event);
  }
}
