import { streamKind, type Actor, type Command, type StreamId, type View } from '@keting/domain';
import { QueryError, viewsOf, type Desk, type Fetch, type LocalDesk } from '@keting/runtime';
import {
  actorHeader,
  actorName,
  canBody,
  csrfHeader,
  offersBody,
  queryBody,
  sendBody,
  sumBody,
  wireErrors,
  type WireErrorCode,
} from '@keting/runtime/wire';
import * as z from 'zod/mini';
import { contexts } from '../desk/small-place.ts';

/** What becomes of a request: lost before it arrives, its answer lost after the desk has acted, or cut off on its way. */
export type Break = 'before' | 'during' | 'after';

/** A request as it went out. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly search: URLSearchParams;
  readonly headers: Headers;
  readonly body: unknown;
}

type Handle = (sent: Sent, desk: Desk) => Promise<Response> | Response;

const error = (code: WireErrorCode): Response => Response.json({ code }, { status: wireErrors[code] });

const views: readonly View[] = viewsOf(contexts);

/** One live stream that a page has opened. */
export interface Opened {
  readonly views: string;
  readonly after: string | null;
  readonly say: (text: string) => void;
  readonly end: () => void;
  readonly cut: () => void;
  readonly isOpen: () => boolean;
}

/** A desk behind `fetch`, with a line that a test breaks. */
export class SmallServer {
  readonly sent: Sent[] = [];
  readonly opened: Opened[] = [];
  down = false;
  csrf: string | undefined;
  actor: Actor;
  now: () => number;
  /** Asked of each request but greetings: whether its line breaks. */
  breaks: (sent: Sent) => Break | undefined = () => undefined;
  /** Answers in the desk's place, where it does. */
  instead: (sent: Sent) => Response | undefined = () => undefined;
  /** Holds requests back until they are let go. */
  before: (sent: Sent) => Promise<void> = () => Promise.resolve();
  private readonly desk: LocalDesk;

  constructor(desk: LocalDesk, actor: Actor) {
    this.desk = desk;
    this.actor = actor;
    this.now = () => desk.now();
  }

  /** Paths that were asked for, with their methods. */
  get asked(): readonly string[] {
    return this.sent.map(({ method, path }) => `${method} ${path}`);
  }

  /** Ids of the commands that were sent, in order, once for each time. */
  get commands(): readonly string[] {
    return this.sent.filter(({ path }) => path === '/commands').map(({ body }) => z.parse(named, body).id);
  }

  readonly fetch: Fetch = async (url, request) => {
    const sent = await read(url, request);
    this.sent.push(sent);
    await this.before(sent);
    const lost = new TypeError('the line is down');
    const broken = this.down || request.signal?.aborted === true ? 'before' : this.breakOf(sent);
    if (broken === 'before') throw lost;
    const answer = this.instead(sent) ?? (await this.answer(sent, request.signal ?? undefined));
    if (broken === 'after') throw lost;
    return broken === 'during' ? new Response(cutOff(lost), answer) : answer;
  };

  private breakOf(sent: Sent): Break | undefined {
    return sent.path === '/desk' ? undefined : this.breaks(sent);
  }

  private async answer(sent: Sent, signal: AbortSignal | undefined): Promise<Response> {
    const named = sent.headers.get(actorHeader);
    if (named !== null && named !== actorName(this.actor)) return error('not-signed-in');
    const forged = sent.method !== 'GET' && this.csrf !== undefined && sent.headers.get(csrfHeader) !== this.csrf;
    if (forged) return error('forged-request');
    if (sent.path === '/live') return this.live(sent, signal);
    if (sent.path === '/desk') return this.greeting();
    const desk = this.desk.as(this.actor);
    const [, first = '', name = '', last] = sent.path.split('/');
    const handle = last === 'sum' ? ways['sum'] : ways[`${sent.method} ${first}`];
    if (handle === undefined) return error('not-found');
    return Promise.resolve(handle({ ...sent, path: name }, desk)).catch((thrown: unknown) => {
      if (thrown instanceof QueryError) return error('query-invalid');
      throw thrown;
    });
  }

