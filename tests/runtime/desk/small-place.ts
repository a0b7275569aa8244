import {
  answerableForCase,
  caseContext,
  gridsAt,
  person,
  personId,
  stallGrid,
  unitId,
  within,
  type Actor,
  type Context,
  type EventSpec,
  type FactReader,
  type GovernanceModel,
  type GridFact,
  type Instant,
  type Process,
  type Standing,
  type UnitFact,
} from '@keting/domain';
import { plainCalendar, sampleModel } from '@keting/domain/testing';
import {
  createDesk,
  idMaker,
  memoryStore,
  viewsOf,
  type Clock,
  type Files,
  type LocalDesk,
  type Store,
} from '@keting/runtime';
import { standIn } from '../../support/stand-in.ts';

/** One community with a living room and two micro-grids, a street office above it. Nowhere real. */
const community = '990101001001';
const street = '990101001';
export const grids = [`${community}00101`, `${community}00102`] as const;
export const elsewhere = '99010200100100101';

const units: readonly UnitFact[] = [
  { id: unitId.parse('office'), kind: 'street-office', territories: [street] },
  { id: unitId.parse('room'), kind: 'living-room', territories: [community], parent: unitId.parse('office') },
  { id: unitId.parse('joint'), kind: 'joint-committee', territories: [community] },
  { id: unitId.parse('committee'), kind: 'residents-committee', territories: [community] },
];

const posts: Readonly<Record<string, Standing>> = {
  clerk: { post: 'clerk', unit: 'room', kind: 'living-room', territories: [community] },
  handler: { post: 'director', unit: 'office', kind: 'street-office', territories: [street] },
  director: { post: 'director', unit: 'committee', kind: 'residents-committee', territories: [community] },
  stranger: { post: 'clerk', unit: 'far-room', kind: 'living-room', territories: ['990102'] },
};

const gridFact = (code: string): GridFact | undefined =>
  [...grids, elsewhere].includes(code) ? { code, kind: 'micro', community: code.slice(0, 12) } : undefined;

/** West of the hundredth degree lies the first grid, east of it the second; past 101 nothing. */
const at: FactReader = (_source, longitude) =>
  Promise.resolve(Number(longitude) > 101 ? undefined : gridFact(Number(longitude) < 100 ? grids[0] : grids[1]));

const answer =
  (read: (...args: readonly string[]) => unknown): FactReader =>
  (_source, ...args) =>
    Promise.resolve(read(...args.map(String)));

/** Stands for organisation and grid, which the desk knows only as contexts that answer facts. */
const place = standIn(
  {
    gridAt: at,
    gridOf: answer((code = '') => gridFact(code)),
    unitOf: answer((id) => units.find((unit) => unit.id === id)),
    unitsOver: answer((kind, code = '') =>
      units.filter((unit) => unit.kind === kind && unit.territories.some((one) => within(one, code))),
    ),
    functionalGridsAt: answer((longitude) =>
      Number(longitude) < 100 ? [{ ...gridFact(grids[1]), kind: 'functional' }] : [],
    ),
    stallGridOf: answer((market, stall) => (Number(stall) < 10 ? gridFact(`${market}01`) : undefined)),
    staffOf: answer(() => []),
    holdersOf: answer((unit, post) =>
      Object.entries(posts).flatMap(([id, one]) => (one.unit === unit && one.post === post ? [id] : [])),
    ),
  },
  {
    questions: [answerableForCase, gridsAt, stallGrid],
    sees: 'see:cases',
    standings: (id) => Promise.resolve(posts[id] === undefined ? [] : [posts[id]]),
  },
);

/** Monday 2 March 2026, 09:00 in the sample's time zone. */
export const monday = Date.parse('2026-03-02T01:00:00Z');

/** A clock that a test sets, with the calls that wait for a time. */
export class TestClock implements Clock {
  time: Instant = monday;
  private waiting: { readonly at: Instant; readonly call: () => void }[] = [];

  now(): Instant {
    return this.time;
  }

  at(instant: Instant, call: () => void): () => void {
    const entry = { at: instant, call };
    this.waiting.push(entry);
    return () => {
      this.waiting = this.waiting.filter((one) => one !== entry);
    };
  }

  /** Moves on to an instant and makes the calls that have come due. */
  reach(instant: Instant): void {
    this.time = instant;
    const due = this.waiting.filter(({ at }) => at <= instant);
    this.waiting = this.waiting.filter(({ at }) => at > instant);
    due.forEach(({ call }) => {
      call();
    });
  }

  get waits(): readonly Instant[] {
    return this.waiting.map((one) => one.at);
  }
}

