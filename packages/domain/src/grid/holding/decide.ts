import { accept, unreachable, type Decision, type Setting } from '../../kernel/decider.ts';
import { gridAt, gridOf, type Facts } from '../../kernel/facts.ts';
import { within } from '../../kernel/ids.ts';
import { refuseBy, type Refusal, type RefusalCatalogue } from '../../kernel/refusal.ts';
import { civilDateOf } from '../../kernel/time.ts';
import type { ObjectRule } from '../../governance-model/grid-work-rules.ts';
import { gridsBelow } from '../facts.ts';
import { toWgs84 } from '../geometry/coordinate-system.ts';
import type { CountPeopleData, HoldingCommand, ObjectStep, RegisterObjectData } from './commands.ts';
import type { GridObject, GridPeople, HoldingEvent, HoldingState } from './holding.ts';

/** What may be refused about what grids hold, and the capability that says so. */
export const holdingRefusals = {
  'objects-lacking': 'GRID-05',
  'object-kind-unknown': 'GRID-05',
  'people-not-registered': 'GRID-05',
  'people-kind-unknown': 'GRID-05',
  'people-grid-unfit': 'GRID-05',
  'object-exists': 'GRID-05',
  'object-retired': 'GRID-05',
  'object-elsewhere': 'GRID-05',
  'object-stays': 'GRID-05',
  'grid-unknown': 'GRID-01',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(holdingRefusals);
type Decided = Decision<HoldingEvent>;

/** Everything that a decision has before it. */
interface Desk {
  readonly rules: readonly ObjectRule[];
  readonly facts: Facts;
  readonly setting: Setting;
}

/** Where an object is told to be must lie in its grid. A functional grid lies over others, so anywhere in them will do. */
function placeFault({ grid, place }: RegisterObjectData, facts: Facts): Refusal | undefined {
  const at = facts(gridOf(grid));
  if (at === undefined) return refuse('grid-unknown', { ids: [grid] });
  if (place === undefined || at.kind === 'functional') return undefined;
  const [longitude, latitude] = place.position;
  const found = facts(gridAt(longitude, latitude, place.system));
  return found !== undefined && within(grid, found.code) ? undefined : refuse('object-elsewhere', { ids: [grid] });
}

/** People are counted, never registered: there is no object of a person. */
function registerObject(state: HoldingState | undefined, data: RegisterObjectData, { rules, facts }: Desk): Decided {
  if (state !== undefined) return refuse('object-exists', { ids: [data.object] });
  const rule = rules.find(({ id }) => id === data.kind);
  if (rule === undefined) return refuse('object-kind-unknown', { params: { kind: data.kind } });
  if (rule.element === 'person') return refuse('people-not-registered', { params: { kind: data.kind } });
  const fault = placeFault(data, facts);
  if (fault !== undefined) return fault;
  const { kind, grid, name, place } = data;
  const registered = { kind, element: rule.element, standardRef: rule.standardRef, grid, name };
  return accept({
    type: 'ObjectRegistered',
    data: place === undefined ? registered : { ...registered, position: toWgs84(place.position, place.system) },
  });
}

function step({ id, stage, grid, kind, element, standardRef }: GridObject, command: ObjectStep, facts: Facts): Decided {
  if (stage === 'retired') return refuse('object-retired', { ids: [id] });
  const what = { kind, element, standardRef };
  switch (command.type) {
    case 'MoveObject': {
      const to = command.data.grid;
      if (to === grid) return refuse('object-stays', { ids: [id] });
      if (facts(gridOf(to)) === undefined) return refuse('grid-unknown', { ids: [to] });
      return accept({ type: 'ObjectMoved', data: { ...what, grid: to, from: grid } });
    }
    case 'RetireObject':
      return accept({ type: 'ObjectRetired', data: { ...what, grid } });
    default:
      return unreachable(command);
  }
}

/**
 * People are counted where they are counted once: in territorial grids that are not parted further. A grid that is drawn no
 * more can only be counted down to nobody.
 */
function peopleFault({ grid, count }: CountPeopleData, facts: Facts): Refusal | undefined {
  const at = facts(gridOf(grid));
  if (at === undefined) return count === 0 ? undefined : refuse('grid-unknown', { ids: [grid] });
  const below = at.kind === 'functional' ? [] : facts(gridsBelow(grid));
  const fit = (at.kind !== 'functional' && below.length === 0) || count === 0;
  return fit ? undefined : refuse('people-grid-unfit', { ids: [grid, ...below] });
}

function countPeople(state: GridPeople | undefined, data: CountPeopleData, { rules, facts, setting }: Desk): Decided {
  const { kind, count } = data;
  const rule = rules.find(({ id, element }) => id === kind && element === 'person');
  if (rule === undefined) return refuse('people-kind-unknown', { params: { kind } });
  const fault = peopleFault(data, facts);
  if (fault !== undefined) return fault;
  const on = civilDateOf(setting.at, setting.model.workingTime);
  const { standardRef } = rule;
  return accept({ type: 'PeopleCounted', data: { kind, standardRef, count, was: state?.counts[kind] ?? 0, on } });
}

/** Decides what a grid holds. */
export function decideHolding(
  state: HoldingState | undefined,
  command: HoldingCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  const rules = setting.model.grids.objects;
  if (rules === undefined) return refuse('objects-lacking');
  const desk = { rules, facts, setting };
  switch (command.type) {
    case 'RegisterObject':
      return registerObject(state, command.data, desk);
    case 'CountPeople':
      return countPeople(state?.stage === 'people' ? state : undefined, command.data, desk);
    default:
      if (state === undefined || state.stage === 'people')
        return refuse('object-retired', { ids: [command.data.object] });
      return step(state, command, facts);
  }
}
