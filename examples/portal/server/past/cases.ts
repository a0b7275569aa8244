import { cases, caseStream, meetingStream, type Actor, type Instant, type Message } from '@keting/domain';
import type { LocalDesk } from '@keting/runtime';
import { firstPlace, type PlaceId } from '../../src/setup/places.ts';
import { castOf, type PastCast } from './case-cast.ts';
import { type PastClock, workingHoursAfter, workingHoursBefore } from './clock.ts';
import type { Setting } from '../setting.ts';
import { told, type Told } from './told.ts';

/** What a person writes at each step; invented. */
const words: Readonly<Record<string, string>> = {
  result: '已到现场处置完毕，并请周边住户一起看过。',
  reply: '您反映的事项已经办结，谢谢您的关心。',
  reason: '涉及几家人，需要坐下来一起商量。',
  resolution: '各方同意：先由物业清出通道，费用分摊，一周内办妥，办妥后回头看。',
};

/** What a meeting resolves when it cannot settle the matter. */
const passedUp = {
  outcome: 'passed-up',
  resolution: '到会各方没有谈拢，提交上一级会议商议。',
  votes: { inFavour: 1, against: 1, abstained: 0 },
};

const toTheEnd = ['AcceptCase', 'DispatchCase', 'HandleCase', 'VerifyCase', 'ReplyCase', 'RateCase'];

/** What a meeting resolves when it cannot settle the matter: the one above takes it. */
const passUp = 'ResolveMeeting: passed-up';

const toMeeting = ['AcceptCase', 'EscalateCase'];
const toSecond = [...toMeeting, 'HoldMeeting', passUp];
const toThird = [...toSecond, 'HoldMeeting', passUp];
const settled = ['HoldMeeting', 'ResolveMeeting', 'ReplyCase', 'RateCase'];

/**
 * Steps after the report of the cases of the days before: to their end, or to a meeting of one of the three tiers that
 * waits, sits or has resolved. As many as have no divisor in common with the matters told, so that each matter goes each way.
 */
const finishedWays: readonly (readonly string[])[] = [
  toTheEnd,
  toTheEnd,
  toTheEnd.slice(0, 5),
  [...toMeeting, ...settled],
  toTheEnd,
  toMeeting,
  toTheEnd,
  toSecond,
  toTheEnd,
  [...toMeeting, 'HoldMeeting'],
  [...toThird, 'HoldMeeting'],
  toTheEnd,
  [...toSecond, ...settled],
];

const idOf = (number: number): string => `sample-${String(number).padStart(3, '0')}`;

/** A case that waits for its first meeting. */
export const waitingCase = idOf(finishedWays.indexOf(toMeeting));

/** Steps after the report of the cases of the last hours, which are still open. */
const openWays: readonly (readonly string[])[] = [
  [],
  ['AcceptCase'],
  ['AcceptCase', 'DispatchCase'],
  ['AcceptCase', 'DispatchCase', 'StartCase'],
  ['AcceptCase', 'DispatchCase', 'HandleCase'],
  ['AcceptCase', 'DispatchCase', 'HandleCase', 'VerifyCase'],
];

const handlerSteps: ReadonlySet<string> = new Set(['StartCase', 'HandleCase']);
const meetingSteps: ReadonlySet<string> = new Set(['HoldMeeting', 'ResolveMeeting', passUp]);

interface Life {
  readonly number: number;
  readonly way: readonly string[];
  /** Working hours between two steps. */
  readonly pace: number;
  /** Nothing happens after it. */
  readonly until: Instant;
}

/** What lives are lived in. */
interface Stage {
  readonly desk: LocalDesk;
  readonly clock: PastClock;
  readonly cast: PastCast;
  readonly matters: readonly Told[];
}

/** Lives one case through, step by step. A step that nobody may take ends it there. */
async function live(stage: Stage, { number, way, pace, until }: Life): Promise<void> {
  const { desk, clock } = stage;
  const subject = await tell(stage, number);
  if (subject === undefined) return;
  for (const step of way) {
    const next = workingHoursAfter(clock.time, pace, desk.model);
    if (next > until) break;
    clock.time = next;
    if (!(await take(stage, subject, step))) break;
    if (step === passUp) subject.meeting += 1;
    // What answers by itself, as a meeting that is called, has answered before the next step.
    await desk.settled();
  }
}

/** Reports the matter of a number; undefined where it is refused. */
async function tell({ desk, cast, matters }: Stage, number: number): Promise<Subject | undefined> {
  const matter = matters[number % matters.length];
  const teller = cast.tellers[number % cast.tellers.length];
  if (matter === undefined || teller === undefined) return undefined;
  const id = idOf(number);
  const { text, fields } = matter;
  const report = await desk.as(teller.actor).send({
    type: 'ReportCase',
    data: {
      ...{ case: id, class: matter.class, place: { grid: teller.grid }, text },
      ...{ photos: [], channel: 'resident', mode: 'masked' },
      ...(fields === undefined ? {} : { fields }),
    },
  });
  return report.ok
    ? { id, grid: teller.grid, reporter: teller.actor, rating: ratingOf(number), meeting: 1 }
    : undefined;
}

