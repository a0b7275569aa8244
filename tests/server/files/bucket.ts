import S3rver from 's3rver';
import { after } from 'node:test';
import { s3Files, type S3Files, type S3Options } from '../../../packages/server/src/files/s3-files.ts';
import { newFolder } from './files-kit.ts';

const servers: S3rver[] = [];
after(() => Promise.all(servers.map((server) => server.close())));

const bucket = 'files';

/**
 * Files in a bucket of an S3 server of this process. It ignores `If-None-Match` on a put, so `refusesOverwriting` puts what
 * Amazon S3 does before it: a put to a key that is there, or that is being written, is answered with 412.
 */
export async function openBucket({
  refusesOverwriting = false,
  ...more
}: { readonly refusesOverwriting?: boolean } & Partial<S3Options> = {}): Promise<S3Files> {
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: await newFolder(),
    configureBuckets: [{ name: bucket }],
  });
  if (refusesOverwriting) server.middleware.unshift(refuseOverwriting());
  servers.push(server);
  const { port } = await server.run();
  const keys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
  return s3Files({ endpoint: `http://127.0.0.1:${port}`, bucket, region: 'us-east-1', ...keys, ...more });
}

function refuseOverwriting(): S3rver['middleware'][number] {
  const written = new Set<string>();
  return async (context, next) => {
    if (context.method === 'PUT' && context.get('if-none-match') === '*') {
      if (written.has(context.path)) {
        context.status = 412;
        return;
      }
      written.add(context.path);
    }
    await next();
  };
}
