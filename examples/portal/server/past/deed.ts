import type { Instant } from '@keting/domain';

/** Something that somebody did. */
export interface Deed {
  readonly at: Instant;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Who did it, where it is theirs alone; else it is the first at work in the place who may. */
  readonly by?: string;
  /** Identity of the command, where a later deed refers to it. */
  readonly id?: string;
}

export const deed = (at: Instant, type: string, data: Deed['data'], by?: string): Deed =>
  by === undefined ? { at, type, data } : { at, type, data, by };
