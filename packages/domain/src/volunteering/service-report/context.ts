import type { Context, EventSpec } from '../../kernel/decider.ts';
import { serviceReportCommandSpecs, type ServiceReportCommand } from './commands.ts';
import { decideServiceReport } from './decide.ts';
import { serviceReportFacts } from './facts.ts';
import {
  evolveServiceReport,
  serviceReportEventSchemas,
  type ServiceReportEvent,
  type ServiceReportState,
} from './service-report.ts';
import { serviceReportViews } from './views.ts';

const first = (schema: EventSpec['schema']): EventSpec => ({ v: 1, schema });

/** The yearly report to a serving member's employer: drawn up from records, seen by the person first, sent with consent alone. */
export const serviceReportContext: Context<ServiceReportState, ServiceReportCommand, ServiceReportEvent> = {
  name: 'service-report',
  streams: ['service-report'],
  commands: serviceReportCommandSpecs,
  events: {
    ReportDrafted: first(serviceReportEventSchemas.ReportDrafted),
    ReportConsented: first(serviceReportEventSchemas.ReportConsented),
    ReportDeclined: first(serviceReportEventSchemas.ReportDeclined),
    ReportLapsed: first(serviceReportEventSchemas.ReportLapsed),
    ReportSent: first(serviceReportEventSchemas.ReportSent),
  },
  decide: decideServiceReport,
  evolve: evolveServiceReport,
  views: serviceReportViews,
  facts: serviceReportFacts,
  sees: 'see:service-reports',
  about: ({ person }) => ({ owner: person }),
  due: (state) =>
    state.stage === 'consented'
      ? {
          at: state.sendAt,
          command: { type: 'SendReport', data: { person: state.person, year: state.report.year } },
        }
      : undefined,
};
