import * as z from 'zod/mini';
import type { Message, Recorded } from '../../kernel/envelope.ts';
import { modelKey, streamKey, territoryCode, unitId, type StreamId } from '../../kernel/ids.ts';
import { civilDate } from '../../kernel/time.ts';

/** The variant of the model that applies to a case, and the unit whose it is. */
export const policyNoted = z.strictObject({ variant: modelKey, unit: unitId, grid: territoryCode, on: civilDate });

/** What can happen to the policy of a case: it is noted, once. */
export type PolicyEvent = Message<'PolicyNoted', z.infer<typeof policyNoted>>;

/** Under which variant a case began. It stays with it, whatever the unit adopts later. */
export type PolicyState = z.infer<typeof policyNoted> & { readonly case: string };

/** The stream of the policy that applies to a case. */
export const policyStream = (id: string): StreamId => `case-policy/${id}`;

/** The policy of a case as its one event has it. */
export const evolvePolicy = (
  _state: PolicyState | undefined,
  { stream, data }: Recorded<PolicyEvent>,
): PolicyState => ({
  ...data,
  case: streamKey(stream),
});
