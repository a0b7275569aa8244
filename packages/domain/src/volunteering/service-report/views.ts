import * as z from 'zod/mini';
import { streamKey } from '../../kernel/ids.ts';
import { table } from '../../kernel/views.ts';
import { serviceRecords } from './records.ts';
import { serviceReportEventSchemas, yearOfService, type ServiceReportEvent } from './service-report.ts';

/** The report of a year as the person sees it, before anybody else does. */
export const serviceReportRow = z.object({
  id: z.string(),
  person: z.string(),
  employer: z.string(),
  stage: z.enum(['drafted', 'consented', 'declined', 'lapsed', 'sent']),
  draft: z.number(),
  year: z.string(),
  report: yearOfService,
  /** When it goes out, unless the person thinks better of it; there while it is agreed to. */
  sendAt: z.optional(z.number()),
});
export type ServiceReportRow = z.infer<typeof serviceReportRow>;

/** A person's own reports, for that person. */
export const serviceReports = table<ServiceReportRow, ServiceReportEvent>({
  name: 'service-reports',
  row: serviceReportRow,
  on: Object.keys(serviceReportEventSchemas),
  keys: ({ stream }) => [streamKey(stream)],
  project(row, event, id) {
    switch (event.type) {
      case 'ReportDrafted': {
        const { person, employer, draft, report } = event.data;
        return { id, person, employer, stage: 'drafted', draft, year: report.year, report };
      }
      case 'ReportConsented':
        return row && { ...row, stage: 'consented', sendAt: event.data.sendAt };
      case 'ReportDeclined':
        return row && { ...row, stage: 'declined', sendAt: undefined };
      case 'ReportLapsed':
        return row && { ...row, stage: 'lapsed', sendAt: undefined };
      case 'ReportSent':
        return row && { ...row, stage: 'sent', sendAt: undefined };
    }
  },
  indexes: [['person', 'year']],
  about: { owner: 'person' },
});

/** A report that an employer has received. */
export const sentReportRow = z.object({
  id: z.string(),
  employer: z.string(),
  person: z.string(),
  year: z.string(),
  report: yearOfService,
  day: z.string(),
});
export type SentReportRow = z.infer<typeof sentReportRow>;

type Sent = Extract<ServiceReportEvent, { readonly type: 'ReportSent' }>;

/** What has gone to each employer: a row is there from the sending on, and not before. */
export const sentReports = table<SentReportRow, Sent>({
  name: 'sent-reports',
  row: sentReportRow,
  on: ['ReportSent'],
  keys: ({ stream }) => [streamKey(stream)],
  project: (_row, { data: { employer, person, report, day } }, id) => ({
    id,
    employer,
    person,
    year: report.year,
    report,
    day,
  }),
  indexes: [['employer', 'year'], ['person']],
  about: { unit: 'employer' },
});

/** Read models of service: what each person did, the reports of their years, and what went to the employers. */
export const serviceReportViews = [serviceRecords, serviceReports, sentReports] as const;