const everyStep: readonly GovernanceModel['permissions'][number][] = [
  {
    do: [
      'UrgeCase',
      'ContactReporter',
      'SuspendCase',
      'ResumeCase',
      'VoidCase',
      'ReworkCase',
      'ReassignCase',
      'MergeCase',
    ],
    by: [{ post: 'clerk' }],
    where: 'territory',
  },
  { do: ['see:contacts'], by: [{ post: 'clerk' }], where: 'territory' },
  { do: ['WarnDeadline', 'SuperviseCase'], by: [{ process: 'clock' }], where: 'everywhere' },
  { do: ['see:appointments', 'see:grid-staff'], by: [{ post: 'clerk' }, { post: 'director' }], where: 'territory' },
  { do: ['see:grids'], by: ['signed-in'], where: 'everywhere' },
  { do: ['see:case-counts'], by: [{ post: 'clerk' }], where: 'territory' },
];

const base = sampleModel();
const label = { 'zh-Hans': '责任', 'zh-Hant': '責任', en: 'duty' };
const duty = { label, classes: [], stages: [], source: 'ours' };
export const smallModel: GovernanceModel = sampleModel({
  permissions: [...base.permissions, ...everyStep],
  duties: [
    { ...duty, id: 'handling', at: 'handler', posts: ['director'], stages: ['dispatched', 'handling'] },
    { ...duty, id: 'collecting', at: 'grid', posts: ['party-member'], stages: ['collected'] },
    { ...duty, id: 'room', at: { kinds: ['living-room'] }, posts: ['clerk'] },
    { ...duty, id: 'street', at: { kinds: ['street-office'] }, posts: ['clerk'] },
  ],
});

export const contexts: readonly Context[] = [place, caseContext];

/** The contexts of a later release, in which the report of a case has another shape. */
export const changedShape = (of: readonly Context[], change: Pick<EventSpec, 'v' | 'upcast'>): readonly Context[] =>
  of.map((context) => {
    const reported = context.events['CaseReported'];
    if (reported === undefined) return context;
    return { ...context, events: { ...context.events, CaseReported: { ...reported, ...change } } };
  });

export interface SmallDesk {
  readonly desk: LocalDesk;
  readonly store: Store;
  readonly clock: TestClock;
  readonly trouble: unknown[];
  readonly as: (name: string) => LocalDesk;
}

export const someone = (name: string): Actor => person(personId.parse(name));

/** A desk over the small place, with identities that a test can repeat. */
export function smallDesk(
  changed: {
    readonly store?: Store;
    readonly processes?: readonly Process[];
    readonly contexts?: readonly Context[];
    readonly model?: GovernanceModel;
    readonly files?: Files;
    readonly earlierModels?: readonly GovernanceModel[];
    readonly clock?: TestClock;
    /** Another for each desk on one store, or they give the same identities. */
    readonly seed?: number;
  } = {},
): SmallDesk {
  const clock = changed.clock ?? new TestClock();
  const trouble: unknown[] = [];
  // Of facts that both answer, those of the test hold.
  const with_ = [...(changed.contexts ?? []), ...contexts];
  const store = changed.store ?? memoryStore({ views: viewsOf(with_) });
  let seed = changed.seed ?? 1;
  const bytes = (into: Uint8Array) =>
    into.forEach((_, i) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      into[i] = seed & 255;
    });
  const desk = createDesk({
    model: changed.model ?? smallModel,
    earlierModels: changed.earlierModels ?? [],
    store,
    ...(changed.files === undefined ? {} : { files: changed.files }),
    calendar: plainCalendar,
    clock,
    newId: idMaker(() => clock.now(), bytes),
    contexts: with_,
    processes: changed.processes ?? [],
    onTrouble: (it) => trouble.push(it),
  });
  return { desk, store, clock, trouble, as: (name) => desk.as(someone(name)) };
}

/** A report of a dispute in the first grid, as an element would send it. */
export const report = (id: string, rest: Readonly<Record<string, unknown>> = {}) => ({
  type: 'ReportCase',
  data: {
    case: id,
    class: 'dispute',
    place: { grid: grids[0] },
    text: 'two neighbours cannot agree on a hedge',
    photos: [],
    channel: 'resident',
    mode: 'masked',
    ...rest,
  },
});

/** The straight way of a case, step by step: who asks what. */
export const straightWay = (
  id: string,
): readonly (readonly [string, { readonly type: string; readonly data: Readonly<Record<string, unknown>> }])[] => [
  ['reporter', report(id)],
  ['clerk', { type: 'AcceptCase', data: { case: id } }],
  ['clerk', { type: 'DispatchCase', data: { case: id, handler: 'office', reason: 'the office knows both' } }],
  ['handler', { type: 'HandleCase', data: { case: id, result: 'the hedge is cut by both' } }],
  ['clerk', { type: 'VerifyCase', data: { case: id } }],
  ['clerk', { type: 'ReplyCase', data: { case: id, reply: 'both have signed' } }],
  ['reporter', { type: 'RateCase', data: { case: id, rating: 'satisfied' } }],
];
