import { parseModel, personId, unitId, words, type CaseFact, type GovernanceModel, type Share } from '@keting/domain';

const label = (text: string) => words(text, text, text);
const source = 'ours';

/** What a test may want otherwise in the place below. */
export interface Wishes {
  readonly quorum?: Share;
  readonly majority?: Share;
  readonly transitions?: Readonly<Record<string, readonly string[]>>;
  readonly permissions?: readonly unknown[];
}

/** A small made-up place with two tiers of meeting: the staff of a grid, then a council that can pass nothing on. */
export function placeWith(wishes: Wishes = {}): GovernanceModel {
  const quorum = wishes.quorum ?? { of: 2, in: 3, more: false };
  const majority = wishes.majority ?? { of: 1, in: 2, more: true };
  const steps = (['called', 'held', 'resolved'] as const).map((id) => ({ id, label: label(id) }));
  const stages = ['collected', 'accepted', 'escalated', 'dispatched', 'closed'] as const;
  const parsed = parseModel({
    id: 'a-place',
    version: '1',
    name: label('a place'),
    territory: '110101',
    basis: [],
    workingTime: { utcOffsetMinutes: 480, periods: [{ from: '09:00', to: '17:00' }] },
    tiers: [{ id: 'community', label: label('community') }],
    kinds: [
      { id: 'council', label: label('council'), tier: 'community', parents: [], party: false, source },
      { id: 'branch', label: label('branch'), tier: 'community', parents: ['council'], party: true, source },
    ],
    posts: [
      { id: 'member', label: label('member'), kinds: ['council'], seats: { any: true }, source },
      { id: 'cook', label: label('cook'), kinds: ['council'], seats: { any: true }, source },
      { id: 'secretary', label: label('secretary'), kinds: ['branch'], seats: { any: true }, source },
    ],
    grids: {
      kinds: [{ id: 'micro', label: label('micro'), source }],
      posts: [{ id: 'officer', label: label('officer'), grids: ['micro'], source }],
      staffing: [],
    },
    cases: {
      report: {
        text: { min: 1, max: 100 },
        photos: { max: 0, maxBytes: 1, types: [] },
        contacts: ['masked'],
        channels: ['resident'],
        coordinates: ['WGS-84'],
      },
      phases: [{ id: 'only', label: label('only'), source }],
      stages: stages.map((id) => ({ id, label: label(id), phase: 'only', turn: 'nobody' })),
      transitions: wishes.transitions ?? {
        AcceptCase: ['collected'],
        EscalateCase: ['accepted', 'escalated'],
        SettleCase: ['escalated'],
        ReferCase: ['escalated'],
      },
      classes: [{ id: 'any', label: label('any'), grade: 'plain', fields: [], source }],
      grades: [{ id: 'plain', label: label('plain'), allow: {}, source }],
      dispatch: [],
      warnAt: 0.8,
      extension: { times: 0, allow: { workingDays: 1 } },
      ratings: [
        { id: 'yes', label: label('yes'), positive: true },
        { id: 'no', label: label('no'), positive: false },
      ],
    },
    meetings: [
      {
        id: 'near',
        label: label('near'),
        settles: label('what a grid can'),
        body: { grid: true },
        quorum,
        majority,
        next: 'far',
        steps,
        source,
      },
      {
        id: 'far',
        label: label('far'),
        settles: label('the rest'),
        body: { kinds: ['council'], posts: ['member'] },
        observers: [{ where: 'over', kinds: ['branch'], posts: ['secretary'] }],
        quorum,
        majority,
        steps,
        source,
      },
    ],
    permissions: wishes.permissions ?? [{ do: ['HandleCase'], by: [{ post: 'member' }], where: 'handler' }],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.model;
}

/** What the facts answer: staff of every grid, members of units, the stage that cases are in. */
export interface World {
  readonly staff?: readonly string[];
  readonly members?: Readonly<Record<string, readonly (readonly [person: string, post: string])[]>>;
  /** Units by kind. */
  readonly units?: Readonly<Record<string, readonly string[]>>;
  readonly stage?: CaseFact['stage'] | undefined;
}

const unit = (id: string, kind: string) => ({ id: unitId.parse(id), kind, territories: [] });

/** How a world answers the facts that meetings ask, each by its first argument. */
export function answersOf(world: World): Readonly<Record<string, (first: string) => unknown>> {
  const kindOf = (id: string) => Object.entries(world.units ?? {}).find(([, ids]) => ids.includes(id))?.[0];
  const cohort = { grid: 'g', class: 'any', day: '2026-01-05' };
  const caseFact: CaseFact | undefined = world.stage === undefined ? undefined : { stage: world.stage, cohort };
  return {
    staffOf: () => (world.staff ?? []).map((person) => ({ person: personId.parse(person), post: 'officer' })),
    unitsOver: (kind) => (world.units?.[kind] ?? []).map((id) => unit(id, kind)),
    membersOf: (id) => (world.members?.[id] ?? []).map(([person, post]) => ({ person: personId.parse(person), post })),
    unitOf: (id) => {
      const kind = kindOf(id);
      return kind === undefined ? undefined : unit(id, kind);
    },
    caseOf: () => caseFact,
  };
}
