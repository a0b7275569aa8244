import {
  ballotId,
  modelKey,
  person,
  personId,
  territoryCode,
  topicContext,
  topicId,
  type BallotFact,
  type Onward,
  type TopicEvent,
} from '@keting/domain';
import { given, sealed } from '@keting/domain/testing';
import { grids, inPlace, type Known } from './deliberating.ts';

export const topic = topicId.parse('t1');
export const of = { topic };
export const by = (id: string) => person(personId.parse(id));
export const [here = '', there = ''] = grids;

export const scene = (past: readonly TopicEvent[], known: Known = {}) => inPlace(given(topicContext, ...past), known);

export const raise = (rest: object = {}) =>
  ({ type: 'RaiseTopic', data: { ...of, matter: 'everyday', grids: [here], title: 'a roof', ...rest } }) as const;
export const take = (step: string, present?: readonly string[]) =>
  ({ type: 'TakeStep', data: { ...of, step, record: 'so it was', ...(present ? { present } : {}) } }) as const;
export const pass = (step: string, ballot = 'b1') => ({ type: 'PassStep', data: { ...of, step, ballot } }) as const;
export const resolution = { type: 'PublishResolution', data: { ...of, text: 'we resolved' } } as const;
export const result = { type: 'PublishResult', data: { ...of, text: 'we did' } } as const;
export const object = { type: 'ObjectToTopic', data: { ...of, reason: 'no' } } as const;

const raisedIn = (procedure: string, step: string, raised?: string): TopicEvent => ({
  type: 'TopicRaised',
  data: {
    procedure,
    rule: 'rest',
    matter: 'everyday',
    grids: [territoryCode.parse(here)],
    title: sealed('a roof'),
    step,
    ...(raised ? { raised } : {}),
  },
});
export const six = raisedIn('six-steps', 'propose', 'raise');
export const four = raisedIn('four-two', 'branch-proposal');
export const taken = (step: string, onward: Onward): TopicEvent => ({
  type: 'StepTaken',
  data: { step, record: sealed('so it was'), units: [], onward },
});
export const carried = (step: string, onward: Onward): TopicEvent => ({
  type: 'StepCarried',
  data: { step, ballot: ballotId.parse('b0'), onward },
});
export const ballotOn = (step: string, round: number, rest: Partial<BallotFact> = {}): Known => ({
  ballots: {
    b1: { subject: { topic, step: modelKey.parse(step), round }, closed: true, quorate: true, carried: true, ...rest },
  },
});
