import type { Context, View } from '@keting/domain';
import { queryBody, sumBody } from '@keting/runtime/wire';
import { json } from './answers.ts';
import type { Handler } from './asked.ts';
import { WireProblem } from './wire-problem.ts';

/** Views that may be asked for, by name. */
export type ServedViews = ReadonlyMap<string, View>;

/** Of the views those that a context has: the desk keeps some for itself, which are nobody's to see. */
export function servedViews(contexts: readonly Context[], views: readonly View[] | undefined): ServedViews {
  const ofContexts = contexts.flatMap((context) => context.views);
  const served = views === undefined ? ofContexts : views.filter((view) => ofContexts.includes(view));
  return new Map(served.map((view) => [view.name, view]));
}

/** The view of that name; refused with `not-found`. */
export function viewNamed(served: ServedViews, name: string): View {
  const view = served.get(name);
  if (view === undefined) throw new WireProblem('not-found');
  return view;
}

export const view =
  (served: ServedViews): Handler =>
  async ({ desk, param, json: body }) => {
    const asked = viewNamed(served, param('view'));
    return json(await desk.view(asked, await body(queryBody)));
  };

export const sum =
  (served: ServedViews): Handler =>
  async ({ desk, param, json: body }) => {
    const asked = viewNamed(served, param('view'));
    return json(await desk.sum(asked, await body(sumBody)));
  };
