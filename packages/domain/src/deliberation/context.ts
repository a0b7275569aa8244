import type { Context, EventSpec } from '../kernel/decider.ts';
import { inOffice, passedOn } from '../kernel/personal.ts';
import { meetingCommandSpecs, type MeetingCommand } from './commands.ts';
import { decideMeeting } from './decide.ts';
import { evolveMeeting, meetingEventSchemas, type MeetingEvent, type MeetingState } from './meeting.ts';
import { meetingOffers } from './offers.ts';
import { meetingViews } from './views.ts';

const first = (schema: EventSpec['schema']): EventSpec => ({ v: 1, schema });

/** Meetings on cases: called with a list of those entitled, held with a quorum, resolved by a majority. */
export const meetingContext: Context<MeetingState, MeetingCommand, MeetingEvent> = {
  name: 'deliberation',
  streams: ['meeting'],
  commands: {
    CallMeeting: meetingCommandSpecs.CallMeeting,
    RelistMeeting: { ...meetingCommandSpecs.RelistMeeting, offer: meetingOffers.RelistMeeting },
    AddToAgenda: { ...meetingCommandSpecs.AddToAgenda, offer: meetingOffers.AddToAgenda },
    HoldMeeting: { ...meetingCommandSpecs.HoldMeeting, offer: meetingOffers.HoldMeeting },
    ResolveMeeting: { ...meetingCommandSpecs.ResolveMeeting, offer: meetingOffers.ResolveMeeting },
  },
  events: {
    MeetingCalled: { ...first(meetingEventSchemas.MeetingCalled), personal: { title: passedOn } },
    MeetingRelisted: first(meetingEventSchemas.MeetingRelisted),
    AgendaItemAdded: { ...first(meetingEventSchemas.AgendaItemAdded), personal: { title: inOffice } },
    MeetingHeld: first(meetingEventSchemas.MeetingHeld),
    MeetingResolved: { ...first(meetingEventSchemas.MeetingResolved), personal: { resolution: inOffice } },
  },
  decide: decideMeeting,
  evolve: evolveMeeting,
  views: meetingViews,
  facts: {},
  sees: 'see:meetings',
  about: ({ grid, unit }) => ({ territory: grid, unit }),
};
