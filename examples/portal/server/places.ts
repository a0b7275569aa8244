import { openServedDesk, type DeskConfig, type ServedDesk } from '@keting/server';
import { deskOf, firstPlace, personsOf, placeIds, type PlaceId } from '../src/setup/places.ts';
import personas from './personas.json' with { type: 'json' };
import { setUpAside } from './set-up.ts';

/** How the desks of the places are configured: each has a record of its own. */
export type ConfigOf = (place: PlaceId) => DeskConfig;

/** The places beside the first: each is set up and opened when somebody first asks for it. */
export class Places {
  private readonly desks = new Map<PlaceId, Promise<ServedDesk>>();
  private readonly configOf: ConfigOf;

  constructor(configOf: ConfigOf) {
    this.configOf = configOf;
  }

  /** Answers requests for a place, once it stands; undefined where a request is for none. Rejects where it cannot be set up. */
  async answer(request: Request, address: string | undefined): Promise<Response | undefined> {
    const { pathname } = new URL(request.url);
    for (const place of placeIds) {
      if (pathname === `/${personsOf(place)}`) return await this.tellPersons(place);
      if (place !== firstPlace && pathname.startsWith(`/${deskOf(place)}/`))
        return (await this.desk(place)).answer(request, address);
    }
    return undefined;
  }

  /** Ends the live streams of the places that are open; those that are being set up are waited for. */
  async endStreams(): Promise<void> {
    await this.each((desk) => desk.endStreams());
  }

  async close(): Promise<void> {
    await this.each((desk) => desk.close());
  }

  /** Whom one can be: asked for before the desk, so that a page waits here while the place is set up. */
  private async tellPersons(place: PlaceId): Promise<Response> {
    if (place !== firstPlace) await this.desk(place);
    return Response.json(personas[place], {
      headers: { 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' },
    });
  }

  /** The desk of a place, opened once; one that could not be opened is tried anew. */
  private desk(place: PlaceId): Promise<ServedDesk> {
    const known = this.desks.get(place);
    if (known !== undefined) return known;
    const opening = this.open(place);
    this.desks.set(place, opening);
    opening.catch((trouble: unknown) => {
      console.warn(trouble);
      this.desks.delete(place);
    });
    return opening;
  }

  private async open(place: PlaceId): Promise<ServedDesk> {
    const config = this.configOf(place);
    await setUpAside({ place, connect: config.connect, files: config.files });
    return openServedDesk(config, { basePath: `/${deskOf(place)}` });
  }

  /** Does something with every desk that could be opened. */
  private async each(work: (desk: ServedDesk) => Promise<void>): Promise<void> {
    const opened = await Promise.allSettled(this.desks.values());
    await Promise.all(opened.flatMap((one) => (one.status === 'fulfilled' ? [work(one.value)] : [])));
  }
}
