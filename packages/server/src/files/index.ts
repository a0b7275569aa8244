/** Files on a disk or in a bucket. */
export { diskFiles, type DiskFiles } from './disk-files.ts';
export { s3Files, S3Error, type S3Files, type S3Options } from './s3-files.ts';
export { claimedIn, sweepFiles, unclaimedFor } from './sweep-files.ts';
export type { Claimed } from './unclaimed.ts';
