import { accept } from '../kernel/decider.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Limit } from './case.ts';
import { limitOf } from './limits.ts';
import { refuse, step, type Desk, type Ready } from './step.ts';

/** The deadline that more time may be had for: the stage has one, and the model's times are not spent. */
function extendable({ id, limit, extensions }: Ready<'ExtendCase'>, { setting }: Desk): Limit | Refusal {
  const { times } = setting.model.cases.extension;
  if (limit === undefined) return refuse('nothing-to-extend', { ids: [id] });
  return extensions >= times ? refuse('extension-spent', { ids: [id], params: { times } }) : limit;
}

export const askExtension = step('AskExtension', (state, data, desk) => {
  const { approval } = desk.setting.model.cases.extension;
  if (approval === undefined) return refuse('extension-needs-no-approval', { ids: [state.id] });
  if (state.extensionAskedBy !== undefined) return refuse('extension-asked-already', { ids: [state.id] });
  const limit = extendable(state, desk);
  if ('code' in limit) return limit;
  return accept({ type: 'ExtensionAsked', data: { cohort: state.cohort, reason: data.reason } });
});

export const refuseExtension = step('RefuseExtension', (state, data) =>
  state.extensionAskedBy === undefined
    ? refuse('extension-not-asked', { ids: [state.id] })
    : accept({ type: 'ExtensionRefused', data: { cohort: state.cohort, reason: data.reason } }),
);

/** Where the model has extensions approved, somebody has asked, and whoever grants it is another. */
function unapproved(state: Ready<'ExtendCase'>, { setting }: Desk): Refusal | undefined {
  if (setting.model.cases.extension.approval === undefined) return undefined;
  if (state.extensionAskedBy === undefined) return refuse('extension-not-asked', { ids: [state.id] });
  const own = setting.actor.kind === 'person' && setting.actor.person === state.extensionAskedBy;
  return own ? refuse('extension-own-request', { ids: [state.id] }) : undefined;
}

/** A deadline moves on from where it stood, by the model's step, as often as the model lets it. */
export const extendCase = step('ExtendCase', (state, data, desk) => {
  const { setting } = desk;
  const limit = extendable(state, desk);
  if ('code' in limit) return limit;
  const fault = unapproved(state, desk);
  if (fault !== undefined) return fault;
  const added = limitOf(setting.model.cases.extension.allow, setting, Math.max(limit.at, setting.at));
  return accept({
    type: 'CaseExtended',
    data: { cohort: state.cohort, reason: data.reason, limit: { ...added, from: limit.from }, was: limit },
  });
});
