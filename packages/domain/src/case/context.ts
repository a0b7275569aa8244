import type { CommandSpec, Context, Due, EventSpec } from '../kernel/decider.ts';
import { caseId } from '../kernel/ids.ts';
import { civilDateOf } from '../kernel/time.ts';
import {
  caseEventSchemas,
  evolveCase,
  hasEnded,
  ownerOf,
  currentHandler,
  type CaseEvent,
  type CaseState,
} from './case.ts';
import { caseCommandSpecs, type CaseCommand } from './commands.ts';
import { decideCase } from './decide.ts';
import { caseFacts } from './facts.ts';
import { duplicatesOfCase } from './questions.ts';
import { caseOfferRules, caseOffers } from './offers.ts';
import { casePersonal } from './personal.ts';
import { caseViews, isReporters } from './views.ts';

const first = (schema: EventSpec['schema']): EventSpec => ({ v: 1, schema });

const events = {
  CaseReported: {
    ...first(caseEventSchemas.CaseReported),
    /** Numbered within the day of the report: `2026-1030-0417`. */
    series: (_event, { at, model }) => {
      const day = civilDateOf(at, model.workingTime);
      return `${day.slice(0, 4)}-${day.slice(5, 7)}${day.slice(8)}`;
    },
  } satisfies EventSpec,
  CaseAccepted: first(caseEventSchemas.CaseAccepted),
  CaseDeclined: first(caseEventSchemas.CaseDeclined),
  CaseFiled: first(caseEventSchemas.CaseFiled),
  CaseDispatched: first(caseEventSchemas.CaseDispatched),
  CaseStarted: first(caseEventSchemas.CaseStarted),
  ReporterContacted: first(caseEventSchemas.ReporterContacted),
  ContactWarned: first(caseEventSchemas.ContactWarned),
  ContactOverdue: first(caseEventSchemas.ContactOverdue),
  CaseHandled: first(caseEventSchemas.CaseHandled),
  CaseReturned: first(caseEventSchemas.CaseReturned),
  CaseReassigned: first(caseEventSchemas.CaseReassigned),
  ExtensionAsked: first(caseEventSchemas.ExtensionAsked),
  ExtensionRefused: first(caseEventSchemas.ExtensionRefused),
  CaseExtended: first(caseEventSchemas.CaseExtended),
  CaseUrged: first(caseEventSchemas.CaseUrged),
  CaseSuspended: first(caseEventSchemas.CaseSuspended),
  CaseResumed: first(caseEventSchemas.CaseResumed),
  CaseVerified: first(caseEventSchemas.CaseVerified),
  CaseReworked: first(caseEventSchemas.CaseReworked),
  CaseReplied: first(caseEventSchemas.CaseReplied),
  CaseRated: first(caseEventSchemas.CaseRated),
  CaseReopened: first(caseEventSchemas.CaseReopened),
  CaseEscalated: first(caseEventSchemas.CaseEscalated),
  CaseSettled: first(caseEventSchemas.CaseSettled),
  CaseReferred: first(caseEventSchemas.CaseReferred),
  CaseMerged: first(caseEventSchemas.CaseMerged),
  CaseAbsorbed: first(caseEventSchemas.CaseAbsorbed),
  CaseWithdrawn: first(caseEventSchemas.CaseWithdrawn),
  CaseVoided: first(caseEventSchemas.CaseVoided),
  DeadlineWarned: first(caseEventSchemas.DeadlineWarned),
  CaseSupervised: first(caseEventSchemas.CaseSupervised),
  AnswerableNoted: first(caseEventSchemas.AnswerableNoted),
  CaseRefiled: first(caseEventSchemas.CaseRefiled),
  ReplyShared: first(caseEventSchemas.ReplyShared),
};

const withPersonal = <Specs extends Readonly<Record<string, EventSpec>>>(specs: Specs): Specs => {
  const marks: Readonly<Record<string, EventSpec['personal']>> = casePersonal;
  const marked = Object.entries(specs).map(([type, spec]) => {
    const personal = marks[type];
    return [type, { ...spec, ...(personal && { personal }) }] as const;
  });
  return { ...specs, ...Object.fromEntries(marked) };
};

const withOffers = <Specs extends Readonly<Record<string, CommandSpec>>>(specs: Specs): Specs => {
  const offers: Readonly<Record<string, CommandSpec['offer']>> = caseOffers;
  const rules: Readonly<Record<string, CommandSpec['rule']>> = caseOfferRules;
  const offered = Object.entries(specs).map(([type, spec]) => {
    const [offer, rule] = [offers[type], rules[type]];
    return [type, { ...spec, ...(offer && { offer }), ...(rule && { rule }) }] as const;
  });
  return { ...specs, ...Object.fromEntries(offered) };
};

/** The first contact is warned of, and looked at when its time is up, unless the case has ended or stands still. */
function contactDue(state: CaseState): Due | undefined {
  const { contactBy, stage } = state;
  if (contactBy === undefined || stage === 'suspended' || hasEnded(stage)) return undefined;
  const data = { case: caseId.parse(state.id), due: contactBy.at };
  return state.contactWarned === true
    ? { at: contactBy.at, command: { type: 'NoteContactOverdue', data } }
    : { at: contactBy.warnAt, command: { type: 'WarnContact', data } };
}

/** A warning comes first, supervision when the time is up. */
function stageDue(state: CaseState): Due | undefined {
  const { limit, stage } = state;
  if (limit === undefined || state.supervised) return undefined;
  const data = { case: caseId.parse(state.id), stage, due: limit.at };
  return state.warned
    ? { at: limit.at, command: { type: 'SuperviseCase', data } }
    : { at: limit.warnAt, command: { type: 'WarnDeadline', data } };
}

/** Whichever comes first. */
function dueOf(state: CaseState): Due | undefined {
  const [stage, contact] = [stageDue(state), contactDue(state)];
  if (stage === undefined || contact === undefined) return stage ?? contact;
  return contact.at < stage.at ? contact : stage;
}

/** Cases: from a report to the reply and what the reporter thinks of it. */
export const caseContext: Context<CaseState, CaseCommand, CaseEvent> = {
  name: 'case',
  streams: ['case'],
  commands: withOffers(caseCommandSpecs),
  events: withPersonal(events),
  decide: decideCase,
  evolve: evolveCase,
  views: caseViews,
  questions: [duplicatesOfCase],
  facts: caseFacts,
  sees: 'see:cases',
  about: (state) => ({
    territory: state.cohort.grid,
    unit: state.turn,
    handler: currentHandler(state),
    owner: ownerOf(state.reporter),
  }),
  tellsWho: (event) => !isReporters(event),
  due: dueOf,
};
