import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Chance } from './chance.ts';

/** Where a line breaks: before anything of a request has passed, in the middle of it or of its answer, after the answer. */
export const breaks = ['before', 'in the request', 'in the answer', 'after'] as const;
export type Break = (typeof breaks)[number];

/** A line to a server that breaks, until it is mended. What passes it is bytes: it knows nothing of HTTP. */
export class BreakingLine {
  readonly broken: Record<Break, number> = { before: 0, 'in the request': 0, 'in the answer': 0, after: 0 };
  port = 0;
  private mended = false;
  private readonly server: Server;
  private readonly chance: Chance;
  private readonly sockets = new Set<Socket>();

  private constructor(to: number, chance: Chance) {
    this.chance = chance;
    this.server = createServer((near) => {
      this.join(near, connect(to, '127.0.0.1'));
    });
  }

  static open(to: number, chance: Chance): Promise<BreakingLine> {
    const line = new BreakingLine(to, chance);
    return new Promise((resolve) => {
      line.server.listen(0, '127.0.0.1', () => {
        const address = line.server.address();
        line.port = typeof address === 'object' && address !== null ? address.port : 0;
        resolve(line);
      });
    });
  }

  /** From now on it holds. */
  mend(): void {
    this.mended = true;
  }

  close(): Promise<void> {
    this.sockets.forEach((socket) => socket.destroy());
    return new Promise((resolve) => {
      this.server.close(() => resolve());
    });
  }

  private draw(): Break | undefined {
    return this.mended || this.chance.fraction() > 0.3 ? undefined : this.chance.one(breaks);
  }

  private join(near: Socket, far: Socket): void {
    const cut = (where: Break | undefined): void => {
      if (where !== undefined) this.broken[where] += 1;
      [near, far].forEach((socket) => socket.destroy());
    };
    for (const socket of [near, far]) {
      this.sockets.add(socket);
      // A line that breaks is what this is for.
      socket.on('error', () => cut(undefined));
      socket.on('close', () => {
        this.sockets.delete(socket);
        cut(undefined);
      });
    }
    let where: Break | undefined;
    near.on('data', (bytes) => {
      where = this.draw();
      if (where === 'before') cut(where);
      else if (where === 'in the request') far.write(bytes.subarray(0, bytes.length >> 1), () => cut(where));
      else far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (where === 'in the answer') near.write(bytes.subarray(0, bytes.length >> 1), () => cut(where));
      else if (where === 'after') near.write(bytes, () => cut(where));
      else near.write(bytes);
    });
  }
}
