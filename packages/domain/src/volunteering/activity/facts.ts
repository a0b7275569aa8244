import { fact, type FactReader } from '../../kernel/facts.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { hoursStream, type HoursState, type Span } from './hours.ts';

/** When a person did what they were credited with of late: spans that do not overlap, in order. */
export const creditedOf = fact<readonly Span[]>()<[PersonId]>('creditedOf');

/** The version of the person's hours is noted: two who sign one person out at once cannot both count the same minutes. */
const readCredited: FactReader = async (source, person): Promise<readonly Span[]> =>
  (await source.load<HoursState>(hoursStream(String(person))))?.spans ?? [];

export const activityFacts = { creditedOf: readCredited } satisfies Readonly<Record<string, FactReader>>;
