import { accept, unreachable, type Setting } from '../kernel/decider.ts';
import { pathOf, type Facts } from '../kernel/facts.ts';
import type { UnitId } from '../kernel/ids.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { CivilDate } from '../kernel/time.ts';
import type { PostRule } from '../governance-model/model.ts';
import type { OrganisationCommand, OrganisationData } from './commands.ts';
import { ahead, beforeLast, kindOf, left, placed, todayOf, type Decided, type Desk } from './desk.ts';
import { childrenOf, recordOf } from './facts.ts';
import { creditClaim, foundUnit, misplaced, takeInUnit } from './founding.ts';
import { adoptVariant, describeUnit, variantClaim } from './describing.ts';
import { lacksBaseOn } from './held-by.ts';
import { pairBodies, partBodies, parted } from './pairing.ts';
import { covers, hasDays, overlap } from './period.ts';
import { refuse } from './refusals.ts';
import { overfullOn, seatsOf } from './seats.ts';
import { nameOf, parentOf, variantOn, type Appointment, type StandingUnit, type UnitState } from './unit.ts';

/** The whole path above the new superior is read, so that two moves at once can never close a circle together. */
function circle(unit: StandingUnit, parent: UnitId, { facts }: Desk): Refusal | undefined {
  const path = facts(pathOf(parent)).map(({ id }) => id);
  const met = path.indexOf(unit.id);
  return met < 0 ? undefined : refuse('unit-cycle', { ids: path.slice(0, met + 1) });
}

function moveUnit(unit: StandingUnit, { parent }: OrganisationData<'MoveUnit'>, desk: Desk): Decided {
  const on = todayOf(desk);
  const was = parentOf(unit);
  if (parent === was) return refuse('parent-same', { ids: [unit.id, parent] });
  const kind = kindOf(desk, unit.kind);
  if (kind === undefined) return refuse('kind-unknown', { ids: [unit.id], params: { kind: unit.kind } });
  const wrong = circle(unit, parent, desk) ?? misplaced(kind, parent, on, desk) ?? beforeLast(on, unit.changedOn);
  if (wrong !== undefined) return wrong;
  return {
    events: [{ type: 'UnitMoved', data: { parent, ...(was === undefined ? {} : { was }), on } }],
    also: [placed(parent, unit.id, unit.kind, on), ...(was === undefined ? [] : [left(was, unit.id, unit.kind, on)])],
  };
}

function renameUnit(unit: StandingUnit, data: OrganisationData<'RenameUnit'>, desk: Desk): Decided {
  const was = nameOf(unit);
  if (data.name === was) return refuse('name-same', { ids: [unit.id] });
  const on = data.on ?? todayOf(desk);
  const last = unit.names[unit.names.length - 1]?.from ?? unit.from;
  return ahead(on, desk) ?? beforeLast(on, last) ?? accept({ type: 'UnitRenamed', data: { name: data.name, was, on } });
}

const keyOf = ({ post, person, from }: Appointment) => ({ post, person, from });

/**
 * The last day on which a holder began: to end the unit before it would strike from the record who served. What is to come ends
 * with the unit.
 */
function lastBegun({ appointments }: StandingUnit, today: CivilDate): CivilDate {
  const begun = appointments.map(({ from }) => from).filter((from) => from <= today);
  return begun.reduce((last, from) => (last < from ? from : last), '');
}

/** A day on which a unit ends by itself stands, whoever was appointed past it. */
function dissolutionFault(unit: StandingUnit, on: CivilDate, desk: Desk): Refusal | undefined {
  const onItsDay = unit.ends !== undefined && unit.ends.on <= on;
  return (
    ahead(on, desk) ??
    beforeLast(on, unit.changedOn) ??
    (onItsDay ? undefined : beforeLast(on, lastBegun(unit, todayOf(desk))))
  );
}

