import * as z from 'zod/mini';
import { partitionDrawn } from '../grid/grid.ts';
import { roundsOf } from '../grid/patrol/facts.ts';
import type { Process } from '../kernel/decider.ts';
import { streamKey } from '../kernel/ids.ts';

/**
 * Between grids and patrols: rounds are due in a grid of a kind that is patrolled from the day that it is drawn or founded, and
 * until the day that a new drawing leaves it out. So no grid is without patrols because nobody listed it.
 */
export const roundsOfGrids: Process = {
  name: 'rounds-of-grids',
  on: ['PartitionDrawn', 'FunctionalGridFounded'],
  react(event, facts, { grids: { patrol } }) {
    const begin = (grid: string) => ({ type: 'BeginRounds', data: { grid } });
    if (patrol === undefined) return [];
    if (event.type === 'FunctionalGridFounded') {
      return patrol.grids.includes('functional') ? [begin(streamKey(event.stream))] : [];
    }
    const { grids, was } = z.parse(partitionDrawn, event.data);
    const [old, now] = [new Set(was.map(({ code }) => code)), new Set(grids.map(({ code }) => code))];
    const left = [...old].filter((code) => !now.has(code) && facts(roundsOf(code)) !== undefined);
    const come = grids.filter(({ kind, code }) => patrol.grids.includes(kind) && !old.has(code));
    return [...left.map((grid) => ({ type: 'EndRounds', data: { grid } })), ...come.map(({ code }) => begin(code))];
  },
};
