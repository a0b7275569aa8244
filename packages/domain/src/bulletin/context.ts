import type { Context, EventSpec } from '../kernel/decider.ts';
import { inOffice } from '../kernel/personal.ts';
import { bulletinEventSchemas, evolveBulletin, type BulletinEvent, type BulletinState } from './bulletin.ts';
import { bulletinCommandSpecs, type BulletinCommand } from './commands.ts';
import { decideBulletin } from './decide.ts';
import { bulletinViews } from './views.ts';

const first = (schema: EventSpec['schema'], rest: Partial<EventSpec> = {}): EventSpec => ({ v: 1, schema, ...rest });

/** Bulletins: to a territory or to those who hold a post in it; read receipts in aggregate only. */
export const bulletinContext: Context<BulletinState, BulletinCommand, BulletinEvent> = {
  name: 'bulletin',
  streams: ['bulletin'],
  commands: bulletinCommandSpecs,
  events: {
    BulletinPublished: first(bulletinEventSchemas.BulletinPublished, { personal: { title: inOffice, text: inOffice } }),
    BulletinRead: first(bulletinEventSchemas.BulletinRead),
    BulletinWithdrawn: first(bulletinEventSchemas.BulletinWithdrawn, { personal: { reason: inOffice } }),
  },
  decide: decideBulletin,
  evolve: evolveBulletin,
  views: bulletinViews,
  facts: {},
  sees: 'see:bulletins',
  about: ({ unit, territory }) => ({ unit, territory }),
};
