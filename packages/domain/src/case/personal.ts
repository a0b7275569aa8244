import * as z from 'zod/mini';
import type { Recorded } from '../kernel/envelope.ts';
import type { EventSpec } from '../kernel/decider.ts';
import { inOffice, passedOn, writers, type PersonalField } from '../kernel/personal.ts';
import { caseReported, type CaseEvent } from './case.ts';

/** What of a report says whose it is. */
const reported = z.object({ reporter: caseReported.shape.reporter, channel: caseReported.shape.channel });

/** The reporter of a report, where the desk knows them; what was taken down for a caller is nobody's that can be told. */
function reporterOf({ data }: Recorded): string | undefined {
  const { reporter } = reported.parse(data);
  return 'person' in reporter ? reporter.person : undefined;
}

/** A report that a gridder made on their rounds is no matter of their own: it was found in office. */
const inOwnMatter = (event: Recorded): boolean => reported.parse(event.data).channel !== 'gridder';

/** Whoever said it about their own report; a step that the place's people may take too is said in office by them. */
const reportersWords: readonly PersonalField[] = [
  {
    purpose: 'own-matter',
    person: (event) =>
      typeof event.data === 'object' && event.data !== null && 'byReporter' in event.data
        ? writers('own-matter').person(event)
        : undefined,
  },
  ...inOffice,
];

/** What a report says: the reporter's own matter, or found in office. */
const told: readonly PersonalField[] = [
  { purpose: 'own-matter', person: (event) => (inOwnMatter(event) ? reporterOf(event) : undefined) },
  { purpose: 'office', person: reporterOf },
];
const toldByPhoto = told.map((field): PersonalField => ({ ...field, files: true }));
const officeFiles: readonly PersonalField[] = [{ ...writers('office'), files: true }];
const reason = { reason: inOffice };

/** Why the texts and photos of cases are kept, and whose they are. */
export const casePersonal: { readonly [T in CaseEvent['type']]?: EventSpec['personal'] } = {
  CaseReported: {
    text: told,
    address: told,
    fields: told,
    contact: [{ purpose: 'contact', person: reporterOf }],
    photos: toldByPhoto,
  },
  CaseDeclined: reason,
  CaseDispatched: reason,
  ReporterContacted: { note: inOffice },
  CaseHandled: { result: inOffice, photos: officeFiles },
  CaseReturned: reason,
  CaseReassigned: reason,
  ExtensionAsked: reason,
  CaseExtended: reason,
  ExtensionRefused: reason,
  CaseUrged: { note: reportersWords },
  CaseSuspended: reason,
  CaseVerified: { note: inOffice },
  CaseReworked: reason,
  CaseReplied: { reply: inOffice },
  CaseRated: { comment: reportersWords },
  CaseReopened: { reason: reportersWords },
  CaseEscalated: { text: passedOn, reason: inOffice },
  CaseSettled: { resolution: passedOn },
  CaseReferred: { resolution: passedOn },
  CaseMerged: reason,
  CaseWithdrawn: { reason: reportersWords },
  CaseVoided: reason,
  ReplyShared: { reply: passedOn },
};
