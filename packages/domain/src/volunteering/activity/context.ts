import type { Context, Due, EventSpec } from '../../kernel/decider.ts';
import { activityId } from '../../kernel/ids.ts';
import { inOffice } from '../../kernel/personal.ts';
import { activityEventSchemas, evolveActivity, type ActivityContextState, type ActivityEvent } from './activity.ts';
import { activityCommandSpecs, type ActivityCommand } from './commands.ts';
import { decideActivity } from './decide.ts';
import { activityFacts } from './facts.ts';
import { activityViews } from './views.ts';

const first = (schema: EventSpec['schema'], rest: Partial<EventSpec> = {}): EventSpec => ({ v: 1, schema, ...rest });

/** An activity is over by itself. */
function dueOf(state: ActivityContextState): Due | undefined {
  if (state.stage !== 'open') return undefined;
  return { at: state.closesAt, command: { type: 'CloseActivity', data: { activity: activityId.parse(state.id) } } };
}

/** Activities of volunteers, and the hours that come of them: each minute of a person counts once. */
export const activityContext: Context<ActivityContextState, ActivityCommand, ActivityEvent> = {
  name: 'activity',
  streams: ['activity', 'hours'],
  commands: activityCommandSpecs,
  events: {
    ActivityPublished: first(activityEventSchemas.ActivityPublished, { personal: { title: inOffice } }),
    VolunteerSignedUp: first(activityEventSchemas.VolunteerSignedUp),
    SignUpCancelled: first(activityEventSchemas.SignUpCancelled),
    VolunteerSignedIn: first(activityEventSchemas.VolunteerSignedIn),
    VolunteerSignedOut: first(activityEventSchemas.VolunteerSignedOut),
    ActivityCancelled: first(activityEventSchemas.ActivityCancelled, { personal: { reason: inOffice } }),
    ActivityClosed: first(activityEventSchemas.ActivityClosed),
    HoursCredited: first(activityEventSchemas.HoursCredited),
  },
  decide: decideActivity,
  evolve: evolveActivity,
  views: activityViews,
  facts: activityFacts,
  sees: 'see:activities',
  about: (state) =>
    state.stage === 'hours' ? { owner: state.person } : { unit: state.cohort.unit, territory: state.cohort.territory },
  due: dueOf,
};
