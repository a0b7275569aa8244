import type { Context, EventSpec } from '../../kernel/decider.ts';
import type { Recorded } from '../../kernel/envelope.ts';
import { wishId } from '../../kernel/ids.ts';
import { passedOn, writers, type PersonalField } from '../../kernel/personal.ts';
import { wishCommandSpecs, type WishCommand } from './commands.ts';
import { decideWish } from './decide.ts';
import { wishFacts } from './facts.ts';
import { wishViews } from './views.ts';
import { evolveWish, wishEventSchemas, wishPublished, type WishEvent, type WishState } from './wish.ts';

const first = (schema: EventSpec['schema']): EventSpec => ({ v: 1, schema });

const wisherOf = ({ data }: Recorded): string | undefined => {
  const parsed = wishPublished.safeParse(data);
  return parsed.success ? parsed.data.wisher : undefined;
};

/** What is wished and where is the wisher's own, whoever wrote it down for them. */
const wishersOwn: readonly PersonalField[] = [{ purpose: 'own-matter', person: wisherOf }];

/** What a wisher, or somebody in their name, does with a wish names nobody to others. */
const wishersSteps: ReadonlySet<WishEvent['type']> = new Set([
  'WishPublished',
  'WishReturned',
  'WishConfirmed',
  'WishWithdrawn',
]);

/** Micro-wishes: published, claimed once, fulfilled, confirmed. Who wishes is known to the claimer alone. */
export const wishContext: Context<WishState, WishCommand, WishEvent> = {
  name: 'wish',
  streams: ['wish'],
  commands: wishCommandSpecs,
  events: {
    WishPublished: { ...first(wishEventSchemas.WishPublished), personal: { text: wishersOwn, contact: wishersOwn } },
    WishClaimed: { ...first(wishEventSchemas.WishClaimed), personal: { contact: passedOn } },
    WishGivenBack: first(wishEventSchemas.WishGivenBack),
    WishFulfilled: { ...first(wishEventSchemas.WishFulfilled), personal: { note: [writers('participation')] } },
    WishReturned: first(wishEventSchemas.WishReturned),
    WishConfirmed: first(wishEventSchemas.WishConfirmed),
    WishWithdrawn: first(wishEventSchemas.WishWithdrawn),
  },
  decide: decideWish,
  evolve: evolveWish,
  views: wishViews,
  facts: wishFacts,
  sees: 'see:wishes',
  about: ({ unit, territory }) => ({ unit, territory }),
  tellsWho: ({ type }) => !wishersSteps.has(type),
  due: (state) =>
    state.stage === 'claimed'
      ? { at: state.dueAt, command: { type: 'FreeWish', data: { wish: wishId.parse(state.id) } } }
      : undefined,
};
