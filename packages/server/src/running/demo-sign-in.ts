import { anonymous, person, personId } from '@keting/domain';
import type { Authenticate } from '../sign-in/signed-in.ts';

/**
 * Believes anyone: `Authorization: Demo <id of a person>` is that person, no such header a guest. For trying things out on one
 * machine; a configuration lets it listen to nothing but a loopback address.
 */
export const demoSignIn: Authenticate = ({ headers }) => {
  const shown = headers.get('authorization');
  if (shown === null) return Promise.resolve({ actor: anonymous });
  const id = personId.safeParse(/^Demo +(.*)$/i.exec(shown)?.[1]);
  return Promise.resolve(id.success ? { actor: person(id.data) } : undefined);
};
