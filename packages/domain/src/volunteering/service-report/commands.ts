import * as z from 'zod/mini';
import type { CommandSpec } from '../../kernel/decider.ts';
import type { Message } from '../../kernel/envelope.ts';
import { personId } from '../../kernel/ids.ts';
import { checkInOf } from '../check-in/facts.ts';
import { serviceReportStream, type ServiceReportState } from './service-report.ts';

const of = { person: personId, year: z.string().check(z.regex(/^\d{4}$/)) };
const answer = z.strictObject({ ...of, draft: z.int().check(z.minimum(1)) });

const schemas = {
  /** Draws the report of a year up, or draws it up anew until the person has agreed to it. */
  DraftReport: z.strictObject(of),
  /** Agrees to a draft, by its number: to what was seen, not to what may have been drawn up since. */
  ConsentReport: answer,
  /** Does not agree, or takes an agreement back while the report has not gone out. */
  DeclineReport: z.strictObject(of),
  /** Sends what the person agreed to, when the time to think better of it is over. */
  SendReport: z.strictObject(of),
} as const;

type Schemas = typeof schemas;
export type ReportData = z.infer<Schemas['DraftReport']>;
export type ConsentReportData = z.infer<typeof answer>;

/** What may be asked of a report that was drawn up. */
export type ServiceReportStep =
  Message<'ConsentReport', ConsentReportData> | Message<'DeclineReport' | 'SendReport', ReportData>;
/** What may be asked of yearly reports. */
export type ServiceReportCommand = Message<'DraftReport', ReportData> | ServiceReportStep;

const stream = ({ person, year }: ReportData) => serviceReportStream(person, year);

/** Whoever looks after the community that the person reported to draws it up; they need not see it for that. */
const draft: CommandSpec<ReportData> = {
  schema: () => schemas.DraftReport,
  stream,
  begins: true,
  about({ person }, _state, facts) {
    const { reported } = facts(checkInOf(person));
    return { owner: person, unit: reported?.community, territory: reported?.territory };
  },
};
const step = (schema: z.ZodMiniType): CommandSpec<ReportData, ServiceReportState> => ({
  schema: () => schema,
  stream,
  about: ({ person }) => ({ owner: person }),
});

/** Every command on a yearly report: what it may say, the stream it is decided on, whose step it is. */
export const serviceReportCommandSpecs = {
  DraftReport: draft,
  ConsentReport: step(schemas.ConsentReport),
  DeclineReport: step(schemas.DeclineReport),
  SendReport: step(schemas.SendReport),
} as const;
