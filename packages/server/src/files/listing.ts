import type { Instant } from '@keting/domain';

/** One object of a bucket: its key, and when it was last put. */
export interface Listed {
  readonly key: string;
  readonly putAt: Instant;
}

/** A page of what a bucket holds; `next` is there when more follows. */
export interface Listing {
  readonly objects: readonly Listed[];
  readonly next?: string;
}

const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The text of an element that holds nothing but text; undefined where there is none. */
function textOf(xml: string, element: string): string | undefined {
  const text = new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1];
  return text?.replaceAll(/&(lt|gt|quot|apos|amp);/g, (whole, name: string) => characters[name] ?? whole);
}

/** What of `<Contents>` is whole: an object without a key or a time is nobody's to remove. */
function listed(xml: string): readonly Listed[] {
  const [key, time] = [textOf(xml, 'Key'), textOf(xml, 'LastModified')];
  const putAt = Date.parse(time ?? '');
  return key === undefined || Number.isNaN(putAt) ? [] : [{ key, putAt }];
}

/** Reads an answer to ListObjectsV2; undefined where it is none. */
export function readListing(xml: string): Listing | undefined {
  if (!/<ListBucketResult[\s>]/.test(xml)) return undefined;
  const objects = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].flatMap(([, inner = '']) => listed(inner));
  const next = textOf(xml, 'IsTruncated') === 'true' ? textOf(xml, 'NextContinuationToken') : undefined;
  return next === undefined ? { objects } : { objects, next };
}
