import * as z from 'zod/mini';
import { gridsBelow } from '../grid/facts.ts';
import { partitionDrawn } from '../grid/grid.ts';
import { peopleIn } from '../grid/holding/facts.ts';
import type { Process } from '../kernel/decider.ts';
import { gridOf, type Facts } from '../kernel/facts.ts';

/** Where people can be counted: in a grid that is drawn, and is not parted further. */
const holdsPeople = (code: string, facts: Facts): boolean =>
  facts(gridOf(code)) !== undefined && facts(gridsBelow(code)).length === 0;

/**
 * Between grids and the counts of their people: what was counted in a grid that a new drawing leaves out or parts further is
 * counted down to nobody, or its people would be counted a second time where they live now. They are counted anew there.
 */
export const peopleOfGrids: Process = {
  name: 'people-of-grids',
  on: ['PartitionDrawn'],
  react(event, facts, { grids: { objects } }) {
    if (objects === undefined) return [];
    const { was } = z.parse(partitionDrawn, event.data);
    return was
      .filter(({ code }) => !holdsPeople(code, facts))
      .flatMap(({ code: grid }) =>
        Object.entries(facts(peopleIn(grid)))
          .filter(([, count]) => count > 0)
          .map(([kind]) => ({ type: 'CountPeople', data: { grid, kind, count: 0 } })),
      );
  },
};
