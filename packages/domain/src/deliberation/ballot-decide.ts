import type { StepRule, VotingRule } from '../governance-model/procedure-rules.ts';
import { accept, unreachable, type Decision, type Setting } from '../kernel/decider.ts';
import type { Facts } from '../kernel/facts.ts';
import type { PersonId } from '../kernel/ids.ts';
import { hashText } from '../kernel/links.ts';
import { refuseBy, type Refusal, type RefusalCatalogue } from '../kernel/refusal.ts';
import { civilDateOf } from '../kernel/time.ts';
import {
  attendingOf,
  ballotStream,
  canTakePart,
  proxyOf,
  votedOf,
  type BallotEvent,
  type BallotState,
  type BallotSubject,
  type OpenBallot,
} from './ballot.ts';
import type {
  AppointProxyData,
  BallotCommand,
  BallotStep,
  CastPaperData,
  CastVoteData,
  HandOutPaperData,
  OpenBallotData,
  OpenUrnData,
} from './ballot-commands.ts';
import { seatedBody } from './body.ts';
import { sittingOf, topicOf } from './deliberation-facts.ts';
import type { Attendee } from './meeting.ts';
import { procedureOf } from './procedure.ts';
import { needed, reaches } from './share.ts';

/** What a ballot may be refused for, and the capability that says so. */
export const ballotRefusals = {
  'ballot-exists': 'DEL-03',
  'ballot-unknown': 'DEL-03',
  'not-up-for-vote': 'DEL-03',
  'nobody-entitled': 'DEL-03',
  'ballot-form-not-allowed': 'DEL-03',
  'ballot-other-form': 'DEL-03',
  'closing-in-past': 'DEL-03',
  'closing-too-far': 'DEL-03',
  'papers-too-few': 'DEL-03',
  'ballot-closed': 'DEL-03',
  'ballot-not-over': 'DEL-03',
  'no-vote': 'DEL-03',
  'not-present': 'DEL-03',
  'voted-already': 'DEL-03',
  'not-your-vote': 'DEL-03',
  'proxies-not-allowed': 'DEL-03',
  'proxy-appointed': 'DEL-03',
  'proxy-full': 'DEL-03',
  'proxy-self': 'DEL-03',
  'paper-unknown': 'DEL-03',
  'paper-spent': 'DEL-03',
  'paper-not-handed-out': 'DEL-03',
  'urn-open': 'DEL-03',
  'urn-not-open': 'DEL-03',
  'urn-too-few': 'DEL-03',
  'sitting-not-open': 'DEL-03',
  'papers-not-offered': 'DEL-03',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(ballotRefusals);
type Decided = Decision<BallotEvent>;

/** What is to be voted on, by whom, and what decides. */
interface Question {
  readonly subject: BallotSubject;
  readonly rule: VotingRule;
  readonly units: readonly string[];
  readonly territories: readonly string[];
  readonly eligible: readonly Attendee[];
  readonly present?: readonly PersonId[];
}

const voteStep = (step: StepRule | undefined) => (step?.act === 'vote' ? step : undefined);

type Asked<Key extends string> = Extract<OpenBallotData['subject'], { readonly [K in Key]: unknown }>;

/** The step at which a topic stands, where it is one that is voted on, with the list of that day. */
function aboutTopic(asked: Asked<'topic'>, facts: Facts, { at, model }: Setting): Question | undefined {
  const found = facts(topicOf(asked.topic));
  if (found?.open?.step !== asked.step) return undefined;
  const rule = voteStep(procedureOf(model, found.procedure)?.steps.find(({ id }) => id === asked.step));
  if (rule === undefined) return undefined;
  const { units, eligible } = seatedBody(rule.body, found.grids, civilDateOf(at, model.workingTime), facts);
  return {
    subject: { ...asked, round: found.open.round },
    rule: rule.voting,
    units: units.map(({ id }) => id),
    territories: found.grids,
    eligible,
  };
}

/** An item of a sitting that takes place; its list was copied when it was opened, so it serves on that day alone. */
function aboutSitting(asked: Asked<'sitting'>, facts: Facts, { at, model }: Setting): Question | undefined {
  const found = facts(sittingOf(asked.sitting));
  if (found?.open !== true || at >= found.ends || asked.item > found.items) return undefined;
  const { assembly, units, territories, eligible, present } = found;
  const rule = model.assemblies?.find(({ id }) => id === assembly);
  return rule && { subject: asked, rule: rule.voting, units, territories, eligible, present };
}

/** One ballot at a time decides a question, so that nobody opens several and keeps the one that pleases. */
const claimOf = (subject: BallotSubject): string =>
  'topic' in subject
    ? `ballot-on/${subject.topic}/${subject.step}/${subject.round}`
    : `ballot-on/${subject.sitting}/${subject.item}`;

/** As many days as a ballot may stay open: until it closes, nobody opens another on its question. */
const longestBallot = 90;
const dayLength = 86_400_000;

function closingFault({ ballot, closesAt }: OpenBallotData, { at }: Setting): Refusal | undefined {
  if (closesAt <= at) return refuse('closing-in-past', { ids: [ballot] });
  return closesAt > at + longestBallot * dayLength
    ? refuse('closing-too-far', { ids: [ballot], params: { limit: longestBallot } })
    : undefined;
}

function openingFault(data: OpenBallotData, { rule, eligible }: Question, setting: Setting): Refusal | undefined {
  const ids = [data.ballot];
  if (eligible.length === 0) return refuse('nobody-entitled', { ids });
  if (!rule.forms.includes(data.form)) return refuse('ballot-form-not-allowed', { ids, params: { form: data.form } });
  const fault = closingFault(data, setting);
  if (fault !== undefined) return fault;
  const papers = new Set(data.papers ?? []).size;
  return data.form === 'secret' && papers < eligible.length
    ? refuse('papers-too-few', { ids, params: { papers, eligible: eligible.length } })
    : undefined;
}

/** Opens a ballot and copies the list of those due on that day, with the rule that decides. */
function openBallot(state: BallotState | undefined, data: OpenBallotData, facts: Facts, setting: Setting): Decided {
  if (state !== undefined) return refuse('ballot-exists', { ids: [data.ballot] });
  const { subject, form, closesAt } = data;
  const question = 'topic' in subject ? aboutTopic(subject, facts, setting) : aboutSitting(subject, facts, setting);
  if (question === undefined) return refuse('not-up-for-vote', { ids: [data.ballot] });
  const fault = openingFault(data, question, setting);
  if (fault !== undefined) return fault;
  const { units, territories, eligible, present, ...asked } = question;
  const lists = { units: [...units], territories: [...territories], eligible: [...eligible] };
  const papers = form === 'secret' ? [...new Set(data.papers)].sort() : [];
  const there = present === undefined ? {} : { present: [...present] };
  return {
    events: [{ type: 'BallotOpened', data: { ...asked, ...lists, ...there, form, closesAt, papers } }],
    claims: [{ key: claimOf(question.subject), owner: ballotStream(data.ballot) }],
  };
}

const isDue = ({ eligible }: OpenBallot, person: PersonId): boolean => eligible.some((one) => one.person === person);

/** Only who was on the list when the ballot was opened has a vote, and only once. */
function voteFault(state: OpenBallot, person: PersonId): Refusal | undefined {
  if (!isDue(state, person)) return refuse('no-vote', { ids: [person] });
  return state.marked.includes(person) ? refuse('voted-already', { ids: [person] }) : undefined;
}

const inForm = (state: OpenBallot, form: OpenBallot['form']): Refusal | undefined =>
  state.form === form ? undefined : refuse('ballot-other-form', { ids: [state.id], params: { form: state.form } });

const asker = ({ actor }: Setting): PersonId | undefined => (actor.kind === 'person' ? actor.person : undefined);

function proxyFault(state: OpenBallot, person: PersonId, proxy: PersonId): Refusal | undefined {
  const { proxies: most } = state.rule;
  if (most === undefined) return refuse('proxies-not-allowed', { ids: [state.id] });
  if (person === proxy) return refuse('proxy-self', { ids: [person] });
  if (!isDue(state, proxy)) return refuse('no-vote', { ids: [proxy] });
  if (proxyOf(state, person) !== undefined) return refuse('proxy-appointed', { ids: [person] });
  const held = Object.values(state.proxies).filter((one) => one === proxy).length;
  return held >= most ? refuse('proxy-full', { ids: [proxy], params: { limit: most } }) : undefined;
}

/** Proxies are among those due themselves, and each carries no more votes than the model lets them. */
function appointProxy(state: OpenBallot, { proxy }: AppointProxyData, setting: Setting): Decided {
  const person = asker(setting);
  if (person === undefined) return refuse('no-vote', { ids: [state.id] });
  const fault = proxyFault(state, person, proxy) ?? voteFault(state, person);
  return fault ?? accept({ type: 'ProxyAppointed', data: { person, proxy } });
}

const isAt = ({ present }: OpenBallot, person: PersonId): boolean => present?.includes(person) ?? true;

function castVote(state: OpenBallot, { choice, for: whose }: CastVoteData, setting: Setting): Decided {
  const by = asker(setting);
  if (by === undefined) return refuse('no-vote', { ids: [state.id] });
  const person = whose ?? by;
  if (person !== by && proxyOf(state, person) !== by) return refuse('not-your-vote', { ids: [person] });
  const fault = inForm(state, 'open') ?? voteFault(state, person);
  if (fault !== undefined) return fault;
  if (!isAt(state, by)) return refuse('not-present', { ids: [by] });
  return accept({ type: 'VoteCast', data: { person, by, choice } });
}

const urnOpen = ({ id }: OpenBallot): Refusal => refuse('urn-open', { ids: [id] });

/** Everybody due is handed one paper, or their proxy is. Which paper that is, the record does not learn. */
function handOutPaper(state: OpenBallot, { person }: HandOutPaperData): Decided {
  const fault = inForm(state, 'secret') ?? (state.urn ? urnOpen(state) : voteFault(state, person));
  if (fault !== undefined) return fault;
  if (!canTakePart(state, person)) return refuse('not-present', { ids: [person] });
  return accept({ type: 'PaperHandedOut', data: { person } });
}

/** A single paper out would tell by itself who voted how. */
const fewestPapers = 2;

/** Those due who could vote, have not, and hold no paper. */
const waitingFor = (state: OpenBallot): readonly PersonId[] =>
  state.eligible
    .map(({ person }) => person)
    .filter((person) => canTakePart(state, person) && !state.marked.includes(person));

/** After the urn is open nobody is handed a paper any more, so by then whoever can vote has one or has declined it. */
function handingOutFault(state: OpenBallot, declined: readonly PersonId[]): Refusal | undefined {
  const papers = state.marked.length;
  if (papers < fewestPapers)
    return refuse('urn-too-few', { ids: [state.id], params: { papers, needed: fewestPapers } });
  const [misnamed] = declined.flatMap((person) => voteFault(state, person) ?? []);
  if (misnamed !== undefined) return misnamed;
  const passedOver = waitingFor(state).filter((person) => !declined.includes(person));
  return passedOver.length > 0
    ? refuse('papers-not-offered', { ids: passedOver, params: { count: passedOver.length } })
    : undefined;
}

/** From here on papers are counted, and the order in which they were handed out says nothing of the order in which they come. */
function openUrn(state: OpenBallot, data: OpenUrnData): Decided {
  const declined = [...new Set(data.declined ?? [])];
  const fault = inForm(state, 'secret') ?? (state.urn ? urnOpen(state) : handingOutFault(state, declined));
  if (fault !== undefined) return fault;
  const without = declined.length > 0 ? { declined } : {};
  return accept({ type: 'UrnOpened', data: { papers: state.marked.length, ...without } });
}

/** A paper counts once, and never are there more in the urn than were handed out. It tells nothing of who had it. */
function castPaper(state: OpenBallot, data: CastPaperData): Decided {
  const fault = inForm(state, 'secret');
  if (fault !== undefined) return fault;
  if (!state.urn) return refuse('urn-not-open', { ids: [state.id] });
  const paper = hashText(data.paper);
  if (!state.papers.includes(paper)) return refuse('paper-unknown', { ids: [state.id] });
  if (state.spent.includes(paper)) return refuse('paper-spent', { ids: [state.id] });
  if (state.spent.length >= state.marked.length) return refuse('paper-not-handed-out', { ids: [state.id] });
  return accept({ type: 'PaperCast', data: { paper, choice: data.choice } });
}

/** Whether nobody is left who could still vote: everybody due who can take part has or declined to, and no paper is out. */
function isComplete(state: OpenBallot): boolean {
  const outstanding = waitingFor(state).filter((person) => !state.declined.includes(person));
  return outstanding.length === 0 && votedOf(state) === state.marked.length;
}

/** What a ballot comes to. Without its quorum nothing is decided, and another may be opened. */
function closeBallot(state: OpenBallot, { at }: Setting): Decided {
  if (at < state.closesAt && !isComplete(state)) {
    return refuse('ballot-not-over', { ids: [state.id], params: { due: state.closesAt } });
  }
  const { rule, counts, subject } = state;
  const eligible = state.eligible.length;
  const attending = attendingOf(state);
  const quorate = reaches(rule.quorum, attending, eligible);
  const carried = quorate && counts.inFavour >= needed(rule.majority, rule.of === 'all' ? eligible : attending);
  return {
    events: [{ type: 'BallotClosed', data: { subject, counts, eligible, attending, quorate, carried } }],
    releases: quorate ? [] : [claimOf(subject)],
  };
}

function decideStep(state: OpenBallot, command: BallotStep, setting: Setting): Decided {
  switch (command.type) {
    case 'AppointProxy':
      return appointProxy(state, command.data, setting);
    case 'CastVote':
      return castVote(state, command.data, setting);
    case 'HandOutPaper':
      return handOutPaper(state, command.data);
    case 'OpenUrn':
      return openUrn(state, command.data);
    case 'CastPaper':
      return castPaper(state, command.data);
    case 'CloseBallot':
      return closeBallot(state, setting);
    default:
      return unreachable(command);
  }
}

/** What is voted on in a sitting is voted on while it sits. Closing only counts what came until then. */
function sittingFault({ subject }: BallotState, { type }: BallotStep, facts: Facts): Refusal | undefined {
  if (!('sitting' in subject) || type === 'CloseBallot') return undefined;
  const { sitting } = subject;
  return facts(sittingOf(sitting))?.open === true ? undefined : refuse('sitting-not-open', { ids: [sitting] });
}

/** Decides what may happen to a ballot. After its instant nothing more is taken, also where it is not yet counted. */
export function decideBallot(
  state: BallotState | undefined,
  command: BallotCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  if (command.type === 'OpenBallot') return openBallot(state, command.data, facts, setting);
  if (state === undefined) return refuse('ballot-unknown', { ids: [command.data.ballot] });
  const late = command.type !== 'CloseBallot' && setting.at >= state.closesAt;
  if (state.stage === 'closed' || late) return refuse('ballot-closed', { ids: [state.id] });
  return sittingFault(state, command, facts) ?? decideStep(state, command, setting);
}
