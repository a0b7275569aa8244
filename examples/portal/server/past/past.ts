import type { Files, Store } from '@keting/runtime';
import type { Instant } from '@keting/domain';
import type { PlaceId } from '../../src/setup/places.ts';
import { openDesk } from '../desk.ts';
import type { Setting } from '../setting.ts';
import { Actors } from './actors.ts';
import { liveCases } from './cases.ts';
import { PastClock } from './clock.ts';
import { cobuildingDeeds } from './cobuilding.ts';
import type { Deed } from './deed.ts';
import { deliberationDeeds } from './deliberation.ts';
import { gridDeeds } from './grid.ts';
import { live } from './live.ts';
import { organisationDeeds } from './organisation.ts';
import { pointDeeds } from './points.ts';
import { Scene } from './scene.ts';
import { streetDeeds } from './street-work.ts';
import { volunteeringDeeds } from './volunteering.ts';

const deedsOf = (scene: Scene): readonly Deed[] => [
  ...organisationDeeds(scene),
  ...gridDeeds(scene),
  ...streetDeeds(scene),
  ...deliberationDeeds(scene),
  ...cobuildingDeeds(scene),
  ...volunteeringDeeds(scene),
  ...pointDeeds(scene),
];

/** Cases are of the last days: what was done before them, as a community that takes up a way of its own, holds for them. */
const beforeCases = 12;

/** A place that was set up, whose past is to be lived. */
export interface SetUpPlace {
  readonly place: PlaceId;
  readonly setting: Setting;
  readonly store: Store;
  readonly files: Files;
}

/** Lives through the days before now, so that the pages of the demonstration are not empty. */
export async function liveThePast({ place, setting, store, files }: SetUpPlace, now: Instant): Promise<void> {
  const clock = new PastClock(now);
  const desk = openDesk(setting.model, store, { clock, files });
  const scene = new Scene(place, setting, now);
  const stage = { desk, clock, actors: new Actors(setting) };
  const deeds = deedsOf(scene);
  const first = scene.at(beforeCases, '00:00');
  await live(
    stage,
    deeds.filter(({ at }) => at < first),
  );
  await liveCases({ desk, clock }, place, setting, now);
  await live(
    stage,
    deeds.filter(({ at }) => at >= first),
  );
  clock.time = now;
  await desk.settled();
}
