import { fileId } from '@keting/domain';
import type { KeptFile } from '@keting/runtime';
import * as z from 'zod/mini';
import { json } from './answers.ts';
import type { Handler } from './asked.ts';
import { readBytes } from './bodies.ts';
import type { Uploads } from './uploads.ts';
import { WireProblem } from './wire-problem.ts';

/** What a browser may show by itself. All else it may only save: a file that is a page would run as the desk's own. */
const shown: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'video/mp4']);

/** By how much a body may pass the model's bound: a file that is a little too large is told so by the model's own refusal. */
const slack = 4096;

/** Keeps a file under an id of its maker. */
export const attach =
  (uploads: Uploads): Handler =>
  ({ desk, param, request, counted }) =>
    uploads.during(counted, async ({ take }) => {
      const { maxBytes } = desk.model.cases.report.photos;
      const bytes = await readBytes(request, maxBytes + slack, take);
      return json(await desk.attach(bytes, param('file')));
    });

function fileAnswer({ bytes, type }: KeptFile, id: string): Response {
  const safe = shown.has(type);
  const headers = {
    'content-type': safe ? type : 'application/octet-stream',
    'content-disposition': safe ? 'inline' : `attachment; filename="${id}"`,
    'content-length': String(bytes.length),
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  };
  return new Response(new Uint8Array(bytes), { headers });
}

/** Hands out a file to whoever may see what names it; to all others there is none. */
export const file: Handler = async ({ desk, param }) => {
  const id = z.safeParse(fileId, param('file'));
  const kept = id.success ? await desk.file(id.data) : undefined;
  if (!id.success || kept === undefined) throw new WireProblem('not-found');
  return fileAnswer(kept, id.data);
};
