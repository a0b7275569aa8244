// The domain's views, questions and commands by their names, and which of them somebody may use.

import {
  contexts,
  scopeOf,
  type Acting,
  type CommandSpec,
  type GovernanceModel,
  type Question,
  type View,
} from '@keting/domain';

const views = new Map(contexts.flatMap((context) => context.views.map((view) => [view.name, { view, context }])));

const questions = new Map(
  contexts.flatMap((context) => (context.questions ?? []).map((question) => [question.name, question] as const)),
);

const specs = new Map(
  contexts.flatMap(({ commands }) =>
    Object.entries(commands).map(([type, spec]): [string, CommandSpec] => [type, spec]),
  ),
);

/** A view that a capability names. Throws where the domain has none of that name: then the list itself is wrong. */
export function viewOf(name: string): View {
  const found = views.get(name);
  if (found === undefined) throw new Error(`the domain has no view ${name}`);
  return found.view;
}

/** A question that a capability names. Throws where the domain has none of that name. */
export function questionOf(name: string): Question {
  const found = questions.get(name);
  if (found === undefined) throw new Error(`the domain has no question ${name}`);
  return found;
}

/** A command that a capability names. Throws where the domain has none of that type. */
export function specOf(type: string): CommandSpec {
  const found = specs.get(type);
  if (found === undefined) throw new Error(`the domain has no command ${type}`);
  return found;
}

/** Everything that a permission can bound, each by a column of its own: what is left of it tells whether there is anything. */
const about = { territory: 'territory', unit: 'unit', handler: 'handler', owner: 'owner' };

/** Whether there is anything at all that somebody may do, or see, by that name. Of one thing in particular the desk tells. */
export const mayAtAll = (model: GovernanceModel, acting: Acting, action: string): boolean =>
  scopeOf(model, acting, action, about).any.length > 0;

/** The permission by which rows of a view are seen. */
export const seenBy = (name: string): string => {
  const found = views.get(name);
  return found?.view.within === undefined ? `see:${name}` : found.context.sees;
};
