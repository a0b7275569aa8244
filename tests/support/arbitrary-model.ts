import type { GovernanceModel, Permission } from '@keting/domain';
import * as fc from 'fast-check';
import { anyTransitions, casesOf, transitionsWithWay } from './made-up/cases.ts';
import { Dice } from './made-up/dice.ts';
import { gridsOf } from './made-up/grids.ts';
import { meetingsOf } from './made-up/meetings.ts';
import { anyPermissions, permissionsWithWay } from './made-up/permissions.ts';
import { label, postsOf, tiersAndKinds } from './made-up/units.ts';

/** Times of the day at which work begins and ends, every quarter of an hour at most. */
const quarters = Array.from({ length: 96 }, (_, i) => {
  const part = (value: number) => String(value).padStart(2, '0');
  return `${part(Math.floor(i / 4))}:${part((i % 4) * 15)}`;
});

function workingTime(dice: Dice): GovernanceModel['workingTime'] {
  const marks = dice.some(quarters, 2);
  const periods = marks.flatMap((from, i) => {
    const to = marks[i + 1];
    return i % 2 === 0 && to !== undefined ? [{ from, to }] : [];
  });
  return { utcOffsetMinutes: dice.one([0, 480, -720, 840, 345]), periods: periods.slice(0, 3) };
}

function basisOf(dice: Dice): GovernanceModel['basis'] {
  return dice.names(0, 2).map((id) => ({ id, title: label, issuer: label, ...dice.maybe(() => ({ date: '2024' })) }));
}

type Model = Omit<GovernanceModel, 'permissions'>;

interface Way {
  readonly transitions: (dice: Dice) => GovernanceModel['cases']['transitions'];
  readonly permissions: (model: Model, dice: Dice) => Permission[];
}

function modelBy(dice: Dice, { transitions, permissions }: Way): GovernanceModel {
  const basis = basisOf(dice);
  const sources = ['ours', ...basis.map(({ id }) => id)];
  const { tiers, kinds } = tiersAndKinds(dice, sources);
  // A permission speaks of a post by its name alone, so posts of units and of grids share their names among themselves.
  const names = dice.names(1, 6);
  const inUnits = dice.whole(1, names.length);
  const posts = postsOf(names.slice(0, inUnits), kinds, sources, dice);
  const model: Model = {
    id: 'made-up',
    version: '1',
    name: label,
    territory: '990101',
    basis,
    workingTime: workingTime(dice),
    tiers,
    kinds,
    posts,
    grids: gridsOf(names.slice(inUnits), sources, dice),
    cases: casesOf(kinds, transitions(dice), sources, dice),
    meetings: meetingsOf({ posts, kinds }, sources, dice),
  };
  return { ...model, permissions: permissions(model, dice) };
}

const modelsBy = (way: Way): fc.Arbitrary<GovernanceModel> => fc.gen().map((draw) => modelBy(new Dice(draw), way));

/** A governance model of a place that works in its own way: its own names, and any rules that hold together. */
export const arbitraryModel = modelsBy({ transitions: anyTransitions, permissions: anyPermissions });

/**
 * A governance model of a place where a report can come to its reply: its steps lead there, and each is somebody's. So that a
 * law can walk there, a plain post is filled in every kind of unit that has it, and staff is in the grid.
 */
export const arbitraryModelWithWay = modelsBy({ transitions: transitionsWithWay, permissions: permissionsWithWay });
