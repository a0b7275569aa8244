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
  | Extract<ClaimedPostEvent, { readonly type: 'PostClaimed' | 'PostGivenUp' | 'PostWithdrawn' }>
  | Extract<WishEvent, { readonly type: 'WishConfirmed' }>;

interface Service {
  /** How often: below 0 where what was counted came to nothing. */
  readonly times: number;
  readonly person: string;
  readonly day: string;
  readonly kind: ServiceKind;
  readonly of: string;
  readonly minutes: number;
}

/** What a post that was claimed on a day counts for, or counts no more for. */
const post = (of: string, person: string, day: string, times: 1 | -1): Service => ({
  ...{ person, day, kind: 'post', of, minutes: 0, times },
});

function servicesOf({ type, data }: Recorded<Served>): readonly Service[] {
  switch (type) {
    case 'HoursCredited': {
      const { person, day, field: of, minutes } = data;
      return [{ person, day, kind: 'activity', of, minutes, times: 1 }];
    }
    case 'PostClaimed':
      return [post(data.kind, data.person, data.day, 1)];
    case 'PostGivenUp':
      return data.unserved === undefined ? [] : [post(data.kind, data.person, data.unserved, -1)];
    case 'PostWithdrawn':
      return (data.unserved ?? []).map(({ person, day }) => post(data.kind, person, day, -1));
    case 'WishConfirmed':
      return [{ person: data.claimer, day: data.day, kind: 'wish', of: data.kind, minutes: 0, times: 1 }];
  }
}

const deltasOf = (event: Recorded<Served>): readonly Delta[] =>
  servicesOf(event).map(({ person, day, kind, of, times, minutes }) => ({
    row: { person, year: day.slice(0, 4), kind, of },
    add: { times, minutes },
  }));

/**
 * What each person did, by year: for that person to see, and for the report of their year. No query orders persons by it, for
 * there is no index to do so, and no model shows it to others.
 */
export const serviceRecords = counter<ServiceRecordRow, Served & Message>({
  name: 'service-records',
  row: serviceRecordRow,
  on: ['HoursCredited', 'PostClaimed', 'PostGivenUp', 'PostWithdrawn', 'WishConfirmed'],
  deltas: deltasOf,
  indexes: [['person', 'year']],
  about: { owner: 'person' },
});
