import { postsIn } from './check-units.ts';
import { duplicates, each, fault, unknown, type Faults, type Path } from './fault.ts';
import type { GovernanceModel } from './model.ts';
import type { BodyRule, ProcedureRule, StepRule, VotingRule } from './procedure-rules.ts';
import type { Share } from './share-rule.ts';

/** More than all of them can never be reached. */
const isBeyondAll = ({ of, in: whole, more }: Share): boolean => of > whole || (more && of === whole);

const shareFaults = (share: Share | undefined, path: Path, at: string): Faults =>
  share !== undefined && isBeyondAll(share) ? [fault(path, 'share-above-one', at)] : [];

/** The shares of a rule of voting, each at most all of them. */
export const votingFaults = ({ quorum, majority }: VotingRule, path: Path, at: string): Faults => [
  ...shareFaults(quorum, [...path, 'quorum'], at),
  ...shareFaults(majority, [...path, 'majority'], at),
];

/** Notes parts of a body whose kinds or posts are not there. */
export function bodyFaults(model: GovernanceModel) {
  const kind = unknown(model.kinds);
  const posts = postsIn(model);
  return (body: BodyRule | undefined, path: Path): Faults =>
    each(body, path, (part, at) => [
      ...each(part.kinds, [...at, 'kinds'], kind),
      ...posts(part.kinds, part.posts, [...at, 'posts']),
    ]);
}

/** The way back from a step leads to itself or to one before it that somebody can take again. */
function backFaults(to: string | undefined, i: number, steps: readonly StepRule[], path: Path): Faults {
  if (to === undefined) return [];
  const found = steps.findIndex(({ id }) => id === to);
  if (found < 0) return [fault(path, 'unknown-reference', to)];
  return found > i || steps[found]?.act === 'raise' ? [fault(path, 'never-applies', to)] : [];
}

/** Only the first step can be that the topic is raised. */
const raiseFaults = (step: StepRule, i: number, path: Path): Faults =>
  step.act === 'raise' && i > 0 ? [fault([...path, 'act'], 'never-applies', step.id)] : [];

function stepFaults(step: StepRule, i: number, { steps }: ProcedureRule, path: Path, model: GovernanceModel): Faults {
  if (step.act === 'raise') return raiseFaults(step, i, path);
  const voting = step.act === 'vote' ? step.voting : undefined;
  const quorum = step.act === 'talk' ? step.quorum : undefined;
  const idle = quorum !== undefined && step.body === undefined;
  return [
    ...bodyFaults(model)(step.body, [...path, 'body']),
    ...(voting === undefined ? [] : votingFaults(voting, [...path, 'voting'], step.id)),
    ...shareFaults(quorum, [...path, 'quorum'], step.id),
    ...(idle ? [fault([...path, 'quorum'], 'never-applies', step.id)] : []),
    ...backFaults(step.act === 'vote' ? step.otherwise : undefined, i, steps, [...path, 'otherwise']),
    ...backFaults(step.disclose?.reopens, i, steps, [...path, 'disclose', 'reopens']),
  ];
}

const procedureFault = (one: ProcedureRule, path: Path, model: GovernanceModel): Faults => [
  ...duplicates(one.steps, [...path, 'steps']),
  ...one.steps.flatMap((step, i) => stepFaults(step, i, one, [...path, 'steps', i], model)),
];

/** Procedures of topics: who takes each step, what decides it, where a lost one leads, which topic takes which. */
export function procedureFaults(model: GovernanceModel): Faults {
  const rules = model.procedures;
  if (rules === undefined) return [];
  const at = (part: string): Path => ['procedures', part];
  const known = unknown(rules.procedures);
  return [
    ...duplicates(rules.procedures, at('procedures')),
    ...each(rules.procedures, at('procedures'), (one, path) => procedureFault(one, path, model)),
    ...duplicates(rules.matters, at('matters')),
    ...duplicates(rules.choices, at('choices')),
    ...each(rules.choices, at('choices'), (one, path) => known(one.procedure, [...path, 'procedure'])),
  ];
}
