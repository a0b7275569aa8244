import { caseStages, type Allowance, type GovernanceModel, type Language } from '@keting/domain';
import { formatNumber, workingDaysText, workingHoursText } from '../base/format.ts';

/** One of the steps that the account tells of, and how long it may take; no time where the model sets none. */
export interface NextStep {
  readonly id: string;
  readonly label: string;
  /** How long it may take, in words; empty where no limit is set. */
  readonly within: string;
}

/** The longest first, as one says them. */
const units = ['workingDays', 'workingHours', 'hours'] as const;
type Unit = (typeof units)[number];

const amountOf = (allowance: Allowance): readonly [Unit, number] => {
  if ('hours' in allowance) return ['hours', allowance.hours];
  return 'workingHours' in allowance
    ? ['workingHours', allowance.workingHours]
    : ['workingDays', allowance.workingDays];
};

/** Stages off the loop are not part of what a reporter is to expect. */
const onTheLoop = caseStages.slice(0, caseStages.indexOf('replied') + 1);

function inWords(unit: Unit, amount: number, language: Language): string {
  if (unit === 'workingHours') return workingHoursText(amount, language);
  if (unit === 'workingDays') return workingDaysText(amount, language);
  const hours = formatNumber(amount, language);
  if (language === 'en') return `${hours} ${amount === 1 ? 'hour' : 'hours'}`;
  return language === 'zh-Hant' ? `${hours} 小時` : `${hours} 小时`;
}

function totals(allowances: readonly Allowance[]): ReadonlyMap<Unit, number> {
  const sums = new Map<Unit, number>();
  for (const [unit, amount] of allowances.map(amountOf)) sums.set(unit, (sums.get(unit) ?? 0) + amount);
  return new Map(units.filter((unit) => sums.has(unit)).map((unit) => [unit, sums.get(unit) ?? 0]));
}

/** What happens to a case of a class after its report, step by step, under the deadlines of its grade. */
export function nextSteps(model: GovernanceModel, of: string, language: Language): readonly NextStep[] {
  const grade = model.cases.classes.find(({ id }) => id === of)?.grade;
  const allow = model.cases.grades.find(({ id }) => id === grade)?.allow ?? {};
  return model.cases.phases.map(({ id, label }) => {
    const stages = onTheLoop.filter((stage) => model.cases.stages.some((one) => one.id === stage && one.phase === id));
    const allowances = stages.flatMap((stage) => allow[stage] ?? []);
    const words = [...totals(allowances)].map(([unit, amount]) => inWords(unit, amount, language));
    return { id, label: label[language], within: words.join(language === 'en' ? ' and ' : '加 ') };
  });
}
