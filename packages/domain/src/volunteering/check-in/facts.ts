import { fact, type FactReader } from '../../kernel/facts.ts';
import type { PersonId, UnitId } from '../../kernel/ids.ts';
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

const factOf = (state: CheckInState | undefined): CheckInFact => ({ unit: state?.unit, reported: reportedOf(state) });

const readCheckIn: FactReader = async (source, person) => factOf(await source.load(checkInStream(String(person))));
const readUnitCheckIn: FactReader = async (source, unit) => factOf(await source.load(unitCheckInStream(String(unit))));

export const checkInFacts = { checkInOf: readCheckIn, unitCheckInOf: readUnitCheckIn } satisfies Readonly<
  Record<string, FactReader>
>;
