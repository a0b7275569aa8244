import {
  anonymous,
  commandId,
  refuseKernel,
  type Actor,
  type Command,
  type CommandId,
  type Refusal,
} from '@keting/domain';
import * as z from 'zod/mini';
import { isDerived } from './derived-id.ts';
import type { Done } from './desk.ts';
import type { Equipment } from './equipment.ts';
import type { Judged } from './judging.ts';
import { seal, type TrustedReferences } from './sealing.ts';

const ownership = { by: z.string(), type: z.string(), stream: z.string() };

const done = z.object({
  ok: z.literal(true),
  id: commandId,
  at: z.number(),
  number: z.exactOptional(z.string()),
  events: z.array(
    z.object({ type: z.string(), stream: z.templateLiteral([z.string(), '/', z.string()]), version: z.number() }),
  ),
});

const keptReceipt = z.object({ ...ownership, receipt: done });

/** Whose a command is: who asked, for what, of which stream. */
export interface Owned {
  /** `person/<id>`, `process/<name>` or `anonymous`, as the record says it. */
  readonly by: string;
  readonly type: string;
  readonly stream: string;
}

/** What is kept of a command that took effect: what came of it, and whose it was. */
export type Kept = Owned & { readonly receipt: Done };

function nameOf(actor: Actor): string {
  switch (actor.kind) {
    case 'person':
      return `person/${actor.person}`;
    case 'process':
      return `process/${actor.name}`;
    case 'anonymous':
      return 'anonymous';
  }
}

/** Whose a judged command is. Where the record must not say who asked, neither does this. */
export const ownerOf = ({ setting, sealed, stream }: Judged): Owned => ({
  by: nameOf(setting.actor),
  type: sealed.type,
  stream,
});

/** The id that a command comes with, or a fresh one. A malformed one is refused, and a derived one from anyone but a process. */
export function idOf({ id, type }: Command, actor: Actor, { newId }: Equipment): CommandId | Refusal {
  const parsed = z.safeParse(commandId, id ?? newId());
  if (parsed.success && (actor.kind === 'process' || !isDerived(parsed.data))) return parsed.data;
  return { ...refuseKernel('command-invalid', { ids: [type] }), faults: [{ path: 'id', code: 'wrong-form' }] };
}

/** Under what id a command is asked, by whom, and which references are taken in place of its texts. */
export interface Asking {
  readonly id: CommandId;
  readonly actor: Actor;
  readonly trust: TrustedReferences;
}

/** Whose a command would be that has not been judged: its actor as the record would say it, its type and its stream. */
function wouldOwn(
  command: Command,
  { actor, trust }: Pick<Asking, 'actor' | 'trust'>,
  { registry, newId }: Equipment,
): Owned | Refusal {
  const spec = registry.route(command.type)?.spec;
  if (spec === undefined) return refuseKernel('command-unknown', { ids: [command.type] });
  const sealed = seal({ spec, command, model: registry.model, trust }, newId);
  if ('code' in sealed) return sealed;
  const onRecord = spec.anonymous?.(sealed.data) === true ? anonymous : actor;
  return { by: nameOf(onRecord), type: command.type, stream: spec.stream(sealed.data) };
}

/** The receipt that is kept under an id, for its owner alone. */
export function receiptOf(kept: unknown, id: CommandId, asked: Owned): Done | Refusal {
  const { data } = z.safeParse(keptReceipt, kept);
  const same = data?.by === asked.by && data.type === asked.type && data.stream === asked.stream;
  return same ? data.receipt : refuseKernel('command-id-taken', { ids: [id] });
}

/** What came of the same command before; undefined where it has not taken effect, refused where the id is another's. */
export async function earlierReceipt(
  command: Command,
  asking: Asking,
  equipment: Equipment,
): Promise<Done | Refusal | undefined> {
  const kept = await equipment.store.receipt(asking.id);
  if (kept === undefined) return undefined;
  const asked = wouldOwn(command, asking, equipment);
  return 'code' in asked ? asked : receiptOf(kept, asking.id, asked);
}
