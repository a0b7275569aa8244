import type { Process } from '../kernel/decider.ts';
import { streamKey } from '../kernel/ids.ts';
import { declaredOffices } from '../organisation/declaration/context.ts';
import { endedBy } from './ended-posts.ts';

/**
 * Between offices and what their holders declared: with the end of an office, on the day it is written down, the declaration
 * made for it is gone. Who is re-elected is asked anew.
 */
export const endedDeclarations: Process = {
  name: 'ended-declarations',
  on: ['AppointmentEnded', 'BodyReelected', 'UnitDissolved'],
  react(event, facts) {
    const unit = streamKey(event.stream);
    return endedBy(event).all.flatMap(({ person, post }) =>
      facts(declaredOffices(person)).some((one) => one.unit === unit && one.post === post)
        ? [{ type: 'WithdrawDeclaration', data: { person, unit, post } }]
        : [],
    );
  },
};
