import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Another process has its data in this folder. Two would destroy it. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';

  constructor(folder: string) {
    super(`another process keeps its data in ${folder}; stop it first, or use another folder`);
  }
}

/** A socket dies with its process, however that ends; a file with a number in it would outlive it. */
function socketOf(folder: string): string {
  const name = `keting-${createHash('sha256').update(folder).digest('hex').slice(0, 20)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

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

const listenOn = (socket: string): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer((line) => line.destroy());
    server.once('error', reject);
    server.listen(socket, () => {
      server.unref();
      resolve(server);
    });
  });

/** Holds a folder for this process; answers how to let it go. Throws `FolderInUse` where another has it. */
export async function holdFolder(folder: string): Promise<() => Promise<void>> {
  const socket = socketOf(await realpath(folder));
  if (await answers(socket)) throw new FolderInUse(folder);
  // What a process that was killed left behind.
  await rm(socket, { force: true });
  const server = await listenOn(socket);
  return () =>
    new Promise((resolve) => {
      server.close(() => {
        resolve();
      });
    });
}
