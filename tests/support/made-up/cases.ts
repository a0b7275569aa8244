import {
  attachmentTypes,
  caseCommands,
  caseFlow,
  caseLeadsTo,
  caseStages,
  unitId,
  type Allowance,
  type CaseStage,
  type ClassField,
  type GovernanceModel,
} from '@keting/domain';
import type { Dice } from './dice.ts';
import { label, type Sources } from './units.ts';

type Cases = GovernanceModel['cases'];
type Kinds = GovernanceModel['kinds'];

function allowance(dice: Dice): Allowance {
  const form = dice.whole(0, 2);
  if (form === 0) return { hours: dice.whole(1, 72) };
  return form === 1 ? { workingHours: dice.whole(1, 40) } : { workingDays: dice.whole(1, 30) };
}

/** A way of handling: any part of what makes sense at all. */
export const anyTransitions = (dice: Dice): Cases['transitions'] =>
  Object.fromEntries(
    caseCommands.flatMap((command) => (dice.chance(8) ? [[command, dice.some(caseFlow[command])]] : [])),
  );

/**
 * A way of handling on which a report comes to its reply and its rating: with a filing or past it, with a start or past it,
 * beside whatever else the place lets happen.
 */
export function transitionsWithWay(dice: Dice): Cases['transitions'] {
  const any = anyTransitions(dice);
  const filed = dice.chance(4);
  const started = dice.chance(4);
  const and = (command: keyof typeof caseFlow, stage: CaseStage): CaseStage[] => [
    ...new Set([...(any[command] ?? []), stage]),
  ];
  return {
    ...any,
    AcceptCase: ['collected'],
    ...(filed ? { FileCase: ['accepted'] } : {}),
    DispatchCase: and('DispatchCase', filed ? 'filed' : 'accepted'),
    ...(started ? { StartCase: ['dispatched'] } : {}),
    HandleCase: and('HandleCase', started ? 'handling' : 'dispatched'),
    VerifyCase: ['verifying'],
    ReplyCase: ['closed'],
    RateCase: ['replied'],
  };
}

const straight = [
  'AcceptCase',
  'FileCase',
  'DispatchCase',
  'StartCase',
  'HandleCase',
  'VerifyCase',
  'ReplyCase',
  'RateCase',
] as const;
export type WayStep = (typeof straight)[number];

/** Steps that are passed by where the next one can be asked only without them. */
const detours: Partial<Record<WayStep, { readonly to: CaseStage; readonly next: WayStep }>> = {
  FileCase: { to: 'filed', next: 'DispatchCase' },
  StartCase: { to: 'handling', next: 'HandleCase' },
};

/** The straight way of a case under a model that has one: each step, and the stage in which it is asked. */
export function straightWay({ transitions }: Cases): readonly { readonly step: WayStep; readonly stage: CaseStage }[] {
  const granted = (step: WayStep, stage: CaseStage) => transitions[step]?.includes(stage) === true;
  let stage: CaseStage = 'collected';
  return straight.flatMap((step) => {
    const detour = detours[step];
    if (!granted(step, stage) || (detour && !granted(detour.next, detour.to))) return [];
    const asked = stage;
    stage = caseLeadsTo[step] ?? stage;
    return [{ step, stage: asked }];
  });
}

function field(id: string, dice: Dice): ClassField {
  const base = { id, label, required: dice.chance(5), ...dice.maybe(() => ({ hint: label })) };
  const least = dice.whole(0, 20);
  const most = least + dice.whole(0, 20);
  switch (dice.whole(0, 4)) {
    case 0:
      return { ...base, type: 'yes-no' };
    case 1:
      return { ...base, type: 'date' };
    case 2:
      return { ...base, type: 'choice', options: dice.names(2, 4).map((option) => ({ id: option, label })) };
    case 3:
      return { ...base, type: 'number', min: least - 10.5, max: most - 10.5, ...dice.maybe(() => ({ unit: label })) };
    default:
      return { ...base, type: 'text', ...dice.maybe(() => ({ minLength: least })), maxLength: Math.max(1, most) };
  }
}

const grades = (sources: Sources, dice: Dice): Cases['grades'] =>
  dice.names(1, 4).map((id) => ({
    id,
    label,
    allow: Object.fromEntries(dice.some(caseStages).map((stage) => [stage, allowance(dice)])),
    source: dice.one(sources),
  }));

