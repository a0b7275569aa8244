import * as z from 'zod/mini';
import type { Process } from '../kernel/decider.ts';
import { streamKey } from '../kernel/ids.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Recorded } from '../kernel/envelope.ts';
import { declaredOffices } from '../organisation/declaration/context.ts';
import { appointmentEnded, bodyReelected, unitDissolved } from '../organisation/unit.ts';

/** The posts that an event of a unit ends, with those who held them. */
function endedBy({ type, data }: Recorded): readonly { readonly person: PersonId; readonly post: string }[] {
  switch (type) {
    case 'AppointmentEnded':
      return [z.parse(appointmentEnded, data)];
    case 'BodyReelected':
      return z.parse(bodyReelected, data).ended;
    default:
      return z.parse(unitDissolved, data).ended;
  }
}

/**
 * Between offices and what their holders declared: with the end of an office, on the day it is written down, the declaration
 * made for it is gone. Who is re-elected is asked anew.
 */
export const endedDeclarations: Process = {
  name: 'ended-declarations',
  on: ['AppointmentEnded', 'BodyReelected', 'UnitDissolved'],
  react(event, facts) {
    const unit = streamKey(event.stream);
    return endedBy(event).flatMap(({ person, post }) =>
      facts(declaredOffices(person)).some((one) => one.unit === unit && one.post === post)
        ? [{ type: 'WithdrawDeclaration', data: { person, unit, post } }]
        : [],
    );
  },
};
