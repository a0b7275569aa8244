import * as z from 'zod/mini';
import { contentRef } from '../kernel/contents.ts';
import type { Context, EventSpec } from '../kernel/decider.ts';
import type { Recorded } from '../kernel/envelope.ts';
import { keptPurpose, statedPurposes, writerOf, type KeptPurpose, type PersonalField } from '../kernel/personal.ts';
import { table, type View } from '../kernel/views.ts';

/** Something erasable that is kept about a person: a text or a file, why, and where the record refers to it. */
export const personalContentRow = z.object({
  /** Id of the content; of a file `file/` and its id. */
  id: z.string(),
  person: z.string(),
  purpose: keptPurpose,
  /** Whether it stays when the person is erased. */
  kept: z.boolean(),
  stream: z.string(),
  event: z.string(),
  field: z.string(),
  at: z.number(),
});
export type PersonalContentRow = z.infer<typeof personalContentRow>;

/** A field of an event that may hold something about a person, for a page that lists what is kept and why. */
export interface PersonalFieldListed {
  readonly context: string;
  readonly event: string;
  readonly field: string;
  readonly holds: 'text' | 'file';
  /** Every purpose that it may be kept for. */
  readonly purposes: readonly KeptPurpose[];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Whether a schema is, or has in it, that of a reference to a content. */
function refersToContents(schema: unknown, seen = new Set<unknown>()): boolean {
  if (schema === contentRef) return true;
  if (!isObject(schema) || seen.has(schema)) return false;
  seen.add(schema);
  const inner = isObject(schema['_zod']) ? schema['_zod']['def'] : schema;
  return isObject(inner) && Object.values(inner).some((part) => refersToContents(part, seen));
}

/** The fields of an event's data, as its schema names them, in any of its shapes; none where it is no object. */
function fieldsOf(schema: unknown): readonly (readonly [string, unknown])[] {
  const def = isObject(schema) && isObject(schema['_zod']) ? schema['_zod']['def'] : undefined;
  if (!isObject(def)) return [];
  if (Array.isArray(def['options'])) return def['options'].flatMap(fieldsOf);
  return isObject(def['shape']) ? Object.entries(def['shape']) : [];
}

type FieldsHeld = ReadonlyMap<string, readonly PersonalField[]>;

/** What was found out of an event's schema, which never changes: desks are opened by the thousand. */
const fieldsHeld = new WeakMap<EventSpec, FieldsHeld>();

/** Fields of an event that are erasable: those that hold references, and those that are marked as files. */
function personalFieldsOf(spec: EventSpec): FieldsHeld {
  const held = fieldsHeld.get(spec) ?? findPersonalFields(spec);
  fieldsHeld.set(spec, held);
  return held;
}

function findPersonalFields(spec: EventSpec): FieldsHeld {
  const marks = spec.personal ?? {};
  const texts = fieldsOf(spec.schema).flatMap(([field, schema]) =>
    refersToContents(schema) ? [[field, marks[field] ?? []] as const] : [],
  );
  return new Map([...texts, ...Object.entries(marks)]);
}

/** Everything that contexts keep about persons, field by field, and why: what a page about privacy is made of. */
export const personalFields = (contexts: readonly Context[]): readonly PersonalFieldListed[] =>
  contexts.flatMap(({ name: context, events }) =>
    Object.entries(events).flatMap(([event, spec]) =>
      [...personalFieldsOf(spec)].map(([field, marks]): PersonalFieldListed => ({
        context,
        event,
        field,
        holds: marks.some(({ files }) => files === true) ? 'file' : 'text',
        purposes: marks.length === 0 ? ['unstated'] : [...new Set(marks.map(({ purpose }) => purpose))],
      })),
    ),
  );

/** Ids of the contents that a value refers to, however deep. */
function refsIn(value: unknown): readonly string[] {
  if (!isObject(value)) return [];
  const ref = z.safeParse(contentRef, value);
  return ref.success ? [ref.data.content] : Object.values(value).flatMap(refsIn);
}

const filesIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.flatMap((file: unknown) => (typeof file === 'string' ? [`file/${file}`] : [])) : [];

/** Whose a field of an event is, and what for: by the first mark that applies, or its writer's where it has none. */
function ownedBy(
  event: Recorded,
  marks: readonly PersonalField[],
): Pick<PersonalContentRow, 'person' | 'purpose' | 'kept'> | undefined {
  const writer = writerOf(event);
  if (marks.length === 0)
    return writer === undefined ? undefined : { person: writer, purpose: 'unstated', kept: false };
  for (const mark of marks) {
    const person = mark.person(event);
    if (person !== undefined) return { person, purpose: mark.purpose, kept: statedPurposes[mark.purpose].kept };
  }
  return undefined;
}

function heldBy(event: Recorded, fields: FieldsHeld): readonly PersonalContentRow[] {
  if (!isObject(event.data)) return [];
  const { data } = event;
  return [...fields].flatMap(([field, marks]) => {
    const owned = ownedBy(event, marks);
    if (owned === undefined) return [];
    const read = marks.some(({ files }) => files === true) ? filesIn : refsIn;
    const { stream, type, at } = event;
    return read(data[field]).map((id) => ({ id, ...owned, stream, event: type, field, at }));
  });
}

/** Name of the view of what is kept about persons. */
export const personalContentsName = 'personal-contents';

/**
 * What is kept about whom, made from the record of these contexts: by it a person is exported and erased. A text that is
 * passed on is whose it was first. Of an anonymous report nothing is in it, since nobody knows whose it is.
 */
export function personalContents(contexts: readonly Context[]): View<PersonalContentRow> {
  const byEvent = new Map(
    contexts.flatMap(({ events }) =>
      Object.entries(events).flatMap(([type, spec]) => {
        const fields = personalFieldsOf(spec);
        return fields.size === 0 ? [] : [[type, fields] as const];
      }),
    ),
  );
  // Asked for the keys of an event's rows, then for each row: found once.
  const found = new WeakMap<Recorded, readonly PersonalContentRow[]>();
  function held(event: Recorded): readonly PersonalContentRow[] {
    const rows = found.get(event) ?? heldBy(event, byEvent.get(event.type) ?? new Map());
    found.set(event, rows);
    return rows;
  }
  return table<PersonalContentRow, Recorded>({
    name: personalContentsName,
    version: 2,
    row: personalContentRow,
    on: [...byEvent.keys()],
    keys: (event) => held(event).map(({ id }) => id),
    project: (row, event, id) => row ?? held(event).find((one) => one.id === id),
    indexes: [['person', 'at']],
    about: { owner: 'person' },
  });
}
