import { faultsOf, leafClasses, reportCaseSchema, type Fault, type GovernanceModel } from '@keting/domain';
import { reportOf, type CaseDraft, type Channel } from './draft.ts';

/** What is wrong with a draft, the first fault of each field, in the order in which the fields stand. */
export type DraftFaults = ReadonlyMap<string, Fault>;

type ReportSchema = ReturnType<typeof reportCaseSchema>;
const schemas = new WeakMap<GovernanceModel, ReportSchema>();

function schemaOf(model: GovernanceModel): ReportSchema {
  const made = schemas.get(model) ?? reportCaseSchema(model);
  schemas.set(model, made);
  return made;
}

const order = ['class', 'fields', 'place', 'address', 'photos', 'text', 'mode', 'contact'];
const placeOf = ({ path }: Fault): number => order.indexOf(path.split('.')[0] ?? '');

/** The first fault of each field, fields in their order on the page. */
export function byField(faults: readonly Fault[]): DraftFaults {
  const sorted = [...faults].sort((a, b) => placeOf(a) - placeOf(b));
  const first = new Map<string, Fault>();
  for (const fault of sorted) if (!first.has(fault.path)) first.set(fault.path, fault);
  return first;
}

/**
 * What the domain's own schema says of a draft. Without a class the schema cannot tell which fields there are; the rest is
 * then looked at under any class, so that a person hears of everything at once.
 */
export function draftFaults(draft: CaseDraft, model: GovernanceModel, channel: Channel): DraftFaults {
  const photos = draft.photos.map((_, at) => `photo-${at}`);
  const data = reportOf(draft, model, { case: 'draft', photos, channel });
  const classes = leafClasses(model);
  if (classes.some(({ id }) => id === draft.class)) return byField(complaints(data, model));
  const others = complaints({ ...data, class: classes[0]?.id }, model).filter(({ path }) => !path.startsWith('fields'));
  return byField([{ path: 'class', code: draft.class === '' ? 'required' : 'not-a-choice' }, ...others]);
}

function complaints(data: unknown, model: GovernanceModel): readonly Fault[] {
  const parsed = schemaOf(model).safeParse(data);
  return parsed.success ? [] : faultsOf(parsed.error.issues, data);
}
