import type { Instant, Outcome, Votes } from '@keting/domain';

/** What a person may do to a topic. */
export type BoardAction = 'agenda' | 'relist' | 'hold' | 'settle' | 'refer' | 'pass-up';

/** One who is entitled to a meeting. */
export interface BoardAttendee {
  readonly person: string;
  readonly name: string;
  /** The post that entitles them, in words. */
  readonly post?: string | undefined;
  /** Sits in without a vote. */
  readonly observer?: boolean | undefined;
  readonly present?: boolean | undefined;
}

/** A topic as the board shows it: where it stands in the procedure, who is due and who came, what came of it. */
export interface BoardTopic {
  readonly id: string;
  readonly title: string;
  /** Id of a lane and of one of its steps. */
  readonly tier: string;
  readonly step: string;
  /** The number of the case, as `2026-1030-0417`. */
  readonly case?: string | undefined;
  /** Id of the case; where it is there, the panel leads to it. */
  readonly caseId?: string | undefined;
  /** Where it is, in words. */
  readonly place?: string | undefined;
  /** How many are entitled; 0 says that nobody is, which asks for attention. */
  readonly eligible?: number | undefined;
  readonly present?: number | undefined;
  readonly outcome?: Outcome | undefined;
  /** Until when it should be held or resolved. */
  readonly due?: Instant | undefined;
  readonly note?: string | undefined;
  readonly calledAt?: Instant | undefined;
  readonly resolution?: string | undefined;
  readonly votes?: Votes | undefined;
  /** Who took the case on, in words. */
  readonly handler?: string | undefined;
  readonly agenda?: readonly string[] | undefined;
  readonly attendance?: readonly BoardAttendee[] | undefined;
  /** Actions that are not open now, each with the reason, in words. */
  readonly refused?: Readonly<Partial<Record<BoardAction, string>>> | undefined;
}

/** Someone to whom a meeting can give a case. */
export interface BoardHandler {
  readonly id: string;
  readonly name: string;
}
