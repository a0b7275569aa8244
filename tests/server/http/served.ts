import { anonymous, personId, person, type Actor, type Context, type Standing } from '@keting/domain';
import { memoryFiles } from '@keting/runtime';
import { serverApp, type ServerOptions, type SignedIn } from '@keting/server';
import { contexts, smallDesk, smallModel, type SmallDesk } from '../../runtime/desk/small-place.ts';

/** A model in which anyone may follow their own reports, also by the secret of a receipt. */
const model = {
  ...smallModel,
  permissions: [
    ...smallModel.permissions,
    {
      do: ['see:cases', 'see:contacts', 'see:personal-contents', 'RateCase'],
      by: ['anyone' as const],
      where: 'own' as const,
    },
  ],
};

export const base = 'http://desk.test/keting/v1';

/** Signs in whoever the header says, as no server should: `guest`, or a person's id; `~` before it says by a cookie. */
function bySayingSo({ headers }: Request): Promise<SignedIn | undefined> {
  const who = headers.get('x-who');
  if (who === null) return Promise.resolve(undefined);
  const name = who.replace('~', '');
  const actor: Actor = name === 'guest' ? anonymous : person(personId.parse(name));
  return Promise.resolve(who.startsWith('~') ? { actor, cookie: `session-${name}` } : { actor });
}

export interface Logged {
  readonly about: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** What is asked in a test. */
export interface Ask {
  readonly as?: string;
  readonly method?: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is. */
  readonly raw?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface Served extends SmallDesk {
  readonly app: ReturnType<typeof serverApp>;
  readonly logged: Logged[];
  readonly ask: (path: string, ask?: Ask) => Promise<Response>;
}

export function requestOf(path: string, { as, method, body, raw, headers, signal }: Ask = {}): Request {
  const content = body === undefined ? raw : JSON.stringify(body);
  return new Request(path.startsWith('http') ? path : `${base}${path}`, {
    method: method ?? (content === undefined ? 'GET' : 'POST'),
    headers: {
      ...(as === undefined ? {} : { 'x-who': as }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(content === undefined ? {} : { body: content, duplex: 'half' }),
    ...(signal === undefined ? {} : { signal }),
  });
}

/** The small place behind a server; `small` changes the place, `changed` the server. */
export function served(
  changed: Partial<ServerOptions> = {},
  place: NonNullable<Parameters<typeof smallDesk>[0]> = {},
): Served {
  const small = smallDesk({ files: memoryFiles(), model, ...place });
  const logged: Logged[] = [];
  const app = serverApp({
    desk: small.desk,
    store: small.store,
    contexts,
    authenticate: bySayingSo,
    limits: { requests: 1_000_000 },
    log: { error: (about, message) => logged.push({ about, message }) },
    ...changed,
  });
  return { ...small, app, logged, ask: (path, ask) => app.fetch(requestOf(path, ask)) };
}

/** Status and code of an answer, as `404 not-found`. */
export async function saidOf(answer: Response): Promise<string> {
  const body: unknown = await answer.json();
  const code = typeof body === 'object' && body !== null && 'code' in body ? ` ${String(body.code)}` : '';
  return `${answer.status}${code}`;
}

/** All that can be told of an answer, less what differs from one request to the next. */
export async function wholeOf(answer: Response) {
  const headers = [...answer.headers].filter(([name]) => name !== 'keting-request-id' && name !== 'date');
  return { status: answer.status, headers, body: await answer.text() };
}

/** A context that is there for what it says of posts. */
export const sayingPosts = (standings: () => Promise<readonly Standing[]>): Context => ({
  ...{ name: 'saying-posts', streams: [], commands: {}, events: {}, views: [], facts: {}, sees: 'see:cases' },
  decide: () => ({ events: [] }),
  evolve: (state) => state,
  about: () => ({}),
  standings,
});
