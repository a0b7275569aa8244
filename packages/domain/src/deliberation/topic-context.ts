import type { Context, EventSpec } from '../kernel/decider.ts';
import { modelKey, topicId } from '../kernel/ids.ts';
import { inOffice, writers } from '../kernel/personal.ts';
import { topicFacts } from './deliberation-facts.ts';
import { evolveTopic, topicEventSchemas, type TopicEvent, type TopicState } from './topic.ts';
import { topicCommandSpecs, type TopicCommand } from './topic-commands.ts';
import { decideTopic } from './topic-decide.ts';
import { topicViews } from './topic-views.ts';

const first = (schema: EventSpec['schema']): EventSpec => ({ v: 1, schema });

/** Topics: each walks the steps of a procedure of the model, in their order, with what is published in between. */
export const topicContext: Context<TopicState, TopicCommand, TopicEvent> = {
  name: 'topics',
  streams: ['topic'],
  commands: topicCommandSpecs,
  events: {
    TopicRaised: { ...first(topicEventSchemas.TopicRaised), personal: { title: [writers('participation')] } },
    StepTaken: { ...first(topicEventSchemas.StepTaken), personal: { record: inOffice } },
    StepCarried: first(topicEventSchemas.StepCarried),
    StepLost: first(topicEventSchemas.StepLost),
    DisclosureBegun: { ...first(topicEventSchemas.DisclosureBegun), personal: { text: inOffice } },
    TopicObjected: { ...first(topicEventSchemas.TopicObjected), personal: { reason: [writers('participation')] } },
    StepReopened: first(topicEventSchemas.StepReopened),
    DisclosureEnded: first(topicEventSchemas.DisclosureEnded),
  },
  decide: decideTopic,
  evolve: evolveTopic,
  views: topicViews,
  facts: topicFacts,
  sees: 'see:topic-walks',
  about: ({ grids }) => ({ territory: grids }),
  tellsWho: ({ type }) => type !== 'TopicObjected' && type !== 'TopicRaised',
  due(state) {
    if (state.stage !== 'disclosed') return undefined;
    const data = { topic: topicId.parse(state.id), step: modelKey.parse(state.step), until: state.until };
    return { at: state.until, command: { type: 'EndDisclosure', data } };
  },
};
