import { parseModel, type GovernanceModel } from '@keting/domain';

/** A model of ours, read as any other is. Throws where it is wrong, with all that is: then the data itself must be mended. */
export function checked(data: { readonly id: string }): GovernanceModel {
  const parsed = parseModel(data);
  if (parsed.ok) return parsed.model;
  const faults = parsed.faults.map(({ path, code, at }) => `${path.join('.')}: ${code} ${at}`);
  throw new Error(`the model ${data.id} is wrong: ${faults.join('; ')}`);
}
