import * as z from 'zod/mini';
import { assemblyFaults } from './check-assemblies.ts';
import { caseFaults } from './check-cases.ts';
import { consentFaults } from './check-consents.ts';
import { cobuildingFaults } from './check-cobuilding.ts';
import { gridFaults } from './check-grids.ts';
import { meetingFaults } from './check-meetings.ts';
import { dutyFaults } from './check-duties.ts';
import { workFaults } from './check-work.ts';
import { organisationFaults } from './check-organisation.ts';
import { procedureFaults } from './check-procedures.ts';
import { pointFaults } from './check-points.ts';
import { streetWorkFaults } from './check-street-work.ts';
import { unitFaults } from './check-units.ts';
import { volunteeringFaults } from './check-volunteering.ts';
import { duplicates, each, fault, unknown, type Faults, type ModelFault, type Path } from './fault.ts';
import { governanceModel, type GovernanceModel, type Permission } from './model.ts';
import { shapeFaults } from './shape.ts';

export type { ModelFault, ModelFaultCode } from './fault.ts';

/** A model as it was read, or all that is wrong with the data. */
export type ParsedModel =
  | { readonly ok: true; readonly model: GovernanceModel }
  | { readonly ok: false; readonly faults: readonly ModelFault[] };

type By = Permission['by'][number];

/** Whom a permission names: posts that are there, and kinds of units or grids that have the post. */
function byFaults({ kinds, posts, grids }: GovernanceModel): (by: By, path: Path) => Faults {
  const kind = unknown([...kinds, ...grids.kinds]);
  const post = unknown([...posts, ...grids.posts]);
  const kindsOf = new Map<string, readonly string[]>([
    ...posts.map((one) => [one.id, one.kinds] as const),
    ...grids.posts.map((one) => [one.id, one.grids] as const),
  ]);
  return (by, path) => {
    if (typeof by !== 'object' || !('post' in by)) return [];
    const elsewhere = (id: string): boolean => kindsOf.get(by.post)?.includes(id) === false;
    return [
      ...post(by.post, path),
      ...each(by.kinds, [...path, 'kinds'], (id, at) => {
        const missing = kind(id, at);
        return missing.length === 0 && elsewhere(id) ? [fault(at, 'not-in-kind', id)] : missing;
      }),
    ];
  };
}

const byPost: ReadonlySet<Permission['where']> = new Set(['territory', 'unit', 'handler']);

/** Only who holds a post has a territory, a unit, or what a unit handles. */
const reachFaults = ({ by, where }: Permission, path: Path): Faults =>
  byPost.has(where) && !by.some((one) => typeof one === 'object' && 'post' in one)
    ? [fault([...path, 'where'], 'never-applies', where)]
    : [];

const permissionFaults = (model: GovernanceModel): Faults =>
  each(model.permissions, ['permissions'], (one, at) => [
    ...each(one.by, [...at, 'by'], byFaults(model)),
    ...reachFaults(one, at),
  ]);

/** Every `source`, wherever it stands, is one of the model's `basis` or `ours`. */
function sourceFaults(model: GovernanceModel): Faults {
  const basis = unknown([...model.basis, { id: 'ours' }]);
  const look = (value: unknown, path: Path): Faults => {
    if (Array.isArray(value)) return each<unknown>(value, path, look);
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
      key === 'source' && typeof part === 'string' ? basis(part, [...path, key]) : look(part, [...path, key]),
    );
  };
  return look(model, []);
}

const basisFaults = ({ basis }: GovernanceModel): Faults => duplicates(basis, ['basis']);

const checks = [
  basisFaults,
  consentFaults,
  unitFaults,
  gridFaults,
  caseFaults,
  meetingFaults,
  procedureFaults,
  assemblyFaults,
  pointFaults,
  permissionFaults,
  cobuildingFaults,
  volunteeringFaults,
  streetWorkFaults,
  organisationFaults,
  dutyFaults,
  workFaults,
  sourceFaults,
];

/** Reads a governance model: its shape, then that everything it refers to is there. All faults are told at once. */
export function parseModel(data: unknown): ParsedModel {
  const parsed = z.safeParse(governanceModel, data);
  if (!parsed.success) return { ok: false, faults: shapeFaults(parsed.error.issues, data) };
  const faults = checks.flatMap((check) => check(parsed.data));
  return faults.length === 0 ? { ok: true, model: parsed.data } : { ok: false, faults };
}
