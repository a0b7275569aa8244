/**
 * What a desk behind a network and a page that asks it say to each other: the shapes of bodies, read on both sides. The ways
 * (method and path) are `routes`; every body is JSON but those of files, and every path stands below the desk's address.
 *
 * @packageDocumentation
 */
import { commandId, keptPurpose, type Actor } from '@keting/domain';
import * as z from 'zod/mini';

/** Bodies that are larger are refused, in bytes; a file may be as large as the model lets it. */
export const largestBody = 262_144;
/** The most commands that are sent in one batch. */
export const largestBatch = 100;
/** The most streams that offers are asked for at once, and the most views that one listener follows. */
export const mostAtOnce = 200;

const name = z.string().check(z.minLength(1), z.maxLength(80));
const text = z.string().check(z.maxLength(2000));
const streamId = z.templateLiteral([z.string(), '/', z.string()]);
const stream = streamId.check(z.maxLength(200));
const scalar = z.union([text, z.number(), z.boolean()]);

/** A command as it is sent: `id` makes it effective once, however often it is sent. */
export const canBody = z.strictObject({
  type: name,
  data: z.unknown(),
  id: z.exactOptional(commandId),
});
/** One command, or several that are carried out one after another, each on its own. */
export const sendBody = z.union([canBody, z.array(canBody).check(z.minLength(1), z.maxLength(largestBatch))]);
/** Streams whose offers are asked for, by id. */
export const offersBody = z.strictObject({ streams: z.array(stream).check(z.maxLength(mostAtOnce)) });

const bound = z.union([text, z.number()]);
const condition = z.union([
  scalar,
  z.strictObject({ in: z.array(scalar).check(z.maxLength(1000)) }),
  z.strictObject({ prefix: text }),
  z.strictObject({ from: z.exactOptional(bound), to: z.exactOptional(bound) }),
]);
const where = z.record(name, condition);

/** A question to a view: a page of its rows. */
export const queryBody = z.strictObject({
  where: z.exactOptional(where),
  order: z.exactOptional(
    z.array(z.strictObject({ by: name, down: z.exactOptional(z.boolean()) })).check(z.maxLength(5)),
  ),
  limit: z.exactOptional(z.int().check(z.minimum(1), z.maximum(1000))),
  cursor: z.exactOptional(z.string().check(z.maxLength(4000))),
});
/** A question to a view: columns added up, parted by others. */
export const sumBody = z.strictObject({
  where: z.exactOptional(where),
  by: z.array(name).check(z.maxLength(10)),
  of: z.array(name).check(z.maxLength(50)),
});

const fault = z.object({ path: z.string(), code: z.string(), limit: z.exactOptional(z.number()) });
/** A "no" as a value. `code` is stable; a text is made from it per language where it is shown. */
export const wireRefusal = z.object({
  code: z.string(),
  rule: z.string(),
  ids: z.array(z.string()),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  faults: z.exactOptional(z.array(fault)),
});
const done = z.object({
  ok: z.literal(true),
  id: commandId,
  at: z.number(),
  number: z.exactOptional(z.string()),
  events: z.array(z.object({ type: z.string(), stream: streamId, version: z.number() })),
});
const refused = z.object({ ok: z.literal(false), id: commandId, refusal: wireRefusal });
/** What came of one command. */
export const wireReceipt = z.discriminatedUnion('ok', [done, refused]);
/** One receipt for one command, or a list in the order of a batch. */
export const sendAnswer = z.union([wireReceipt, z.array(wireReceipt)]);
/** Whether a command would be carried out now, or why it would be refused. */
export const canAnswer = z.union([
  z.object({ allowed: z.literal(true) }),
  z.object({ allowed: z.literal(false), refusal: wireRefusal }),
]);
const offer = z.object({
  type: z.string(),
  draft: z.record(z.string(), z.unknown()),
  rule: z.exactOptional(z.string()),
  allowed: z.boolean(),
  refusal: z.exactOptional(wireRefusal),
});
/** For each stream what may be asked of it. */
export const offersAnswer = z.array(z.array(offer));
/** A page of rows. `next` is the cursor of the page after it. */
export const pageAnswer = z.object({
  rows: z.array(z.record(z.string(), z.unknown())),
  next: z.exactOptional(z.string()),
  contents: z.record(z.string(), z.string()),
});
/** Sums, each with the columns that it was parted by. */
export const sumAnswer = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])));
/** What a question is answered with: rows, or why it is not answered. */
export const askAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), rows: z.array(z.record(z.string(), z.unknown())) }),
  z.object({ ok: z.literal(false), refusal: wireRefusal }),
]);
/** Posts that whoever asks may act by, each with its unit and how far it reaches. */
export const standingsAnswer = z.array(
  z.object({ post: z.string(), unit: z.string(), kind: z.string(), territories: z.array(z.string()) }),
);
const actor = z.union([
  z.object({ kind: z.literal('person'), person: z.string() }),
  z.object({ kind: z.literal('process'), name: z.string() }),
  z.object({ kind: z.literal('anonymous') }),
]);
/** What a page needs before it asks anything: the model, who it is taken for, the time, and what to show against forgery. */
export const deskAnswer = z.object({
  model: z.unknown(),
  actor,
  now: z.number(),
  csrf: z.exactOptional(z.string()),
});
/** Where a file is kept, or why it is not. */
export const attachAnswer = z.union([
  z.object({ ok: z.literal(true), id: z.string() }),
  z.object({ ok: z.literal(false), refusal: wireRefusal }),
]);

