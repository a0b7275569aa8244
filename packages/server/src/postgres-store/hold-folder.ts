import { createHash } from 'node:crypto';
import { mkdir, open, realpath, rm, rmdir, stat, type FileHandle } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Another process has its data in this folder. Two would destroy it. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';

  constructor(folder: string) {
    super(`another process keeps its data in ${folder}; stop it first, or use another folder`);
  }
}

/** The longest path that a socket can have everywhere, in bytes. */
const longestPath = 100;
/** Whoever takes a socket over that a dead process left does so at once; one that died in the middle is passed by after this. */
const longestTaking = 10_000;
/** How often a folder is asked for while others ask for it too. */
const attempts = 300;

/**
 * Where the socket of a folder is: beside it, so that who sees the folder, from another container too, sees it, and what copies
 * the folder does not.
 */
interface Place {
  readonly path: string;
  readonly handle?: FileHandle;
}

async function placeOf(folder: string): Promise<Place> {
  const [parent, name] = [dirname(folder), `${basename(folder)}.sock`];
  const path = join(parent, name);
  if (process.platform === 'win32') return { path: `\\\\.\\pipe\\keting-${nameOf(folder)}` };
  if (Buffer.byteLength(path) <= longestPath) return { path };
  if (process.platform !== 'linux') return { path: join(tmpdir(), `keting-${nameOf(folder)}.sock`) };
  const handle = await open(parent);
  return { path: `/proc/self/fd/${handle.fd}/${nameOf(folder)}.sock`, handle };
}

const nameOf = (folder: string): string => createHash('sha256').update(folder).digest('hex').slice(0, 20);

/** Whether a process is there behind a socket: it dies with its process, however that ends. */
const answers = (socket: string): Promise<boolean> =>
  new Promise((resolve) => {
    const line = connect(socket);
    line.once('connect', () => {
      line.destroy();
      resolve(true);
    });
    line.once('error', () => {
      resolve(false);
    });
  });

/** Listens on a socket; undefined where there is one of that name already. */
const listenOn = (socket: string): Promise<Server | undefined> =>
  new Promise((resolve, reject) => {
    const server = createServer((line) => line.destroy());
    server.once('error', (error) => {
      if ('code' in error && error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(socket, () => {
      server.unref();
      resolve(server);
    });
  });

const isThere = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST';

/** Makes the folder that says that somebody is taking over; false where somebody else is. */
async function begin(taking: string): Promise<boolean> {
  try {
    await mkdir(taking);
    return true;
  } catch (error) {
    if (!isThere(error)) throw error;
  }
  const since = await stat(taking).catch(() => undefined);
  if (since !== undefined && Date.now() - since.mtimeMs > longestTaking) await rmdir(taking).catch(() => undefined);
  return false;
}

/** Takes a socket over that nobody answers behind. One at a time: a second would take away what the first has just made. */
async function takeOver(socket: string): Promise<Server | undefined> {
  const taking = `${socket}.taking`;
  if (!(await begin(taking))) return undefined;
  try {
    if (await answers(socket)) return undefined;
    await rm(socket, { force: true });
    return await listenOn(socket);
  } finally {
    await rmdir(taking);
  }
}

/** Holds a folder for this process; answers how to let it go. Throws `FolderInUse` where another has it. */
export async function holdFolder(folder: string): Promise<() => Promise<void>> {
  const { path, handle } = await placeOf(await realpath(folder));
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const server = (await listenOn(path)) ?? ((await answers(path)) ? undefined : await takeOver(path));
    if (server !== undefined) return () => letGo(server, handle);
    if (await answers(path)) break;
    await wait(20);
  }
  await handle?.close();
  throw new FolderInUse(folder);
}

/** Closing a socket takes its file away, and needs the folder by which it was named. */
async function letGo(server: Server, handle: FileHandle | undefined): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  await handle?.close();
}
