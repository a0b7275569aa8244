import { parseModel, type GovernanceModel } from '@keting/domain';
import type { PostgresStore } from '../postgres-store/index.ts';
import { ModelError } from './load-model.ts';

/**
 * Keeps the model of today with the record, and answers those that the district ran under before: what began under one of them
 * goes on under it. One that is no model any more, as a later release sees it, is told as trouble; what began under it stands still.
 */
export async function modelsBefore(
  store: PostgresStore,
  model: GovernanceModel,
  onTrouble: (trouble: unknown) => void,
): Promise<readonly GovernanceModel[]> {
  const kept = await store.models();
  await store.keepModel(model);
  return kept.flatMap((one) => {
    const parsed = parseModel(one);
    if (parsed.ok) return [parsed.model];
    onTrouble(
      new ModelError(`a model that the record was kept under is none any more: ${JSON.stringify(parsed.faults)}`),
    );
    return [];
  });
}
