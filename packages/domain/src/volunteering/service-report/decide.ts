import type { VolunteeringRules } from '../../governance-model/volunteering-rules.ts';
import { accept, unreachable, type Decision, type Setting } from '../../kernel/decider.ts';
import { isErased, type Facts } from '../../kernel/facts.ts';
import { unitId } from '../../kernel/ids.ts';
import { refuseBy, type Refusal, type RefusalCatalogue } from '../../kernel/refusal.ts';
import { checkInOf } from '../check-in/facts.ts';
import { todayOf } from '../dates.ts';
import type { ConsentReportData, ReportData, ServiceReportCommand, ServiceReportStep } from './commands.ts';
import { serviceIn } from './facts.ts';
import { yearOf, type ServiceReportEvent, type ServiceReportState } from './service-report.ts';

/** What a yearly report may be refused for, and the capability that says so. */
export const serviceReportRefusals = {
  'yearly-report-lacking': 'VOL-05',
  'report-year-not-over': 'VOL-05',
  'report-employer-unknown': 'VOL-05',
  'report-not-drafted': 'VOL-05',
  'report-sent': 'VOL-05',
  'report-consented': 'VOL-05',
  'report-not-consented': 'VOL-05',
  'report-redrafted': 'VOL-05',
  'report-not-ones-own': 'VOL-05',
  'report-not-due': 'VOL-05',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(serviceReportRefusals);
type Decided = Decision<ServiceReportEvent>;
type Rules = NonNullable<VolunteeringRules['yearlyReport']>;

const hour = 3_600_000;

/** What the person has agreed to is not drawn up anew behind their back; what went out has gone. */
function redraftFault(state: ServiceReportState | undefined): Refusal | undefined {
  if (state?.stage === 'sent') return refuse('report-sent', { ids: [state.id] });
  return state?.stage === 'consented' ? refuse('report-consented', { ids: [state.id] }) : undefined;
}

/** A year that is over is drawn up from the records, for the unit that the person serves in. */
function draftReport(
  state: ServiceReportState | undefined,
  { person, year }: ReportData,
  facts: Facts,
  setting: Setting,
): Decided {
  const fault = redraftFault(state);
  if (fault !== undefined) return fault;
  const day = todayOf(setting);
  if (year >= day.slice(0, 4)) return refuse('report-year-not-over', { params: { year } });
  const { unit } = facts(checkInOf(person));
  if (unit === undefined) return refuse('report-employer-unknown', { ids: [person] });
  const report = yearOf(facts(serviceIn(person, year)), person, year);
  const draft = (state?.draft ?? 0) + 1;
  return accept({ type: 'ReportDrafted', data: { person, employer: unitId.parse(unit), draft, report, day } });
}

const of = ({ person, employer, draft }: ServiceReportState) => ({ person, employer, draft });

/** Only the person answers for themselves, whatever the rules of access let others do. */
const isOwn = ({ person }: ServiceReportState, { actor }: Setting): boolean =>
  actor.kind === 'person' && actor.person === person;

function consent(state: ServiceReportState, { draft }: ConsentReportData, rules: Rules, setting: Setting): Decided {
  const ids = [state.id];
  if (!isOwn(state, setting)) return refuse('report-not-ones-own', { ids });
  if (state.stage === 'consented') return refuse('report-consented', { ids });
  if (draft !== state.draft) return refuse('report-redrafted', { ids });
  const sendAt = setting.at + rules.reflectionHours * hour;
  return accept({ type: 'ReportConsented', data: { ...of(state), sendAt } });
}

function decline(state: ServiceReportState, setting: Setting): Decided {
  if (!isOwn(state, setting)) return refuse('report-not-ones-own', { ids: [state.id] });
  return accept({ type: 'ReportDeclined', data: of(state) });
}

/** Whether the unit still lists the person, who is still somebody: days go by between the consent and the sending. */
const maySend = ({ person, employer }: ServiceReportState, facts: Facts): boolean =>
  facts(checkInOf(person)).unit === employer && !facts(isErased(person));

/** Comes by itself after the consent, and never without it. It goes to whoever is the employer then, or to nobody. */
function send(state: ServiceReportState, facts: Facts, setting: Setting): Decided {
  if (state.stage !== 'consented') return refuse('report-not-consented', { ids: [state.id] });
  const { sendAt, report } = state;
  if (setting.at < sendAt) return refuse('report-not-due', { ids: [state.id], params: { due: sendAt } });
  if (!maySend(state, facts)) return accept({ type: 'ReportLapsed', data: of(state) });
  return accept({ type: 'ReportSent', data: { ...of(state), report, day: todayOf(setting) } });
}

function decideStep(
  state: ServiceReportState,
  command: ServiceReportStep,
  rules: Rules,
  facts: Facts,
  setting: Setting,
): Decided {
  switch (command.type) {
    case 'ConsentReport':
      return consent(state, command.data, rules, setting);
    case 'DeclineReport':
      return decline(state, setting);
    case 'SendReport':
      return send(state, facts, setting);
    default:
      return unreachable(command);
  }
}

/** Decides what may happen to the report of a person's year. */
export function decideServiceReport(
  state: ServiceReportState | undefined,
  command: ServiceReportCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  const rules = setting.model.volunteering?.yearlyReport;
  const ids = [command.data.person];
  if (rules === undefined) return refuse('yearly-report-lacking', { ids });
  if (command.type === 'DraftReport') return draftReport(state, command.data, facts, setting);
  if (state === undefined) return refuse('report-not-drafted', { ids });
  return state.stage === 'sent'
    ? refuse('report-sent', { ids: [state.id] })
    : decideStep(state, command, rules, facts, setting);
}
