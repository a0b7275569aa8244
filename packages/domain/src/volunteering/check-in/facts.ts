import * as z from 'zod/mini';
import { fact, type FactReader } from '../../kernel/facts.ts';
import { personId, type PersonId, type UnitId } from '../../kernel/ids.ts';
import { checkInStream, reportedOf, unitCheckInStream, type CheckInState, type Reported } from './check-in.ts';

/** What is known of a check-in: the unit that lists them, and where they have reported. */
export interface CheckInFact {
  readonly unit?: string | undefined;
  readonly reported?: Reported | undefined;
}

/** The check-in of a person; empty where they are on no list and with no community. */
export const checkInOf = fact<CheckInFact>()<[PersonId]>('checkInOf');

/** The check-in of a unit; empty where it is not due and with no community. */
export const unitCheckInOf = fact<CheckInFact>()<[UnitId]>('unitCheckInOf');

/** The members whom a unit lists. */
export const membersListedBy = fact<readonly PersonId[]>()<[UnitId]>('membersListedBy');

const factOf = (state: CheckInState | undefined): CheckInFact => ({ unit: state?.unit, reported: reportedOf(state) });

const readCheckIn: FactReader = async (source, person) => factOf(await source.load(checkInStream(String(person))));
const readUnitCheckIn: FactReader = async (source, unit) => factOf(await source.load(unitCheckInStream(String(unit))));

const member = z.object({ person: personId });

/** Whoever has reported stands in one list, whoever has not in the other. */
const readMembers: FactReader = async (source, unit): Promise<readonly PersonId[]> => {
  const where = { unit: String(unit), who: 'person' };
  const rows = [...(await source.find('check-ins', where)), ...(await source.find('missing-check-ins', where))];
  const listed: PersonId[] = [];
  for (const { person } of z.array(member).parse(rows)) {
    if ((await source.load<CheckInState>(checkInStream(person)))?.unit === unit) listed.push(person);
  }
  return listed;
};

export const checkInFacts = {
  checkInOf: readCheckIn,
  unitCheckInOf: readUnitCheckIn,
  membersListedBy: readMembers,
} satisfies Readonly<Record<string, FactReader>>;
