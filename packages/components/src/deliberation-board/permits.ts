import type { Permits } from './board-action.ts';
import type { BoardLane } from './lanes.ts';
import { judgeMove, type MoveReason } from './moves.ts';
import type { BoardAction, BoardTopic } from './topic.ts';

/** The actions that a topic's step knows, whoever asks. */
function actionsAt(topic: BoardTopic, lane: BoardLane): readonly BoardAction[] {
  const stranded = topic.eligible === 0;
  const up: readonly BoardAction[] = lane.next === undefined ? [] : ['pass-up'];
  if (topic.step === 'called') return stranded ? ['agenda', 'relist', ...up] : ['agenda', 'relist', 'hold'];
  return topic.step === 'held' ? ['settle', 'refer', ...up] : [];
}

/** Of what a person may do, what the topic's step knows: a form that could not be sent at this step is not shown. */
export const knownAt = (permits: Permits, topic: BoardTopic, lane: BoardLane): Permits =>
  Object.fromEntries(
    actionsAt(topic, lane).flatMap((action) => (permits[action] === undefined ? [] : [[action, permits[action]]])),
  );

/** Without a desk, what the procedure knows is open, but for what the host refuses with a reason of its own. */
export const permitsOf = (topic: BoardTopic, lane: BoardLane): Permits =>
  Object.fromEntries(actionsAt(topic, lane).map((action) => [action, topic.refused?.[action] ?? true]));

/** Whether a topic may be put into a column: by the procedure, then by what its permits say. */
export type DropVerdict =
  | { readonly ok: true; readonly action: BoardAction | undefined }
  | {
      readonly ok: false;
      /** In words. */
      readonly reason: string;
      /** There where it is the procedure that refuses, and not the desk or the page. */
      readonly procedure?: MoveReason;
    };

/** Permits that are not known yet refuse nothing. */
export function judgeDrop(
  topic: BoardTopic,
  to: { readonly tier: string; readonly step: string },
  lanes: readonly BoardLane[],
  permits: Permits | undefined,
  words: { readonly reasons: Readonly<Record<MoveReason, string>>; readonly notYours: string },
): DropVerdict {
  const verdict = judgeMove(topic, to, lanes);
  if (!verdict.ok) return { ok: false, reason: words.reasons[verdict.reason], procedure: verdict.reason };
  const { action } = verdict;
  if (action === undefined || permits === undefined) return verdict;
  // A settled case and a referred one both end in the last column: either opens it.
  const open = action === 'settle' && permits.settle !== true ? (permits.refer ?? permits.settle) : permits[action];
  if (open === true) return verdict;
  return { ok: false, reason: open ?? words.notYours };
}
