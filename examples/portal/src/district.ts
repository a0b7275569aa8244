import { contexts, type Actor } from '@keting/domain';
import { indexedDbOutbox, remoteDesk, type RemoteDesk } from '@keting/runtime';
import { readPersonas, type Persona } from './setup/persons.ts';
import { deskOf, personsOf, type PlaceId } from './setup/places.ts';

/** The server that served this page knows the places. */
const addressOf = (path: string): string => new URL(path, document.baseURI).href;

/** Who somebody says they are: the demonstration believes everyone. */
const saysWho = (actor: Actor): Readonly<Record<string, string>> =>
  actor.kind === 'person' ? { authorization: `Demo ${actor.person}` } : {};

/** Opens the desk of a place as somebody has it. Rejects where the server cannot be reached. */
export type OpenDesk = (actor: Actor) => Promise<RemoteDesk>;

/** How the desk of a place is opened. */
export function deskAt(place: PlaceId): OpenDesk {
  // What waits to be sent while the line is down, for all who use this browser: each entry knows whose it is.
  const outbox = indexedDbOutbox(`keting-portal-${place}`);
  return (actor) => {
    const receipt = actor.kind === 'anonymous' ? actor.receipt : undefined;
    return remoteDesk({
      url: addressOf(deskOf(place)),
      headers: () => saysWho(actor),
      outbox,
      account: actor.kind === 'person' ? actor.person : 'guest',
      contexts,
      onTrouble: (trouble) => console.warn(trouble),
      ...(receipt === undefined ? {} : { receipt }),
    });
  };
}

/** Whom one can be in a place, told once it has been set up. Rejects where the server cannot be reached or cannot set it up. */
export async function personasAt(place: PlaceId): Promise<readonly Persona[]> {
  const answer = await fetch(addressOf(personsOf(place)));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return readPersonas(await answer.json());
}
