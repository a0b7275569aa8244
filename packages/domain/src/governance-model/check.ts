import * as z from 'zod/mini';
import { caseFlow } from './case-flow.ts';
import { governanceModel, type GovernanceModel, type Share } from './model.ts';

/** What is wrong with a model: where (a path into the data), a stable code, and what the code needs to be told. */
export interface ModelFault {
  readonly path: readonly (string | number)[];
  readonly code: ModelFaultCode;
  /** The name or value at fault. */
  readonly at: string;
}

export type ModelFaultCode =
  | 'shape'
  | 'duplicate-id'
  | 'unknown-reference'
  | 'cycle'
  | 'no-root'
  | 'transition-impossible'
  | 'stage-unlabelled'
  | 'empty-range'
  | 'share-above-one';

export type ParsedModel =
  | { readonly ok: true; readonly model: GovernanceModel }
  | { readonly ok: false; readonly faults: readonly ModelFault[] };

type Path = readonly (string | number)[];
type Faults = ModelFault[];

interface Identified {
  readonly id: string;
}

const fault = (path: Path, code: ModelFaultCode, at: string): ModelFault => ({ path, code, at });

const indexed = <T>(items: readonly T[]): readonly (readonly [T, number])[] =>
  items.map((item, i) => [item, i] as const);

function duplicates(items: readonly Identified[], path: Path): Faults {
  const seen = new Set<string>();
  return indexed(items).flatMap(([{ id }, i]) => {
    if (seen.has(id)) return [fault([...path, i, 'id'], 'duplicate-id', id)];
    seen.add(id);
    return [];
  });
}

/** Names what may be referred to, and notes each reference to something that is not there. */
const unknown = (known: readonly Identified[]) => {
  const ids = new Set(known.map(({ id }) => id));
  return (reference: string | undefined, path: Path): Faults =>
    reference === undefined || ids.has(reference) ? [] : [fault(path, 'unknown-reference', reference)];
};

/** Follows `next` from each item; an item that comes back to itself closes a circle. */
function circles(items: readonly Identified[], next: (id: string) => readonly string[], path: Path): Faults {
  const reaches = (from: string): boolean => {
    const seen = new Set<string>();
    const open = [...next(from)];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (id === from) return true;
      if (!seen.has(id)) open.push(...next(id));
      seen.add(id);
    }
    return false;
  };
  return indexed(items).flatMap(([{ id }, i]) => (reaches(id) ? [fault([...path, i], 'cycle', id)] : []));
}

/** Kinds may nest in themselves (a group under a group), so only longer circles are wrong. */
function kindFaults(model: GovernanceModel): Faults {
  const kind = unknown(model.kinds);
  const tier = unknown(model.tiers);
  const parents = new Map(model.kinds.map((k) => [k.id, k.parents.filter((p) => p !== k.id)]));
  return [
    ...duplicates(model.tiers, ['tiers']),
    ...duplicates(model.kinds, ['kinds']),
    ...indexed(model.kinds).flatMap(([k, i]) => [
      ...tier(k.tier, ['kinds', i, 'tier']),
      ...kind(k.pairsWith, ['kinds', i, 'pairsWith']),
      ...indexed(k.parents).flatMap(([p, j]) => kind(p, ['kinds', i, 'parents', j])),
    ]),
    ...circles(model.kinds, (id) => parents.get(id) ?? [], ['kinds']),
    ...(model.kinds.some((k) => k.parents.length === 0) ? [] : [fault(['kinds'], 'no-root', model.id)]),
  ];
}

function postFaults(model: GovernanceModel): Faults {
  const kind = unknown(model.kinds);
  const post = unknown(model.posts);
  return [
    ...duplicates(model.posts, ['posts']),
    ...indexed(model.posts).flatMap(([p, i]) => [
      ...indexed(p.kinds).flatMap(([k, j]) => kind(k, ['posts', i, 'kinds', j])),
      ...('oneForEach' in p.seats ? kind(p.seats.oneForEach, ['posts', i, 'seats']) : []),
      ...kind(p.heldBy?.kind, ['posts', i, 'heldBy', 'kind']),
      ...indexed(p.heldBy?.posts ?? []).flatMap(([held, j]) => post(held, ['posts', i, 'heldBy', 'posts', j])),
    ]),
  ];
}

function gridFaults({ grids }: GovernanceModel): Faults {
  const post = unknown(grids.posts);
  const kind = unknown(grids.kinds);
  return [
    ...duplicates(grids.kinds, ['grids', 'kinds']),
    ...duplicates(grids.posts, ['grids', 'posts']),
    ...indexed(grids.staffing).flatMap(([rule, i]) => [
      ...post(rule.post, ['grids', 'staffing', i, 'post']),
      ...kind(rule.grid, ['grids', 'staffing', i, 'grid']),
    ]),
  ];
}

function classFaults({ cases }: GovernanceModel): Faults {
  const classes = unknown(cases.classes);
  const grade = unknown(cases.grades);
  const parents = new Map(cases.classes.map((c) => [c.id, c.parent === undefined ? [] : [c.parent]]));
  return [
    ...duplicates(cases.classes, ['cases', 'classes']),
    ...duplicates(cases.grades, ['cases', 'grades']),
    ...indexed(cases.classes).flatMap(([c, i]) => [
      ...classes(c.parent, ['cases', 'classes', i, 'parent']),
      ...grade(c.grade, ['cases', 'classes', i, 'grade']),
      ...duplicates(c.fields, ['cases', 'classes', i, 'fields']),
      ...indexed(c.fields).flatMap(([field, j]) =>
        emptyRange(field) ? [fault(['cases', 'classes', i, 'fields', j], 'empty-range', field.id)] : [],
      ),
    ]),
    ...circles(cases.classes, (id) => parents.get(id) ?? [], ['cases', 'classes']),
  ];
}

