import * as z from 'zod/mini';
import type { LinkageRules } from '../../governance-model/admission-rules.ts';
import { accept, unreachable, type Decision, type Setting } from '../../kernel/decider.ts';
import { fact, membersOf, unitOf, type FactReader, type Facts } from '../../kernel/facts.ts';
import { within, type TerritoryCode, type UnitId } from '../../kernel/ids.ts';
import { refuseBy, type RefusalCatalogue } from '../../kernel/refusal.ts';
import { civilDateOf, type CivilDate } from '../../kernel/time.ts';
import type { LinkageCommand, ProblemCommand } from './commands.ts';
import { linkageStream, patronIn, stoodFor, type LinkageEvent, type LinkageState, type Patron } from './linkage.ts';
import type { ProblemEvent, ProblemState } from './problem.ts';
import { patronRow } from './views.ts';

/** What the linkage of a compound may be refused for, and the capability that says so. */
export const linkageRefusals = {
  'linkage-lacking': 'ORG-12',
  'side-unknown': 'ORG-12',
  'side-unit-unfit': 'ORG-12',
  'patron-not-in-unit': 'ORG-12',
  'compound-outside': 'ORG-12',
  'charge-same': 'ORG-12',
  'side-unmanned': 'ORG-12',
  'month-ahead': 'ORG-12',
  'month-uncharged': 'ORG-12',
  'month-reported': 'ORG-12',
  'problem-exists': 'ORG-12',
  'problem-unknown': 'ORG-12',
  'problem-step': 'ORG-12',
  'problem-date-passed': 'ORG-12',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(linkageRefusals);

/** Who stands for a compound on a side, or undefined. */
export const patronOf = fact<Patron | undefined>()<[compound: TerritoryCode, side: string]>('patronOf');

const readPatron: FactReader = async (source, compound, side): Promise<Patron | undefined> =>
  patronIn(await source.load<LinkageState>(linkageStream(String(compound))), String(side));

/** A side of a compound that somebody stands for. */
export interface Charge {
  readonly compound: TerritoryCode;
  readonly side: string;
}

/** The sides of compounds that a person of a unit stands for. */
export const chargesOf = fact<readonly Charge[]>()<[unit: UnitId, person: string]>('chargesOf');

const readCharges: FactReader = async (source, unit, person): Promise<readonly Charge[]> => {
  const rows = z.parse(z.array(patronRow), await source.find('patrons', { unit: String(unit) }));
  return rows.filter((row) => row.person === person).map(({ compound, side }) => ({ compound, side }));
};
export const linkageFacts = { patronOf: readPatron, chargesOf: readCharges };

const todayOf = ({ at, model }: Setting): CivilDate => civilDateOf(at, model.workingTime);
type Data<T extends LinkageCommand['type']> = Extract<LinkageCommand, { type: T }>['data'];

interface Desk {
  readonly state: LinkageState | undefined;
  readonly rules: LinkageRules;
  readonly facts: Facts;
  readonly setting: Setting;
}

const serves = ({ unit, person }: Omit<Patron, 'side'>, on: CivilDate, facts: Facts): boolean =>
  facts(membersOf(unit, on)).some((one) => one.person === person);

/** Somebody who serves in a unit of the side's kinds stands for the compound from today on. */
function takeCharge({ compound, side, unit: id, person }: Data<'TakeCharge'>, desk: Desk): Decision<LinkageEvent> {
  const { facts, setting, rules, state } = desk;
  if (!within(setting.model.territory, compound)) return refuse('compound-outside', { ids: [compound] });
  const unit = facts(unitOf(id));
  const fits = rules.sides.find((one) => one.id === side)?.kinds.includes(unit?.kind ?? '');
  if (fits !== true) return refuse('side-unit-unfit', { ids: [id], params: { side } });
  const on = todayOf(setting);
  if (!serves({ unit: id, person }, on, facts)) return refuse('patron-not-in-unit', { ids: [person, id] });
  const before = patronIn(state, side);
  if (before?.person === person && before.unit === id) return refuse('charge-same', { ids: [person] });
  const taken: LinkageEvent = { type: 'ChargeTaken', data: { side, unit: id, person, on } };
  const left: readonly LinkageEvent[] = before === undefined ? [] : [{ type: 'ChargeLeft', data: { ...before, on } }];
  return { events: [...left, taken] };
}

/** A side reports each month in which somebody stood for it, once, when the month has begun. */
function reportMonth({ side, month, text }: Data<'ReportMonth'>, { state, setting }: Desk): Decision<LinkageEvent> {
  const patron = patronIn(state, side);
  if (state === undefined || patron === undefined) return refuse('side-unmanned', { params: { side } });
  const on = todayOf(setting);
  if (month > on.slice(0, 7)) return refuse('month-ahead', { params: { month, today: on } });
  if (!stoodFor(state, side, month)) return refuse('month-uncharged', { params: { side, month } });
  const twice = state.reported.some((one) => one.side === side && one.month === month);
  if (twice) return refuse('month-reported', { params: { side, month } });
  return accept({ type: 'MonthReported', data: { ...patron, month, text, on } });
}

/** Decides who stands for a compound, and what they report. */
export function decideLinkage(
  state: LinkageState | undefined,
  command: LinkageCommand,
  facts: Facts,
  setting: Setting,
): Decision<LinkageEvent> {
  const rules = setting.model.linkage;
  if (rules === undefined) return refuse('linkage-lacking');
  const { side } = command.data;
  if (!rules.sides.some(({ id }) => id === side)) return refuse('side-unknown', { params: { side } });
  const desk = { state, rules, facts, setting };
  switch (command.type) {
    case 'TakeCharge':
      return takeCharge(command.data, desk);
    case 'LeaveCharge': {
      const patron = patronIn(state, side);
      return patron === undefined
        ? refuse('side-unmanned', { params: { side } })
        : accept({ type: 'ChargeLeft', data: { ...patron, on: todayOf(setting) } });
    }
    case 'ReportMonth':
      return reportMonth(command.data, desk);
    default:
      return unreachable(command);
  }
}

type Step<T extends ProblemCommand['type']> = Extract<ProblemCommand, { type: T }>['data'];

function raise(data: Step<'RaiseProblem'>, { model }: Setting, on: CivilDate): Decision<ProblemEvent> {
  const { compound, side, text } = data;
  if (model.linkage === undefined) return refuse('linkage-lacking');
  if (!model.linkage.sides.some(({ id }) => id === side)) return refuse('side-unknown', { params: { side } });
  if (!within(model.territory, compound)) return refuse('compound-outside', { ids: [compound] });
  return accept({ type: 'ProblemRaised', data: { compound, side, text, on } });
}

/** Taken by whoever stands for the side now; whoever takes it from another side takes it over. */
function take(state: ProblemState, data: Step<'TakeProblem'>, facts: Facts, on: CivilDate): Decision<ProblemEvent> {
  const { side, until } = data;
  if (until < on) return refuse('problem-date-passed', { params: { until, today: on } });
  const patron = facts(patronOf(state.compound, side));
  if (patron === undefined) return refuse('side-unmanned', { params: { side } });
  const { unit, person } = patron;
  if (!serves(patron, on, facts)) return refuse('patron-not-in-unit', { ids: [person, unit] });
  return accept({ type: 'ProblemTaken', data: { compound: state.compound, side, unit, person, until, on } });
}

/** Decides what may happen to a problem on the list of a compound. */
export function decideProblem(
  state: ProblemState | undefined,
  command: ProblemCommand,
  facts: Facts,
  setting: Setting,
): Decision<ProblemEvent> {
  const on = todayOf(setting);
  const { problem } = command.data;
  if (command.type === 'RaiseProblem') {
    return state === undefined ? raise(command.data, setting, on) : refuse('problem-exists', { ids: [problem] });
  }
  if (state === undefined) return refuse('problem-unknown', { ids: [problem] });
  const wants = command.type === 'TakeProblem' ? state.stage !== 'done' : state.stage === 'taken';
  if (!wants) return refuse('problem-step', { ids: [problem], params: { stage: state.stage } });
  if (command.type === 'TakeProblem') return take(state, command.data, facts, on);
  return accept({
    type: 'ProblemFinished',
    data: { compound: state.compound, result: command.data.result, on },
  });
}
