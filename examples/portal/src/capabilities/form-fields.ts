import type { Field } from './shape.ts';

function parts({ shape }: Field): readonly Field[] {
  if (shape.kind === 'group') return shape.fields;
  if (shape.kind === 'either') return shape.options;
  return shape.kind === 'list' ? [shape.of] : [];
}

const within = (field: Field): readonly Field[] => [field, ...parts(field).flatMap(within)];

/** Names of the fields in which something is named that is there already. */
export const namesAsked = (field: Field): readonly string[] => [
  ...new Set(within(field).flatMap(({ name, shape }) => (shape.kind === 'reference' ? [name] : []))),
];

/** Names of the fields of a form itself, without those in parts of it. */
export const fieldsIn = (field: Field | undefined): readonly string[] =>
  field === undefined ? [] : parts(field).map(({ name }) => name);
