import type { BoardPlace } from './lanes.ts';

/** A person has opened a topic. */
export class KtTopicOpenedEvent extends Event {
  static readonly type = 'kt-topic-opened';

  /** The topic's id. */
  readonly topic: string;

  constructor(topic: string) {
    super(KtTopicOpenedEvent.type, { bubbles: true, composed: true });
    this.topic = topic;
  }
}

/** A move on the board, as plain data. */
export interface TopicMove {
  readonly id: string;
  readonly from: BoardPlace;
  readonly to: BoardPlace;
}

/**
 * A person has put a topic into another column. The board itself moves nothing: it opens the form that the step needs,
 * unless a listener calls `preventDefault()` and sees to the move by itself.
 */
export class KtTopicMoveEvent extends Event {
  static readonly type = 'kt-topic-move';

  readonly move: TopicMove;

  constructor(move: TopicMove) {
    super(KtTopicMoveEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.move = move;
  }
}

declare global {
  interface HTMLElementEventMap {
    'kt-topic-opened': KtTopicOpenedEvent;
    'kt-topic-move': KtTopicMoveEvent;
  }
}
