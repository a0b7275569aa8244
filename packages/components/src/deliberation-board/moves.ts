import type { BoardLane, BoardPlace } from './lanes.ts';
import type { BoardAction, BoardTopic } from './topic.ts';

/** Why the procedure itself does not let a topic stand somewhere. */
export type MoveReason =
  'same' | 'final' | 'back' | 'skips' | 'last-tier' | 'not-next-tier' | 'begins-anew' | 'not-held';

/** Whether the procedure lets a topic go somewhere, and what doing so means; a step of a host's own means nothing to us. */
export type MoveVerdict =
  { readonly ok: true; readonly action: BoardAction | undefined } | { readonly ok: false; readonly reason: MoveReason };

const yes = (action: BoardAction | undefined): MoveVerdict => ({ ok: true, action });
const no = (reason: MoveReason): MoveVerdict => ({ ok: false, reason });

const actionOf = (step: string): BoardAction | undefined => {
  if (step === 'held') return 'hold';
  return step === 'resolved' ? 'settle' : undefined;
};

/** On its own lane a topic goes forward, one step at a time. */
function along(from: number, to: number, step: string): MoveVerdict {
  if (to < from) return no('back');
  return to === from + 1 ? yes(actionOf(step)) : no('skips');
}

/** To another lane a topic goes after the meeting was held, or where nobody could hold it; there it is called anew. */
function over(topic: BoardTopic, lane: BoardLane, from: number, to: BoardPlace, first: boolean): MoveVerdict {
  if (lane.next === undefined) return no('last-tier');
  if (to.tier !== lane.next) return no('not-next-tier');
  if (!first) return no('begins-anew');
  const discussed = from === lane.steps.length - 2;
  return discussed || topic.eligible === 0 ? yes('pass-up') : no('not-held');
}

/** Whether a topic may go to a place on the board, by the procedure alone. */
export function judgeMove(topic: BoardTopic, to: BoardPlace, lanes: readonly BoardLane[]): MoveVerdict {
  const lane = lanes.find(({ id }) => id === topic.tier);
  const target = lanes.find(({ id }) => id === to.tier);
  if (lane === undefined || target === undefined) return no('not-next-tier');
  const from = lane.steps.findIndex(({ id }) => id === topic.step);
  const index = target.steps.findIndex(({ id }) => id === to.step);
  if (lane === target && from === index) return no('same');
  if (from === lane.steps.length - 1) return no('final');
  return lane === target ? along(from, index, to.step) : over(topic, lane, from, to, index === 0);
}
