import type { Actor } from '@keting/domain';
import { json } from './answers.ts';
import type { Handler } from './asked.ts';
import type { Guard } from './csrf.ts';

/** Who somebody is taken for. The secret of a receipt is not said back. */
const named = (actor: Actor): Actor => (actor.kind === 'anonymous' ? { kind: 'anonymous' } : actor);

/** What a page needs before it asks anything. */
export const aboutDesk =
  (guard: Guard): Handler =>
  ({ desk, signedIn }) => {
    const csrf = guard.token(signedIn);
    const about = { model: desk.model, actor: named(desk.actor), now: desk.now() };
    return Promise.resolve(json(csrf === undefined ? about : { ...about, csrf }));
  };

/** The posts that whoever asks may act by. */
export const standings: Handler = async ({ desk }) => json(await desk.standings());
