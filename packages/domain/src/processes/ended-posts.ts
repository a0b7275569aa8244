import * as z from 'zod/mini';
import type { Recorded } from '../kernel/envelope.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { CivilDate } from '../kernel/time.ts';
import { appointmentEnded, bodyReelected, unitDissolved } from '../organisation/unit.ts';

/** What a person held in a unit until a day. */
export interface Ended {
  readonly person: PersonId;
  readonly post: string;
}

/** The appointments that an event of a unit ends, and the day: of `AppointmentEnded`, `BodyReelected` and `UnitDissolved`. */
export function endedBy({ type, data }: Recorded): { readonly on: CivilDate; readonly all: readonly Ended[] } {
  switch (type) {
    case 'AppointmentEnded': {
      const { on, ...one } = z.parse(appointmentEnded, data);
      return { on, all: [one] };
    }
    case 'BodyReelected': {
      const { term, ended } = z.parse(bodyReelected, data);
      return { on: term.from, all: ended };
    }
    default: {
      const { on, ended } = z.parse(unitDissolved, data);
      return { on, all: ended };
    }
  }
}