/** Classes in a line or side by side, each of some grade; a class stands under one before it or under none. A group asks nothing. */
function classes(graded: Cases['grades'], sources: Sources, dice: Dice): Cases['classes'] {
  const all = anyClasses(graded, sources, dice);
  const groups = new Set(all.map(({ parent }) => parent));
  return all.map((one) => (groups.has(one.id) ? { ...one, fields: [] } : one));
}

const anyClasses = (graded: Cases['grades'], sources: Sources, dice: Dice): Cases['classes'] =>
  dice.names(1, 6).map((id, i, all) => ({
    id,
    label,
    grade: dice.one(graded).id,
    ...(i > 0 && dice.chance(5) ? { parent: dice.one(all.slice(0, i)) } : {}),
    ...dice.maybe(() => ({ standardRef: 'GB/T 30428.2-2013 02-01' })),
    fields: dice.names(0, 4).map((one) => field(one, dice)),
    source: dice.one(sources),
  }));

function turn(kinds: Kinds, dice: Dice): Cases['stages'][number]['turn'] {
  if (dice.chance(6)) return { kinds: dice.some(kinds, 1).map(({ id }) => id) };
  return dice.one(['nobody', 'reporter', 'handler'] as const);
}

/** The stages that transitions and deadlines name, and some that nothing leads to. */
function stages(kinds: Kinds, of: Pick<Cases, 'transitions' | 'grades' | 'phases'>, dice: Dice): Cases['stages'] {
  const named = new Set<CaseStage>([
    'collected',
    ...of.grades.flatMap(({ allow }) => caseStages.filter((it) => it in allow)),
  ]);
  for (const command of caseCommands) {
    const from = of.transitions[command] ?? [];
    from.forEach((stage) => named.add(stage));
    const to = caseLeadsTo[command];
    if (from.length > 0 && to !== undefined) named.add(to);
  }
  return caseStages
    .filter((id) => named.has(id) || dice.chance(5))
    .map((id) => ({ id, label, phase: dice.one(of.phases).id, turn: turn(kinds, dice) }));
}

const dispatch = (classed: Cases['classes'], kinds: Kinds, sources: Sources, dice: Dice): Cases['dispatch'] =>
  dice.names(0, 3).map((id) => ({
    id,
    classes: dice.some(classed).map((one) => one.id),
    to: dice.one(kinds).id,
    ...dice.maybe(() => ({ unit: unitId.parse(`at-${dice.one(kinds).id}`) })),
    why: label,
    source: dice.one(sources),
  }));

const coordinates = ['WGS-84', 'GCJ-02', 'BD-09'] as const;
const contacts = ['masked', 'named', 'anonymous'] as const;
const others = ['gridder', 'hotline', 'platform'] as const;

/** Residents can always report: what others take down for them is a matter of its own. */
function report(dice: Dice): Cases['report'] {
  const min = dice.whole(0, 30);
  return {
    text: { min, max: Math.max(1, min + dice.whole(0, 100)) },
    photos: { max: dice.whole(0, 20), maxBytes: dice.whole(1, 1_000_000), types: dice.some(attachmentTypes) },
    contacts: dice.some(contacts, 1),
    channels: ['resident', ...dice.some(others)],
    coordinates: dice.some(coordinates, 1),
  };
}

/** How a place handles cases: reports, classes with fields, grades, stages and whose turn they are, dispatch, deadlines. */
export function casesOf(kinds: Kinds, transitions: Cases['transitions'], sources: Sources, dice: Dice): Cases {
  const phases = dice.names(1, 4).map((id) => ({ id, label, source: dice.one(sources) }));
  const graded = grades(sources, dice);
  const classed = classes(graded, sources, dice);
  return {
    report: report(dice),
    phases,
    stages: stages(kinds, { transitions, grades: graded, phases }, dice),
    transitions,
    classes: classed,
    grades: graded,
    dispatch: dispatch(classed, kinds, sources, dice),
    warnAt: dice.whole(1, 99) / 100,
    extension: { times: dice.whole(0, 3), allow: allowance(dice) },
    ratings: dice.names(2, 4).map((id, i) => ({ id, label, positive: i === 0 || dice.chance(5) })),
  };
}
