import * as z from 'zod/mini';
import type { Context, Due, EventSpec } from '../kernel/decider.ts';
import type { ArrivalsFact, FactReader } from '../kernel/facts.ts';
import { whistleId } from '../kernel/ids.ts';
import { inOffice } from '../kernel/personal.ts';
import { whistleCommandSpecs, type WhistleCommand } from './commands.ts';
import { absentFrom, decideWhistle } from './decide.ts';
import { arrivalCountRow, whistleViews } from './views.ts';
import { evolveWhistle, whistleEventSchemas, type WhistleEvent, type WhistleState } from './whistle.ts';

const first = (schema: EventSpec['schema'], rest: Partial<EventSpec> = {}): EventSpec => ({ v: 1, schema, ...rest });

/** Absence past the limit is noted by itself. */
function dueOf(state: WhistleState): Due | undefined {
  if (state.stage === 'ended' || state.noted || absentFrom(state).length === 0) return undefined;
  return {
    at: state.due,
    command: { type: 'NoteAbsence', data: { whistle: whistleId.parse(state.id), due: state.due } },
  };
}

const readArrivals: FactReader = async (source, department, from, to): Promise<ArrivalsFact> => {
  const rows = z.array(arrivalCountRow).parse(await source.find('arrival-counts', { department: String(department) }));
  return rows
    .filter(({ day }) => day >= String(from) && day <= String(to))
    .reduce<ArrivalsFact>(
      (sum, row) => ({
        called: sum.called + row.called,
        inTime: sum.inTime + row.inTime,
        late: sum.late + row.late,
        absent: sum.absent + row.absent,
      }),
      { called: 0, inTime: 0, late: 0, absent: 0 },
    );
};

/** Whistles: the street calls, departments report in, absence is on record. */
export const whistleContext: Context<WhistleState, WhistleCommand, WhistleEvent> = {
  name: 'whistle',
  streams: ['whistle'],
  commands: whistleCommandSpecs,
  events: {
    WhistleBlown: first(whistleEventSchemas.WhistleBlown, { personal: { reason: inOffice } }),
    DepartmentArrived: first(whistleEventSchemas.DepartmentArrived),
    AbsenceNoted: first(whistleEventSchemas.AbsenceNoted),
    WhistleEnded: first(whistleEventSchemas.WhistleEnded, { personal: { reason: inOffice } }),
  },
  decide: decideWhistle,
  evolve: evolveWhistle,
  views: whistleViews,
  facts: { arrivalsOf: readArrivals },
  sees: 'see:whistles',
  about: ({ unit, grid }) => ({ unit, territory: grid }),
  due: dueOf,
};
