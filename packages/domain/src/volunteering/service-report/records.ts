import * as z from 'zod/mini';
import type { Message, Recorded } from '../../kernel/envelope.ts';
import { counter, type Delta } from '../../kernel/views.ts';
import type { ActivityEvent } from '../activity/activity.ts';
import type { ClaimedPostEvent } from '../claimed-post/claimed-post.ts';
import type { WishEvent } from '../wish/wish.ts';

/** What a service was: in an activity of a field, in a claimed post of a kind, a wish of a kind that came true. */
export const serviceKind = z.enum(['activity', 'post', 'wish']);
export type ServiceKind = z.infer<typeof serviceKind>;

/** What a person did in a year, of one field or kind. */
export const serviceRecordRow = z.object({
  person: z.string(),
  year: z.string(),
  kind: serviceKind,
  /** The field of service, or the kind of post or wish. */
  of: z.string(),
  times: z.number(),
  /** Minutes of activities; posts and wishes have none. */
  minutes: z.number(),
});
export type ServiceRecordRow = z.infer<typeof serviceRecordRow>;

type Served =
  | Extract<ActivityEvent, { readonly type: 'HoursCredited' }>
  | Extract<ClaimedPostEvent, { readonly type: 'PostClaimed' }>
  | Extract<WishEvent, { readonly type: 'WishConfirmed' }>;

interface Service {
  readonly person: string;
  readonly day: string;
  readonly kind: ServiceKind;
  readonly of: string;
  readonly minutes: number;
}

function serviceOf({ type, data }: Recorded<Served>): Service {
  switch (type) {
    case 'HoursCredited':
      return { person: data.person, day: data.day, kind: 'activity', of: data.field, minutes: data.minutes };
    case 'PostClaimed':
      return { person: data.person, day: data.day, kind: 'post', of: data.kind, minutes: 0 };
    case 'WishConfirmed':
      return { person: data.claimer, day: data.day, kind: 'wish', of: data.kind, minutes: 0 };
  }
}

function deltasOf(event: Recorded<Served>): readonly Delta[] {
  const { person, day, kind, of, minutes } = serviceOf(event);
  return [{ row: { person, year: day.slice(0, 4), kind, of }, add: { times: 1, minutes } }];
}

/**
 * What each person did, by year: for that person to see, and for the report of their year. No query orders persons by it, for
 * there is no index to do so, and no model shows it to others.
 */
export const serviceRecords = counter<ServiceRecordRow, Served & Message>({
  name: 'service-records',
  row: serviceRecordRow,
  on: ['HoursCredited', 'PostClaimed', 'WishConfirmed'],
  deltas: deltasOf,
  indexes: [['person', 'year']],
  about: { owner: 'person' },
});
