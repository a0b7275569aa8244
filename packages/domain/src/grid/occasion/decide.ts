import { accept, unreachable, type Decision, type Setting } from '../../kernel/decider.ts';
import { gridOf, type Facts } from '../../kernel/facts.ts';
import { refuseBy, type RefusalCatalogue } from '../../kernel/refusal.ts';
import { civilDateOf } from '../../kernel/time.ts';
import type { OccasionCommand, OccasionStep } from './commands.ts';
import type { OccasionEvent, OccasionState } from './occasion.ts';

/** What may be refused about occasions, and the capability that says so. */
export const occasionRefusals = {
  'occasions-lacking': 'GRID-06',
  'occasion-unknown': 'GRID-06',
  'occasion-exists': 'GRID-06',
  'occasion-met': 'GRID-06',
  'occasion-not-due': 'GRID-06',
  'grid-unknown': 'GRID-01',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(occasionRefusals);
type Decided = Decision<OccasionEvent>;

const hour = 3_600_000;

type Note = Extract<OccasionStep, { type: 'MeetOccasion' }>['data']['note'];

const withNote = <Data>(data: Data, note: Note) => (note === undefined ? data : { ...data, note });

function callOccasion(
  state: OccasionState | undefined,
  { occasion, grid, kind, note }: Extract<OccasionCommand, { type: 'CallOccasion' }>['data'],
  facts: Facts,
  { model, at }: Setting,
): Decided {
  if (state !== undefined) return refuse('occasion-exists', { ids: [occasion] });
  const rule = model.grids.occasions?.find(({ id }) => id === kind);
  if (rule === undefined) return refuse('occasion-unknown', { params: { kind } });
  if (facts(gridOf(grid)) === undefined) return refuse('grid-unknown', { ids: [grid] });
  const { form, withinHours } = rule;
  const called = { grid, kind, form, day: civilDateOf(at, model.workingTime), due: at + withinHours * hour };
  return accept({ type: 'OccasionCalled', data: withNote(called, note) });
}

/** Who comes late, before anybody noted that nobody had come, is noted as both. */
function meetOccasion(state: OccasionState, note: Note, at: number): Decided {
  const { id, grid, kind, form, day, due, stage } = state;
  if (stage === 'met') return refuse('occasion-met', { ids: [id] });
  const what = { grid, kind, form, day };
  const met = { type: 'OccasionMet' as const, data: withNote({ ...what, late: at >= due }, note) };
  return stage === 'due' && at >= due
    ? accept<OccasionEvent>({ type: 'OccasionMissed', data: what }, met)
    : accept(met);
}

function step(state: OccasionState, command: OccasionStep, at: number): Decided {
  const { id, grid, kind, form, day, due, stage } = state;
  switch (command.type) {
    case 'MeetOccasion':
      return meetOccasion(state, command.data.note, at);
    case 'MissOccasion':
      if (stage !== 'due' || at < due) return refuse('occasion-not-due', { ids: [id], params: { due } });
      return accept({ type: 'OccasionMissed', data: { grid, kind, form, day } });
    default:
      return unreachable(command);
  }
}

/** Decides what may happen to an occasion. One that was missed may still be met, late. */
export function decideOccasion(
  state: OccasionState | undefined,
  command: OccasionCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  if (setting.model.grids.occasions === undefined) return refuse('occasions-lacking');
  if (command.type === 'CallOccasion') return callOccasion(state, command.data, facts, setting);
  if (state === undefined) return refuse('occasion-not-due', { ids: [command.data.occasion] });
  return step(state, command, setting.at);
}
