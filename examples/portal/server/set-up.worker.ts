import { workerData } from 'node:worker_threads';
import * as z from 'zod/mini';
import { placeIds } from '../src/setup/places.ts';
import { setUp } from './set-up.ts';

const text = z.string();
const bucket = z.object({
  ...{ endpoint: text, bucket: text, region: text, accessKeyId: text, secretAccessKey: text },
  ...{ prefix: z.exactOptional(text), encryption: z.exactOptional(text), timeout: z.exactOptional(z.number()) },
});

const settingUp = z.object({
  place: z.enum(placeIds),
  connect: z.union([z.object({ url: text }), z.object({ folder: text })]),
  files: z.union([z.object({ on: z.literal('disk'), folder: text }), z.object({ on: z.literal('s3'), s3: bucket })]),
});

await setUp(settingUp.parse(workerData));
