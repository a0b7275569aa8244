import type { GovernanceModel, Language, Share } from '@keting/domain';
import type { BoardTopic } from './topic.ts';

/** A step of a lane: one column of cards. */
export interface BoardStep {
  readonly id: string;
  readonly label: string;
}

/** A tier of meetings: a lane of the board with its steps from left to right. */
export interface BoardLane {
  readonly id: string;
  readonly label: string;
  /** What it settles, in words. */
  readonly settles?: string | undefined;
  /** The lane that takes what this one cannot settle. */
  readonly next?: string | undefined;
  readonly quorum?: Share | undefined;
  readonly majority?: Share | undefined;
  readonly steps: readonly BoardStep[];
}

/** A place on the board. */
export interface BoardPlace {
  readonly tier: string;
  readonly step: string;
}

/** One column with its topics. */
export interface Column extends BoardPlace {
  readonly key: string;
  readonly lane: BoardLane;
  readonly label: string;
  readonly topics: readonly BoardTopic[];
}

/** The board: lanes with their columns, and the topics that no column takes. */
export interface Board {
  readonly lanes: readonly BoardLane[];
  /** Lane by lane, step by step. */
  readonly columns: readonly Column[];
  readonly lost: readonly BoardTopic[];
}

export const columnKey = ({ tier, step }: BoardPlace): string => `${tier}/${step}`;

/** The lanes that a governance model states: its tiers of meeting, the nearest first. */
export const lanesOf = (model: GovernanceModel, language: Language): readonly BoardLane[] =>
  model.meetings.map(({ id, label, settles, next, quorum, majority, steps }) => ({
    id,
    label: label[language],
    settles: settles[language],
    next,
    quorum,
    majority,
    steps: steps.map((step) => ({ id: step.id, label: step.label[language] })),
  }));

/** Sorts topics into the columns of the lanes, in the order in which they come. */
export function boardOf(lanes: readonly BoardLane[], topics: readonly BoardTopic[]): Board {
  const places = lanes.flatMap((lane) =>
    lane.steps.map(({ id, label }) => ({ lane, label, tier: lane.id, step: id, topics: new Array<BoardTopic>() })),
  );
  const byKey = new Map(places.map((place) => [columnKey(place), place]));
  const lost: BoardTopic[] = [];
  for (const topic of topics) (byKey.get(columnKey(topic))?.topics ?? lost).push(topic);
  return { lanes, columns: places.map((place) => ({ ...place, key: columnKey(place) })), lost };
}

/** Where a topic stands: its column and its index in it; undefined where no column takes it. */
export function whereIs(board: Board, id: string): { readonly column: Column; readonly index: number } | undefined {
  for (const column of board.columns) {
    const index = column.topics.findIndex((topic) => topic.id === id);
    if (index >= 0) return { column, index };
  }
  return undefined;
}

/** Topics whose title, case number or place holds all of the words that were typed. */
export function matching(topics: readonly BoardTopic[], typed: string): readonly BoardTopic[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return topics;
  return topics.filter(({ title, case: number, place }) => {
    const text = `${title} ${number ?? ''} ${place ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
