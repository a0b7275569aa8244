import * as z from 'zod/mini';
import { unreachable } from '../../kernel/decider.ts';
import type { Message, Recorded } from '../../kernel/envelope.ts';
import { personId, streamKey, unitId, type PersonId, type StreamId, type UnitId } from '../../kernel/ids.ts';
import { civilDate, instant, type Instant } from '../../kernel/time.ts';
import { serviceKind, type ServiceRecordRow } from './records.ts';

/** A line of a report: what, how often, and for how many minutes where it is counted in time. */
export const reportLine = z.strictObject({
  kind: serviceKind,
  of: z.string(),
  times: z.int().check(z.minimum(1)),
  minutes: z.int().check(z.minimum(0)),
});
export type ReportLine = z.infer<typeof reportLine>;

/** A year of a person's service as their employer may read it: what was done, and nothing of how well. */
export const yearOfService = z.strictObject({
  year: z.string(),
  lines: z.array(reportLine),
  /** Over all lines. */
  minutes: z.int().check(z.minimum(0)),
});
export type YearOfService = z.infer<typeof yearOfService>;

/** Before and after: kinds in the order in which they are named, then by what they are of. */
const order = serviceKind.options;
const placeIn = ({ kind, of }: ReportLine): string => `${order.indexOf(kind)} ${of}`;

/** The report of a person's year from the records of what they did; records of others and of other years do not count. */
export function yearOf(rows: readonly ServiceRecordRow[], person: string, year: string): YearOfService {
  const own = rows.filter((row) => row.person === person && row.year === year && row.times > 0);
  const lines = own.map(({ kind, of, times, minutes }) => ({ kind, of, times, minutes }));
  const inOrder = [...lines].sort((a, b) => (placeIn(a) < placeIn(b) ? -1 : 1));
  return { year, lines: inOrder, minutes: lines.reduce((sum, line) => sum + line.minutes, 0) };
}

const whose = { person: personId, employer: unitId };
/** Which draft of the report: it counts up when the report is drawn up anew. */
const draft = z.int().check(z.minimum(1));

/** The report of a year was drawn up from the records, for the person to see. */
export const reportDrafted = z.strictObject({ ...whose, draft, report: yearOfService, day: civilDate });
/** The person agrees that this draft goes to the employer, from an instant on. */
export const reportConsented = z.strictObject({ ...whose, draft, sendAt: instant });
/** The person does not agree, or has thought better of it; nothing goes out. */
export const reportDeclined = z.strictObject({ ...whose, draft });
/** The person agreed, but serves in that unit no more, or was erased meanwhile; nothing goes out. */
export const reportLapsed = z.strictObject({ ...whose, draft });
/** The report went to the employer, as the person saw it. */
export const reportSent = z.strictObject({ ...whose, draft, report: yearOfService, day: civilDate });

/** The data of every event of a yearly report, by the event's type. */
export const serviceReportEventSchemas = {
  ReportDrafted: reportDrafted,
  ReportConsented: reportConsented,
  ReportDeclined: reportDeclined,
  ReportLapsed: reportLapsed,
  ReportSent: reportSent,
} as const;

type Schemas = typeof serviceReportEventSchemas;
/** What can happen to the report of a person's year. */
export type ServiceReportEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

interface Drafted {
  readonly id: string;
  readonly person: PersonId;
  readonly employer: UnitId;
  readonly draft: number;
  readonly report: YearOfService;
}

/** The report of a person's year. It goes out from `consented` alone. */
export type ServiceReportState =
  | (Drafted & { readonly stage: 'drafted' | 'declined' | 'lapsed' | 'sent' })
  | (Drafted & { readonly stage: 'consented'; readonly sendAt: Instant });

/** The stream of the report of a person's year. */
export const serviceReportStream = (person: string, year: string): StreamId => `service-report/${person}-${year}`;

function next(
  state: ServiceReportState,
  event: Exclude<Recorded<ServiceReportEvent>, { readonly type: 'ReportDrafted' }>,
): ServiceReportState {
  const { id, person, employer, draft: of, report } = state;
  const same = { id, person, employer, draft: of, report };
  switch (event.type) {
    case 'ReportConsented':
      return { ...same, stage: 'consented', sendAt: event.data.sendAt };
    case 'ReportDeclined':
      return { ...same, stage: 'declined' };
    case 'ReportLapsed':
      return { ...same, stage: 'lapsed' };
    case 'ReportSent':
      return { ...same, stage: 'sent' };
    default:
      return unreachable(event);
  }
}

/** Folds what happened into the report of a year. */
export function evolveServiceReport(
  state: ServiceReportState | undefined,
  event: Recorded<ServiceReportEvent>,
): ServiceReportState {
  if (event.type === 'ReportDrafted') {
    const { person, employer, draft: of, report } = event.data;
    return { stage: 'drafted', id: streamKey(event.stream), person, employer, draft: of, report };
  }
  if (state === undefined) throw new Error(`${event.stream} begins with ${event.type}`);
  return next(state, event);
}
