import * as z from 'zod/mini';
import { contentRef } from '../kernel/contents.ts';
import type { Recorded } from '../kernel/envelope.ts';
import { streamKey } from '../kernel/ids.ts';
import { counter, table } from '../kernel/views.ts';
import type { CampaignEvent } from './campaign.ts';

type Of<T extends CampaignEvent['type']> = Extract<CampaignEvent, { readonly type: T }>;
type Own = Of<'CampaignOpened' | 'CampaignRanOut' | 'CampaignClosed'>;
type Objects = Of<'ObjectListed' | 'ObjectCleared'>;

/** A campaign in a list. */
export const campaignRow = z.object({
  id: z.string(),
  unit: z.string(),
  territory: z.string(),
  subject: z.string(),
  stage: z.enum(['open', 'ran-out', 'closed']),
  title: contentRef,
  from: z.string(),
  until: z.string(),
  closedOn: z.optional(z.string()),
});
export type CampaignRow = z.infer<typeof campaignRow>;

/** Campaigns, by place and by their last day. */
export const campaigns = table<CampaignRow, Own>({
  name: 'campaigns',
  row: campaignRow,
  on: ['CampaignOpened', 'CampaignRanOut', 'CampaignClosed'],
  keys: ({ stream }) => [streamKey(stream)],
  project(row, event, id) {
    if (event.type === 'CampaignOpened') {
      const { unit, territory, subject, title, from, until } = event.data;
      return { id, stage: 'open', unit, territory, subject, title, from, until };
    }
    if (row === undefined) return undefined;
    if (event.type === 'CampaignRanOut') return { ...row, stage: 'ran-out' };
    return { ...row, stage: 'closed', closedOn: event.data.on };
  },
  indexes: [
    ['territory', 'until'],
    ['stage', 'until'],
    ['unit', 'until'],
  ],
  about: { territory: 'territory', unit: 'unit' },
  contents: { title: 'see:campaigns' },
});

/** An object of a campaign in a list. */
export const campaignObjectRow = z.object({
  id: z.string(),
  campaign: z.string(),
  grid: z.string(),
  unit: z.string(),
  stage: z.enum(['listed', 'cleared']),
  what: contentRef,
  result: z.optional(contentRef),
  listedOn: z.string(),
  clearedOn: z.optional(z.string()),
});
export type CampaignObjectRow = z.infer<typeof campaignObjectRow>;

/** The objects of campaigns, by grid and by the unit that clears them. */
export const campaignObjects = table<CampaignObjectRow, Objects>({
  name: 'campaign-objects',
  row: campaignObjectRow,
  on: ['ObjectListed', 'ObjectCleared'],
  keys: ({ stream }) => [streamKey(stream)],
  project(row, event, id) {
    if (event.type === 'ObjectListed') {
      const { campaign, grid, unit, what, on } = event.data;
      return { id, campaign, grid, unit, stage: 'listed', what, listedOn: on };
    }
    const { result, on } = event.data;
    return row && { ...row, stage: 'cleared', result, clearedOn: on };
  },
  indexes: [
    ['campaign', 'stage'],
    ['grid', 'stage'],
    ['unit', 'stage'],
  ],
  about: { territory: 'grid', unit: 'unit', handler: 'unit' },
  contents: { what: 'see:campaign-objects', result: 'see:campaign-objects' },
});

/** Progress of a campaign by grid and unit: `listed` objects, of which `later` were found after the first day, and `cleared`. */
export const campaignCountRow = z.object({
  campaign: z.string(),
  grid: z.string(),
  unit: z.string(),
  listed: z.number(),
  later: z.number(),
  cleared: z.number(),
  inTime: z.number(),
});
export type CampaignCountRow = z.infer<typeof campaignCountRow>;

const add = (event: Recorded<Objects>) =>
  event.type === 'ObjectListed'
    ? { listed: 1, later: Number(event.data.later), cleared: 0, inTime: 0 }
    : { listed: 0, later: 0, cleared: 1, inTime: Number(event.data.inTime) };

/** Progress, current as each object is listed or cleared. */
export const campaignCounts = counter<CampaignCountRow, Objects>({
  name: 'campaign-counts',
  row: campaignCountRow,
  on: ['ObjectListed', 'ObjectCleared'],
  deltas(event) {
    const { campaign, grid, unit } = event.data;
    return [{ row: { campaign, grid, unit }, add: add(event) }];
  },
  indexes: [['campaign', 'grid'], ['unit'], ['grid']],
  about: { territory: 'grid', unit: 'unit' },
});

/** Read models of campaigns. */
export const campaignViews = [campaigns, campaignObjects, campaignCounts] as const;
