import type { Context, Due, EventSpec } from '../kernel/decider.ts';
import type { FactReader } from '../kernel/facts.ts';
import { campaignId } from '../kernel/ids.ts';
import { inOffice } from '../kernel/personal.ts';
import {
  campaignEventSchemas,
  campaignStream,
  evolveCampaign,
  type CampaignEvent,
  type CampaignState,
} from './campaign.ts';
import { campaignCommandSpecs, type CampaignCommand } from './commands.ts';
import { decideCampaign } from './decide.ts';
import { campaignViews } from './views.ts';

const first = (schema: EventSpec['schema'], rest: Partial<EventSpec> = {}): EventSpec => ({ v: 1, schema, ...rest });

const readCampaign: FactReader = (source, id) => source.load<CampaignState>(campaignStream(String(id)));
const readLeft: FactReader = async (source, id) =>
  (await source.find('campaign-objects', { campaign: String(id), stage: 'listed' })).length;

/** The last day ends by itself. */
function dueOf(state: CampaignState): Due | undefined {
  if (!('until' in state) || state.stage !== 'open') return undefined;
  const { id, until } = state;
  return { at: state.endsAt, command: { type: 'NoteRunOut', data: { campaign: campaignId.parse(id), until } } };
}

/** Campaigns: a list of objects worked off to zero by a date. */
export const campaignContext: Context<CampaignState, CampaignCommand, CampaignEvent> = {
  name: 'campaign',
  streams: ['campaign', 'campaign-object'],
  commands: campaignCommandSpecs,
  events: {
    CampaignOpened: first(campaignEventSchemas.CampaignOpened, { personal: { title: inOffice } }),
    CampaignRanOut: first(campaignEventSchemas.CampaignRanOut),
    CampaignClosed: first(campaignEventSchemas.CampaignClosed),
    ObjectListed: first(campaignEventSchemas.ObjectListed, { personal: { what: inOffice } }),
    ObjectCleared: first(campaignEventSchemas.ObjectCleared, { personal: { result: inOffice } }),
  },
  decide: decideCampaign,
  evolve: evolveCampaign,
  views: campaignViews,
  facts: { campaignOf: readCampaign, objectsLeft: readLeft },
  sees: 'see:campaigns',
  about: (state) =>
    'until' in state
      ? { unit: state.unit, territory: state.territory }
      : { unit: state.unit, handler: state.unit, territory: state.grid },
  due: dueOf,
};
