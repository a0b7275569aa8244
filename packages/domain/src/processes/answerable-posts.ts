import * as z from 'zod/mini';
import { caseSupervised } from '../case/case.ts';
import { answerablePosts } from '../case/stays.ts';
import type { Process } from '../kernel/decider.ts';
import { membersOf, unitOf } from '../kernel/facts.ts';
import { streamKey, unitId } from '../kernel/ids.ts';
import { civilDateOf } from '../kernel/time.ts';

/**
 * Between cases and posts: when a stage runs over, its record notes who held a post in the unit that might have acted, on that
 * day. Later changes of office do not change it.
 */
export const answerables: Process = {
  name: 'answerable-posts',
  on: ['CaseSupervised'],
  react(event, facts, model) {
    const { unit, stage, due } = z.parse(caseSupervised, event.data);
    const found = unit === undefined ? undefined : facts(unitOf(unitId.parse(unit)));
    if (found === undefined) return [];
    const posts = answerablePosts(stage, found.kind, model);
    const holders = facts(membersOf(found.id, civilDateOf(event.at, model.workingTime)))
      .filter(({ post }) => posts.includes(post))
      .map(({ person, post }) => ({ person, post }));
    if (holders.length === 0) return [];
    return [{ type: 'NoteAnswerable', data: { case: streamKey(event.stream), stage, due, unit: found.id, holders } }];
  },
};
