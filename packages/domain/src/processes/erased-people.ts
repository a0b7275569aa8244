import type { Process } from '../kernel/decider.ts';
import { personId, streamKey } from '../kernel/ids.ts';
import { openHonoursOf } from '../points/facts.ts';
import { openWishesOf } from '../volunteering/wish/facts.ts';

/**
 * Between persons and what is still under way for them: whoever is erased is put forward for no honour any more, and what they
 * wish for nobody can read, so that both are taken back. An honour that was granted and a wish that came true stay as they are.
 */
export const erasedPeople: Process = {
  name: 'erased-people',
  on: ['PersonErased'],
  react({ stream }, facts, { points, volunteering }) {
    const person = personId.parse(streamKey(stream));
    const honours = points === undefined ? [] : facts(openHonoursOf(person));
    const wishes = volunteering?.wishes === undefined ? [] : facts(openWishesOf(person));
    return [
      ...honours.map((honour) => ({ type: 'WithdrawHonour', data: { honour } })),
      ...wishes.map((wish) => ({ type: 'WithdrawWish', data: { wish } })),
    ];
  },
};