/** Units below would be orphans, so they are moved or dissolved first. Appointments end with the unit. */
function dissolveUnit(unit: StandingUnit, { on }: OrganisationData<'DissolveUnit'>, desk: Desk): Decided {
  const children = desk.facts(childrenOf(unit.id));
  if (children.length > 0) return refuse('unit-has-children', { ids: children.map(({ id }) => id) });
  const wrong = dissolutionFault(unit, on, desk);
  if (wrong !== undefined) return wrong;
  const parent = parentOf(unit);
  const ended = unit.appointments.filter(({ until }) => until === undefined || until > on).map(keyOf);
  return {
    events: [{ type: 'UnitDissolved', data: { on, territories: [...unit.territories], ended } }],
    also: [
      ...(parent === undefined ? [] : [left(parent, unit.id, unit.kind, on)]),
      ...(unit.pairedWith === undefined ? [] : [parted(unit.pairedWith, unit.id, on)]),
    ],
    releases: [
      ...(unit.creditCode === undefined ? [] : [creditClaim(unit.creditCode)]),
      ...(variantOn(unit, on) === undefined ? [] : [variantClaim(unit)]),
    ],
  };
}

function postFor(unit: StandingUnit, id: string, { setting }: Desk): PostRule | Refusal {
  const post = setting.model.posts.find((one) => one.id === id);
  if (post === undefined) return refuse('post-unknown', { params: { post: id } });
  if (post.kinds.includes(unit.kind)) return post;
  return refuse('post-not-in-kind', { ids: [unit.id], params: { post: id, kind: unit.kind } });
}

/** Who sits in a body part-time keeps the affiliation with their own unit; nothing is written there. */
function affiliationFault(
  unit: StandingUnit,
  post: PostRule,
  asked: Appointment,
  { facts }: Desk,
): Refusal | undefined {
  const { partTimeFrom: own, person } = asked;
  if (own === undefined) {
    return post.partTime === true ? refuse('affiliation-required', { ids: [person] }) : undefined;
  }
  if (own === unit.id) return refuse('affiliation-same', { ids: [own] });
  return facts(recordOf(own))?.stage === 'standing' ? undefined : refuse('affiliation-unknown', { ids: [own] });
}

/** A post that only holders of another post may hold, on every day of the term. */
function lacksPost(unit: StandingUnit, { id, heldBy }: PostRule, asked: Appointment, desk: Desk): Refusal | undefined {
  if (heldBy === undefined) return undefined;
  const day = lacksBaseOn({ ...asked, unit: unit.id }, heldBy, desk.facts);
  if (day === undefined) return undefined;
  const { kind, posts } = heldBy;
  const needed = { post: id, kind, posts };
  return day === asked.from
    ? refuse('post-needs-post', { ids: [asked.person], params: { ...needed, on: day } })
    : refuse('base-post-ends', { ids: [asked.person], params: { ...needed, ends: day } });
}

function periodFault(unit: StandingUnit, asked: Appointment): Refusal | undefined {
  if (!hasDays(asked)) {
    return refuse('term-empty', { ids: [asked.person], params: { from: asked.from, until: asked.until ?? '' } });
  }
  return asked.from < unit.from
    ? refuse('term-before-unit', { ids: [unit.id], params: { from: asked.from, founded: unit.from } })
    : undefined;
}

/** Why an appointment cannot stand beside those already held. */
function appointmentFault(
  unit: StandingUnit,
  held: readonly Appointment[],
  asked: Appointment,
  desk: Desk,
): Refusal | undefined {
  const post = postFor(unit, asked.post, desk);
  if ('rule' in post) return post;
  const twice = held.some((one) => one.post === asked.post && one.person === asked.person && overlap(one, asked));
  if (twice) return refuse('already-holds', { ids: [asked.person], params: { post: post.id } });
  const seats = seatsOf(post, unit.id, desk.setting.model, desk.facts);
  const overfull = overfullOn(held, asked, seats);
  if (overfull !== undefined) {
    return refuse('seat-taken', {
      ids: overfull.holders.map(({ person }) => person),
      params: { post: post.id, seats, on: overfull.on },
    });
  }
  return affiliationFault(unit, post, asked, desk) ?? lacksPost(unit, post, asked, desk);
}

