import { unwritten } from '../../kernel/contents.ts';
import type { Context } from '../../kernel/decider.ts';
import type { FactReader } from '../../kernel/facts.ts';
import { inOffice, writers } from '../../kernel/personal.ts';
import type { Offer } from '../facts.ts';
import { resourceId } from '../ids.ts';
import { first } from '../parts.ts';
import { resourceCommandSpecs, type ResourceCommand } from './commands.ts';
import { decideResource } from './decide.ts';
import {
  evolveResource,
  resourceEventSchemas,
  resourceStream,
  type ResourceEvent,
  type ResourceState,
} from './resource.ts';
import { resourceViews } from './views.ts';

const readOffer: FactReader = async (source, id): Promise<Offer | undefined> => {
  const state = await source.load<ResourceState>(resourceStream(String(id)));
  if (state === undefined) return undefined;
  const { kind, territory, stage } = state;
  return { form: 'resource', id: state.id, kind, territory, open: stage === 'open' };
};

/** Facilities that units open to others, with hours and bookings that cannot clash. */
export const resourceContext: Context<ResourceState, ResourceCommand, ResourceEvent> = {
  name: 'resources',
  streams: ['resource'],
  lasting: ['resource'],
  commands: {
    ...resourceCommandSpecs,
    WithdrawResource: {
      ...resourceCommandSpecs.WithdrawResource,
      offer: ({ id }: ResourceState) => ({ resource: resourceId.parse(id), reason: unwritten }),
    },
  },
  events: {
    ResourceOpened: { ...first(resourceEventSchemas.ResourceOpened), personal: { name: inOffice } },
    HoursChanged: first(resourceEventSchemas.HoursChanged),
    DayClosed: { ...first(resourceEventSchemas.DayClosed), personal: { reason: inOffice } },
    DayReopened: first(resourceEventSchemas.DayReopened),
    BookingMade: { ...first(resourceEventSchemas.BookingMade), personal: { purpose: [writers('participation')] } },
    BookingCancelled: { ...first(resourceEventSchemas.BookingCancelled), personal: { reason: inOffice } },
    ResourceWithdrawn: { ...first(resourceEventSchemas.ResourceWithdrawn), personal: { reason: inOffice } },
  },
  decide: decideResource,
  evolve: evolveResource,
  views: resourceViews,
  facts: { resourceOffer: readOffer },
  sees: 'see:resources',
  about: ({ territory, unit }) => ({ territory, unit }),
  /** Who books what is theirs to tell. */
  tellsWho: ({ type }) => type !== 'BookingMade' && type !== 'BookingCancelled',
};