function emptyRange(field: GovernanceModel['cases']['classes'][number]['fields'][number]): boolean {
  if (field.type === 'number') return field.min > field.max;
  return field.type === 'text' && (field.minLength ?? 0) > field.maxLength;
}

function flowFaults(model: GovernanceModel): Faults {
  const { cases } = model;
  const phase = unknown(cases.phases);
  const kind = unknown(model.kinds);
  const labelled = new Set(cases.stages.map(({ id }) => id));
  return [
    ...duplicates(cases.phases, ['cases', 'phases']),
    ...duplicates(cases.stages, ['cases', 'stages']),
    ...duplicates(cases.ratings, ['cases', 'ratings']),
    ...indexed(cases.stages).flatMap(([s, i]) => [
      ...phase(s.phase, ['cases', 'stages', i, 'phase']),
      ...indexed(typeof s.turn === 'object' ? s.turn.kinds : []).flatMap(([k, j]) =>
        kind(k, ['cases', 'stages', i, 'turn', 'kinds', j]),
      ),
    ]),
    ...Object.entries(cases.transitions).flatMap(([command, from]) =>
      indexed(from).flatMap(([stage, i]) => {
        const path = ['cases', 'transitions', command, i];
        const possible: readonly string[] = caseFlow[command as keyof typeof caseFlow];
        return [
          ...(possible.includes(stage) ? [] : [fault(path, 'transition-impossible', stage)]),
          ...(labelled.has(stage) ? [] : [fault(path, 'stage-unlabelled', stage)]),
        ];
      }),
    ),
    ...(cases.report.text.min > cases.report.text.max
      ? [fault(['cases', 'report', 'text'], 'empty-range', String(cases.report.text.min))]
      : []),
  ];
}

function dispatchFaults(model: GovernanceModel): Faults {
  const classes = unknown(model.cases.classes);
  const kind = unknown(model.kinds);
  return indexed(model.cases.dispatch).flatMap(([rule, i]) => [
    ...kind(rule.to, ['cases', 'dispatch', i, 'to']),
    ...indexed(rule.classes).flatMap(([c, j]) => classes(c, ['cases', 'dispatch', i, 'classes', j])),
  ]);
}

/** More than all of them can never be reached. */
const isBeyondAll = ({ of, in: whole, more }: Share): boolean => of > whole || (more && of === whole);

function meetingFaults(model: GovernanceModel): Faults {
  const meeting = unknown(model.meetings);
  const kind = unknown(model.kinds);
  const post = unknown(model.posts);
  const next = new Map(model.meetings.map((m) => [m.id, m.next === undefined ? [] : [m.next]]));
  return [
    ...duplicates(model.meetings, ['meetings']),
    ...indexed(model.meetings).flatMap(([m, i]) => [
      ...meeting(m.next, ['meetings', i, 'next']),
      ...(['body', 'observers'] as const).flatMap((who) => {
        const holders = m[who];
        if (holders === undefined || 'grid' in holders) return [];
        return [
          ...kind(holders.kind, ['meetings', i, who, 'kind']),
          ...indexed(holders.posts).flatMap(([p, j]) => post(p, ['meetings', i, who, 'posts', j])),
        ];
      }),
      ...(['quorum', 'majority'] as const).flatMap((what) =>
        isBeyondAll(m[what]) ? [fault(['meetings', i, what], 'share-above-one', m.id)] : [],
      ),
    ]),
    ...circles(model.meetings, (id) => next.get(id) ?? [], ['meetings']),
  ];
}

function permissionFaults(model: GovernanceModel): Faults {
  const post = unknown([...model.posts, ...model.grids.posts]);
  return indexed(model.permissions).flatMap(([p, i]) =>
    indexed(p.by).flatMap(([by, j]) =>
      typeof by === 'object' && 'post' in by ? post(by.post, ['permissions', i, 'by', j]) : [],
    ),
  );
}

function sourceFaults(model: GovernanceModel): Faults {
  const basis = unknown([...model.basis, { id: 'ours' }]);
  const sourced = {
    kinds: model.kinds,
    posts: model.posts,
    meetings: model.meetings,
  };
  return Object.entries(sourced).flatMap(([name, items]) =>
    indexed<{ readonly source: string }>(items).flatMap(([item, i]) => basis(item.source, [name, i, 'source'])),
  );
}

const checks = [
  kindFaults,
  postFaults,
  gridFaults,
  classFaults,
  flowFaults,
  dispatchFaults,
  meetingFaults,
  permissionFaults,
  sourceFaults,
];

const plainPath = (path: readonly PropertyKey[]): Path =>
  path.map((part) => (typeof part === 'symbol' ? String(part) : part));

/** Reads a governance model: its shape, then that everything it refers to is there. All faults are told at once. */
export function parseModel(data: unknown): ParsedModel {
  const parsed = z.safeParse(governanceModel, data);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => fault(plainPath(path), 'shape', message));
    return { ok: false, faults };
  }
  const faults = checks.flatMap((check) => check(parsed.data));
  return faults.length === 0 ? { ok: true, model: parsed.data } : { ok: false, faults };
}
