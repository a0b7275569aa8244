import {
  personId,
  unitId,
  words,
  type BallotFact,
  type GovernanceModel,
  type Share,
  type SittingFact,
  type TopicFact,
} from '@keting/domain';
import { sampleModel, type Given } from '@keting/domain/testing';
import type { Message } from '@keting/domain';

const label = (text: string) => words(text, text, text);
const source = 'ours';

/** Monday 2026-03-02, 09:00 in the sample's time zone. */
export const monday = Date.parse('2026-03-02T01:00:00Z');
export const day = 86_400_000;

export const share = (of: number, whole: number, more = false): Share => ({ of, in: whole, more });
const half = share(1, 2, true);
const twoThirds = share(2, 3);

const branch = { kinds: ['community-branch'], posts: ['secretary', 'member'] };
const committee = { kinds: ['residents-committee'], posts: ['director'] };
const council = { kinds: ['joint-committee'], posts: ['member'] };

const voting = (quorum: Share, majority: Share, of: 'present' | 'all', rest: object = {}) => ({
  quorum,
  majority,
  of,
  forms: ['open', 'secret'],
  ...rest,
});

const step = (id: string, act: string, rest: object = {}) => ({ id, label: label(id), act, source, ...rest });

/** Six steps (六事): raise, propose, deliberate, decide, execute, appraise. */
const six = {
  id: 'six-steps',
  label: label('six steps'),
  source,
  steps: [
    step('raise', 'raise'),
    step('propose', 'talk', { body: [branch, committee], quorum: half }),
    step('deliberate', 'talk', { body: [council], quorum: half }),
    step('decide', 'vote', { body: [council], voting: voting(half, half, 'present'), otherwise: 'deliberate' }),
    step('execute', 'carry-out'),
    step('appraise', 'talk'),
  ],
};

/** Four deliberations and two disclosures (四议两公开); the members' review as the party's rules have it. */
const four = {
  id: 'four-two',
  label: label('four deliberations, two disclosures'),
  source,
  steps: [
    step('branch-proposal', 'vote', { body: [branch], voting: voting(half, half, 'present') }),
    step('committees-consult', 'vote', { body: [branch, committee], voting: voting(half, half, 'present') }),
    step('member-review', 'vote', { body: [branch], voting: voting(twoThirds, half, 'all') }),
    step('assembly-resolution', 'vote', {
      body: [council],
      voting: voting(twoThirds, half, 'present', { proxies: 1 }),
      disclose: { what: 'resolution', days: 5, objections: 2 },
    }),
    step('execute', 'carry-out', { disclose: { what: 'result', days: 7, objections: 3, reopens: 'execute' } }),
  ],
};

const procedures = {
  procedures: [six, four],
  matters: [
    { id: 'everyday', label: label('everyday'), major: false, source },
    { id: 'large-money', label: label('large sums of money'), major: true, source },
  ],
  choices: [
    { id: 'major', procedure: 'four-two', major: true, why: label('major'), source },
    { id: 'several', procedure: 'four-two', grids: 2, why: label('several grids'), source },
    { id: 'rest', procedure: 'six-steps', why: label('the rest'), source },
  ],
};

const assemblies = [
  {
    id: 'joint-conference',
    label: label('joint conference'),
    members: [council],
    observers: [{ ...branch, where: 'within' }],
    voting: voting(half, half, 'present', { proxies: 2 }),
    meets: 'quarter',
    notice: 3,
    urgent: { notice: 0 },
    source,
  },
  {
    id: 'report-meeting',
    label: label('report meeting'),
    members: [branch],
    voting: voting(half, share(1, 2, true), 'all'),
    meets: 'half-year',
    notice: 1,
    order: ['report', 'members-appraise', 'residents-appraise', 'matter-one', 'matter-two', 'matter-three'].map(
      (id) => ({
        id,
        label: label(id),
      }),
    ),
    source,
  },
];

/** The sample place with two procedures and two bodies that meet. */
export const deliberating: GovernanceModel = sampleModel({ procedures, assemblies });

const numbered = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);
/** A party branch of 31, whose secretary is `s1`; one director; nine who represent the residents. */
export const members = ['s1', ...numbered('m', 30)];
export const representatives = numbered('r', 9);
export const persons = (...ids: readonly string[]) => ids.map((id) => personId.parse(id));

const community = '990101001001';
export const grids = [`${community}00101`, `${community}00102`];

const seats: Readonly<Record<string, readonly (readonly [person: string, post: string])[]>> = {
  branch: members.map((id, i) => [id, i === 0 ? 'secretary' : 'member']),
  'other-branch': [['s2', 'secretary']],
  committee: [['d1', 'director']],
  joint: representatives.map((id) => [id, 'member']),
};
const units: Readonly<Record<string, string>> = {
  'community-branch': 'branch',
  'residents-committee': 'committee',
  'joint-committee': 'joint',
};

const branchFact = { id: unitId.parse('branch'), kind: 'community-branch', territories: [community] };
/** A second branch in the place, with a secretary of its own. */
const otherBranch = { ...branchFact, id: unitId.parse('other-branch') };

/** Who sits where in the place, as facts answer it. */
export const placeFacts: Readonly<Record<string, (first: string) => unknown>> = {
  unitsOver: (kind) => {
    const id = units[kind];
    return id === undefined ? [] : [{ id: unitId.parse(id), kind, territories: [community] }];
  },
  unitsWithin: (kind) => (kind === 'community-branch' ? [branchFact, otherBranch] : []),
  membersOf: (id) => (seats[id] ?? []).map(([person, post]) => ({ person: personId.parse(person), post })),
  gridOf: (code) => (grids.includes(code) ? { code, kind: 'micro', community } : undefined),
};

/** What else a test says: where topics and sittings stand, what ballots came to. */
export interface Known {
  readonly ballots?: Readonly<Record<string, BallotFact>>;
  readonly topics?: Readonly<Record<string, TopicFact>>;
  readonly sittings?: Readonly<Record<string, SittingFact>>;
}

/** Sets a scene in the place. */
export function inPlace<State, Command extends Message, Event extends Message>(
  scene: Given<State, Command, Event>,
  { ballots = {}, topics = {}, sittings = {} }: Known = {},
): Given<State, Command, Event> {
  const facts: Readonly<Record<string, (first: string) => unknown>> = {
    ...placeFacts,
    ballotOf: (id) => ballots[id],
    topicOf: (id) => topics[id],
    sittingOf: (id) => sittings[id],
    openBallotsOf: () => [],
  };
  const told = Object.entries(facts).reduce(
    (so, [name, answer]) => so.withAll(name, (first) => answer(String(first))),
    scene,
  );
  return told.under(deliberating).at(monday);
}
