import type { AssemblyRule } from '../governance-model/assembly-rules.ts';
import { accept, unreachable, type Decision, type Setting } from '../kernel/decider.ts';
import type { Facts } from '../kernel/facts.ts';
import { refuseBy, type Refusal, type RefusalCatalogue } from '../kernel/refusal.ts';
import { civilDateOf, startOfDay, type CivilDate } from '../kernel/time.ts';
import { once, seatedBody, type SeatedBody } from './body.ts';
import { openBallotsOf } from './deliberation-facts.ts';
import type { Attendee } from './meeting.ts';
import { needed, reaches } from './share.ts';
import { sittingStream, type OpenedSitting, type SittingEvent, type SittingState } from './sitting.ts';
import type {
  AddSittingItemData,
  ConveneSittingData,
  KeepMinutesData,
  LapseSittingData,
  OpenSittingData,
  SittingCommand,
  SittingStep,
} from './sitting-commands.ts';

/** What a sitting may be refused for, and the capability that says so. */
export const sittingRefusals = {
  'sitting-exists': 'DEL-03',
  'sitting-unknown': 'DEL-03',
  'assembly-unknown': 'DEL-03',
  'assembly-unseated': 'DEL-03',
  'notice-too-short': 'DEL-03',
  'urgent-not-allowed': 'DEL-03',
  'sitting-wrong-step': 'DEL-03',
  'sitting-not-its-day': 'DEL-03',
  'agenda-full': 'DEL-03',
  'item-unknown': 'DEL-03',
  'nobody-entitled': 'DEL-03',
  'not-entitled': 'DEL-03',
  'quorum-missed': 'DEL-03',
  'minutes-missing': 'DEL-03',
  'ballots-open': 'DEL-03',
  'sitting-not-over': 'DEL-03',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(sittingRefusals);
type Decided = Decision<SittingEvent>;

/** Everything that a decision on a convened sitting has before it. */
interface Desk {
  readonly facts: Facts;
  readonly setting: Setting;
  readonly rule: AssemblyRule;
}

const dayLength = 86_400_000;
const today = ({ at, model }: Setting): CivilDate => civilDateOf(at, model.workingTime);
const daysBetween = (from: CivilDate, to: CivilDate): number => (Date.parse(to) - Date.parse(from)) / dayLength;

/** The period that a day lies in, as `2026-03`, `2026-Q1`, `2026-H1` or `2026`. */
export function periodOf(on: CivilDate, every: NonNullable<AssemblyRule['meets']>): string {
  const [year, month] = [on.slice(0, 4), Number(on.slice(5, 7))];
  switch (every) {
    case 'month':
      return on.slice(0, 7);
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'half-year':
      return `${year}-H${Math.ceil(month / 6)}`;
    case 'year':
      return year;
  }
}

/** How many days ahead a sitting has to be convened; undefined where its kind is not held at all. */
const noticeOf = ({ notice, urgent }: AssemblyRule, kind: ConveneSittingData['kind']): number | undefined =>
  kind === 'regular' ? notice : urgent?.notice;

function noticeFault(data: ConveneSittingData, rule: AssemblyRule, setting: Setting): Refusal | undefined {
  const least = noticeOf(rule, data.kind);
  if (least === undefined) return refuse('urgent-not-allowed', { params: { assembly: rule.id } });
  const ahead = daysBetween(today(setting), data.on);
  return ahead < least ? refuse('notice-too-short', { ids: [data.sitting], params: { needed: least } }) : undefined;
}

const endOf = (on: CivilDate, { model }: Setting): number => startOfDay(on, model.workingTime) + dayLength;

type Convened = Extract<SittingEvent, { type: 'SittingConvened' }>;

function convened(data: ConveneSittingData, { units }: SeatedBody, rule: AssemblyRule, setting: Setting): Convened {
  const { kind, on } = data;
  const period = kind === 'regular' && rule.meets !== undefined ? { period: periodOf(on, rule.meets) } : {};
  return {
    type: 'SittingConvened',
    data: {
      assembly: rule.id,
      units: units.map(({ id }) => id),
      territories: units.flatMap(({ territories }) => territories),
      kind,
      on,
      ...period,
      ...(kind === 'urgent' ? { reason: data.reason } : {}),
      lapsesAt: endOf(on, setting),
      order: kind === 'regular' ? (rule.order ?? []).map(({ id }) => id) : [],
    },
  };
}

const claimOf = (assembly: string, unit: string, period: string): string => `sitting/${assembly}/${unit}/${period}`;

/** Convenes the body of a place. As a rule it meets once in each of its periods; what is urgent comes beside that. */
function conveneSitting(
  state: SittingState | undefined,
  data: ConveneSittingData,
  facts: Facts,
  setting: Setting,
): Decided {
  if (state !== undefined) return refuse('sitting-exists', { ids: [data.sitting] });
  const rule = setting.model.assemblies?.find(({ id }) => id === data.assembly);
  if (rule === undefined) return refuse('assembly-unknown', { params: { assembly: data.assembly } });
  const fault = noticeFault(data, rule, setting);
  if (fault !== undefined) return fault;
  const body = seatedBody(rule.members, [data.place], data.on, facts);
  const [unit] = body.units;
  if (unit === undefined) return refuse('assembly-unseated', { ids: [data.place], params: { assembly: rule.id } });
  const event = convened(data, body, rule, setting);
  const { period } = event.data;
  const owner = sittingStream(data.sitting);
  const claims = period === undefined ? [] : [{ key: claimOf(rule.id, unit.id, period), owner }];
  return { events: [event], claims };
}

const wrongStep = (state: SittingState): Refusal =>
  refuse('sitting-wrong-step', { ids: [state.id], params: { step: state.stage } });

/** As many items as one sitting can bear. */
const longestAgenda = 50;

function addItem(state: SittingState, { title }: AddSittingItemData): Decided {
  if (state.stage !== 'convened') return wrongStep(state);
  if (state.items >= longestAgenda) return refuse('agenda-full', { ids: [state.id], params: { limit: longestAgenda } });
  return accept({ type: 'SittingItemAdded', data: { item: state.items + 1, title } });
}

const outside = <Id extends string>(persons: readonly Id[], list: readonly Attendee[]): readonly Id[] => {
  const ids = new Set<string>(list.map(({ person }) => person));
  return persons.filter((person) => !ids.has(person));
};

/** The list is fixed on the day; who came must be on it, and enough of those due. Observers count for nothing. */
function openSitting(state: SittingState, data: OpenSittingData, { rule, facts, setting }: Desk): Decided {
  if (state.stage !== 'convened') return wrongStep(state);
  const on = today(setting);
  if (on !== state.on) return refuse('sitting-not-its-day', { ids: [state.id], params: { day: state.on } });
  const { eligible } = seatedBody(rule.members, state.territories, on, facts);
  if (eligible.length === 0) return refuse('nobody-entitled', { ids: [state.id] });
  const observers = once(seatedBody(rule.observers ?? [], state.territories, on, facts).eligible, eligible);
  const present = [...new Set(data.present)];
  const sittingIn = [...new Set(data.observers ?? [])];
  const foreign = [...outside(present, eligible), ...outside(sittingIn, observers)];
  if (foreign.length > 0) return refuse('not-entitled', { ids: foreign, params: { count: foreign.length } });
  const { quorum } = rule.voting;
  if (!reaches(quorum, present.length, eligible.length)) {
    const counts = { eligible: eligible.length, present: present.length, needed: needed(quorum, eligible.length) };
    return refuse('quorum-missed', { ids: [state.id], params: counts });
  }
  const lists = { eligible: [...eligible], observers: [...observers], present, sittingIn };
  return accept({ type: 'SittingOpened', data: lists });
}

function keepMinutes(state: SittingState, { item, minutes }: KeepMinutesData): Decided {
  if (state.stage !== 'opened') return wrongStep(state);
  if (item > state.items) return refuse('item-unknown', { ids: [state.id], params: { item } });
  return accept({ type: 'MinutesKept', data: { item, minutes } });
}

const unminuted = ({ items, minuted }: OpenedSitting): readonly number[] =>
  Array.from({ length: items }, (_, i) => i + 1).filter((item) => !minuted.includes(item));

/** Nobody votes once the sitting is over, so it does not end while a ballot of it waits for votes. */
function closeSitting(state: SittingState, { facts }: Desk): Decided {
  if (state.stage !== 'opened') return wrongStep(state);
  const open = unminuted(state).map(String);
  if (open.length > 0) return refuse('minutes-missing', { ids: [state.id], params: { items: open } });
  const ballots = facts(openBallotsOf(state.id));
  if (ballots.length > 0) return refuse('ballots-open', { ids: ballots, params: { count: ballots.length } });
  return accept({ type: 'SittingClosed', data: {} });
}

/** What comes by itself is checked again. A period whose sitting lapsed may still have one. */
function lapseSitting(state: SittingState, data: LapseSittingData, { rule, setting }: Desk): Decided {
  if (state.stage !== 'convened' || state.on !== data.on) return wrongStep(state);
  if (setting.at < state.lapsesAt) {
    return refuse('sitting-not-over', { ids: [state.id], params: { due: state.lapsesAt } });
  }
  const { period, units } = state;
  const releases = period === undefined ? [] : [claimOf(rule.id, units[0] ?? '', period)];
  return { events: [{ type: 'SittingLapsed', data: { on: state.on } }], releases };
}

function decideStep(state: SittingState, command: SittingStep, desk: Desk): Decided {
  switch (command.type) {
    case 'AddSittingItem':
      return addItem(state, command.data);
    case 'OpenSitting':
      return openSitting(state, command.data, desk);
    case 'KeepMinutes':
      return keepMinutes(state, command.data);
    case 'CloseSitting':
      return closeSitting(state, desk);
    case 'LapseSitting':
      return lapseSitting(state, command.data, desk);
    default:
      return unreachable(command);
  }
}

/** Decides what may happen to a sitting. */
export function decideSitting(
  state: SittingState | undefined,
  command: SittingCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  if (command.type === 'ConveneSitting') return conveneSitting(state, command.data, facts, setting);
  if (state === undefined) return refuse('sitting-unknown', { ids: [command.data.sitting] });
  const rule = setting.model.assemblies?.find(({ id }) => id === state.assembly);
  if (rule === undefined) return refuse('assembly-unknown', { params: { assembly: state.assembly } });
  return decideStep(state, command, { facts, setting, rule });
}