  private greeting(): Response {
    const { actor, csrf } = this;
    return Response.json({ model: this.desk.model, actor, now: this.now(), ...(csrf === undefined ? {} : { csrf }) });
  }

  private live({ search, headers }: Sent, signal: AbortSignal | undefined): Response {
    let isOpen = true;
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        const ended = (how: () => void) => () => {
          if (isOpen) how();
          isOpen = false;
        };
        const cut = ended(() => controller.error(new TypeError('the line is down')));
        signal?.addEventListener('abort', cut);
        this.opened.push({
          views: search.get('views') ?? '',
          after: headers.get('last-event-id'),
          say: (text) => controller.enqueue(new TextEncoder().encode(text)),
          end: ended(() => controller.close()),
          cut,
          isOpen: () => isOpen,
        });
      },
    });
    return new Response(stream, { headers: { 'content-type': 'text/event-stream' } });
  }
}

const cutOff = (lost: Error) => new ReadableStream({ start: (controller) => controller.error(lost) });

const named = z.object({ id: z.string() });

async function read(url: string, request: RequestInit): Promise<Sent> {
  const { pathname, searchParams } = new URL(url);
  const whole = new Request(url, { method: request.method ?? 'GET', body: request.body ?? null });
  const bytes = new Uint8Array(await whole.arrayBuffer());
  const headers = new Headers(request.headers);
  const isJson = headers.get('content-type') === 'application/json';
  const body: unknown = isJson ? JSON.parse(new TextDecoder().decode(bytes)) : bytes;
  return { method: request.method ?? 'GET', path: pathname.replace('/api', ''), search: searchParams, headers, body };
}

const commandOf = ({ type, data, id }: z.infer<typeof canBody>): Command => ({
  type,
  data,
  ...(id === undefined ? {} : { id }),
});

const viewOf = (name: string): View | undefined => views.find((view) => view.name === name);

const ways: Readonly<Record<string, Handle>> = {
  'POST commands': async ({ body }, desk) => {
    const asked = z.parse(sendBody, body);
    if (!Array.isArray(asked)) return Response.json(await desk.send(commandOf(asked)));
    const receipts = [];
    for (const one of asked) receipts.push(await desk.send(commandOf(one)));
    return Response.json(receipts);
  },
  'POST can': async ({ body }, desk) => Response.json(await desk.can(commandOf(z.parse(canBody, body)))),
  'POST offers': async ({ body }, desk) => {
    const { streams } = z.parse(offersBody, body);
    return Response.json(await desk.offers(streams.filter((one): one is StreamId => streamKind(one) !== '')));
  },
  'POST views': async ({ path, body }, desk) => {
    const view = viewOf(path);
    return view === undefined ? error('not-found') : Response.json(await desk.view(view, z.parse(queryBody, body)));
  },
  sum: async ({ path, body }, desk) => {
    const view = viewOf(path);
    return view === undefined ? error('not-found') : Response.json(await desk.sum(view, z.parse(sumBody, body)));
  },
  'POST questions': async ({ path, body }, desk) => {
    const question = contexts.flatMap(({ questions = [] }) => questions).find(({ name }) => name === path);
    return question === undefined ? error('not-found') : Response.json(await desk.ask(question, body));
  },
  'GET standings': async (_, desk) => Response.json(await desk.standings()),
  'PUT files': async ({ path, body }, desk) =>
    Response.json(await desk.attach(z.parse(z.instanceof(Uint8Array), body), path)),
  'GET files': async ({ path }, desk) => {
    const file = await desk.file(path);
    if (file === undefined) return error('not-found');
    return new Response(file.bytes.slice(), { headers: { 'content-type': file.type } });
  },
};
