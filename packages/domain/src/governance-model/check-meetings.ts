import { postsIn } from './check-units.ts';
import { circles, duplicates, each, fault, unknown, type Faults, type Path } from './fault.ts';
import type { GovernanceModel, MeetingRule, Share } from './model.ts';

/** More than all of them can never be reached. */
const isBeyondAll = ({ of, in: whole, more }: Share): boolean => of > whole || (more && of === whole);

const shareFaults = (share: Share, path: Path, at: string): Faults =>
  isBeyondAll(share) ? [fault(path, 'share-above-one', at)] : [];

const nextOf = ({ next }: MeetingRule): readonly string[] => (next === undefined ? [] : [next]);

interface HoldersOf {
  readonly kinds: readonly string[];
  readonly posts: readonly string[];
}

/** Tiers of meetings: who sits in them, what share decides, and which takes what one cannot settle. */
export function meetingFaults(model: GovernanceModel): Faults {
  const meeting = unknown(model.meetings);
  const kind = unknown(model.kinds);
  const posts = postsIn(model);
  const holders = (rule: HoldersOf, at: Path): Faults => [
    ...each(rule.kinds, [...at, 'kinds'], kind),
    ...posts(rule.kinds, rule.posts, [...at, 'posts']),
  ];
  return [
    ...duplicates(model.meetings, ['meetings']),
    ...each(model.meetings, ['meetings'], (one, at) => [
      ...meeting(one.next, [...at, 'next']),
      ...('grid' in one.body ? [] : holders(one.body, [...at, 'body'])),
      ...each(one.observers, [...at, 'observers'], holders),
      ...shareFaults(one.quorum, [...at, 'quorum'], one.id),
      ...shareFaults(one.majority, [...at, 'majority'], one.id),
      ...duplicates(one.steps, [...at, 'steps']),
    ]),
    ...circles(model.meetings, ['meetings'], nextOf),
  ];
}
