import type { Process } from '../kernel/decider.ts';
import { personId, streamKey } from '../kernel/ids.ts';
import { civilDateOf } from '../kernel/time.ts';
import { postsHeldBy } from '../organisation/facts.ts';
import { openHonoursOf } from '../points/facts.ts';
import { openWishesOf } from '../volunteering/wish/facts.ts';

/**
 * Between persons and what is still under way for them: whoever is erased is put forward for no honour any more, and what they
 * wish for nobody can read, so that both are taken back. An honour that was granted and a wish that came true stay as they are.
 * Who holds a post is not erased; one that was to begin later ends on the day that it would have begun.
 */
export const erasedPeople: Process = {
  name: 'erased-people',
  on: ['PersonErased'],
  react({ stream, at }, facts, { points, volunteering, workingTime }) {
    const person = personId.parse(streamKey(stream));
    const honours = points === undefined ? [] : facts(openHonoursOf(person));
    const wishes = volunteering?.wishes === undefined ? [] : facts(openWishesOf(person));
    const today = civilDateOf(at, workingTime);
    const ahead = facts(postsHeldBy(person)).filter(
      ({ from, until }) => from > today && (until === undefined || until > from),
    );
    return [
      ...ahead.map(({ unit, post, from }) => ({ type: 'EndAppointment', data: { unit, post, person, on: from } })),
      ...honours.map((honour) => ({ type: 'WithdrawHonour', data: { honour } })),
      ...wishes.map((wish) => ({ type: 'WithdrawWish', data: { wish } })),
    ];
  },
};
