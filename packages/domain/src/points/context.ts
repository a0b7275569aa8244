import * as z from 'zod/mini';
import type { Context, Due, EventSpec } from '../kernel/decider.ts';
import type { Recorded } from '../kernel/envelope.ts';
import { streamKey } from '../kernel/ids.ts';
import { passedOn, type PersonalField } from '../kernel/personal.ts';
import type { Subject } from '../kernel/views.ts';
import { pointCommandSpecs, type PointCommand } from './commands.ts';
import { decidePoints } from './decide.ts';
import { pointFacts } from './facts.ts';
import { honourProposals, honours } from './honour-views.ts';
import { items, reservations } from './item-views.ts';
import { pointOffers } from './offers.ts';
import { evolvePoints, isAccount, isItem, pointEventSchemas, type PointEvent, type PointState } from './points.ts';
import { pointEntries, pointLots, pointSums } from './views.ts';

const first = (type: PointEvent['type'], personal?: EventSpec['personal']): EventSpec => ({
  v: 1,
  schema: pointEventSchemas[type],
  ...(personal && { personal }),
});

const named = z.object({ person: z.string() });
const personIn = ({ data }: Recorded): string | undefined => {
  const parsed = named.safeParse(data);
  return parsed.success ? parsed.data.person : undefined;
};

/** Words on what a person did are theirs, whoever wrote them. */
const holders: readonly PersonalField[] = [{ purpose: 'participation', person: ({ stream }) => streamKey(stream) }];
const theirs = (purpose: PersonalField['purpose']): readonly PersonalField[] => [{ purpose, person: personIn }];

const events = {
  PointsAwarded: first('PointsAwarded', { reason: holders }),
  EntryReversed: first('EntryReversed', { reason: holders }),
  PointsExpired: first('PointsExpired'),
  PointsReserved: first('PointsReserved'),
  PointsReturned: first('PointsReturned'),
  ReservationCollected: first('ReservationCollected'),
  ItemListed: first('ItemListed'),
  ItemStocked: first('ItemStocked'),
  StockCounted: first('StockCounted'),
  ItemWithdrawn: first('ItemWithdrawn'),
  ItemReserved: first('ItemReserved', { code: theirs('own-matter') }),
  ItemReleased: first('ItemReleased'),
  ItemCollected: first('ItemCollected'),
  HonourProposed: first('HonourProposed', { reason: theirs('participation') }),
  HonourConsentGiven: first('HonourConsentGiven', { reason: passedOn }),
  HonourGranted: first('HonourGranted', { reason: passedOn }),
  HonourWithdrawn: first('HonourWithdrawn'),
};

/** The oldest points expire at the end of their last day; the oldest reservation lapses at the end of its own. */
function dueOf(state: PointState): Due | undefined {
  if (isAccount(state)) {
    const { person, lots } = state;
    const at = lots[0]?.until;
    return at === undefined ? undefined : { at, command: { type: 'ExpirePoints', data: { person } } };
  }
  if (!isItem(state)) return undefined;
  const [next] = [...state.reservations].sort((one, other) => one.until - other.until);
  const data = { item: state.id, reservation: next?.id };
  return next && { at: next.until, command: { type: 'LapseReservation', data } };
}

/** An account is its holder's; where points were awarded under units, it is also for whoever reaches all of them. */
function aboutOf(state: PointState): Subject {
  if (isAccount(state)) return { owner: state.person, territory: state.territories };
  const { unit, territories: territory } = state;
  return isItem(state) ? { unit, territory } : { unit, territory, owner: state.person };
}

/** Points of volunteers in a ledger, what they are spent on, and honours that people have agreed to. */
export const pointContext: Context<PointState, PointCommand, PointEvent> = {
  name: 'points',
  streams: ['account', 'item', 'honour'],
  lasting: ['account', 'item'],
  commands: {
    ...pointCommandSpecs,
    StockItem: { ...pointCommandSpecs.StockItem, offer: pointOffers.StockItem },
    CountStock: { ...pointCommandSpecs.CountStock, offer: pointOffers.CountStock },
    WithdrawItem: { ...pointCommandSpecs.WithdrawItem, offer: pointOffers.WithdrawItem },
    ConsentToHonour: { ...pointCommandSpecs.ConsentToHonour, offer: pointOffers.ConsentToHonour },
    WithdrawHonourConsent: { ...pointCommandSpecs.WithdrawHonourConsent, offer: pointOffers.WithdrawHonourConsent },
    GrantHonour: { ...pointCommandSpecs.GrantHonour, offer: pointOffers.GrantHonour },
    WithdrawHonour: { ...pointCommandSpecs.WithdrawHonour, offer: pointOffers.WithdrawHonour },
  },
  events,
  decide: decidePoints,
  evolve: evolvePoints,
  views: [pointEntries, pointLots, pointSums, items, reservations, honourProposals, honours],
  facts: pointFacts,
  sees: 'see:points',
  about: aboutOf,
  due: dueOf,
};
