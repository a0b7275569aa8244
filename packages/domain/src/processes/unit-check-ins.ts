import * as z from 'zod/mini';
import type { GovernanceModel } from '../governance-model/model.ts';
import type { Process } from '../kernel/decider.ts';
import type { Message, Recorded } from '../kernel/envelope.ts';
import type { Facts } from '../kernel/facts.ts';
import { streamKey, unitId, type UnitId } from '../kernel/ids.ts';
import { unitFounded } from '../organisation/unit.ts';
import { membersListedBy, unitCheckInOf } from '../volunteering/check-in/facts.ts';

/** A new unit of a kind that reports to communities is due to report. */
function afterFounding(unit: UnitId, { data }: Recorded, model: GovernanceModel): readonly Message[] {
  const { kind } = z.parse(unitFounded, data);
  return model.volunteering?.checkIn?.units.includes(kind) === true ? [{ type: 'ListUnit', data: { unit } }] : [];
}

/** A unit that is no more is with no community, and due nowhere; whom it listed another may list. */
function afterDissolution(unit: UnitId, facts: Facts, { volunteering }: GovernanceModel): readonly Message[] {
  if (volunteering?.checkIn === undefined) return [];
  const { unit: listed, reported } = facts(unitCheckInOf(unit));
  return [
    ...(reported === undefined ? [] : [{ type: 'EndUnitCheckIn', data: { unit } }]),
    ...(listed === undefined ? [] : [{ type: 'DelistUnit', data: { unit } }]),
    ...facts(membersListedBy(unit)).map((person) => ({ type: 'DelistMember', data: { person } })),
  ];
}

/** Between units and their check-ins: who is due to report comes from the organisation itself, so that nobody is left out. */
export const unitCheckIns: Process = {
  name: 'unit-check-ins',
  on: ['UnitFounded', 'UnitDissolved'],
  react(event, facts, model) {
    const unit = unitId.parse(streamKey(event.stream));
    return event.type === 'UnitFounded' ? afterFounding(unit, event, model) : afterDissolution(unit, facts, model);
  },
};
