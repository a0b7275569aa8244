import * as z from 'zod/mini';
import type { EstablishmentRules } from '../../governance-model/admission-rules.ts';
import { accept, unreachable, type Decision, type Setting } from '../../kernel/decider.ts';
import { fact, unitOf, type FactReader, type Facts, type UnitFact } from '../../kernel/facts.ts';
import type { UnitId } from '../../kernel/ids.ts';
import { refuseBy, type Refusal, type RefusalCatalogue } from '../../kernel/refusal.ts';
import { civilDateOf, type CivilDate } from '../../kernel/time.ts';
import {
  establishmentStream,
  headcountFor,
  type EstablishmentCommand,
  type EstablishmentEvent,
  type EstablishmentState,
  type Worker,
} from './establishment.ts';
import { formerWorkerRow } from './views.ts';

/** What an establishment may be refused for, and the capability that says so. */
export const establishmentRefusals = {
  'establishment-lacking': 'ORG-11',
  'establishment-unit-unfit': 'ORG-11',
  'establishment-full': 'ORG-11',
  'worker-known': 'ORG-11',
  'worker-unknown': 'ORG-11',
  'grade-not-of-post': 'ORG-11',
  'promotion-skips': 'ORG-11',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(establishmentRefusals);

/** Who is on the establishment of a unit, whether it stands or not. */
export const workersOf = fact<readonly Worker[]>()<[unit: UnitId]>('workersOf');

const readWorkers: FactReader = async (source, unit): Promise<readonly Worker[]> => {
  const state = await source.load<EstablishmentState>(establishmentStream(String(unit)));
  return state?.workers ?? [];
};

/** The ranks that a person left in other communities, each the last there. */
export const ranksLeftBy = fact<readonly Worker[]>()<[person: string, but: UnitId]>('ranksLeftBy');

const readRanksLeft: FactReader = async (source, person, but): Promise<readonly Worker[]> => {
  const rows = z.parse(z.array(formerWorkerRow), await source.find('former-workers', { person: String(person) }));
  const found: Worker[] = [];
  for (const { unit } of rows.filter((row) => row.unit !== but)) {
    const state = await source.load<EstablishmentState>(establishmentStream(unit));
    found.push(...formerly(state, String(person)));
  }
  return found;
};
export const establishmentFacts = { workersOf: readWorkers, ranksLeftBy: readRanksLeft };

type Decided = Decision<EstablishmentEvent>;
type Data<T extends EstablishmentCommand['type']> = Extract<EstablishmentCommand, { type: T }>['data'];

interface Desk {
  readonly state: EstablishmentState | undefined;
  readonly rules: EstablishmentRules;
  readonly unit: UnitFact;
  readonly on: CivilDate;
  readonly facts: Facts;
}

const placeOf = ({ unit }: Desk) => ({ territories: [...unit.territories] });
const formerly = (state: EstablishmentState | undefined, person: string): readonly Worker[] =>
  (state?.former ?? []).filter((one) => one.person === person);
const workerOf = ({ state }: Pick<Desk, 'state'>, person: string): Worker | undefined =>
  state?.workers.find((one) => one.person === person);

type Rank = Omit<Worker, 'person'>;

const gradeFault = ({ rules }: Desk, { post, grade }: Rank): Refusal | undefined =>
  rules.ladder.some(({ id, from, to }) => id === post && from <= grade && grade <= to)
    ? undefined
    : refuse('grade-not-of-post', { params: { post, grade } });

const claimOf = (person: string): string => `worker/${person}`;

/** How many posts and how many grades it is from a rank up to another; down is less than none. */
function climb({ ladder }: EstablishmentRules, was: Worker, to: Rank): readonly [posts: number, grades: number] {
  const rungOf = (post: string): number => ladder.findIndex(({ id }) => id === post);
  return [rungOf(to.post) - rungOf(was.post), to.grade - was.grade];
}

/** One step up: the next grade in the same post, or with it the next post. A step on one grade to the next post is one, too. */
function isStep(rules: EstablishmentRules, was: Worker, to: Rank): boolean {
  const [posts, grades] = climb(rules, was, to);
  return (posts === 0 && grades === 1) || (posts === 1 && (grades === 0 || grades === 1));
}

const skips = (person: string, was: Worker, { post, grade }: Rank): Refusal =>
  refuse('promotion-skips', { ids: [person], params: { post, grade, wasPost: was.post, wasGrade: was.grade } });

/**
 * Who worked before, here or in another community, begins where they left, lower, or one step above: neither leaving nor moving
 * is a way around the ladder. Of several ranks that were left the highest counts.
 */
function returnFault({ state, rules, unit, facts }: Desk, person: string, to: Rank): Refusal | undefined {
  const left = [...formerly(state, person), ...facts(ranksLeftBy(person, unit.id))];
  const [was] = left;
  const skipped = left.every((one) => climb(rules, one, to).some((steps) => steps > 1));
  return was !== undefined && skipped ? skips(person, was, to) : undefined;
}

/** One person is on one establishment at a time, and no more are placed than the households allow. */
function place({ unit, person, post, grade }: Data<'PlaceWorker'>, desk: Desk): Decided {
  if (workerOf(desk, person) !== undefined) return refuse('worker-known', { ids: [person] });
  const headcount = desk.state?.headcount ?? 0;
  if ((desk.state?.workers.length ?? 0) >= headcount) {
    return refuse('establishment-full', { ids: [unit], params: { headcount } });
  }
  return (
    gradeFault(desk, { post, grade }) ??
    returnFault(desk, person, { post, grade }) ?? {
      events: [{ type: 'WorkerPlaced', data: { person, post, grade, on: desk.on, ...placeOf(desk) } }],
      claims: [{ key: claimOf(person), owner: establishmentStream(unit) }],
    }
  );
}

function promote({ person, post, grade }: Data<'PromoteWorker'>, desk: Desk): Decided {
  const was = workerOf(desk, person);
  if (was === undefined) return refuse('worker-unknown', { ids: [person] });
  const wrong = gradeFault(desk, { post, grade });
  if (wrong !== undefined) return wrong;
  if (!isStep(desk.rules, was, { post, grade })) return skips(person, was, { post, grade });
  const from = { post: was.post, grade: was.grade };
  return accept({
    type: 'WorkerPromoted',
    data: { person, post, grade, was: from, on: desk.on, ...placeOf(desk) },
  });
}

/** Also of a community that is no more, so that nobody is held where there is no work. */
function release({ person }: Data<'ReleaseWorker'>, state: EstablishmentState | undefined, on: CivilDate): Decided {
  const worker = workerOf({ state }, person);
  if (worker === undefined) return refuse('worker-unknown', { ids: [person] });
  const was = { post: worker.post, grade: worker.grade };
  return {
    events: [{ type: 'WorkerReleased', data: { person, was, on, territories: [...(state?.territories ?? [])] } }],
    releases: [claimOf(person)],
  };
}

function stateHouseholds({ households }: Data<'StateHouseholds'>, desk: Desk): Decided {
  const headcount = headcountFor(desk.rules, households);
  return accept({ type: 'HouseholdsStated', data: { households, headcount, ...placeOf(desk) } });
}

/** Decides what may happen to a community's establishment. */
export function decideEstablishment(
  state: EstablishmentState | undefined,
  command: EstablishmentCommand,
  facts: Facts,
  { model, at }: Setting,
): Decided {
  const { establishment: rules, workingTime } = model;
  if (rules === undefined) return refuse('establishment-lacking');
  const on = civilDateOf(at, workingTime);
  if (command.type === 'ReleaseWorker') return release(command.data, state, on);
  const unit = facts(unitOf(command.data.unit));
  if (unit === undefined || !rules.kinds.includes(unit.kind)) {
    return refuse('establishment-unit-unfit', { ids: [command.data.unit] });
  }
  const desk: Desk = { state, rules, unit, on, facts };
  switch (command.type) {
    case 'StateHouseholds':
      return stateHouseholds(command.data, desk);
    case 'PlaceWorker':
      return place(command.data, desk);
    case 'PromoteWorker':
      return promote(command.data, desk);
    default:
      return unreachable(command);
  }
}
