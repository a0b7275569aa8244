import type { Setting } from '../kernel/decider.ts';
import { civilDateOf, type CivilDate } from '../kernel/time.ts';

const dayLength = 86_400_000;

/** The day so many days after another. */
export const daysAfter = (date: CivilDate, days: number): CivilDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10);

/** The civil date on which something is asked, where it is asked. */
export const todayOf = ({ at, model }: Setting): CivilDate => civilDateOf(at, model.workingTime);
