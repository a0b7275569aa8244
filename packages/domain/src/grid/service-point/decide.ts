import { accept, unreachable, type Decision, type Setting } from '../../kernel/decider.ts';
import { unitOf, type Facts } from '../../kernel/facts.ts';
import { refuseBy, type RefusalCatalogue } from '../../kernel/refusal.ts';
import { civilDateOf } from '../../kernel/time.ts';
import type { ServicePointRules } from '../../governance-model/grid-work-rules.ts';
import { toWgs84 } from '../geometry/coordinate-system.ts';
import { gridOfPlace, type OpenServicePointData, type ServicePointCommand, type ServicePointStep } from './commands.ts';
import type { ServicePointEvent, ServicePointState } from './service-point.ts';

/** What may be refused about service points, and the capability that says so. */
export const servicePointRefusals = {
  'service-points-lacking': 'GRID-08',
  'point-kind-unknown': 'GRID-08',
  'point-unit-unknown': 'GRID-08',
  'point-exists': 'GRID-08',
  'point-closed': 'GRID-08',
  'point-outside': 'GRID-08',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(servicePointRefusals);
type Decided = Decision<ServicePointEvent>;

/** Everything that a decision has before it. */
interface Desk {
  readonly rules: ServicePointRules;
  readonly facts: Facts;
  readonly setting: Setting;
}

const todayOf = ({ setting: { at, model } }: Desk): string => civilDateOf(at, model.workingTime);

function openPoint(state: ServicePointState | undefined, data: OpenServicePointData, desk: Desk): Decided {
  const { point, kind, name, place, unit } = data;
  if (state !== undefined) return refuse('point-exists', { ids: [point] });
  if (!desk.rules.kinds.some(({ id }) => id === kind)) return refuse('point-kind-unknown', { params: { kind } });
  if (unit !== undefined && desk.facts(unitOf(unit)) === undefined)
    return refuse('point-unit-unknown', { ids: [unit] });
  const grid = gridOfPlace(place, desk.facts);
  if (grid === undefined) return refuse('point-outside', { ids: [point] });
  const opened = { kind, name, grid, position: toWgs84(place.position, place.system), on: todayOf(desk) };
  return accept({ type: 'ServicePointOpened', data: unit === undefined ? opened : { ...opened, unit } });
}

function step(state: ServicePointState, command: ServicePointStep, desk: Desk): Decided {
  if (state.stage === 'closed') return refuse('point-closed', { ids: [state.id] });
  const on = todayOf(desk);
  switch (command.type) {
    case 'MoveServicePoint': {
      const { place } = command.data;
      const grid = gridOfPlace(place, desk.facts);
      if (grid === undefined) return refuse('point-outside', { ids: [state.id] });
      const position = toWgs84(place.position, place.system);
      return accept({ type: 'ServicePointMoved', data: { grid, position, from: state.grid, on } });
    }
    case 'CloseServicePoint':
      return accept({ type: 'ServicePointClosed', data: { grid: state.grid, on } });
    default:
      return unreachable(command);
  }
}

/** Decides where service points stand. */
export function decideServicePoint(
  state: ServicePointState | undefined,
  command: ServicePointCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  const rules = setting.model.grids.servicePoints;
  if (rules === undefined) return refuse('service-points-lacking', { ids: [command.data.point] });
  const desk = { rules, facts, setting };
  if (command.type === 'OpenServicePoint') return openPoint(state, command.data, desk);
  if (state === undefined) return refuse('point-closed', { ids: [command.data.point] });
  return step(state, command, desk);
}
