import type { VolunteeringRules } from '../../governance-model/volunteering-rules.ts';
import { accept, unreachable, type Decision, type Setting } from '../../kernel/decider.ts';
import type { Facts } from '../../kernel/facts.ts';
import { activityId, personId } from '../../kernel/ids.ts';
import { refuseBy, type Refusal, type RefusalCatalogue } from '../../kernel/refusal.ts';
import { civilDateOf } from '../../kernel/time.ts';
import { unitAmong } from '../places.ts';
import { teamStands } from '../team/context.ts';
import type { ActivityContextState, ActivityEvent, OpenActivity, Participant } from './activity.ts';
import type {
  ActivityCommand,
  ActivityStep,
  CancelActivityData,
  ParticipantData,
  PublishActivityData,
} from './commands.ts';
import { creditedOf } from './facts.ts';
import { hoursStream, uncoveredMinutes, wholeMinute, type Span } from './hours.ts';

/** What an activity may be refused for, and the capability that says so. */
export const activityRefusals = {
  'service-lacking': 'VOL-02',
  'service-unit-unfit': 'VOL-02',
  'field-unknown': 'VOL-02',
  'team-unknown': 'VOL-02',
  'activity-exists': 'VOL-02',
  'activity-unknown': 'VOL-02',
  'activity-not-open': 'VOL-02',
  'activity-places-too-many': 'VOL-02',
  'activity-time-unfit': 'VOL-02',
  'activity-full': 'VOL-02',
  'activity-begun': 'VOL-02',
  'activity-over': 'VOL-02',
  'sign-in-early': 'VOL-02',
  'activity-not-over': 'VOL-02',
  'already-signed-up': 'VOL-02',
  'not-signed-up': 'VOL-02',
  'already-signed-in': 'VOL-02',
  'not-signed-in': 'VOL-02',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(activityRefusals);
type Decided = Decision<ActivityEvent>;
type Rules = NonNullable<VolunteeringRules['service']>;

/** Everything that a decision has before it. */
interface Desk {
  readonly rules: Rules;
  readonly facts: Facts;
  readonly setting: Setting;
}

const minute = 60_000;

/** An activity lasts no longer than the model lets it, and is not over before it is published. */
function timeFault({ activity, from, until }: PublishActivityData, { rules, setting }: Desk): Refusal | undefined {
  const fits = until > from && until - from <= rules.longest * minute && until > setting.at;
  return fits ? undefined : refuse('activity-time-unfit', { ids: [activity], params: { longest: rules.longest } });
}

function publishFault(data: PublishActivityData, desk: Desk): Refusal | undefined {
  const { rules, facts } = desk;
  if (!rules.fields.some(({ id }) => id === data.field))
    return refuse('field-unknown', { params: { field: data.field } });
  if (data.places > rules.mostPlaces) {
    return refuse('activity-places-too-many', { ids: [data.activity], params: { limit: rules.mostPlaces } });
  }
  if (data.team !== undefined && !facts(teamStands(data.team))) return refuse('team-unknown', { ids: [data.team] });
  return timeFault(data, desk);
}

function publishActivity(state: ActivityContextState | undefined, data: PublishActivityData, desk: Desk): Decided {
  const { rules, facts, setting } = desk;
  if (state !== undefined) return refuse('activity-exists', { ids: [data.activity] });
  const territory = unitAmong(rules.units, data.unit, facts)?.territories[0];
  if (territory === undefined) return refuse('service-unit-unfit', { ids: [data.unit] });
  const fault = publishFault(data, desk);
  if (fault !== undefined) return fault;
  const { unit, team, field, title, places, from, until } = data;
  const day = civilDateOf(from, setting.model.workingTime);
  const closesAt = until + rules.late * minute;
  const cohort = { unit, territory, field, day };
  const of = team === undefined ? {} : { team };
  return accept({ type: 'ActivityPublished', data: { cohort, ...of, title, places, from, until, closesAt } });
}

/** Only own keys: a person may be called as something that every object has. */
const participantOf = ({ participants }: OpenActivity, person: string): Participant | undefined =>
  Object.prototype.hasOwnProperty.call(participants, person) ? participants[person] : undefined;

/** A place is taken by signing up, and free again when that is taken back. */
function signUp(state: OpenActivity, { person }: ParticipantData, { setting }: Desk): Decided {
  if (setting.at >= state.until) return refuse('activity-over', { ids: [state.id] });
  if (participantOf(state, person) !== undefined) return refuse('already-signed-up', { ids: [state.id, person] });
  if (Object.keys(state.participants).length >= state.places) {
    return refuse('activity-full', { ids: [state.id], params: { places: state.places } });
  }
  return accept({ type: 'VolunteerSignedUp', data: { cohort: state.cohort, person } });
}

function cancelSignUp(state: OpenActivity, { person }: ParticipantData): Decided {
  const participant = participantOf(state, person);
  if (participant === undefined) return refuse('not-signed-up', { ids: [state.id, person] });
  if (participant.stage !== 'signed-up') return refuse('already-signed-in', { ids: [state.id, person] });
  return accept({ type: 'SignUpCancelled', data: { cohort: state.cohort, person } });
}

function signIn(state: OpenActivity, { person }: ParticipantData, { rules, setting: { at } }: Desk): Decided {
  const participant = participantOf(state, person);
  if (participant === undefined) return refuse('not-signed-up', { ids: [state.id, person] });
  if (participant.stage === 'present') return refuse('already-signed-in', { ids: [state.id, person] });
  const opens = state.from - rules.early * minute;
  if (at < opens) return refuse('sign-in-early', { ids: [state.id], params: { due: opens } });
  if (at >= state.until) return refuse('activity-over', { ids: [state.id] });
  return accept({ type: 'VolunteerSignedIn', data: { cohort: state.cohort, person, since: at } });
}

/** What is credited of a stay: so many minutes of it, in which nothing else was credited. Nothing where none is left. */
function credit(
  state: OpenActivity,
  person: ParticipantData['person'],
  { from, to }: Span,
  minutes: number,
  { setting }: Desk,
) {
  if (minutes < 1) return [];
  const { unit, field } = state.cohort;
  const day = civilDateOf(from, setting.model.workingTime);
  const activity = activityId.parse(state.id);
  const data = { person, activity, unit, field, from, to, minutes, day };
  return [{ stream: hoursStream(person), event: { type: 'HoursCredited', data } as const }];
}

/** A stay lasts from signing in to signing out, within the time of the activity; both marks count by the minute. */
function signOut(state: OpenActivity, { person }: ParticipantData, desk: Desk): Decided {
  const { at } = desk.setting;
  const participant = participantOf(state, person);
  if (participant?.stage !== 'present') return refuse('not-signed-in', { ids: [state.id, person] });
  if (at > state.closesAt) return refuse('activity-over', { ids: [state.id] });
  const from = wholeMinute(Math.max(participant.since, state.from));
  const to = Math.max(from, wholeMinute(Math.min(at, state.until)));
  const minutes = (to - from) / minute;
  const counted = uncoveredMinutes({ from, to }, desk.facts(creditedOf(person)));
  const less = counted < minutes ? { counted } : {};
  return {
    ...accept({ type: 'VolunteerSignedOut', data: { cohort: state.cohort, person, from, to, minutes, ...less } }),
    also: credit(state, person, { from, to }, counted, desk),
  };
}

function cancelActivity(state: OpenActivity, { reason }: CancelActivityData, { setting }: Desk): Decided {
  if (setting.at >= state.from) return refuse('activity-begun', { ids: [state.id] });
  const persons = Object.keys(state.participants).map((person) => personId.parse(person));
  return accept({ type: 'ActivityCancelled', data: { cohort: state.cohort, reason, persons } });
}

/** Comes by itself, and closes nothing early. */
function closeActivity(state: OpenActivity, { setting }: Desk): Decided {
  if (setting.at < state.closesAt) {
    return refuse('activity-not-over', { ids: [state.id], params: { due: state.closesAt } });
  }
  const unsigned = Object.values(state.participants).filter(({ stage }) => stage === 'present').length;
  return accept({ type: 'ActivityClosed', data: { cohort: state.cohort, unsigned } });
}

function decideStep(state: OpenActivity, command: ActivityStep, desk: Desk): Decided {
  switch (command.type) {
    case 'SignUp':
      return signUp(state, command.data, desk);
    case 'CancelSignUp':
      return cancelSignUp(state, command.data);
    case 'SignIn':
      return signIn(state, command.data, desk);
    case 'SignOut':
      return signOut(state, command.data, desk);
    case 'CancelActivity':
      return cancelActivity(state, command.data, desk);
    case 'CloseActivity':
      return closeActivity(state, desk);
    default:
      return unreachable(command);
  }
}

/** Decides what may happen to an activity. */
export function decideActivity(
  state: ActivityContextState | undefined,
  command: ActivityCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  const rules = setting.model.volunteering?.service;
  const ids = [command.data.activity];
  if (rules === undefined) return refuse('service-lacking', { ids });
  const desk = { rules, facts, setting };
  if (command.type === 'PublishActivity') return publishActivity(state, command.data, desk);
  if (state === undefined) return refuse('activity-unknown', { ids });
  return state.stage === 'open' ? decideStep(state, command, desk) : refuse('activity-not-open', { ids });
}