const keptThing = z.object({
  id: z.string(),
  person: z.string(),
  purpose: keptPurpose,
  kept: z.boolean(),
  stream: z.string(),
  event: z.string(),
  field: z.string(),
  at: z.number(),
});
/** Everything that is kept about a person. Files come without their bytes: each is at `/files/` and its id. */
export const personAnswer = z.object({
  person: z.string(),
  at: z.number(),
  streams: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
  rows: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
  texts: z.array(z.extend(keptThing, { text: z.string() })),
  files: z.array(z.extend(keptThing, { type: z.string() })),
});

const keys = z.object({ changed: z.array(z.string()), gone: z.array(z.string()) });
/** Rows that changed, and rows that may not be seen any more, by the name of their view. */
export const seenNews = z.record(z.string(), keys);
/** News since a position. Where `complete` is false some are gone: read anew all that is shown. */
export const newsAnswer = z.object({ news: seenNews, position: z.string(), complete: z.boolean() });
/** An error of the request itself: it could not be read, or nobody may ask. `code` is one of `wireErrors`. */
export const wireError = z.object({ code: z.string() });

/** Codes of answers that are no desk's, each with its status. */
export const wireErrors = {
  'not-signed-in': 401,
  'forged-request': 403,
  'not-found': 404,
  'body-invalid': 400,
  'query-invalid': 400,
  'body-too-large': 413,
  'too-many-requests': 429,
  'not-available': 503,
  internal: 500,
} as const;
export type WireErrorCode = keyof typeof wireErrors;

/** Header that carries the secret of an anonymous report's receipt. */
export const receiptHeader = 'keting-receipt';
/** Header that carries what `csrf` of the desk's answer said, where the sign-in is a cookie. */
export const csrfHeader = 'keting-csrf';
/**
 * Header that names whom the desk took the page for, as `actorName` says it: where another has signed in meanwhile the request
 * is refused with `not-signed-in`, whatever it asks, and nothing is done or read as them. Who leaves it out asks as who they are.
 */
export const actorHeader = 'keting-actor';

/** An actor's name in `actorHeader`. Whoever shows a receipt is `anonymous` as every guest is: the secret is not in it. */
export function actorName(actor: Actor): string {
  if (actor.kind === 'person') return `person/${actor.person}`;
  return actor.kind === 'process' ? `process/${actor.name}` : 'anonymous';
}

/** Ways to a desk, below its address. `:view` is a view's name, `:question` a question's, `:file` a file's id, `:person` a person's. */
export const routes = {
  desk: { method: 'GET', path: '/desk' },
  send: { method: 'POST', path: '/commands' },
  can: { method: 'POST', path: '/can' },
  offers: { method: 'POST', path: '/offers' },
  view: { method: 'POST', path: '/views/:view' },
  sum: { method: 'POST', path: '/views/:view/sum' },
  ask: { method: 'POST', path: '/questions/:question' },
  standings: { method: 'GET', path: '/standings' },
  /** `?after=<position>&views=<name>,<name>`; without `after` it answers where news stand now. */
  news: { method: 'GET', path: '/news' },
  /**
   * Server-sent events, `?views=<name>,<name>`: each `id` is a position and each `data` a `seenNews`; an event `reset` says
   * that some are gone. `Last-Event-ID` (or `after`) resumes.
   */
  live: { method: 'GET', path: '/live' },
  attach: { method: 'PUT', path: '/files/:file' },
  file: { method: 'GET', path: '/files/:file' },
  person: { method: 'GET', path: '/persons/:person' },
} as const;
