import {
  cases,
  caseStream,
  deadline,
  meetingStream,
  person,
  personId,
  workingBetween,
  type Actor,
  type Instant,
  type Message,
} from '@keting/domain';
import { luqiao } from '@keting/models';
import type { SampleDistrict } from '@keting/models/luqiao/sample';
import type { Clock, LocalDesk, Store } from '@keting/runtime';
import { calendar } from '@keting/server';
import { openDesk } from './desk.ts';
import { stage } from '../src/setup/persons.ts';

/** A matter as a resident might put it; invented. */
interface Told {
  readonly class: string;
  readonly text: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

const told: readonly Told[] = [
  {
    class: 'manhole-cover',
    text: '邮亭路口东侧井盖碎裂，电动车经过会弹起，晚上看不清。',
    fields: { danger: 'cracked' },
  },
  { class: 'street-lamp', text: '三号楼前的路灯已经三天不亮，老人夜里出门不方便。' },
  { class: 'garbage', text: '菜场后门堆了两天的泡沫箱，下雨后有异味。' },
  {
    class: 'fire-hazard',
    text: '出租房楼道里给电瓶车充电，线从三楼拉下来。',
    fields: { premises: 'rented-house', 'people-inside': true },
  },
  { class: 'neighbour-dispute', text: '楼上装修夜里十点还在敲，和邻居说过两次没有用。' },
  { class: 'street-trading', text: '早市的摊子一直摆到机动车道上，公交车过不去。' },
  { class: 'drainage', text: '地下通道一下雨就积水，窨井口被落叶堵住了。' },
  { class: 'elderly-care', text: '隔壁独居老人两天没有出门取报纸，请去看一看。' },
  { class: 'village-community-dispute', text: '停车位划线，村里和社区各说各的，居民不知道听谁的。' },
  { class: 'road-damage', text: '学校门口人行道有五六块砖翘起来，孩子容易绊倒。' },
  { class: 'labour-dispute', text: '工地停工后还有两个月工资没有结清。', fields: { workers: 12 } },
];

const hour = 3_600_000;
const { workingTime } = luqiao;

/** The instant that so many working hours lie before another: what an office does, it does in its hours. */
function workingHoursBefore(now: Instant, hours: number): Instant {
  let [low, high] = [now - 30 * 24 * hour, now];
  while (high - low > 60_000) {
    const middle = Math.floor((low + high) / 2);
    if (workingBetween(middle, now, workingTime, calendar) >= hours * hour) low = middle;
    else high = middle;
  }
  return low;
}

/** The instant that so many working hours lie after another. */
const workingHoursAfter = (from: Instant, hours: number): Instant =>
  deadline(from, { workingHours: hours }, workingTime, calendar).at;

/** A clock that stands where it is put: the past is lived through in order. */
class PastClock implements Clock {
  time: Instant;

  constructor(time: Instant) {
    this.time = time;
  }

  now(): Instant {
    return this.time;
  }

