import { caseFlow } from '../governance-model/case-flow.ts';
import { extendModel, type ModelChanges } from '../governance-model/extend.ts';
import type { GovernanceModel } from '../governance-model/model.ts';
import { words, type Term } from '../kernel/term.ts';

/** A label whose three wordings do not matter to a test. */
const label = (en: string): Term => words(en, en, en);
const source = 'ours';

const tiers = ['district', 'street', 'community', 'member'].map((id) => ({ id, label: label(id) }));

const kind = (
  id: string,
  tier: string,
  parents: string[],
  rest: { readonly party?: boolean; readonly pairsWith?: string } = {},
): GovernanceModel['kinds'][number] => ({ id, label: label(id), tier, parents, party: false, source, ...rest });

/** Two lines that meet at the street: party bodies, and the offices and committees beside them. */
const kinds = [
  kind('district-committee', 'district', [], { party: true }),
  kind('department', 'district', ['district-committee']),
  kind('street-committee', 'street', ['district-committee'], { party: true, pairsWith: 'street-office' }),
  kind('street-office', 'street', ['street-committee']),
  kind('joint-committee', 'community', ['street-committee'], { party: true }),
  kind('living-room', 'community', ['joint-committee']),
  kind('community-branch', 'community', ['joint-committee'], { party: true, pairsWith: 'residents-committee' }),
  kind('village-branch', 'community', ['joint-committee'], { party: true }),
  kind('residents-committee', 'community', ['street-office']),
  kind('firm', 'member', ['joint-committee', 'community-branch']),
  kind('party-group', 'member', ['community-branch', 'party-group'], { party: true }),
];

const post = (
  id: string,
  on: string[],
  seats: GovernanceModel['posts'][number]['seats'],
  rest: Partial<GovernanceModel['posts'][number]> = {},
): GovernanceModel['posts'][number] => ({ id, label: label(id), kinds: on, seats, source, ...rest });

const one = { max: 1 };
const any = { any: true as const };

const posts = [
  post(
    'secretary',
    ['district-committee', 'street-committee', 'community-branch', 'village-branch', 'party-group'],
    one,
    {
      head: true,
    },
  ),
  post('member', ['district-committee', 'street-committee', 'joint-committee', 'community-branch'], any),
  post('officer', ['department'], any),
  post('clerk', ['street-office', 'living-room'], any),
  post('director', ['residents-committee', 'firm'], one, { head: true }),
  post('first-secretary', ['joint-committee'], one, {
    head: true,
    heldBy: { kind: 'street-committee', posts: ['member'] },
  }),
  post('full-time-deputy', ['joint-committee'], one, { heldBy: { kind: 'community-branch', posts: ['secretary'] } }),
  post(
    'deputy',
    ['joint-committee'],
    { oneForEach: 'village-branch' },
    {
      heldBy: { kind: 'village-branch', posts: ['secretary'] },
    },
  ),
  post('part-time-member', ['joint-committee', 'street-committee'], { max: 9 }, { partTime: true }),
];

const gridPost = (id: string, grids: GovernanceModel['grids']['posts'][number]['grids']) => ({
  id,
  label: label(id),
  grids,
  source,
});

const grids: GovernanceModel['grids'] = {
  kinds: (['basic', 'dedicated', 'micro', 'functional'] as const).map((id) => ({ id, label: label(id), source })),
  posts: [
    gridPost('grid-officer', ['basic', 'dedicated']),
    gridPost('party-member', ['micro', 'functional']),
    gridPost('resident-member', ['micro']),
  ],
  staffing: [
    { grid: 'micro', post: 'party-member', min: 1, source },
    { grid: 'micro', post: 'resident-member', min: 1, source },
  ],
};

const stage = (
  id: GovernanceModel['cases']['stages'][number]['id'],
  phase: string,
  turn: GovernanceModel['cases']['stages'][number]['turn'],
) => ({ id, label: label(id), phase, turn });

const desk = { kinds: ['living-room'] };

const stages = [
  stage('collected', 'collect', desk),
  stage('accepted', 'collect', desk),
  stage('filed', 'dispatch', desk),
  stage('dispatched', 'dispatch', 'handler'),
  stage('handling', 'handle', 'handler'),
  stage('verifying', 'handle', desk),
  stage('closed', 'feed-back', desk),
  stage('replied', 'feed-back', 'reporter'),
  stage('escalated', 'handle', 'nobody'),
  stage('suspended', 'handle', desk),
  stage('declined', 'feed-back', 'nobody'),
  stage('voided', 'feed-back', 'nobody'),
  stage('withdrawn', 'feed-back', 'nobody'),
  stage('merged', 'feed-back', 'nobody'),
];

