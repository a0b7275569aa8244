import type { Context, EventSpec } from '../../kernel/decider.ts';
import { inOffice } from '../../kernel/personal.ts';
import { occasionCommandSpecs, type OccasionCommand } from './commands.ts';
import { decideOccasion } from './decide.ts';
import { evolveOccasion, occasionEventSchemas, type OccasionEvent, type OccasionState } from './occasion.ts';
import { occasionViews } from './views.ts';

const withNote = (schema: EventSpec['schema']): EventSpec => ({ v: 1, schema, personal: { note: inOffice } });

/** Occasions on which somebody visits, is there, or reports (三必访、六必到、六必报). */
export const occasionContext: Context<OccasionState, OccasionCommand, OccasionEvent> = {
  name: 'occasion',
  streams: ['occasion'],
  commands: occasionCommandSpecs,
  events: {
    OccasionCalled: withNote(occasionEventSchemas.OccasionCalled),
    OccasionMet: withNote(occasionEventSchemas.OccasionMet),
    OccasionMissed: { v: 1, schema: occasionEventSchemas.OccasionMissed },
  },
  decide: decideOccasion,
  evolve: evolveOccasion,
  views: occasionViews,
  facts: {},
  sees: 'see:occasions',
  about: ({ grid }) => ({ territory: grid }),
  due: ({ id, stage, due }) =>
    stage === 'due' ? { at: due, command: { type: 'MissOccasion', data: { occasion: id } } } : undefined,
};
