import { unwritten } from '../../kernel/contents.ts';
import type { Context } from '../../kernel/decider.ts';
import { inOffice } from '../../kernel/personal.ts';
import { needId } from '../ids.ts';
import { first } from '../parts.ts';
import { needCommandSpecs, type NeedCommand } from './commands.ts';
import { decideNeed } from './decide.ts';
import { needFacts } from './facts.ts';
import { evolveNeed, needEventSchemas, type NeedEvent, type NeedState } from './need.ts';
import { needViews } from './views.ts';

const plain = ({ id }: NeedState) => ({ need: needId.parse(id) });

/** Needs of units, matched by rule with commitments, resources and projects. */
export const needContext: Context<NeedState, NeedCommand, NeedEvent> = {
  name: 'needs',
  streams: ['need'],
  commands: {
    ...needCommandSpecs,
    MeetNeed: {
      ...needCommandSpecs.MeetNeed,
      offer: (state: NeedState) => ({ ...plain(state), evidence: [] }),
    },
    WithdrawNeed: {
      ...needCommandSpecs.WithdrawNeed,
      offer: (state: NeedState) => ({ ...plain(state), reason: unwritten }),
    },
  },
  events: {
    NeedRaised: { ...first(needEventSchemas.NeedRaised), personal: { text: inOffice } },
    NeedMatched: first(needEventSchemas.NeedMatched),
    NeedReleased: first(needEventSchemas.NeedReleased),
    NeedMet: { ...first(needEventSchemas.NeedMet), personal: { note: inOffice } },
    NeedWithdrawn: { ...first(needEventSchemas.NeedWithdrawn), personal: { reason: inOffice } },
  },
  decide: decideNeed,
  evolve: evolveNeed,
  views: needViews,
  facts: needFacts,
  sees: 'see:needs',
  about: ({ territory, unit }) => ({ territory, unit }),
};
