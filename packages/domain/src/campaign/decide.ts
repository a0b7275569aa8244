import type { CampaignRules } from '../governance-model/street-work-rules.ts';
import { accept, unreachable, type Decision, type Setting } from '../kernel/decider.ts';
import { fact, gridOf, unitOf, type Facts } from '../kernel/facts.ts';
import { campaignId, unitId, within } from '../kernel/ids.ts';
import { refuseBy, type Refusal, type RefusalCatalogue } from '../kernel/refusal.ts';
import { civilDateOf, startOfDay } from '../kernel/time.ts';
import type { Campaign, CampaignEvent, CampaignObject, CampaignState } from './campaign.ts';
import type { CampaignCommand, CampaignData } from './commands.ts';

/** What a campaign may be refused for, and the capability that says so. */
export const campaignRefusals = {
  'campaign-lacking': 'CASE-14',
  'campaign-exists': 'CASE-14',
  'campaign-unknown': 'CASE-14',
  'campaign-closed': 'CASE-14',
  'campaign-unit-unfit': 'CASE-14',
  'campaign-subject-unknown': 'CASE-14',
  'campaign-date-past': 'CASE-14',
  'campaign-objects-left': 'CASE-14',
  'campaign-not-run-out': 'CASE-14',
  'object-exists': 'CASE-14',
  'object-unknown': 'CASE-14',
  'object-cleared': 'CASE-14',
  'object-outside': 'CASE-14',
  'object-unit-unknown': 'CASE-14',
} as const satisfies RefusalCatalogue;

/** The campaign of that id, or undefined. */
export const campaignOf = fact<Campaign | undefined>()<[campaign: string]>('campaignOf');
/** How many objects of a campaign are still to be cleared. */
export const objectsLeft = fact<number>()<[campaign: string]>('objectsLeft');

const refuse = refuseBy(campaignRefusals);
type Decided = Decision<CampaignEvent>;

function openCampaign(
  data: CampaignData<'OpenCampaign'>,
  rules: CampaignRules,
  facts: Facts,
  setting: Setting,
): Decided {
  const unit = facts(unitOf(data.unit));
  const territory = unit?.territories[0];
  if (unit === undefined || territory === undefined || !rules.units.includes(unit.kind)) {
    return refuse('campaign-unit-unfit', { ids: [data.unit] });
  }
  if (!rules.subjects.some(({ id }) => id === data.subject)) {
    return refuse('campaign-subject-unknown', { params: { subject: data.subject } });
  }
  const from = civilDateOf(setting.at, setting.model.workingTime);
  if (data.until < from) return refuse('campaign-date-past', { params: { until: data.until } });
  const { subject, title, until } = data;
  const endsAt = startOfDay(until, setting.model.workingTime) + 24 * 3_600_000;
  return accept({ type: 'CampaignOpened', data: { unit: data.unit, territory, subject, title, from, until, endsAt } });
}

/** What was found later is put on the list as well, also after the last day; only a closed list takes no more. */
function listObject(data: CampaignData<'ListObject'>, facts: Facts, { at, model }: Setting): Decided {
  const { campaign, grid, unit, what } = data;
  const of = facts(campaignOf(campaign));
  if (of === undefined) return refuse('campaign-unknown', { ids: [campaign] });
  if (of.stage === 'closed') return refuse('campaign-closed', { ids: [campaign] });
  // A unit may answer for several territories; of one that is no more, what was its place when the campaign began is left.
  const over = facts(unitOf(unitId.parse(of.unit)))?.territories ?? [of.territory];
  if (!over.some((one) => within(one, grid)) || facts(gridOf(grid)) === undefined)
    return refuse('object-outside', { ids: [grid] });
  if (facts(unitOf(unit)) === undefined) return refuse('object-unit-unknown', { ids: [unit] });
  const on = civilDateOf(at, model.workingTime);
  return accept({ type: 'ObjectListed', data: { campaign, grid, unit, what, on, later: on > of.from } });
}

function clearObject(
  state: CampaignObject,
  { result }: CampaignData<'ClearObject'>,
  facts: Facts,
  setting: Setting,
): Decided {
  if (state.stage === 'cleared') return refuse('object-cleared', { ids: [state.id] });
  const { campaign, grid, unit } = state;
  const of = facts(campaignOf(campaign));
  if (of === undefined) return refuse('campaign-unknown', { ids: [campaign] });
  const on = civilDateOf(setting.at, setting.model.workingTime);
  const counted = { campaign: campaignId.parse(campaign), grid, unit: unitId.parse(unit) };
  return accept({ type: 'ObjectCleared', data: { ...counted, result, on, inTime: on <= of.until } });
}

function closeCampaign(state: Campaign, facts: Facts, { at, model }: Setting): Decided {
  const left = facts(objectsLeft(state.id));
  if (left > 0) return refuse('campaign-objects-left', { ids: [state.id], params: { left } });
  return accept({ type: 'CampaignClosed', data: { on: civilDateOf(at, model.workingTime) } });
}

function noteRunOut(state: Campaign, { until }: CampaignData<'NoteRunOut'>, { at, model }: Setting): Decided {
  const early = civilDateOf(at, model.workingTime) <= state.until;
  return early || until !== state.until || state.stage !== 'open'
    ? refuse('campaign-not-run-out', { ids: [state.id], params: { until: state.until } })
    : accept({ type: 'CampaignRanOut', data: { until } });
}

type Standing = Exclude<CampaignCommand, { type: 'OpenCampaign' | 'ListObject' }>;

const isClosed = ({ stage, id }: Campaign): Refusal | undefined =>
  stage === 'closed' ? refuse('campaign-closed', { ids: [id] }) : undefined;

function decideStanding(state: CampaignState | undefined, command: Standing, facts: Facts, setting: Setting): Decided {
  if (command.type === 'ClearObject') {
    return state !== undefined && 'campaign' in state
      ? clearObject(state, command.data, facts, setting)
      : refuse('object-unknown', { ids: [command.data.object] });
  }
  if (state === undefined || !('until' in state)) return refuse('campaign-unknown', { ids: [command.data.campaign] });
  switch (command.type) {
    case 'CloseCampaign':
      return isClosed(state) ?? closeCampaign(state, facts, setting);
    case 'NoteRunOut':
      return isClosed(state) ?? noteRunOut(state, command.data, setting);
    default:
      return unreachable(command);
  }
}

/** Decides what may happen to a campaign and to its objects. */
export function decideCampaign(
  state: CampaignState | undefined,
  command: CampaignCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  const rules = setting.model.campaigns;
  if (rules === undefined) return refuse('campaign-lacking');
  switch (command.type) {
    case 'OpenCampaign':
      return state === undefined
        ? openCampaign(command.data, rules, facts, setting)
        : refuse('campaign-exists', { ids: [command.data.campaign] });
    case 'ListObject':
      return state === undefined
        ? listObject(command.data, facts, setting)
        : refuse('object-exists', { ids: [command.data.object] });
    default:
      return decideStanding(state, command, facts, setting);
  }
}
