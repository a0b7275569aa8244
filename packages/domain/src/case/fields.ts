import * as z from 'zod/mini';
import type { CaseClass, ClassField, GovernanceModel } from '../governance-model/model.ts';
import { trimmed } from '../kernel/text.ts';
import { civilDate } from '../kernel/time.ts';

function valueSchema(field: ClassField): z.ZodMiniType {
  switch (field.type) {
    case 'text':
      return z.string().check(trimmed, z.minLength(field.minLength ?? 1), z.maxLength(field.maxLength));
    case 'number':
      return z.number().check(z.minimum(field.min), z.maximum(field.max));
    case 'choice':
      return z.enum(field.options.map(({ id }) => id));
    case 'date':
      return civilDate;
    case 'yes-no':
      return z.boolean();
  }
}

/** The answers that a class asks for, by field id. Fields that it does not know are refused. */
export const classFieldsSchema = (fields: readonly ClassField[]): z.ZodMiniType =>
  z.strictObject(
    Object.fromEntries(
      fields.map((field) => [field.id, field.required ? valueSchema(field) : z.optional(valueSchema(field))]),
    ),
  );

/** The class of that id. */
export const classOf = (model: GovernanceModel, id: string): CaseClass | undefined =>
  model.cases.classes.find((one) => one.id === id);

/** Classes that a case can be of: those that no other names as its parent. */
export const leafClasses = (model: GovernanceModel): readonly CaseClass[] => {
  const groups = new Set(model.cases.classes.map(({ parent }) => parent));
  return model.cases.classes.filter(({ id }) => !groups.has(id));
};

/** A class and the groups it belongs to, nearest first. */
export function lineage(model: GovernanceModel, id: string): readonly string[] {
  const found = classOf(model, id);
  if (found === undefined) return [];
  return found.parent === undefined ? [id] : [id, ...lineage(model, found.parent)];
}
