import type { DisclosureRule, ProcedureRule, StepRule } from '../governance-model/procedure-rules.ts';
import { accept, unreachable, type Decision, type Setting } from '../kernel/decider.ts';
import { gridOf, type Facts } from '../kernel/facts.ts';
import type { PersonId } from '../kernel/ids.ts';
import { refuseBy, type Refusal, type RefusalCatalogue } from '../kernel/refusal.ts';
import { civilDateOf, startOfDay, type Instant } from '../kernel/time.ts';
import type { BallotSubject } from './ballot.ts';
import { seatedBody, type SeatedBody } from './body.ts';
import { ballotOf } from './deliberation-facts.ts';
import { choiceFor, procedureOf, stepAfter } from './procedure.ts';
import { needed, reaches } from './share.ts';
import { sharedCode } from './shared-code.ts';
import type { DisclosedTopic, Disclosed, Onward, TopicEvent, TopicState } from './topic.ts';
import type {
  EndDisclosureData,
  ObjectToTopicData,
  PassStepData,
  PublishData,
  RaiseTopicData,
  TakeStepData,
  TopicCommand,
  TopicStep,
} from './topic-commands.ts';

/** What a topic may be refused for, and the capability that says so. */
export const topicRefusals = {
  'topic-exists': 'DEL-01',
  'topic-unknown': 'DEL-01',
  'procedure-missing': 'DEL-01',
  'matter-unknown': 'DEL-01',
  'grid-unknown': 'DEL-01',
  'topic-not-open': 'DEL-01',
  'step-skipped': 'DEL-01',
  'step-by-ballot': 'DEL-02',
  'step-without-ballot': 'DEL-01',
  'step-not-yours': 'DEL-01',
  'not-entitled': 'DEL-03',
  'quorum-missed': 'DEL-03',
  'ballot-not-counting': 'DEL-02',
  'nothing-to-publish': 'DEL-02',
  'publish-other': 'DEL-02',
  'nothing-published': 'DEL-02',
  'objected-already': 'DEL-02',
  'disclosure-moved': 'DEL-02',
  'disclosure-not-over': 'DEL-02',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(topicRefusals);
type Decided = Decision<TopicEvent>;

/** Everything that a decision on a topic has before it. */
interface Desk {
  readonly facts: Facts;
  readonly setting: Setting;
  readonly procedure: ProcedureRule;
  readonly rule: StepRule;
}

/** Raises a topic: the model says by which procedure, and where that begins. */
function raiseTopic(state: TopicState | undefined, data: RaiseTopicData, facts: Facts, { model }: Setting): Decided {
  if (state !== undefined) return refuse('topic-exists', { ids: [data.topic] });
  const { matter, title } = data;
  if (model.procedures?.matters.some(({ id }) => id === matter) === false) {
    return refuse('matter-unknown', { params: { matter } });
  }
  const grids = [...new Set(data.grids)].sort();
  const rule = choiceFor(model, { matter, grids });
  const procedure = rule === undefined ? undefined : procedureOf(model, rule.procedure);
  if (rule === undefined || procedure === undefined) return refuse('procedure-missing', { ids: [data.topic] });
  const nowhere = grids.filter((grid) => facts(gridOf(grid)) === undefined);
  if (nowhere.length > 0) return refuse('grid-unknown', { ids: nowhere });
  return accept({
    type: 'TopicRaised',
    data: { procedure: procedure.id, rule: rule.id, matter, grids, title, ...beginning(procedure) },
  });
}

/** Where a procedure begins: raising the topic is its first step, or comes before it. */
function beginning({ steps: [first, second] }: ProcedureRule): { raised?: string; step: string } {
  if (first?.act !== 'raise') return { step: first?.id ?? '' };
  return { raised: first.id, step: second?.id ?? '' };
}

/** The step that follows one that is done, or the end. */
function following({ procedure, rule }: Desk): Onward {
  const after = stepAfter(procedure, rule.id);
  return after === undefined ? { ends: 'completed' } : { opens: after.id };
}

const disclosureOf = (rule: StepRule): DisclosureRule | undefined => (rule.act === 'raise' ? undefined : rule.disclose);

/** Where a topic goes when its step is done: first to be published, where the model says so. */
function afterStep(desk: Desk): Onward {
  const disclose = disclosureOf(desk.rule);
  return disclose === undefined ? following(desk) : { publishes: disclose.what };
}

/** The step asked for must be the one that waits: none before it is left out, none is taken twice. */
function notItsTurn(state: TopicState, step: string, { procedure }: Desk): Refusal | undefined {
  if (state.stage === 'open' && state.step === step) return undefined;
  if (state.stage !== 'open') return refuse('topic-not-open', { ids: [state.id], params: { stage: state.stage } });
  const order = procedure.steps.map(({ id }) => id);
  return refuse('step-skipped', { ids: [state.id], params: { step, current: state.step, order } });
}

function bodyOf(rule: StepRule, state: TopicState, { facts, setting }: Desk): SeatedBody | undefined {
  if (rule.act === 'raise' || rule.body === undefined) return undefined;
  return seatedBody(rule.body, state.grids, civilDateOf(setting.at, setting.model.workingTime), facts);
}

/** Who takes a step of a body belongs to it, and those who were there do; enough of them, where the model asks for that. */
function attendanceFault(
  state: TopicState,
  { eligible }: SeatedBody,
  present: readonly PersonId[],
  { rule, setting }: Desk,
): Refusal | undefined {
  const due = new Set(eligible.map(({ person }) => person));
  const { actor } = setting;
  if (actor.kind === 'person' && !due.has(actor.person)) {
    return refuse('step-not-yours', { ids: [state.id], params: { step: rule.id } });
  }
  const foreign = present.filter((person) => !due.has(person));
  if (foreign.length > 0) return refuse('not-entitled', { ids: foreign, params: { count: foreign.length } });
  const quorum = rule.act === 'talk' ? rule.quorum : undefined;
  if (quorum === undefined || reaches(quorum, present.length, due.size)) return undefined;
  const counts = { eligible: due.size, present: present.length, needed: needed(quorum, due.size) };
  return refuse('quorum-missed', { ids: [state.id], params: counts });
}

/** Takes a step of talk or deed. */
function takeStep(state: TopicState, data: TakeStepData, desk: Desk): Decided {
  const { rule } = desk;
  const early = notItsTurn(state, data.step, desk);
  if (early !== undefined) return early;
  if (rule.act === 'vote') return refuse('step-by-ballot', { ids: [state.id], params: { step: rule.id } });
  const present = [...new Set(data.present ?? [])];
  const body = bodyOf(rule, state, desk);
  const fault = body === undefined ? undefined : attendanceFault(state, body, present, desk);
  if (fault !== undefined) return fault;
  const there = body === undefined ? {} : { eligible: body.eligible.length, present };
  const units = (body?.units ?? []).map(({ id }) => id);
  const { record } = data;
  return accept({ type: 'StepTaken', data: { step: rule.id, record, units, ...there, onward: afterStep(desk) } });
}

/** Whether a ballot is held on the step at which a topic stands, in this round. */
const isAbout = (subject: BallotSubject, { id, step, round }: TopicState): boolean =>
  'topic' in subject && subject.topic === id && subject.step === step && subject.round === round;

/** A ballot counts for the step and the round that it was opened on, once it is closed with its quorum. */
function passStep(state: TopicState, { step, ballot }: PassStepData, desk: Desk): Decided {
  const early = notItsTurn(state, step, desk);
  if (early !== undefined) return early;
  const { rule, facts } = desk;
  if (rule.act !== 'vote') return refuse('step-without-ballot', { ids: [state.id], params: { step: rule.id } });
  const found = facts(ballotOf(ballot));
  if (found === undefined || !isAbout(found.subject, state) || !found.closed || !found.quorate) {
    return refuse('ballot-not-counting', { ids: [state.id, ballot] });
  }
  if (found.carried) return accept({ type: 'StepCarried', data: { step, ballot, onward: afterStep(desk) } });
  const back = rule.otherwise === undefined ? {} : { back: rule.otherwise };
  return accept({ type: 'StepLost', data: { step, ballot, ...back } });
}

const dayLength = 86_400_000;

/** The end of the last of so many whole days that follow the day of an instant. */
const endOfDays = (at: Instant, days: number, { model: { workingTime } }: Setting): Instant =>
  startOfDay(civilDateOf(at, workingTime), workingTime) + (days + 1) * dayLength;

/** Publishes what the step came to, for the days that the model sets. */
function publish(state: TopicState, { text }: PublishData, what: Disclosed, { rule, setting }: Desk): Decided {
  if (state.stage !== 'unpublished') return refuse('nothing-to-publish', { ids: [state.id] });
  const disclose = disclosureOf(rule);
  if (disclose === undefined || state.what !== what) {
    return refuse('publish-other', { ids: [state.id], params: { what: state.what } });
  }
  const until = endOfDays(setting.at, disclose.days, setting);
  return accept({ type: 'DisclosureBegun', data: { step: rule.id, what, until, text } });
}

const published = (state: TopicState, at: Instant): DisclosedTopic | undefined =>
  state.stage === 'disclosed' && at < state.until ? state : undefined;

/** Objections are heard while something is published. As many as the model names open a step again. */
function objectToTopic(state: TopicState, { reason }: ObjectToTopicData, { rule, setting }: Desk): Decided {
  const topic = published(state, setting.at);
  const disclose = disclosureOf(rule);
  const { actor } = setting;
  if (topic === undefined || disclose === undefined || actor.kind !== 'person') {
    return refuse('nothing-published', { ids: [state.id] });
  }
  if (topic.objectors.includes(actor.person)) return refuse('objected-already', { ids: [state.id] });
  const objections = topic.objectors.length + 1;
  const step = rule.id;
  const objected: TopicEvent = {
    type: 'TopicObjected',
    data: { step, person: actor.person, reason, objections, territory: sharedCode(state.grids) },
  };
  if (objections < disclose.objections) return accept(objected);
  const opens = disclose.reopens ?? step;
  return accept<TopicEvent>(objected, { type: 'StepReopened', data: { step, opens, objections } });
}

/** What comes by itself is checked again: the same disclosure must still stand, and its time be over. */
function endDisclosure(state: TopicState, { step, until }: EndDisclosureData, desk: Desk): Decided {
  if (state.stage !== 'disclosed' || state.step !== step || state.until !== until) {
    return refuse('disclosure-moved', { ids: [state.id] });
  }
  if (desk.setting.at < until) return refuse('disclosure-not-over', { ids: [state.id], params: { due: until } });
  return accept({ type: 'DisclosureEnded', data: { step, onward: following(desk) } });
}

function decideStep(state: TopicState, command: TopicStep, desk: Desk): Decided {
  switch (command.type) {
    case 'TakeStep':
      return takeStep(state, command.data, desk);
    case 'PassStep':
      return passStep(state, command.data, desk);
    case 'PublishResolution':
      return publish(state, command.data, 'resolution', desk);
    case 'PublishResult':
      return publish(state, command.data, 'result', desk);
    case 'ObjectToTopic':
      return objectToTopic(state, command.data, desk);
    case 'EndDisclosure':
      return endDisclosure(state, command.data, desk);
    default:
      return unreachable(command);
  }
}

/** Decides what may happen to a topic. */
export function decideTopic(
  state: TopicState | undefined,
  command: TopicCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  if (command.type === 'RaiseTopic') return raiseTopic(state, command.data, facts, setting);
  if (state === undefined) return refuse('topic-unknown', { ids: [command.data.topic] });
  const procedure = procedureOf(setting.model, state.procedure);
  const rule = procedure?.steps.find(({ id }) => id === state.step);
  if (procedure === undefined || rule === undefined) return refuse('procedure-missing', { ids: [state.id] });
  return decideStep(state, command, { facts, setting, procedure, rule });
}
