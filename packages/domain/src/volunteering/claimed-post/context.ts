import type { Context, EventSpec } from '../../kernel/decider.ts';
import { claimedPostId } from '../../kernel/ids.ts';
import { inOffice } from '../../kernel/personal.ts';
import {
  claimedPostEventSchemas,
  evolveClaimedPost,
  type ClaimedPostEvent,
  type ClaimedPostState,
} from './claimed-post.ts';
import { claimedPostCommandSpecs, type ClaimedPostCommand } from './commands.ts';
import { decideClaimedPost } from './decide.ts';
import { claimedPostViews } from './views.ts';

const first = (schema: EventSpec['schema']): EventSpec => ({ v: 1, schema });

/** Posts that members claim: with places and a term, beyond which nobody holds them. */
export const claimedPostContext: Context<ClaimedPostState, ClaimedPostCommand, ClaimedPostEvent> = {
  name: 'claimed-post',
  streams: ['claimed-post'],
  commands: claimedPostCommandSpecs,
  events: {
    PostOffered: { ...first(claimedPostEventSchemas.PostOffered), personal: { title: inOffice } },
    PostClaimed: first(claimedPostEventSchemas.PostClaimed),
    PostGivenUp: first(claimedPostEventSchemas.PostGivenUp),
    PostTermEnded: first(claimedPostEventSchemas.PostTermEnded),
    PostWithdrawn: first(claimedPostEventSchemas.PostWithdrawn),
  },
  decide: decideClaimedPost,
  evolve: evolveClaimedPost,
  views: claimedPostViews,
  facts: {},
  sees: 'see:claimed-posts',
  about: ({ unit, territory }) => ({ unit, territory }),
  due: (state) =>
    state.stage === 'offered'
      ? { at: state.endsAt, command: { type: 'EndPostTerm', data: { post: claimedPostId.parse(state.id) } } }
      : undefined,
};
