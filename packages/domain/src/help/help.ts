import * as z from 'zod/mini';
import { contentRef } from '../kernel/contents.ts';
import { unreachable } from '../kernel/decider.ts';
import type { Message, Recorded } from '../kernel/envelope.ts';
import { helpTeamId, modelKey, personId, streamKey, unitId } from '../kernel/ids.ts';
import { civilDate } from '../kernel/time.ts';

/** What a request counts under: where, what kind of help, and the day it was asked for. */
const cohort = z.strictObject({ grid: z.string(), skill: modelKey, day: civilDate });
const beside = { cohort };

/** A unit keeps a team that has these skills, over the unit's territories: the first of them, and all where it has several. */
export const helpTeamFormed = z.strictObject({
  unit: unitId,
  territory: z.string(),
  territories: z.optional(z.array(z.string())),
  skills: z.array(modelKey),
});
/** The team is no more. What it has in hand stays with it until it is matched anew. */
export const helpTeamDissolved = z.strictObject({});
/** Help or mediation was asked for. `helped` is whose matter it is, where the desk knows the person. */
export const helpAsked = z.strictObject({
  ...beside,
  helped: z.optional(personId),
  need: contentRef,
  contact: z.optional(contentRef),
});
/** The request was matched to a team that has the skill in the area; where another was proposed, why not that. */
export const helpMatched = z.strictObject({
  ...beside,
  team: helpTeamId,
  unit: unitId,
  was: z.optional(helpTeamId),
  reason: z.optional(contentRef),
});
/** Who of the team helps: that is on record. */
export const helperNamed = z.strictObject({ ...beside, helper: personId });
/** The help came to its end: settled or not, and what came of it. */
export const helpEnded = z.strictObject({ ...beside, settled: z.boolean(), result: contentRef });

/** The data of every event of help and of the teams that give it, by the event's type. */
export const helpEventSchemas = {
  HelpTeamFormed: helpTeamFormed,
  HelpTeamDissolved: helpTeamDissolved,
  HelpAsked: helpAsked,
  HelpMatched: helpMatched,
  HelperNamed: helperNamed,
  HelpEnded: helpEnded,
} as const;

type Schemas = typeof helpEventSchemas;
/** What can happen to a request for help and to a team. */
export type HelpEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

/** A team that helps or mediates. */
export interface HelpTeam {
  readonly stage: 'standing' | 'dissolved';
  readonly id: string;
  readonly unit: string;
  readonly territory: string;
  /** All its territories, where it has several. */
  readonly territories?: readonly string[] | undefined;
  readonly skills: readonly string[];
}
/** A request for help: asked for, matched to a team, with helpers, ended. */
export interface HelpRequest {
  readonly stage: 'asked' | 'matched' | 'ended';
  readonly id: string;
  readonly cohort: z.infer<typeof cohort>;
  readonly helped?: string | undefined;
  readonly team?: string | undefined;
  /** The unit that keeps the team. */
  readonly unit?: string | undefined;
  readonly helpers: readonly string[];
}
export type HelpState = HelpTeam | HelpRequest;

/** The stream of a request, and that of a team. */
export const helpStream = (id: string): `help/${string}` => `help/${id}`;
/** The stream of a team that helps, by the team's id. */
export const helpTeamStream = (id: string): `help-team/${string}` => `help-team/${id}`;

type Later = Exclude<Recorded<HelpEvent>, { type: 'HelpTeamFormed' | 'HelpTeamDissolved' | 'HelpAsked' }>;

function nextRequest(state: HelpRequest, event: Later): HelpRequest {
  switch (event.type) {
    case 'HelpMatched':
      return { ...state, stage: 'matched', team: event.data.team, unit: event.data.unit, helpers: [] };
    case 'HelperNamed':
      return { ...state, helpers: [...state.helpers, event.data.helper] };
    case 'HelpEnded':
      return { ...state, stage: 'ended' };
    default:
      return unreachable(event);
  }
}

/** Folds what happened into a request for help, or into a team. */
export function evolveHelp(state: HelpState | undefined, event: Recorded<HelpEvent>): HelpState {
  const id = streamKey(event.stream);
  if (event.type === 'HelpTeamFormed') return { stage: 'standing', id, ...event.data };
  if (event.type === 'HelpAsked') {
    return { stage: 'asked', id, cohort: event.data.cohort, helped: event.data.helped, helpers: [] };
  }
  if (state === undefined) throw new Error(`${event.stream} begins with ${event.type}`);
  if (event.type === 'HelpTeamDissolved') return 'skills' in state ? { ...state, stage: 'dissolved' } : state;
  return 'helpers' in state ? nextRequest(state, event) : state;
}
