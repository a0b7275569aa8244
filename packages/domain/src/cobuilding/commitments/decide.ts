import type { CobuildingRules, CommitmentSide } from '../../governance-model/cobuilding-rules.ts';
import { accept, unreachable, type Decision, type Setting } from '../../kernel/decider.ts';
import { unitOf, type Facts, type UnitFact } from '../../kernel/facts.ts';
import { within } from '../../kernel/ids.ts';
import { refuseBy, type Refusal, type RefusalCatalogue } from '../../kernel/refusal.ts';
import { civilDateOf, startOfDay, type CivilDate } from '../../kernel/time.ts';
import { placeOf, yearOf } from '../parts.ts';
import type {
  CommitmentCommand,
  CommitmentStep,
  FulfilCommitmentData,
  LapseCommitmentData,
  MakeCommitmentData,
  WithdrawCommitmentData,
} from './commands.ts';
import type { CommitmentEvent, CommitmentState, OpenCommitment } from './commitment.ts';

/** What a commitment may be refused for, and the capability that says so. */
export const commitmentRefusals = {
  'commitments-not-here': 'DEL-04',
  'commitment-exists': 'DEL-04',
  'commitment-unknown': 'DEL-04',
  'commitment-kind-unknown': 'DEL-04',
  'commitment-unit-unknown': 'DEL-04',
  'commitment-side-unfit': 'DEL-04',
  'commitment-not-resident': 'DEL-04',
  'commitment-post-unfit': 'DEL-04',
  'commitment-date-past': 'DEL-04',
  'commitment-ended': 'DEL-04',
  'commitment-not-due': 'DEL-04',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(commitmentRefusals);
type Decided = Decision<CommitmentEvent>;
type Rules = NonNullable<CobuildingRules['commitments']>;

/** Who promises to whom. */
interface Sides {
  readonly from: UnitFact;
  readonly to: UnitFact;
}

/** The two units, each standing and each of a kind that the model puts on its side. */
function sidesOf({ from, to }: MakeCommitmentData, side: CommitmentSide, rules: Rules, facts: Facts): Sides | Refusal {
  const [one, other] = [facts(unitOf(from)), facts(unitOf(to))];
  if (one === undefined || other === undefined) {
    return refuse('commitment-unit-unknown', { ids: [...(one ? [] : [from]), ...(other ? [] : [to])] });
  }
  const kinds = side === 'unit' ? [rules.sides.unit, rules.sides.street] : [rules.sides.street, rules.sides.unit];
  const misplaced = [one, other].filter(({ kind }, i) => kinds[i]?.includes(kind) !== true);
  const [stray] = misplaced;
  if (stray === undefined) return { from: one, to: other };
  return refuse('commitment-side-unfit', { ids: misplaced.map(({ id }) => id), params: { kind: stray.kind } });
}

/** The side that is a street or a community; the other one is a unit that stands in it. */
const streetOf = ({ from, to }: Sides, side: CommitmentSide): { readonly street: UnitFact; readonly unit: UnitFact } =>
  side === 'unit' ? { street: to, unit: from } : { street: from, unit: to };

/** Whether a unit stands in the territory of another. */
const residesIn = (unit: UnitFact, street: UnitFact): boolean =>
  unit.territories.some((code) => street.territories.some((territory) => within(territory, code)));

function termsFault({ post, due }: MakeCommitmentData, { from }: Sides, setting: Setting): Refusal | undefined {
  const { posts, workingTime } = setting.model;
  if (!posts.some(({ id, kinds }) => id === post && kinds.includes(from.kind))) {
    return refuse('commitment-post-unfit', { ids: [from.id], params: { post, kind: from.kind } });
  }
  const today = civilDateOf(setting.at, workingTime);
  return due < today ? refuse('commitment-date-past', { params: { due, today } }) : undefined;
}

const dayLength = 86_400_000;

/** A side promises what the model lets that side promise, to a unit of the other side, within one territory. */
function makeCommitment(
  state: CommitmentState | undefined,
  data: MakeCommitmentData,
  facts: Facts,
  setting: Setting,
): Decided {
  if (state !== undefined) return refuse('commitment-exists', { ids: [data.commitment] });
  const rules = setting.model.cobuilding?.commitments;
  if (rules === undefined) return refuse('commitments-not-here');
  const kind = rules.kinds.find(({ id }) => id === data.kind);
  if (kind === undefined) return refuse('commitment-kind-unknown', { params: { kind: data.kind } });
  const sides = sidesOf(data, kind.from, rules, facts);
  if ('code' in sides) return sides;
  const { street, unit } = streetOf(sides, kind.from);
  if (!residesIn(unit, street)) return refuse('commitment-not-resident', { ids: [unit.id, street.id] });
  const fault = termsFault(data, sides, setting);
  if (fault !== undefined) return fault;
  const { to, post, due, text } = data;
  const cohort = { unit: data.from, kind: kind.id, side: kind.from, territory: placeOf(street), year: yearOf(due) };
  return accept({
    type: 'CommitmentMade',
    data: { cohort, to, post, due, overdueAt: endOf(due, setting), text },
  });
}

/** The first moment after a civil day. */
const endOf = (day: CivilDate, { model }: Setting): number => startOfDay(day, model.workingTime) + dayLength;

/** Late is what is shown after its day, also where the clock has not said so yet. */
function fulfilCommitment(state: OpenCommitment, { evidence, note }: FulfilCommitmentData, setting: Setting): Decided {
  const on = civilDateOf(setting.at, setting.model.workingTime);
  const late = setting.at >= state.overdueAt;
  const said = note === undefined ? {} : { note };
  return accept({
    type: 'CommitmentFulfilled',
    data: { cohort: state.cohort, on, late, was: state.stage, evidence: [...evidence], ...said },
  });
}

/** Taken back after its day it stays unkept, also where the clock has not said so yet. */
const withdrawCommitment = (
  { cohort, stage, overdueAt }: OpenCommitment,
  { reason }: WithdrawCommitmentData,
  { at }: Setting,
): Decided =>
  accept({
    type: 'CommitmentWithdrawn',
    data: { cohort, was: stage, ...(at >= overdueAt ? { late: true } : {}), reason },
  });

/** What comes by itself is checked again: the day must be the one meant, and be over. */
function lapseCommitment(state: OpenCommitment, { due }: LapseCommitmentData, { at }: Setting): Decided {
  const { id, cohort, stage, overdueAt } = state;
  if (stage === 'overdue') return refuse('commitment-ended', { ids: [id], params: { stage } });
  if (due !== state.due || at < overdueAt) {
    return refuse('commitment-not-due', { ids: [id], params: { due: state.due } });
  }
  return accept({ type: 'CommitmentLapsed', data: { cohort, due } });
}

function decideStep(state: OpenCommitment, command: CommitmentStep, setting: Setting): Decided {
  switch (command.type) {
    case 'FulfilCommitment':
      return fulfilCommitment(state, command.data, setting);
    case 'WithdrawCommitment':
      return withdrawCommitment(state, command.data, setting);
    case 'LapseCommitment':
      return lapseCommitment(state, command.data, setting);
    default:
      return unreachable(command);
  }
}

/** Says yes or no to whatever may be asked of a commitment. */
export function decideCommitment(
  state: CommitmentState | undefined,
  command: CommitmentCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  if (command.type === 'MakeCommitment') return makeCommitment(state, command.data, facts, setting);
  if (state === undefined) return refuse('commitment-unknown', { ids: [command.data.commitment] });
  if (state.stage === 'fulfilled' || state.stage === 'withdrawn') {
    return refuse('commitment-ended', { ids: [state.id], params: { stage: state.stage } });
  }
  return decideStep(state, command, setting);
}
