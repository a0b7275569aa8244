import { workerData } from 'node:worker_threads';
import * as z from 'zod/mini';
import { placeIds } from '../src/setup/places.ts';
import { setUp } from './set-up.ts';

const settingUp = z.object({
  place: z.enum(placeIds),
  connect: z.union([z.object({ url: z.string() }), z.object({ folder: z.string() })]),
});

await setUp(settingUp.parse(workerData));
