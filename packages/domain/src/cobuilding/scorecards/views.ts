import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import type { Recorded } from '../../kernel/envelope.ts';
import { fileId, streamKey } from '../../kernel/ids.ts';
import { table } from '../../kernel/views.ts';
import type { ScorecardEvent } from './scorecard.ts';

/** A scorecard in a list: of which unit or place, for which year, and what it came to. */
export const scorecardRow = z.object({
  id: z.string(),
  card: z.string(),
  /** The unit, or the code of the grid, that is assessed. */
  of: z.string(),
  territory: z.string(),
  year: z.number(),
  stage: z.enum(['scoring', 'completed']),
  criteria: z.number(),
  /** How many of them are scored. */
  scored: z.number(),
  /** In hundredths of a point, 0 to 10,000. */
  total: z.optional(z.number()),
  /** The star grade that it earned. */
  grade: z.optional(z.string()),
  changedAt: z.number(),
});
export type ScorecardRow = z.infer<typeof scorecardRow>;

type Of<T extends ScorecardEvent['type']> = Extract<Recorded<ScorecardEvent>, { type: T }>;

const firstRow = ({ stream, at, data }: Of<'ScorecardDrawnUp'>): ScorecardRow => ({
  id: streamKey(stream),
  card: data.card,
  of: 'grid' in data.of ? data.of.grid : data.of.unit,
  territory: data.territory,
  year: data.year,
  stage: 'scoring',
  criteria: data.criteria.length,
  scored: 0,
  changedAt: at,
});

function changed(row: ScorecardRow, event: Recorded<ScorecardEvent>): Partial<ScorecardRow> {
  switch (event.type) {
    case 'CriterionScored':
      return event.data.was === undefined ? { scored: row.scored + 1 } : {};
    case 'ScorecardCompleted':
      return { stage: 'completed', ...event.data };
    default:
      return {};
  }
}

/** Scorecards by place and year, by what is assessed. */
export const scorecards = table<ScorecardRow, ScorecardEvent>({
  name: 'scorecards',
  row: scorecardRow,
  on: ['ScorecardDrawnUp', 'CriterionScored', 'ScorecardCompleted'],
  keys: (event) => [streamKey(event.stream)],
  project(row, event) {
    if (event.type === 'ScorecardDrawnUp') return firstRow(event);
    return row === undefined ? undefined : { ...row, ...changed(row, event), changedAt: event.at };
  },
  indexes: [['of', 'year'], ['territory', 'year', 'card'], ['id']],
  about: { territory: 'territory', unit: 'of' },
});

/** One criterion of a scorecard, with its points and what shows them. */
export const criterionRow = z.object({
  id: z.string(),
  scorecard: z.string(),
  criterion: z.string(),
  /** In whole percent. */
  weight: z.number(),
  /** The unit that scores it. */
  by: z.string(),
  /** 0 to 100. */
  points: z.optional(z.number()),
  evidence: z.optional(z.array(fileId)),
  note: z.optional(contentRef),
});
export type CriterionRow = z.infer<typeof criterionRow>;

const keyOf = (event: Recorded<ScorecardEvent>, part: string): string => `${streamKey(event.stream)}/${part}`;

function weighedRow(event: Of<'ScorecardDrawnUp'>, id: string): CriterionRow | undefined {
  const found = event.data.criteria.find(({ criterion }) => keyOf(event, criterion) === id);
  return found && { id, scorecard: streamKey(event.stream), ...found };
}

/** What every scorecard is made of: each score names its evidence. */
export const scorecardCriteria = table<CriterionRow, ScorecardEvent>({
  name: 'scorecard-criteria',
  row: criterionRow,
  on: ['ScorecardDrawnUp', 'CriterionScored'],
  keys: (event) => {
    if (event.type === 'ScorecardDrawnUp') return event.data.criteria.map(({ criterion }) => keyOf(event, criterion));
    return event.type === 'CriterionScored' ? [keyOf(event, event.data.criterion)] : [];
  },
  project(row, event, id) {
    if (event.type === 'ScorecardDrawnUp') return weighedRow(event, id);
    if (row === undefined || event.type !== 'CriterionScored') return row;
    const { points, evidence, note } = event.data;
    return { ...row, points, evidence, note };
  },
  indexes: [['scorecard', 'criterion']],
  about: {},
  within: { column: 'scorecard', stream: 'scorecard' },
  contents: { note: 'see:scorecard-criteria' },
});

/** An honour that the street reviewed or vetoed, or that was granted. */
export const unitHonourRow = z.object({
  id: z.string(),
  scorecard: z.string(),
  honour: z.string(),
  stage: z.enum(['reviewed', 'vetoed', 'granted']),
  /** How many units of the street spoke for it, and against it. */
  supported: z.number(),
  opposed: z.number(),
  /** The unit that vetoed it, with its evidence. */
  vetoedBy: z.optional(z.string()),
  evidence: z.optional(z.array(fileId)),
  /** The last opinion, or the reason of the veto. */
  text: z.optional(contentRef),
  changedAt: z.number(),
});
export type UnitHonourRow = z.infer<typeof unitHonourRow>;

function honourChanged(row: UnitHonourRow, event: Recorded<ScorecardEvent>): Partial<UnitHonourRow> {
  switch (event.type) {
    case 'UnitHonourReviewed': {
      const { supports, opinion: text } = event.data;
      return { text, ...(supports ? { supported: row.supported + 1 } : { opposed: row.opposed + 1 }) };
    }
    case 'UnitHonourVetoed': {
      const { by: vetoedBy, evidence, reason: text } = event.data;
      return { stage: 'vetoed', vetoedBy, evidence, text };
    }
    case 'UnitHonourGranted':
      return { stage: 'granted' };
    default:
      return {};
  }
}

/** What became of the honours of every card. */
export const unitHonours = table<UnitHonourRow, ScorecardEvent>({
  name: 'unit-honours',
  row: unitHonourRow,
  on: ['UnitHonourReviewed', 'UnitHonourVetoed', 'UnitHonourGranted'],
  keys: (event) => ('honour' in event.data ? [keyOf(event, event.data.honour)] : []),
  project(row, event, id) {
    if (!('honour' in event.data)) return row;
    const scorecard = streamKey(event.stream);
    const before = row ?? {
      id,
      scorecard,
      honour: event.data.honour,
      stage: 'reviewed' as const,
      supported: 0,
      opposed: 0,
      changedAt: event.at,
    };
    return { ...before, ...honourChanged(before, event), changedAt: event.at };
  },
  indexes: [['scorecard', 'honour']],
  about: {},
  within: { column: 'scorecard', stream: 'scorecard' },
  contents: { text: 'see:unit-honours' },
});

/** Read models of assessment: cards, what they are made of, honours. */
export const scorecardViews = [scorecards, scorecardCriteria, unitHonours] as const;
