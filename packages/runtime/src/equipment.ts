import { permits, type Acting, type Context, type Instant } from '@keting/domain';
import type { Calendar, Files, NewId, Store } from './ports.ts';
import type { Posts } from './posts.ts';
import type { Registry } from './registry.ts';

/** What a desk works with. */
export interface Equipment {
  readonly registry: Registry;
  readonly store: Store;
  readonly calendar: Calendar;
  readonly now: () => Instant;
  readonly newId: NewId;
  readonly posts: Posts;
  readonly files?: Files | undefined;
}

/** Whether one may see a stream at all. Who may not is told that there is no such thing. */
export const maySee = (
  { registry }: Pick<Equipment, 'registry'>,
  context: Pick<Context, 'sees' | 'about'>,
  acting: Acting,
  state: unknown,
): boolean => permits(registry.model, acting, context.sees, context.about(state));