interface Subject {
  readonly id: string;
  readonly grid: string;
  readonly reporter: Actor;
  readonly rating: string;
  /** Which of its meetings the case is at, from 1. */
  meeting: number;
}

/** Takes one step as whoever may, with what the desk proposes and invented words. */
async function take(stage: Stage, subject: Subject, step: string): Promise<boolean> {
  const { desk } = stage;
  const stream = meetingSteps.has(step) ? meetingStream(`${subject.id}-m${subject.meeting}`) : caseStream(subject.id);
  const [type, outcome] = step.split(': ');
  for (const actor of await actorsFor(stage, subject, step)) {
    const [offers = []] = await desk.as(actor).offers([stream]);
    const offer = offers.find((one) => one.type === type && one.allowed);
    if (offer === undefined) continue;
    const data = written(offer.draft, subject);
    const command: Message = { type: offer.type, data: outcome === undefined ? data : { ...data, ...passedUp } };
    return (await desk.as(actor).send(command)).ok;
  }
  return false;
}

/** Who may take a step, the likeliest first. */
async function actorsFor({ desk, cast }: Stage, subject: Subject, step: string): Promise<readonly Actor[]> {
  const { id, grid, reporter } = subject;
  if (step === 'RateCase') return [reporter];
  const clerk = cast.clerkOf(grid);
  if (meetingSteps.has(step)) return [cast.recorderOf(grid), clerk].filter((one) => one !== undefined);
  if (clerk === undefined) return [];
  if (!handlerSteps.has(step)) return [clerk];
  const handler = await handlerOf(desk.as(clerk), id);
  return handler === undefined ? [clerk] : [...cast.handlersIn(handler), clerk];
}

async function handlerOf(desk: LocalDesk, id: string): Promise<string | undefined> {
  const { rows } = await desk.view(cases, { where: { id } });
  return rows[0]?.handler;
}

const isUnwritten = (value: unknown): boolean => typeof value === 'object' && value !== null && 'content' in value;

const written = (draft: Readonly<Record<string, unknown>>, { rating }: Subject): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(draft).map(([field, value]) => {
      if (field === 'rating') return [field, rating];
      return [field, isUnwritten(value) ? words[field] : value];
    }),
  );

/** One in so many reporters is not satisfied. */
const ratingOf = (number: number): string => (number % 17 === 3 ? 'unsatisfied' : 'satisfied');

/** In a place with fewer cases one of them waits for its meeting: an odd number of ways, so that each is gone on show and around. */
const fewerOpenWays = [...openWays, toMeeting];

/**
 * Cases of the working days before, and of the last working hours: how many, how many working hours back, and which of the
 * open ones its handler is through with.
 */
interface Past {
  readonly finished: number;
  readonly open: number;
  readonly openWays: readonly (readonly string[])[];
  readonly longAgo: number;
  readonly lately: number;
  readonly handled: number;
}

const pastOf = (place: PlaceId): Past => ({
  ...{ longAgo: 42, lately: 4 },
  ...(place === firstPlace
    ? { finished: 77, open: 24, handled: 22, openWays }
    : { finished: 26, open: 14, handled: 4, openWays: fewerOpenWays }),
});

/** A cast in which whoever serves in the first grid on show has something to verify. */
function withSomethingToVerify(cast: PastCast, { grids, community }: Setting, { finished, handled }: Past): PastCast {
  const first = grids.find((one) => one.community === community)?.code;
  const at = (finished + handled) % cast.tellers.length;
  return {
    ...cast,
    tellers: cast.tellers.map((teller, i) => (i === at && first !== undefined ? { ...teller, grid: first } : teller)),
  };
}

/** Lives cases and their meetings through, up to now. */
export async function liveCases(
  { desk, clock }: Pick<Stage, 'desk' | 'clock'>,
  place: PlaceId,
  setting: Setting,
  now: Instant,
): Promise<void> {
  const { model } = setting;
  const past = pastOf(place);
  const cast = withSomethingToVerify(castOf(setting), setting, past);
  const stage: Stage = { desk, clock, cast, matters: told[place] };
  const begin = workingHoursBefore(now, past.longAgo, model);
  const recent = workingHoursBefore(now, past.lately, model);
  for (let number = 0; number < past.finished; number += 1) {
    clock.time = workingHoursAfter(begin, 0.2 + (number * (past.longAgo - 9)) / past.finished, model);
    const way = finishedWays[number % finishedWays.length] ?? [];
    await live(stage, { number, way, pace: 0.7, until: now });
  }
  for (let number = 0; number < past.open; number += 1) {
    clock.time = workingHoursAfter(recent, 0.1 + (number * (past.lately - 2)) / past.open, model);
    const way = past.openWays[number % past.openWays.length] ?? [];
    await live(stage, { number: past.finished + number, way, pace: 0.25, until: now });
  }
}
