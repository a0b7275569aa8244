declare module 's3rver' {
  import type { AddressInfo } from 'node:net';

  interface Asked {
    readonly method: string;
    readonly path: string;
    status: number;
    get(header: string): string;
  }
  interface S3rverOptions {
    readonly address: string;
    readonly port: number;
    readonly silent: boolean;
    readonly directory: string;
    readonly configureBuckets: readonly { readonly name: string }[];
  }
  /** An S3 server in this process, a Koa application. */
  export default class S3rver {
    readonly middleware: ((context: Asked, next: () => Promise<void>) => Promise<void>)[];
    constructor(options: S3rverOptions);
    run(): Promise<AddressInfo>;
    close(): Promise<void>;
  }
}
