import type { GovernanceModel } from '../governance-model/model.ts';
import type { CaseStage } from '../governance-model/case-flow.ts';
import type { Setting } from '../kernel/decider.ts';
import { deadline, workingBetween, type Allowance, type Instant } from '../kernel/time.ts';
import type { Limit } from './case.ts';

const hour = 3_600_000;

/** The part of an allowance after which a warning shows, as an allowance of its own. */
function warning(from: Instant, length: Allowance, at: Instant, setting: Setting): Allowance {
  const { workingTime, cases } = setting.model;
  if ('hours' in length) return { hours: length.hours * cases.warnAt };
  const whole = workingBetween(from, at, workingTime, setting.calendar);
  return { workingHours: (whole * cases.warnAt) / hour };
}

/** The limit that begins now and lasts as long as allowed. */
export function limitOf(length: Allowance, setting: Setting, from: Instant = setting.at): Limit {
  const { workingTime } = setting.model;
  const until = deadline(from, length, workingTime, setting.calendar);
  const warn = warning(from, length, until.at, setting);
  return {
    from,
    runs: 'hours' in length ? 'clock' : 'working',
    warnAt: Math.min(until.at, deadline(from, warn, workingTime, setting.calendar).at),
    at: until.at,
    unpublishedYears: [...until.unpublishedYears],
  };
}

const allowanceOf = (model: GovernanceModel, grade: string, stage: CaseStage) =>
  model.cases.grades.find(({ id }) => id === grade)?.allow[stage];

/** The limit of a stage that begins now for a case of a grade; undefined where the model sets none. */
export function stageLimit(stage: CaseStage, grade: string, setting: Setting): Limit | undefined {
  const length = allowanceOf(setting.model, grade, stage);
  return length === undefined ? undefined : limitOf(length, setting);
}

/** From an instant to the end of a limit, in milliseconds of the time that it counts; 0 where that has passed. */
const fromThen = (at: Instant, limit: Limit, { model, calendar }: Setting): number =>
  limit.runs === 'clock' ? Math.max(0, limit.at - at) : workingBetween(at, limit.at, model.workingTime, calendar);

/** What is left of a limit, in milliseconds of the time that it counts; 0 where it has passed. */
export const timeLeft = (limit: Limit | undefined, setting: Setting): number | undefined =>
  limit === undefined ? undefined : fromThen(setting.at, limit, setting);

/**
 * A limit that goes on with what was left of it. At least a minute, so that a person can still act on it. Its warning is as
 * long before the end as it was: it comes after the same share of the whole, and at once where that is past.
 */
export function resumedLimit(was: Limit | undefined, left: number | undefined, setting: Setting): Limit | undefined {
  if (was === undefined || left === undefined) return undefined;
  const allowance = (time: number): Allowance =>
    was.runs === 'clock' ? { hours: time / hour } : { workingHours: time / hour };
  const limit = limitOf(allowance(Math.max(left, 60_000)), setting);
  const toWarn = left - fromThen(was.warnAt, was, setting);
  if (toWarn <= 0) return { ...limit, warnAt: setting.at };
  const { at } = deadline(setting.at, allowance(toWarn), setting.model.workingTime, setting.calendar);
  return { ...limit, warnAt: Math.min(limit.at, at) };
}
