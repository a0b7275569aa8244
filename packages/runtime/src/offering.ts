import { commandId } from '@keting/domain';
import type { Actor, CommandSpec, Context, Setting, StreamId } from '@keting/domain';
import type { Offer } from './desk.ts';
import { maySee, type Equipment } from './equipment.ts';
import { judge, lookAs, modelFor, type Look } from './judging.ts';

/** Refusals that say "never", not "not now": what they refuse is not shown at all. */
const never: ReadonlySet<string> = new Set(['not-permitted', 'not-found', 'command-unknown']);

type Fields = Readonly<Record<string, unknown>>;
const isFields = (data: unknown): data is Fields => typeof data === 'object' && data !== null;

interface Asked {
  readonly stream: StreamId;
  readonly state: unknown;
  readonly context: Context;
  readonly setting: Setting;
  /** One for all that is offered. */
  readonly look: Look;
}

async function draftOf(spec: CommandSpec, { state, setting, look }: Asked): Promise<Fields | undefined> {
  if (spec.offer === undefined) return undefined;
  const draft = await look.reading.settle((facts) => spec.offer?.(state, facts, setting));
  return isFields(draft) ? draft : undefined;
}

async function offer(type: string, spec: CommandSpec, asked: Asked, equipment: Equipment): Promise<Offer | undefined> {
  const draft = await draftOf(spec, asked);
  if (draft === undefined) return undefined;
  const { state, setting, look } = asked;
  const { id, actor } = setting;
  const judged = await judge(equipment, { type, data: draft }, { id, actor, trust: 'unwritten' }, look);
  if ('code' in judged && never.has(judged.code)) return undefined;
  const rule = await look.reading.settle((facts) => spec.rule?.(state, facts, setting));
  const proposal = { type, draft, ...(rule === undefined ? {} : { rule }) };
  return 'code' in judged ? { ...proposal, allowed: false, refusal: judged } : { ...proposal, allowed: true };
}

async function offersOn(asked: Asked, equipment: Equipment): Promise<readonly Offer[]> {
  const offers: Offer[] = [];
  for (const [type, spec] of Object.entries(asked.context.commands)) {
    const made = await offer(type, spec, asked, equipment);
    if (made !== undefined) offers.push(made);
  }
  return offers;
}

/** What may be asked of a stream. Nothing of one that is not there, or that the actor may not see. */
export async function offersFor(stream: StreamId, actor: Actor, equipment: Equipment): Promise<readonly Offer[]> {
  const { registry, calendar, now, newId } = equipment;
  const look = await lookAs(actor, equipment);
  const { state } = await look.reading.stream(stream);
  if (state === undefined) return [];
  // Asked of what is there only: of a kind that no context has, nothing is.
  const context = registry.contextOf(stream);
  if (!maySee(equipment, context, look.acting, state)) return [];
  const under = await modelFor(equipment, stream, context.about(state), look.reading);
  if (under === undefined) return [];
  const setting: Setting = {
    id: commandId.parse(newId()),
    at: now(),
    actor,
    model: under.model,
    place: registry.model,
    calendar,
  };
  return offersOn({ stream, state, context, setting, look }, equipment);
}
