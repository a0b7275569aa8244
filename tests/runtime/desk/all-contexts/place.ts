import assert from 'node:assert/strict';
import {
  contexts,
  isRefusal,
  person,
  personId,
  process,
  processes,
  type Actor,
  type Context,
  type GovernanceModel,
  type Instant,
} from '@keting/domain';
import { plainCalendar } from '@keting/domain/testing';
import {
  createDesk,
  idMaker,
  memoryStore,
  viewsOf,
  type Clock,
  type Commit,
  type Files,
  type LocalDesk,
  type Store,
} from '@keting/runtime';
import { storeWith } from '../store-with.ts';
import { model } from './model.ts';
import { commandOf, isWait, monday, opening, type Step } from './steps.ts';

/** Files are kept, all but one. */
const files: Files = {
  put: () => Promise.resolve('kept'),
  has: (id) => Promise.resolve(id !== 'lost'),
  get: () => Promise.resolve(undefined),
  remove: () => Promise.resolve(),
};

/** Made once: it looks through the shapes of all events. */
export const allViews = viewsOf(contexts);

/** Identities one after another: a history is the same whenever it is played. */
function idsFrom(clock: Clock, seed: number): () => string {
  let drawn = seed;
  return idMaker(
    () => clock.now(),
    (into) => {
      into.forEach((_, i) => {
        drawn = (drawn * 1_103_515_245 + 12_345) % 2_147_483_648;
        into[i] = (drawn >> 8) & 255;
      });
    },
  );
}

/** The contexts, with word given of each command that one of them says yes to. */
const overheard = (told: (type: string, actor: Actor) => void): readonly Context[] =>
  contexts.map((context) => ({
    ...context,
    decide(state, command, facts, setting) {
      const decision = context.decide(state, command, facts, setting);
      if (!isRefusal(decision)) told(command.type, setting.actor);
      return decision;
    },
  }));

export interface Place {
  readonly desk: LocalDesk;
  readonly store: Store;
  /** How many events the opening made. */
  readonly begun: number;
  readonly as: (name: string) => LocalDesk;
  /** Lets time pass, and all that is due by then happen. */
  readonly wait: (time: number) => Promise<void>;
  /** Types of the commands that processes and the clock asked and that a context said yes to. */
  readonly byThemselves: ReadonlySet<string>;
  /** What processes and the clock were refused, and whatever was thrown. */
  readonly trouble: readonly unknown[];
  /** The place as it goes on under another model, from now on; of those before, the desk has the ones that are named. */
  readonly under: (rules: GovernanceModel, earlierModels: readonly GovernanceModel[]) => Place;
}

/** Under which models a desk runs, and since when. */
interface Rules {
  readonly rules?: GovernanceModel;
  readonly earlierModels?: readonly GovernanceModel[];
  readonly since?: Instant;
}

/** A desk over the place; another seed where its store holds what a desk made before. */
function placeOn(
  store: Store,
  seed: number,
  begun: number,
  { rules = model, earlierModels = [], since = monday }: Rules = {},
): Place {
  let now = since;
  const clock: Clock = { now: () => now, at: () => () => undefined };
  const byThemselves = new Set<string>();
  const trouble: unknown[] = [];
  const desk = createDesk({
    model: rules,
    earlierModels,
    store,
    files,
    calendar: plainCalendar,
    clock,
    newId: idsFrom(clock, seed),
    contexts: overheard((type, actor) => actor.kind === 'process' && byThemselves.add(type)),
    processes,
    onTrouble: (it) => trouble.push(it),
  });
  return {
    desk,
    store,
    begun,
    byThemselves,
    trouble,
    as: (name) => desk.as(person(personId.parse(name))),
    async wait(time) {
      now += time;
      await desk.settled();
    },
    under: (others, earlier) => placeOn(store, seed + 1, begun, { rules: others, earlierModels: earlier, since: now }),
  };
}

/** The commits that the opening makes, found once: deciding them anew for each history would take most of its time. */
async function commitsOfOpening(): Promise<readonly Commit[]> {
  const commits: Commit[] = [];
  const kept = memoryStore({ views: allViews });
  const store = storeWith(kept, {
    commit: (commit) => {
      commits.push(commit);
      return kept.commit(commit);
    },
  });
  const { desk } = placeOn(store, 1, 0);
  for (const message of opening) {
    const receipt = await desk.as(process('setup')).send(message);
    assert.ok(receipt.ok, `${JSON.stringify(message)}: ${JSON.stringify(receipt)}`);
  }
  await desk.settled();
  return commits;
}
let opened: Promise<readonly Commit[]> | undefined;

/** The place as its opening leaves it. */
export async function openPlace(): Promise<Place> {
  opened ??= commitsOfOpening();
  const store = memoryStore({ views: allViews });
  const commits = await opened;
  for (const commit of commits) await store.commit(commit);
  return placeOn(store, 2, commits.flatMap(({ appends }) => appends.flatMap(({ events }) => events)).length);
}

/** What came of a step: the code that it was refused for, or nothing. */
export async function taken(place: Place, step: Step): Promise<string | undefined> {
  if (isWait(step)) {
    await place.wait(step.wait);
    return undefined;
  }
  const receipt = await place.as(step.by).send(commandOf(step));
  await place.desk.settled();
  return receipt.ok ? undefined : receipt.refusal.code;
}
