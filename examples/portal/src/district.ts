import { contexts, type Actor } from '@keting/domain';
import { indexedDbOutbox, remoteDesk, type RemoteDesk } from '@keting/runtime';

/** Where the demonstration's desk is, on the server that served this page. */
const address = new URL('keting/v1', document.baseURI).href;

/** What waits to be sent while the line is down, for all who use this browser: each entry knows whose it is. */
const outbox = indexedDbOutbox('keting-portal');

/** Who somebody says they are: the demonstration believes everyone. */
const saysWho = (actor: Actor): Readonly<Record<string, string>> =>
  actor.kind === 'person' ? { authorization: `Demo ${actor.person}` } : {};

/** The desk as somebody has it. Rejects where the server cannot be reached. */
export function openDesk(actor: Actor): Promise<RemoteDesk> {
  const receipt = actor.kind === 'anonymous' ? actor.receipt : undefined;
  return remoteDesk({
    url: address,
    headers: () => saysWho(actor),
    outbox,
    account: actor.kind === 'person' ? actor.person : 'guest',
    contexts,
    onTrouble: (trouble) => console.warn(trouble),
    ...(receipt === undefined ? {} : { receipt }),
  });
}
