import {
  ballotContext,
  ballotId,
  hashText,
  modelKey,
  person,
  personId,
  sittingId,
  territoryCode,
  topicId,
  unitId,
  type BallotEvent,
  type Choice,
  type SittingFact,
  type TopicFact,
} from '@keting/domain';
import { given } from '@keting/domain/testing';
import { day, deliberating, grids, inPlace, monday, persons, representatives, share } from './deliberating.ts';

const ballot = ballotId.parse('b1');
const topic = topicId.parse('t1');
const sitting = sittingId.parse('s1');
export const of = { ballot };
export const by = (id: string) => person(personId.parse(id));
export const closesAt = monday + day;

/** A topic that stands at a step of a procedure. */
export const topicAt = (procedure: string, step: string, round = 1): { readonly t1: TopicFact } => ({
  t1: { procedure, grids: grids.slice(0, 1).map((code) => territoryCode.parse(code)), open: { step, round } },
});
const councillors = persons(...representatives).map((one) => ({ person: one, post: 'part-time-member' }));
/** The end of Monday in the district. */
export const sittingEnds = Date.parse('2026-03-02T16:00:00Z');
/** A sitting of nine, of whom five are there. */
export const sittingOpen = (rest: Partial<SittingFact> = {}): { readonly s1: SittingFact } => ({
  s1: {
    assembly: 'joint-conference',
    units: ['joint'],
    territories: ['990101001001'],
    open: true,
    ends: sittingEnds,
    items: 1,
    eligible: councillors,
    present: persons('r1', 'r2', 'r3', 'r4', 'r5'),
    ...rest,
  },
});

export const secretOf = (n: number): string => `a secret on paper ${n}`;
export const papers = (count: number): string[] => Array.from({ length: count }, (_, n) => hashText(secretOf(n)));

const onTopic = (step: string) => ({ topic, step });
export const open = (step: string, rest: object = {}) =>
  ({ type: 'OpenBallot', data: { ...of, subject: onTopic(step), form: 'open', closesAt, ...rest } }) as const;
export const openAt = (rest: object = {}) => open('', { subject: { sitting, item: 1 }, ...rest });
export const vote = (choice: Choice, whose?: string) =>
  ({ type: 'CastVote', data: { ...of, choice, ...(whose ? { for: whose } : {}) } }) as const;
export const give = (proxy: string) => ({ type: 'AppointProxy', data: { ...of, proxy } }) as const;
export const handOut = (to: string) => ({ type: 'HandOutPaper', data: { ...of, person: to } }) as const;
export const urn = { type: 'OpenUrn', data: of } as const;
export const urnWithout = (...declined: readonly string[]) => ({ type: 'OpenUrn', data: { ...of, declined } }) as const;
export const drop = (n: number, choice: Choice) =>
  ({ type: 'CastPaper', data: { ...of, paper: secretOf(n), choice } }) as const;
export const close = { type: 'CloseBallot', data: of } as const;

export const scene = (past: readonly BallotEvent[], known: Parameters<typeof inPlace>[1] = {}) =>
  inPlace(given(ballotContext, ...past), known);

/** A ballot of these persons on a step, in the open or in secret. */
export const opened = (
  eligible: readonly string[],
  rest: Partial<Extract<BallotEvent, { type: 'BallotOpened' }>['data']> = {},
): BallotEvent => ({
  type: 'BallotOpened',
  data: {
    subject: { topic, step: modelKey.parse('decide'), round: 1 },
    units: [unitId.parse('joint')],
    territories: ['990101001001'],
    form: 'open',
    rule: { quorum: share(1, 2, true), majority: share(1, 2, true), of: 'present', forms: ['open', 'secret'] },
    eligible: persons(...eligible).map((one) => ({ person: one, post: 'part-time-member' })),
    closesAt,
    papers: [],
    ...rest,
  },
});

/** The voting rule of a step of four deliberations. */
export function ruleOf(step: string) {
  const found = deliberating.procedures?.procedures
    .flatMap(({ steps }) => steps)
    .find(({ id, act }) => id === step && act === 'vote');
  if (found?.act !== 'vote') throw new Error(`${step} is not voted on`);
  return found.voting;
}

/** Everything that happens where these are asked in turn; refusals are passed over. */
export function after(
  past: readonly BallotEvent[],
  asks: readonly (readonly [who: string, command: Parameters<ReturnType<typeof scene>['when']>[0]])[],
): readonly BallotEvent[] {
  return asks.reduce<readonly BallotEvent[]>(
    (events, [who, command]) => [...events, ...scene(events).by(by(who)).when(command).events],
    past,
  );
}