const territoryOf = ({ territories }: StandingUnit): string => territories[0] ?? '';

function appointHolder(unit: StandingUnit, data: OrganisationData<'AppointHolder'>, desk: Desk): Decided {
  const { unit: _, ...asked } = data;
  return (
    periodFault(unit, asked) ??
    appointmentFault(unit, unit.appointments, asked, desk) ??
    accept({ type: 'HolderAppointed', data: { ...asked, territory: territoryOf(unit) } })
  );
}

/** An appointment ended on its first day never was: the way to take back a slip of the pen. */
function endAppointment(unit: StandingUnit, { post, person, on }: OrganisationData<'EndAppointment'>): Decided {
  const held = unit.appointments.find((one) => one.post === post && one.person === person && covers(one, on));
  if (held === undefined) return refuse('not-held', { ids: [person], params: { post, on } });
  return accept({ type: 'AppointmentEnded', data: { post, person: held.person, from: held.from, on } });
}

/** All holders of a body give way to the elected ones on one day. The body is judged as it will be, seat by seat. */
function reelectBody(unit: StandingUnit, { term, holders }: OrganisationData<'ReelectBody'>, desk: Desk): Decided {
  const later = unit.appointments.filter(({ from }) => from > term.from);
  if (later.length > 0) {
    return refuse('later-appointments', { ids: later.map(({ person }) => person), params: { from: term.from } });
  }
  const elected = holders.map((holder): Appointment => ({ ...holder, ...term }));
  for (const [i, asked] of elected.entries()) {
    const wrong = periodFault(unit, asked) ?? appointmentFault(unit, elected.slice(0, i), asked, desk);
    if (wrong !== undefined) return wrong;
  }
  const ended = unit.appointments.filter(({ until }) => until === undefined || until > term.from).map(keyOf);
  return accept({ type: 'BodyReelected', data: { term, holders, ended, territory: territoryOf(unit) } });
}

type Begin = { type: 'FoundUnit' } | { type: 'TakeInUnit' };
type Step = Exclude<OrganisationCommand, Begin>;

function decideStep(unit: StandingUnit, command: Step, desk: Desk): Decided {
  switch (command.type) {
    case 'DescribeUnit':
      return describeUnit(unit, command.data);
    case 'AdoptVariant':
      return adoptVariant(unit, command.data, desk);
    case 'MoveUnit':
      return moveUnit(unit, command.data, desk);
    case 'RenameUnit':
      return renameUnit(unit, command.data, desk);
    case 'DissolveUnit':
      return dissolveUnit(unit, command.data, desk);
    case 'AppointHolder':
      return appointHolder(unit, command.data, desk);
    case 'EndAppointment':
      return endAppointment(unit, command.data);
    case 'ReelectBody':
      return reelectBody(unit, command.data, desk);
    case 'PairBodies':
      return pairBodies(unit, command.data, desk);
    case 'PartBodies':
      return partBodies(unit, command.data, desk);
    default:
      return unreachable(command);
  }
}

/** Decides what may happen to a unit. */
export function decideUnit(
  unit: UnitState | undefined,
  command: OrganisationCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  const desk = { facts, setting };
  if (command.type === 'FoundUnit') return foundUnit(unit, command.data, desk);
  if (command.type === 'TakeInUnit') return takeInUnit(unit, command.data, desk);
  if (unit === undefined) return refuse('unit-unknown', { ids: [command.data.unit] });
  if (unit.stage === 'dissolved') return refuse('unit-dissolved', { ids: [unit.id] });
  return decideStep(unit, command, desk);
}
