import type { Context, EventSpec } from '../kernel/decider.ts';
import { resolutionId } from '../kernel/ids.ts';
import { inOffice } from '../kernel/personal.ts';
import { evolveResolution, resolutionEventSchemas, type ResolutionEvent, type ResolutionState } from './resolution.ts';
import { resolutionCommandSpecs, type ResolutionCommand } from './resolution-commands.ts';
import { decideResolution } from './resolution-decide.ts';
import { resolutions } from './resolution-views.ts';

const first = (schema: EventSpec['schema']): EventSpec => ({ v: 1, schema });

/** Resolutions: each has an owner and a day, is followed up, and shows when it is overdue. */
export const resolutionContext: Context<ResolutionState, ResolutionCommand, ResolutionEvent> = {
  name: 'resolutions',
  streams: ['resolution'],
  commands: resolutionCommandSpecs,
  events: {
    ResolutionAdopted: { ...first(resolutionEventSchemas.ResolutionAdopted), personal: { text: inOffice } },
    ResolutionReported: { ...first(resolutionEventSchemas.ResolutionReported), personal: { report: inOffice } },
    ResolutionCompleted: { ...first(resolutionEventSchemas.ResolutionCompleted), personal: { report: inOffice } },
    ResolutionOverdue: first(resolutionEventSchemas.ResolutionOverdue),
  },
  decide: decideResolution,
  evolve: evolveResolution,
  views: [resolutions],
  facts: {},
  sees: 'see:resolutions',
  about: ({ territories, units, owner }) => ({ territory: territories, unit: units[0], handler: owner }),
  due(state) {
    if (state.stage !== 'adopted') return undefined;
    const data = { resolution: resolutionId.parse(state.id), due: state.due };
    return { at: state.dueAt, command: { type: 'MarkResolutionOverdue', data } };
  },
};
