import type { FileId, Instant } from '@keting/domain';
import type { Files } from '@keting/runtime';
import { AwsClient } from 'aws4fetch';
import { createHash, randomUUID } from 'node:crypto';
import { fileKey, parsedId } from './file-key.ts';
import { readListing, type Listed } from './listing.ts';
import { sameBytes } from './same-bytes.ts';
import { unclaimedOf, type Claimed } from './unclaimed.ts';

/** Where a bucket is, and by what right files are kept in it. */
export interface S3Options {
  /** Address of the service, as `https://s3.example.cn`; the bucket is asked for by path, below it. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** What every key begins with, as `keting/files/`; nothing unless told. */
  readonly prefix?: string;
  /** Asks the service to encrypt what it keeps, as `AES256` or `aws:kms`. */
  readonly encryption?: string;
  /** How long one request may take, in milliseconds; 30,000 unless told. */
  readonly timeout?: number;
}

/** Files in a bucket. */
export interface S3Files extends Files {
  /**
   * Whether the service refuses to overwrite (`If-None-Match: *` on a put, as Amazon S3 and MinIO do). Where it ignores
   * this, two who put different files under one id in the same moment may overwrite one another. It puts and removes a probe.
   */
  refusesOverwriting(): Promise<boolean>;
  /**
   * Ids of files that were put before an instant and that no stream claims, as on a disk; but a file that is put again keeps
   * the time of its first put. What else the bucket holds is left alone.
   */
  unclaimed(olderThan: Instant, claimed: Claimed): AsyncIterable<FileId>;
  /** Removes a file. */
  remove(id: FileId): Promise<void>;
}

/** An object store answered what is no answer to what was asked. The message names no id. */
export class S3Error extends Error {
  override readonly name = 'S3Error';
  readonly status: number;

  constructor(method: string, status: number) {
    super(`object store: ${method} was answered with status ${status}`);
    this.status = status;
  }
}

/** How often a put is tried that the service could not decide, as another for the same key was under way. */
const attempts = 3;

/**
 * Files in a bucket of an object store that speaks S3. Looks first, then puts on the condition that nothing is there. Requests
 * that fail or take too long throw; nothing is taken for missing but what the service says is missing.
 */
export function s3Files(options: S3Options): S3Files {
  const bucket = new Bucket(options);
  const get = async (text: string) => {
    const id = parsedId(text);
    return id === undefined ? undefined : bucket.get(fileKey(id).join('/'));
  };
  return {
    get,
    async put(id, bytes, type) {
      if (parsedId(id) === undefined) throw new RangeError('not the id of a file');
      return putOnce(bucket, id, bytes, type);
    },
    async has(text) {
      const id = parsedId(text);
      return id !== undefined && bucket.has(fileKey(id).join('/'));
    },
    async refusesOverwriting() {
      const key = `.probe-${randomUUID()}`;
      await bucket.put(key, new Uint8Array([1]), 'application/octet-stream');
      const again = await bucket.put(key, new Uint8Array([2]), 'application/octet-stream');
      await bucket.remove(key);
      return again !== 'put';
    },
    unclaimed: (olderThan, claimed) => unclaimedOf(olderIn(bucket, olderThan), claimed),
    remove: (id) => bucket.remove(fileKey(id).join('/')),
  };
}

async function* olderIn(bucket: Bucket, olderThan: Instant): AsyncGenerator<FileId, void> {
  for await (const { key, putAt } of bucket.objects()) {
    const id = parsedId(key.split('/').at(-1) ?? '');
    if (id !== undefined && fileKey(id).join('/') === key && putAt < olderThan) yield id;
  }
}

async function putOnce(bucket: Bucket, id: FileId, bytes: Uint8Array, type: string): Promise<'kept' | 'taken'> {
  const key = fileKey(id).join('/');
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const kept = await bucket.get(key);
    if (kept !== undefined) return sameBytes(kept.bytes, bytes) ? 'kept' : 'taken';
    if ((await bucket.put(key, bytes, type)) === 'put') return 'kept';
  }
  throw new S3Error('PUT', 409);
}

/** The requests that files need, each signed. */
class Bucket {
  private readonly options: S3Options;
  private readonly client: AwsClient;

  constructor(options: S3Options) {
    this.options = options;
    const { accessKeyId, secretAccessKey, region } = options;
    this.client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 });
  }

  async get(key: string) {
    const answer = await this.ask('GET', key);
    if (answer.status === 200)
      return { bytes: new Uint8Array(await answer.arrayBuffer()), type: answer.headers.get('content-type') ?? '' };
    await this.mustBeMissing('GET', answer);
    return undefined;
  }

  async has(key: string): Promise<boolean> {
    const answer = await this.ask('HEAD', key);
    if (answer.status === 200) return true;
    await this.mustBeMissing('HEAD', answer);
    return false;
  }

  /** Puts where nothing is: `there` where something is, `undecided` where another put to the key was under way. */
  async put(key: string, bytes: Uint8Array, type: string): Promise<'put' | 'there' | 'undecided'> {
    const { encryption } = this.options;
    const answer = await this.ask('PUT', key, bytes, {
      'content-type': type,
      'if-none-match': '*',
      ...(encryption === undefined ? {} : { 'x-amz-server-side-encryption': encryption }),
    });
    await answer.arrayBuffer();
    if (answer.ok) return 'put';
    if (answer.status === 412) return 'there';
    if (answer.status === 409) return 'undecided';
    throw new S3Error('PUT', answer.status);
  }

  async remove(key: string): Promise<void> {
    const answer = await this.ask('DELETE', key);
    if (!answer.ok) throw new S3Error('DELETE', answer.status);
  }

  /** All that stands under the prefix, with keys as they are asked for here. */
  async *objects(): AsyncGenerator<Listed, void> {
    const { prefix = '' } = this.options;
    for (let token: string | undefined; ;) {
      const query = new URLSearchParams({ 'list-type': '2', prefix });
      if (token !== undefined) query.set('continuation-token', token);
      const answer = await this.send('GET', `?${query.toString()}`);
      const listing = readListing(await answer.text());
      if (answer.status !== 200 || listing === undefined) throw new S3Error('GET', answer.status);
      for (const { key, putAt } of listing.objects)
        if (key.startsWith(prefix)) yield { key: key.slice(prefix.length), putAt };
      if (listing.next === undefined || listing.next === token) return;
      token = listing.next;
    }
  }

  /** What is not there by the service's word is missing; all else is an error. */
  private async mustBeMissing(method: string, answer: Response): Promise<void> {
    await answer.arrayBuffer();
    if (answer.status !== 404) throw new S3Error(method, answer.status);
  }

  private ask(method: string, key: string, bytes: Uint8Array = new Uint8Array(), headers: Record<string, string> = {}) {
    return this.send(method, `/${this.options.prefix ?? ''}${key}`, bytes, headers);
  }

  private send(
    method: string,
    below: string,
    bytes: Uint8Array = new Uint8Array(),
    headers: Record<string, string> = {},
  ) {
    const { endpoint, bucket, timeout = 30_000 } = this.options;
    return this.client.fetch(`${endpoint.replace(/\/+$/, '')}/${bucket}${below}`, {
      method,
      headers: { ...headers, 'x-amz-content-sha256': createHash('sha256').update(bytes).digest('hex') },
      ...(method === 'PUT' ? { body: Uint8Array.from(bytes) } : {}),
      signal: AbortSignal.timeout(timeout),
    });
  }
}
