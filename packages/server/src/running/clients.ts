/**
 * Whose addresses requests come from, for counting guests. Behind a proxy the line is the proxy's, and the last address that it
 * wrote into `X-Forwarded-For` is believed: those before it anyone can make up.
 */
export class Clients {
  private readonly addresses = new WeakMap<Request, string>();
  private readonly behindProxy: boolean;

  constructor(behindProxy: boolean) {
    this.behindProxy = behindProxy;
  }

  note(request: Request, address: string | undefined): void {
    const said = this.behindProxy ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
    const found = said ?? address;
    if (found !== undefined) this.addresses.set(request, found);
  }

  readonly of = (request: Request): string | undefined => this.addresses.get(request);
}
