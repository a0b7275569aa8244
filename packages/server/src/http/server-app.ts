import { routes } from '@keting/runtime/wire';
import { Hono, type Context as HonoContext } from 'hono';
import * as aboutDesk from './about-desk.ts';
import { json, problemAnswer, secured } from './answers.ts';
import { apiDocument } from './api/document.ts';
import { docsAsset, docsPage } from './api/docs-page.ts';
import type { RouteName } from './api/way-notes.ts';
import type { Asked, Handler } from './asked.ts';
import { readJson } from './bodies.ts';
import * as commands from './commands.ts';
import { otherOrigins } from './cors.ts';
import { csrfGuard, type Guard } from './csrf.ts';
import { describeError, problemOf, type Place } from './failures.ts';
import * as files from './files.ts';
import { Gate, type LetIn } from './gate.ts';
import { LiveHub } from './live/hub.ts';
import { live } from './live/live.ts';
import { news } from './news.ts';
import type { Limits, ServerApp, ServerOptions } from './options.ts';
import { person } from './person.ts';
import { ask, servedQuestions } from './questions.ts';
import { rateLimit, type Spend } from './rate.ts';
import { Uploads } from './uploads.ts';
import * as views from './views.ts';
import { WireProblem } from './wire-problem.ts';

/** What a request brings through the door, and where it is noted which way it went. */
interface Bound {
  readonly letIn: LetIn;
  readonly place: { -readonly [Key in keyof Place]: Place[Key] };
}
type Served = HonoContext<{ Bindings: Bound }>;

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']);

const uploadsOf = ({ uploads = 2, uploadBytes = 64_000_000 }: Limits = {}): Uploads =>
  new Uploads({ files: uploads, bytes: uploadBytes });

/** What answers each way of the wire. */
function handlersOf(options: ServerOptions, guard: Guard, hub: LiveHub): { readonly [Name in RouteName]: Handler } {
  const served = views.servedViews(options.contexts, options.views);
  return {
    desk: aboutDesk.aboutDesk(guard),
    standings: aboutDesk.standings,
    send: commands.send,
    can: commands.can,
    offers: commands.offers,
    view: views.view(served),
    sum: views.sum(served),
    ask: ask(servedQuestions(options)),
    news: news(served, options.store),
    live: live(served, hub),
    attach: files.attach(uploadsOf(options.limits)),
    file: files.file,
    person,
  };
}

function documentAnswer({ contexts, desk }: ServerOptions, basePath: string): Handler {
  let made: object | undefined;
  return () => {
    made ??= apiDocument(contexts, desk.model, basePath);
    return Promise.resolve(json(made));
  };
}

class App {
  private readonly options: ServerOptions;
  private readonly spend: Spend;
  private readonly gate: Gate;
  private readonly problem: ReturnType<typeof problemOf>;
  private readonly origins: ReturnType<typeof otherOrigins>;
  private readonly hono = new Hono<{ Bindings: Bound }>();
  readonly hub: LiveHub;

  constructor(options: ServerOptions) {
    const { basePath = '/keting/v1', limits = {}, log, now = Date.now, store } = options;
    const guard = csrfGuard(options.csrf?.secret);
    this.options = options;
    this.spend = rateLimit(limits.requests ?? 1200, limits.seconds ?? 60);
    this.gate = new Gate(options, guard, this.spend);
    this.problem = problemOf(options);
    this.origins = otherOrigins(options.origins ?? []);
    const onTrouble = (trouble: unknown): void => {
      log?.error({ route: routes.live.path, ...describeError(trouble) }, 'live streams ended');
    };
    const { streams: most = 50, streamSeconds = 600 } = limits;
    this.hub = new LiveHub({ store, now, most, longest: streamSeconds * 1000, onTrouble });
    this.serve(handlersOf(options, guard, this.hub), basePath);
  }

  async fetch(request: Request): Promise<Response> {
    const started = performance.now();
    const place = { request: crypto.randomUUID(), route: 'other', method: request.method };
    const answer = this.origins.preflight(request) ?? (await this.answer(request, place));
    this.origins.open(request, answer);
    this.note(answer.status, place, started);
    return secured(answer, place.request);
  }

  private async answer(request: Request, place: Bound['place']): Promise<Response> {
    try {
      const letIn = await this.gate.letIn(request, place);
      // Hono would answer HEAD as GET, and open a stream that nobody reads.
      if (request.method === 'HEAD') throw new WireProblem('not-found');
      return await this.hono.fetch(request, { letIn, place });
    } catch (thrown) {
      return problemAnswer(this.problem(thrown, place));
    }
  }

  private note(status: number, { request, route, method }: Place, started: number): void {
    const seconds = (performance.now() - started) / 1000;
    this.options.onRequest?.({ request, route, method: methods.has(method) ? method : 'other', status, seconds });
  }

  private serve(handlers: ReturnType<typeof handlersOf>, basePath: string): void {
    for (const [name, handler] of Object.entries(handlers)) {
      const route = Object.entries(routes).find(([each]) => each === name)?.[1];
      if (route !== undefined) this.way(route.method, basePath, route.path, handler);
    }
    this.way('GET', basePath, '/openapi.json', documentAnswer(this.options, basePath));
    this.way('GET', basePath, '/docs', docsPage);
    this.way('GET', basePath, '/docs/:asset', docsAsset);
    this.hono.notFound(() => problemAnswer(new WireProblem('not-found')));
    this.hono.onError((thrown, context) => problemAnswer(this.problem(thrown, context.env.place)));
  }

  private way(method: string, basePath: string, path: string, handler: Handler): void {
    this.hono.on(method, `${basePath}${path}`, (context) => {
      context.env.place.route = path;
      return handler(this.asked(context));
    });
  }

  private asked(context: Served): Asked {
    const { signedIn, counted } = context.env.letIn;
    const { raw } = context.req;
    return {
      request: raw,
      signedIn,
      counted,
      desk: this.options.desk.as(signedIn.actor),
      url: new URL(raw.url),
      param: (name) => context.req.param(name) ?? '',
      json: (schema) => readJson(raw, schema, this.options.limits?.depth ?? 32),
      spend: (requests) => this.spend(counted, requests),
    };
  }
}

/**
 * A desk over HTTP: the ways of `@keting/runtime/wire` under a base path, with an OpenAPI document (`/openapi.json`) and a page
 * to read it on (`/docs`). Nothing is reachable without a sign-in, and no input is answered with an error of the server.
 */
export function serverApp(options: ServerOptions): ServerApp {
  const app = new App(options);
  return {
    fetch: (request) => app.fetch(request),
    close() {
      app.hub.close();
      return Promise.resolve();
    },
    listeners: () => app.hub.listeners,
  };
}
