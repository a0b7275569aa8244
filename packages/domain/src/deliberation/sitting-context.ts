import type { Context, EventSpec } from '../kernel/decider.ts';
import { sittingId } from '../kernel/ids.ts';
import { inOffice } from '../kernel/personal.ts';
import { sittingFacts } from './deliberation-facts.ts';
import { evolveSitting, sittingEventSchemas, type SittingEvent, type SittingState } from './sitting.ts';
import { sittingCommandSpecs, type SittingCommand } from './sitting-commands.ts';
import { decideSitting } from './sitting-decide.ts';
import { sittingViews } from './sitting-views.ts';

const first = (schema: EventSpec['schema']): EventSpec => ({ v: 1, schema });

/** Sittings of bodies on their own account: convened in time, opened with a quorum, minuted item by item. */
export const sittingContext: Context<SittingState, SittingCommand, SittingEvent> = {
  name: 'sittings',
  streams: ['sitting'],
  commands: sittingCommandSpecs,
  events: {
    SittingConvened: { ...first(sittingEventSchemas.SittingConvened), personal: { reason: inOffice } },
    SittingItemAdded: { ...first(sittingEventSchemas.SittingItemAdded), personal: { title: inOffice } },
    SittingOpened: first(sittingEventSchemas.SittingOpened),
    MinutesKept: { ...first(sittingEventSchemas.MinutesKept), personal: { minutes: inOffice } },
    SittingClosed: first(sittingEventSchemas.SittingClosed),
    SittingLapsed: first(sittingEventSchemas.SittingLapsed),
  },
  decide: decideSitting,
  evolve: evolveSitting,
  views: sittingViews,
  facts: sittingFacts,
  sees: 'see:sittings',
  about: ({ territories, units }) => ({ territory: territories, unit: units[0] }),
  due: (state) =>
    state.stage === 'convened'
      ? {
          at: state.lapsesAt,
          command: { type: 'LapseSitting', data: { sitting: sittingId.parse(state.id), on: state.on } },
        }
      : undefined,
};
