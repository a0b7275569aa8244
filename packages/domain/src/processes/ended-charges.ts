import type { Process } from '../kernel/decider.ts';
import { membersOf } from '../kernel/facts.ts';
import { streamKey, unitId } from '../kernel/ids.ts';
import { civilDateOf } from '../kernel/time.ts';
import { chargesOf } from '../organisation/linkage/decide.ts';
import { endedBy } from './ended-posts.ts';

/**
 * Between posts and compounds: who has left a unit stands for no compound on its behalf. Who holds another post in it, or was
 * re-elected, goes on.
 */
export const endedCharges: Process = {
  name: 'ended-charges',
  on: ['AppointmentEnded', 'BodyReelected', 'UnitDissolved'],
  react(event, facts, model) {
    const unit = unitId.parse(streamKey(event.stream));
    const members = new Set(facts(membersOf(unit, civilDateOf(event.at, model.workingTime))).map((one) => one.person));
    const lost = new Set(endedBy(event).all.map(({ person }) => person));
    const gone = [...lost].filter((person) => !members.has(person));
    return gone.flatMap((person) =>
      facts(chargesOf(unit, person)).map(({ compound, side }) => ({ type: 'LeaveCharge', data: { compound, side } })),
    );
  },
};
