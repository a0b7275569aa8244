import {
  anonymous,
  civilDateOf,
  isRefusal,
  permits,
  refuseKernel,
  streamKey,
  territoryCode,
  variantAt,
} from '@keting/domain';
import type {
  Accepted,
  Acting,
  Actor,
  CivilDate,
  Command,
  CommandId,
  Refusal,
  Setting,
  StreamId,
  Subject,
} from '@keting/domain';
import { claimsOfFiles } from './desk-files.ts';
import { maySee, type Equipment } from './equipment.ts';
import { Reading } from './reading.ts';
import type { HashedModel, Route } from './registry.ts';
import { seal, type SealedCommand, type TrustedReferences } from './sealing.ts';

/** A command that would take effect: what was decided, on which stream, and everything that was looked at. */
export interface Judged {
  readonly acting: Acting;
  readonly reading: Reading;
  readonly stream: StreamId;
  readonly route: Route;
  readonly setting: Setting;
  readonly modelHash: string;
  readonly sealed: SealedCommand;
  readonly accepted: Accepted;
}

async function subjectOf({ spec, context }: Route, data: unknown, state: unknown, reading: Reading): Promise<Subject> {
  if (spec.about !== undefined) {
    return reading.settle((facts) => spec.about?.(data, state, facts) ?? {});
  }
  return state === undefined ? {} : context.about(state);
}

/** What is asked, of what, by whom. */
interface Asked {
  readonly type: string;
  readonly data: unknown;
  readonly state: unknown;
  readonly stream: StreamId;
  readonly acting: Acting;
}

/** Refuses what is not there, or is not to be seen by whoever asks. A process does only what it is allowed by name. */
function conceal(
  equipment: Equipment,
  { spec, context }: Route,
  { state, stream, acting }: Asked,
): Refusal | undefined {
  if (spec.begins === true) return undefined;
  const seen = state !== undefined && (acting.actor.kind === 'process' || maySee(equipment, context, acting, state));
  return seen ? undefined : refuseKernel('not-found', { ids: [streamKey(stream)] });
}

/** Refuses unless a rule of the place allows it. */
function forbid(
  { registry: { model } }: Equipment,
  { spec }: Route,
  { type, data, stream, acting }: Asked,
  subject: Subject,
): Refusal | undefined {
  return [type, ...(spec.needs?.(data) ?? [])].every((one) => permits(model, acting, one, subject))
    ? undefined
    : refuseKernel('not-permitted', { ids: [streamKey(stream)], params: { command: type } });
}

/** The variant that holds wherever something lies: none where it lies nowhere, or at places that work in different ways. */
async function variantOver(
  territory: Subject['territory'],
  on: CivilDate,
  reading: Reading,
): Promise<string | undefined> {
  const found = new Set<string | undefined>();
  for (const place of [territory].flat()) {
    // What a person wrote as a grid may be no code at all: it lies nowhere, and the rule says so.
    const code = territoryCode.safeParse(place);
    found.add(code.success ? await reading.settle((facts) => facts(variantAt(code.data, on))?.variant) : undefined);
  }
  const [variant, ...others] = found;
  return others.length === 0 ? variant : undefined;
}

/**
 * The model that a stream is decided under: that of its beginning. What begins, and what outlives its model, is decided under the
 * model of the day, and in a place with a way of its own under that way.
 */
export async function modelFor(
  { registry, now }: Equipment,
  stream: StreamId,
  { territory }: Subject,
  reading: Reading,
): Promise<HashedModel | undefined> {
  const { model, modelHash } = registry;
  const { model: pinned } = await reading.stream(stream);
  if (pinned !== undefined && !registry.lasts(stream)) {
    const found = registry.modelBy(pinned);
    return found && { model: found, hash: pinned };
  }
  const ofPlace = { model, hash: modelHash };
  if (model.variants === undefined) return ofPlace;
  const variant = await variantOver(territory, civilDateOf(now(), model.workingTime), reading);
  return variant === undefined ? ofPlace : (registry.modelUnder(variant) ?? ofPlace);
}

