import * as z from 'zod/mini';
import type { Recorded } from '../kernel/envelope.ts';
import type { EventSpec } from '../kernel/decider.ts';
import { inOffice, passedOn, writers, type PersonalField } from '../kernel/personal.ts';
import { caseReported, type CaseEvent } from './case.ts';

/** What of a report says whose it is. */
const reported = z.object({ reporter: caseReported.shape.reporter });

/** The reporter of a report, where the desk knows them; what was taken down for a caller is nobody's that can be told. */
function reporterOf({ data }: Recorded): string | undefined {
  const { reporter } = reported.parse(data);
  return 'person' in reporter ? reporter.person : undefined;
}

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

const reportersOwn = (purpose: PersonalField['purpose']): readonly PersonalField[] => [{ purpose, person: reporterOf }];
const officeFiles: readonly PersonalField[] = [{ ...writers('office'), files: true }];
const reason = { reason: inOffice };

/** Why the texts and photos of cases are kept, and whose they are. */
export const casePersonal: { readonly [T in CaseEvent['type']]?: EventSpec['personal'] } = {
  CaseReported: {
    text: reportersOwn('own-matter'),
    address: reportersOwn('own-matter'),
    fields: reportersOwn('own-matter'),
    contact: reportersOwn('contact'),
    photos: [{ purpose: 'own-matter', person: reporterOf, files: true }],
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