  at(): () => void {
    return () => undefined;
  }
}

interface Cast {
  readonly residents: readonly { readonly actor: Actor; readonly grid: string }[];
  readonly clerkOf: (grid: string) => Actor | undefined;
  readonly officerOf: (unit: string) => Actor | undefined;
  /** Who keeps the record of meetings in the street that a grid lies in. */
  readonly recorderOf: (grid: string) => Actor | undefined;
}

const actorOf = (id: string | undefined): Actor | undefined =>
  id === undefined ? undefined : person(personId.parse(id));

function castOf(district: SampleDistrict): Cast {
  const holder = (unit: string, post: string) =>
    district.appointments.find((one) => one.unit === unit && one.post === post)?.person;
  const rooms = district.units.filter(({ kind }) => kind === 'living-room');
  const roomOver = (grid: string) =>
    rooms.find(({ territories }) => territories.some((code) => grid.startsWith(code)))?.id ?? '';
  return {
    residents: district.residents.map((one) => ({ actor: person(personId.parse(one.person)), grid: one.grid })),
    clerkOf: (grid) => actorOf(holder(roomOver(grid), 'living-room-clerk')),
    officerOf: (unit) => actorOf(holder(unit, 'officer') ?? holder(unit, 'living-room-clerk')),
    recorderOf: (grid) => actorOf(holder(`office-${grid.slice(0, 9)}`, 'street-clerk')),
  };
}

/** What a person writes at each step; invented. */
const words: Readonly<Record<string, string>> = {
  result: '已到现场处置完毕，并请周边住户一起看过。',
  reply: '您反映的事项已经办结，谢谢您的关心。',
  reason: '涉及多个微格，需要坐下来一起商量。',
  resolution: '各方同意：先由物业清出通道，费用分摊，一周内办妥，微格员回头看。',
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

/** Lives one case through, step by step. A step that nobody may take ends it there. */
async function live(desk: LocalDesk, clock: PastClock, cast: Cast, { number, way, pace, until }: Life): Promise<void> {
  const matter = told[number % told.length];
  const home = cast.residents[number % cast.residents.length];
  if (matter === undefined || home === undefined) return;
  const id = `sample-${String(number).padStart(3, '0')}`;
  const report = await desk.as(home.actor).send({
    type: 'ReportCase',
    data: {
      case: id,
      class: matter.class,
      place: { grid: home.grid },
      text: matter.text,
      photos: [],
      channel: 'resident',
      mode: 'masked',
      ...(matter.fields === undefined ? {} : { fields: matter.fields }),
    },
  });
  if (!report.ok) return;
  const subject = { id, grid: home.grid, reporter: home.actor, rating: ratingOf(number), meeting: 1 };
  for (const step of way) {
    const next = workingHoursAfter(clock.time, pace);
    if (next > until) break;
    clock.time = next;
    if (!(await take(desk, cast, subject, step))) break;
    if (step === passUp) subject.meeting += 1;
    // What answers by itself, as a meeting that is called, has answered before the next step.
    await desk.settled();
  }
}

interface Subject {
  readonly id: string;
  readonly grid: string;
  readonly reporter: Actor;
  readonly rating: string;
  /** Which of its meetings the case is at, from 1. */
  readonly meeting: number;
}

/** Takes one step as whoever may, with what the desk proposes and invented words. */
async function take(desk: LocalDesk, cast: Cast, subject: Subject, step: string): Promise<boolean> {
  const stream = meetingSteps.has(step) ? meetingStream(`${subject.id}-m${subject.meeting}`) : caseStream(subject.id);
  const clerk = cast.clerkOf(subject.grid);
  for (const actor of await actorsFor(desk, cast, subject, step, clerk)) {
    const [offers = []] = await desk.as(actor).offers([stream]);
    const [type, outcome] = step.split(': ');
    const offer = offers.find((one) => one.type === type && one.allowed);
    if (offer === undefined) continue;
    const data = written(offer.draft, subject);
    const command: Message = { type: offer.type, data: outcome === undefined ? data : { ...data, ...passedUp } };
    return (await desk.as(actor).send(command)).ok;
  }
  return false;
}

async function actorsFor(
  desk: LocalDesk,
  cast: Cast,
  { id, grid, reporter }: Subject,
  step: string,
  clerk: Actor | undefined,
): Promise<readonly Actor[]> {
  if (step === 'RateCase') return [reporter];
  if (meetingSteps.has(step)) return [cast.recorderOf(grid), clerk].filter((one) => one !== undefined);
  if (clerk === undefined) return [];
  if (!handlerSteps.has(step)) return [clerk];
  const handler = await handlerOf(desk.as(clerk), id);
  const officer = handler === undefined ? undefined : cast.officerOf(handler);
  return officer === undefined ? [clerk] : [officer, clerk];
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

/** Takes one in so many of the micro-grids of the six streets, and every one of the community on show. */
const thinning = 23;

/** Residents tell of what they see on their way, not only at home: the same persons, in many grids. */
function castNear(cast: Cast, { grids }: SampleDistrict): Cast {
  const onShow = grids.filter(({ community }) => community === stage.community);
  const around = grids.filter(({ code }, i) => code < town && i % thinning === 0);
  const places = around.flatMap(({ code }, i) => [code, onShow[i % Math.max(1, onShow.length)]?.code ?? code]);
  // The micro-grid member of the demonstration has something to verify.
  const [first] = onShow;
  if (first) places[past.finished + past.handled] = first.code;
  const residents = places.flatMap((grid, i) => {
    const teller = cast.residents[i % cast.residents.length];
    return teller === undefined ? [] : [{ actor: teller.actor, grid }];
  });
  return { ...cast, residents };
}

/** Codes of streets come before those of towns. */
const town = '331004100';

/**
 * Cases of the working days before, and of the last working hours: how many, how many working hours back, and which of the
 * open ones its handler is through with.
 */
const past = { finished: 77, open: 24, longAgo: 42, lately: 4, handled: 22 } as const;

/** Lives through the days before now, so that the desks of the demonstration are not empty. */
export async function liveThePast(store: Store, district: SampleDistrict, now: Instant): Promise<void> {
  const clock = new PastClock(now);
  const desk = openDesk(store, clock);
  const cast = castNear(castOf(district), district);
  const begin = workingHoursBefore(now, past.longAgo);
  const recent = workingHoursBefore(now, past.lately);
  for (let number = 0; number < past.finished; number += 1) {
    clock.time = workingHoursAfter(begin, 0.2 + (number * (past.longAgo - 9)) / past.finished);
    const way = finishedWays[number % finishedWays.length] ?? [];
    await live(desk, clock, cast, { number, way, pace: 0.7, until: now });
  }
  for (let number = 0; number < past.open; number += 1) {
    clock.time = workingHoursAfter(recent, 0.1 + (number * (past.lately - 2)) / past.open);
    const way = openWays[number % openWays.length] ?? [];
    await live(desk, clock, cast, { number: past.finished + number, way, pace: 0.25, until: now });
  }
}
