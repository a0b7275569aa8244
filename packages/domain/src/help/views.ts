import * as z from 'zod/mini';
import { contentRef } from '../kernel/contents.ts';
import type { Recorded } from '../kernel/envelope.ts';
import { streamKey } from '../kernel/ids.ts';
import { counter, table } from '../kernel/views.ts';
import type { HelpEvent } from './help.ts';

type Of<T extends HelpEvent['type']> = Extract<HelpEvent, { readonly type: T }>;
type Teams = Of<'HelpTeamFormed' | 'HelpTeamDissolved'>;
type Requests = Exclude<HelpEvent, Teams>;

/** A team in a list. */
export const helpTeamRow = z.object({
  id: z.string(),
  unit: z.string(),
  territory: z.string(),
  territories: z.optional(z.array(z.string())),
  stage: z.enum(['standing', 'dissolved']),
  skills: z.array(z.string()),
});
export type HelpTeamRow = z.infer<typeof helpTeamRow>;

/** Teams that help or mediate, by area. */
export const helpTeams = table<HelpTeamRow, Teams>({
  name: 'help-teams',
  version: 2,
  row: helpTeamRow,
  on: ['HelpTeamFormed', 'HelpTeamDissolved'],
  keys: ({ stream }) => [streamKey(stream)],
  project(row, event, id) {
    if (event.type === 'HelpTeamFormed') return { id, stage: 'standing', ...event.data };
    return row && { ...row, stage: 'dissolved' };
  },
  indexes: [['stage', 'territory'], ['territory'], ['unit']],
  about: { territory: 'territory', unit: 'unit' },
});

/** A request for help in a list: who helps is shown, whose matter it is only to those with need. */
export const helpRow = z.object({
  id: z.string(),
  stage: z.enum(['asked', 'matched', 'ended']),
  grid: z.string(),
  skill: z.string(),
  day: z.string(),
  helped: z.optional(z.string()),
  team: z.optional(z.string()),
  unit: z.optional(z.string()),
  helpers: z.array(z.string()),
  settled: z.optional(z.boolean()),
  need: contentRef,
  contact: z.optional(contentRef),
  result: z.optional(contentRef),
  at: z.number(),
});
export type HelpRow = z.infer<typeof helpRow>;

function after(row: HelpRow, event: Exclude<Recorded<Requests>, { type: 'HelpAsked' }>): HelpRow {
  switch (event.type) {
    case 'HelpMatched':
      return { ...row, stage: 'matched', team: event.data.team, unit: event.data.unit, helpers: [] };
    case 'HelperNamed':
      return { ...row, helpers: [...row.helpers, event.data.helper] };
    case 'HelpEnded':
      return { ...row, stage: 'ended', settled: event.data.settled, result: event.data.result };
  }
}

/** Requests for help and mediation, by place, by the unit whose team helps, by whose they are. */
export const helps = table<HelpRow, Requests>({
  name: 'helps',
  row: helpRow,
  on: ['HelpAsked', 'HelpMatched', 'HelperNamed', 'HelpEnded'],
  keys: ({ stream }) => [streamKey(stream)],
  project(row, event, id) {
    if (event.type !== 'HelpAsked') return row && after(row, event);
    const { cohort, helped, need, contact } = event.data;
    return { id, stage: 'asked', ...cohort, helped, helpers: [], need, contact, at: event.at };
  },
  indexes: [
    ['grid', 'at'],
    ['unit', 'at'],
    ['team', 'at'],
    ['helped', 'at'],
    ['stage', 'at'],
  ],
  about: { territory: 'grid', unit: 'unit', handler: 'unit', owner: 'helped' },
  personLists: ['helpers'],
  contents: { need: 'see:helps', contact: 'see:helped', result: 'see:helps' },
  masks: { contact: { as: 'contact' } },
  hides: { helped: 'see:helped' },
});

/** Requests by place, skill and day: how many were asked for, given to a team, ended, and settled. */
export const helpCountRow = z.object({
  grid: z.string(),
  skill: z.string(),
  day: z.string(),
  asked: z.number(),
  matched: z.number(),
  ended: z.number(),
  settled: z.number(),
});
export type HelpCountRow = z.infer<typeof helpCountRow>;

const added = (event: Recorded<Requests>) => ({
  asked: Number(event.type === 'HelpAsked'),
  matched: Number(event.type === 'HelpMatched' && event.data.was === undefined),
  ended: Number(event.type === 'HelpEnded'),
  settled: Number(event.type === 'HelpEnded' && event.data.settled),
});

/** Help and mediation counted, current as each comes in and ends. */
export const helpCounts = counter<HelpCountRow, Requests>({
  name: 'help-counts',
  row: helpCountRow,
  on: ['HelpAsked', 'HelpMatched', 'HelpEnded'],
  deltas: (event) => [{ row: { ...event.data.cohort }, add: added(event) }],
  indexes: [['grid'], ['day']],
  about: { territory: 'grid' },
});

/** Read models of help. */
export const helpViews = [helpTeams, helps, helpCounts] as const;
