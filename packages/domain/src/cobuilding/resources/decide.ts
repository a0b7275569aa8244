import type { CobuildingRules } from '../../governance-model/cobuilding-rules.ts';
import { accept, unreachable, type Decision, type Setting } from '../../kernel/decider.ts';
import { standingsOf, unitOf, type Facts } from '../../kernel/facts.ts';
import type { UnitId } from '../../kernel/ids.ts';
import { refuseBy, type Refusal, type RefusalCatalogue } from '../../kernel/refusal.ts';
import { civilDateOf, type CivilDate } from '../../kernel/time.ts';
import { placeOf } from '../parts.ts';
import type {
  BookResourceData,
  CancelBookingData,
  ChangeHoursData,
  CloseDayData,
  OpenResourceData,
  ReopenDayData,
  ResourceCommand,
  ResourceStep,
  WithdrawResourceData,
} from './commands.ts';
import { clash, openSpans, type OpeningHours, type Span } from './opening.ts';
import { resourceStream, type Booking, type OpenResource, type ResourceEvent, type ResourceState } from './resource.ts';

/** What a resource may be refused for, and the capability that says so. */
export const resourceRefusals = {
  'resources-not-here': 'DEL-05',
  'resource-exists': 'DEL-05',
  'resource-unknown': 'DEL-05',
  'resource-kind-unknown': 'DEL-05',
  'resource-unit-unknown': 'DEL-05',
  'resource-withdrawn': 'DEL-05',
  'bookings-outside-hours': 'DEL-05',
  'day-past': 'DEL-05',
  'day-closed': 'DEL-05',
  'day-not-closed': 'DEL-05',
  'booking-exists': 'DEL-05',
  'booking-unknown': 'DEL-05',
  'booking-empty': 'DEL-05',
  'booking-past': 'DEL-05',
  'booking-too-far': 'DEL-05',
  'booking-too-long': 'DEL-05',
  'booking-outside-hours': 'DEL-05',
  'booking-clash': 'DEL-05',
  'booking-not-for-unit': 'DEL-05',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(resourceRefusals);
type Decided = Decision<ResourceEvent>;
type Rules = NonNullable<CobuildingRules['resources']>;

/** Everything that a decision on a resource has before it. */
interface Desk {
  readonly facts: Facts;
  readonly setting: Setting;
  readonly rules: Rules;
  /** The civil date on which it is asked. */
  readonly today: CivilDate;
}

function openResource(state: ResourceState | undefined, data: OpenResourceData, { facts, rules }: Desk): Decided {
  if (state !== undefined) return refuse('resource-exists', { ids: [data.resource] });
  const { unit: id, kind, name, hours } = data;
  if (!rules.kinds.some((one) => one.id === kind)) return refuse('resource-kind-unknown', { params: { kind } });
  const unit = facts(unitOf(id));
  if (unit === undefined) return refuse('resource-unit-unknown', { ids: [id] });
  return accept({
    type: 'ResourceOpened',
    data: { unit: id, territory: placeOf(unit), kind, name, hours: [...hours] },
  });
}

/** Whether a span lies within the hours of a day, without a pause. */
const liesIn = (hours: OpeningHours, date: CivilDate, span: Span, { setting }: Desk): boolean =>
  openSpans(hours, date, setting.model.workingTime).some(({ from, to }) => from <= span.from && span.to <= to);

const toCome = ({ bookings }: OpenResource, { setting }: Desk): readonly Booking[] =>
  bookings.filter(({ to }) => to > setting.at);

function changeHours(state: OpenResource, { hours }: ChangeHoursData, desk: Desk): Decided {
  const outside = toCome(state, desk).filter((one) => !liesIn(hours, one.date, one, desk));
  if (outside.length > 0) {
    return refuse('bookings-outside-hours', {
      ids: outside.map(({ booking }) => booking),
      params: { count: outside.length },
    });
  }
  return accept({ type: 'HoursChanged', data: { hours: [...hours], was: [...state.hours] } });
}

function closeDay(state: OpenResource, { date, reason }: CloseDayData, desk: Desk): Decided {
  if (date < desk.today) return refuse('day-past', { params: { date, today: desk.today } });
  if (state.closed.includes(date)) return refuse('day-closed', { ids: [state.id], params: { date } });
  const cancelled = toCome(state, desk)
    .filter((one) => one.date === date)
    .map(({ booking }) => booking);
  return accept({ type: 'DayClosed', data: { date, reason, cancelled } });
}

const reopenDay = (state: OpenResource, { date }: ReopenDayData): Decided =>
  state.closed.includes(date)
    ? accept({ type: 'DayReopened', data: { date } })
    : refuse('day-not-closed', { ids: [state.id], params: { date } });

const minute = 60_000;
const dayLength = 86_400_000;

/** How soon, how far ahead and how long one may book. */
function boundsFault({ from, to }: Span, { setting, rules }: Desk): Refusal | undefined {
  if (to <= from) return refuse('booking-empty');
  if (from < setting.at) return refuse('booking-past');
  const minutes = (to - from) / minute;
  if (minutes > rules.longest) return refuse('booking-too-long', { params: { minutes, longest: rules.longest } });
  const last = civilDateOf(setting.at + rules.bookAhead * dayLength, setting.model.workingTime);
  const date = civilDateOf(from, setting.model.workingTime);
  return date > last ? refuse('booking-too-far', { params: { days: rules.bookAhead, last } }) : undefined;
}

/** Whether it is open then, and nobody else has it. Which bookings stand in the way is not told: they may be hidden. */
function takenFault(state: OpenResource, span: Span, date: CivilDate, desk: Desk): Refusal | undefined {
  if (state.closed.includes(date)) return refuse('day-closed', { ids: [state.id], params: { date } });
  if (!liesIn(state.hours, date, span, desk)) return refuse('booking-outside-hours', { ids: [state.id] });
  const count = state.bookings.filter((one) => clash(one, span)).length;
  return count > 0 ? refuse('booking-clash', { ids: [state.id], params: { count } }) : undefined;
}

/** Whoever books for a unit holds a post in it; others book for themselves. */
function unitFault(unit: UnitId | undefined, { facts, setting: { actor, at } }: Desk): Refusal | undefined {
  if (unit === undefined) return undefined;
  if (facts(unitOf(unit)) === undefined) return refuse('resource-unit-unknown', { ids: [unit] });
  if (actor.kind !== 'person') return undefined;
  const belongs = facts(standingsOf(actor.person, at)).some((one) => one.unit === unit);
  return belongs ? undefined : refuse('booking-not-for-unit', { ids: [unit] });
}

/** The id of a booking is claimed for good, so that one that is over is not written over. */
function bookResource(state: OpenResource, data: BookResourceData, desk: Desk): Decided {
  const { booking, from, to, purpose } = data;
  if (state.bookings.some((one) => one.booking === booking)) return refuse('booking-exists', { ids: [booking] });
  const date = civilDateOf(from, desk.setting.model.workingTime);
  const fault =
    unitFault(data.for, desk) ?? boundsFault({ from, to }, desk) ?? takenFault(state, { from, to }, date, desk);
  if (fault !== undefined) return fault;
  const { id, unit, territory } = state;
  const whom = data.for === undefined ? {} : { for: data.for };
  return {
    events: [{ type: 'BookingMade', data: { unit, territory, booking, date, from, to, ...whom, purpose } }],
    claims: [{ key: `booking/${id}/${booking}`, owner: resourceStream(id) }],
  };
}

/** What has begun is not given back any more. */
function cancelBooking(state: OpenResource, { booking, reason }: CancelBookingData, { setting }: Desk): Decided {
  const found = state.bookings.find((one) => one.booking === booking);
  if (found === undefined) return refuse('booking-unknown', { ids: [booking] });
  if (found.from <= setting.at) return refuse('booking-past', { ids: [booking] });
  return accept({ type: 'BookingCancelled', data: { booking, ...(reason === undefined ? {} : { reason }) } });
}

const withdrawResource = (state: OpenResource, { reason }: WithdrawResourceData, desk: Desk): Decided =>
  accept({
    type: 'ResourceWithdrawn',
    data: { reason, cancelled: toCome(state, desk).map(({ booking }) => booking) },
  });

function decideStep(state: OpenResource, command: ResourceStep, desk: Desk): Decided {
  switch (command.type) {
    case 'ChangeHours':
      return changeHours(state, command.data, desk);
    case 'CloseDay':
      return closeDay(state, command.data, desk);
    case 'ReopenDay':
      return reopenDay(state, command.data);
    case 'BookResource':
      return bookResource(state, command.data, desk);
    case 'CancelBooking':
      return cancelBooking(state, command.data, desk);
    case 'WithdrawResource':
      return withdrawResource(state, command.data, desk);
    default:
      return unreachable(command);
  }
}

/** Says yes or no to whatever may be asked of a resource. */
export function decideResource(
  state: ResourceState | undefined,
  command: ResourceCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  const rules = setting.model.cobuilding?.resources;
  if (rules === undefined) return refuse('resources-not-here');
  const desk = { facts, setting, rules, today: civilDateOf(setting.at, setting.model.workingTime) };
  if (command.type === 'OpenResource') return openResource(state, command.data, desk);
  if (state === undefined) return refuse('resource-unknown', { ids: [command.data.resource] });
  return state.stage === 'open' ? decideStep(state, command, desk) : refuse('resource-withdrawn', { ids: [state.id] });
}