const cases: GovernanceModel['cases'] = {
  report: {
    text: { min: 2, max: 500 },
    photos: { max: 3, maxBytes: 10_000_000, types: ['image/jpeg', 'image/png'] },
    contacts: ['masked', 'named', 'anonymous'],
    channels: ['resident', 'gridder', 'hotline', 'platform'],
    coordinates: ['WGS-84', 'GCJ-02', 'BD-09'],
  },
  phases: ['collect', 'dispatch', 'handle', 'feed-back'].map((id) => ({ id, label: label(id), source })),
  stages,
  transitions: Object.fromEntries(Object.entries(caseFlow).map(([step, from]) => [step, [...from]])),
  classes: [
    { id: 'roads', label: label('roads'), grade: 'plain', fields: [], source },
    {
      id: 'pothole',
      label: label('pothole'),
      parent: 'roads',
      grade: 'plain',
      fields: [
        { id: 'depth', label: label('depth'), type: 'number', required: true, min: 1, max: 200, unit: label('cm') },
        { id: 'seen', label: label('seen'), type: 'date', required: false },
      ],
      source,
    },
    { id: 'dispute', label: label('dispute'), grade: 'plain', fields: [], source },
    { id: 'fire', label: label('fire'), grade: 'urgent', fields: [], source },
  ],
  grades: [
    {
      id: 'plain',
      label: label('plain'),
      allow: { collected: { workingHours: 4 }, dispatched: { workingDays: 5 }, verifying: { workingDays: 1 } },
      source,
    },
    { id: 'urgent', label: label('urgent'), allow: { collected: { hours: 1 }, dispatched: { hours: 12 } }, source },
  ],
  dispatch: [
    { id: 'roads-to-office', classes: ['roads'], to: 'street-office', why: label("roads are the office's"), source },
    { id: 'rest-to-community', classes: [], to: 'residents-committee', why: label('nearest first'), source },
  ],
  warnAt: 0.75,
  extension: { times: 1, allow: { workingDays: 3 } },
  ratings: [
    { id: 'satisfied', label: label('satisfied'), positive: true },
    { id: 'unsatisfied', label: label('unsatisfied'), positive: false },
  ],
};

const consents: GovernanceModel['consents'] = {
  purposes: [
    { id: 'honours', label: label('honours'), why: label('your name on the list of honours'), source },
    { id: 'feedback', label: label('feedback'), why: label('your year, told to your employer'), source },
  ],
};

const meetingSteps = (['called', 'held', 'resolved'] as const).map((id) => ({ id, label: label(id) }));
const half = { of: 1, in: 2, more: true };

const meetings: GovernanceModel['meetings'] = [
  {
    id: 'grid-meeting',
    label: label('grid meeting'),
    settles: label('what one grid can settle'),
    body: { grid: true },
    quorum: half,
    majority: half,
    next: 'council',
    steps: meetingSteps,
    source,
  },
  {
    id: 'council',
    label: label('council'),
    settles: label('what concerns an area'),
    body: { kinds: ['joint-committee'], posts: ['first-secretary', 'full-time-deputy', 'deputy', 'part-time-member'] },
    observers: [{ where: 'over', kinds: ['community-branch'], posts: ['secretary'] }],
    quorum: half,
    majority: half,
    next: 'street-meeting',
    steps: meetingSteps,
    source,
  },
  {
    id: 'street-meeting',
    label: label('street meeting'),
    settles: label('what is major or urgent'),
    body: { kinds: ['street-committee'], posts: ['secretary', 'member'] },
    quorum: { of: 2, in: 3, more: false },
    majority: half,
    steps: meetingSteps,
    source,
  },
];

const permissions: GovernanceModel['permissions'] = [
  { do: ['ReportCase'], by: ['anyone'], where: 'everywhere' },
  { do: ['see:cases', 'RateCase', 'ReopenCase', 'WithdrawCase'], by: ['signed-in'], where: 'own' },
  {
    do: [
      'see:cases',
      'AcceptCase',
      'DeclineCase',
      'FileCase',
      'DispatchCase',
      'VerifyCase',
      'ReplyCase',
      'EscalateCase',
    ],
    by: [{ post: 'clerk' }],
    where: 'territory',
  },
  {
    do: ['see:cases', 'StartCase', 'HandleCase', 'ReturnCase', 'ExtendCase'],
    by: [{ post: 'director' }, { post: 'clerk' }],
    where: 'handler',
  },
];

const points: GovernanceModel['points'] = {
  rules: [
    { id: 'service', label: label('service'), occasion: 'activity-hours', earns: { perHour: 10 }, perDay: 40, source },
    { id: 'wish', label: label('wish'), occasion: 'wish-fulfilled', earns: { each: 15 }, perYear: 30, source },
    { id: 'good-deed', label: label('good deed'), earns: { each: 5 }, source },
  ],
  perDay: 50,
  perYear: 200,
  lateDays: 30,
  expiry: { months: 12, source },
  redemption: { kinds: ['living-room'], holdDays: 3, source },
  honours: [{ id: 'star-household', label: label('star household'), source }],
};

const base: GovernanceModel = {
  id: 'sample',
  version: '1',
  name: label('Sample district'),
  territory: '990101',
  basis: [],
  workingTime: {
    utcOffsetMinutes: 480,
    periods: [
      { from: '08:30', to: '12:00' },
      { from: '14:00', to: '18:00' },
    ],
  },
  tiers,
  kinds,
  posts,
  grids,
  cases,
  meetings,
  consents,
  points,
  permissions,
};

/**
 * A small governance model of a place that is nowhere: district 990101, with everything that a rule may need and nothing
 * more. A test that needs it otherwise states the changes, as to `extendModel`.
 */
export function sampleModel(changes?: ModelChanges): GovernanceModel {
  if (changes === undefined) return base;
  const variant = extendModel(base, changes);
  if (!variant.ok) throw new Error(`a variant of the sample is no model: ${JSON.stringify(variant.faults)}`);
  return variant.model;
}