/** Of the streams that a command names beside its own, the first that the actor may not see, or that is not there. */
async function unseen(
  equipment: Equipment,
  { spec }: Route,
  acting: Acting,
  data: unknown,
  reading: Reading,
): Promise<Refusal | undefined> {
  for (const stream of spec.names?.(data) ?? []) {
    const { state } = await reading.stream(stream);
    const context = equipment.registry.contextOf(stream);
    if (state === undefined || !maySee(equipment, context, acting, state)) {
      return refuseKernel('not-found', { ids: [streamKey(stream)] });
    }
  }
  return undefined;
}

/** Who the record says it was: nobody where the command or the actor is anonymous. */
const onRecord = (route: Route, data: unknown, actor: Actor): Actor =>
  actor.kind === 'anonymous' || route.spec.anonymous?.(data) === true ? anonymous : actor;

/** The record at one moment, as somebody looks at it: what was read of it so far, and by what posts they act in it. */
export interface Look {
  readonly reading: Reading;
  readonly acting: Acting;
}

export async function lookAs(actor: Actor, { store, registry, posts }: Equipment): Promise<Look> {
  const reading = new Reading(store, registry);
  return { reading, acting: { actor, standings: await posts.of(actor, reading) } };
}

/**
 * Everything that `send` does before the commit, and all that `can` does: parse, see, authorise, decide, claim. Whoever asks
 * several things at once hands in one look for all of them.
 */
export async function judge(
  equipment: Equipment,
  command: Command,
  {
    id,
    actor,
    trust,
  }: {
    readonly id: CommandId;
    readonly actor: Actor;
    readonly trust: TrustedReferences;
  },
  look?: Look,
): Promise<Judged | Refusal> {
  const { registry, store, calendar, now, newId } = equipment;
  const route = registry.route(command.type);
  if (route === undefined) return refuseKernel('command-unknown', { ids: [command.type] });
  const sealed = seal({ spec: route.spec, command, model: registry.model, trust }, newId);
  if ('code' in sealed) return sealed;
  const stream = route.spec.stream(sealed.data);
  const { reading, acting } = look ?? (await lookAs(actor, equipment));
  const { state } = await reading.stream(stream);
  const asked: Asked = { type: command.type, data: sealed.data, state, stream, acting };
  const concealed = conceal(equipment, route, asked);
  if (concealed !== undefined) return concealed;
  const subject = await subjectOf(route, sealed.data, state, reading);
  const refused =
    forbid(equipment, route, asked, subject) ?? (await unseen(equipment, route, acting, sealed.data, reading));
  if (refused !== undefined) return refused;
  const under = await modelFor(equipment, stream, subject, reading);
  if (under === undefined) return refuseKernel('model-unknown', { ids: [streamKey(stream)] });
  const { model } = under;
  const { model: place } = registry;
  const setting: Setting = { id, at: now(), actor: onRecord(route, sealed.data, actor), model, place, calendar };
  const decision = await reading.settle((facts) =>
    route.context.decide(state, { type: sealed.type, data: sealed.data }, facts, setting),
  );
  if (reading.hasMoved) {
    // A post that was remembered has moved meanwhile: whether this may be asked is found out anew.
    equipment.posts.forget();
    return judge(equipment, command, { id, actor, trust });
  }
  if (isRefusal(decision)) return decision;
  const files = await claimsOfFiles(route, sealed.data, stream, equipment);
  if ('code' in files) return files;
  const accepted: Accepted = { ...decision, claims: [...(decision.claims ?? []), ...files] };
  const taken = await store.taken(accepted.claims ?? [], accepted.releases ?? []);
  if (taken.length > 0) return claimTaken(taken);
  return { acting, reading, stream, route, setting, modelHash: under.hash, sealed, accepted };
}

export const claimTaken = (taken: readonly { readonly key: string }[]): Refusal =>
  refuseKernel('claim-taken', { ids: taken.map(({ key }) => key) });
