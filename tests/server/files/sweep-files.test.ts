import { person, personId } from '@keting/domain';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { diskFiles } from '../../../packages/server/src/files/disk-files.ts';
import { claimedIn, sweepFiles, unclaimedFor } from '../../../packages/server/src/files/sweep-files.ts';
import { report, smallDesk } from '../../runtime/desk/small-place.ts';
import { newFolder } from './files-kit.ts';

const png = new Uint8Array(readFileSync(createRequire(import.meta.url).resolve('highlight.js/styles/school-book.png')));

test('a photo that a report named stays for good; one that no report named goes', async () => {
  const files = diskFiles(await newFolder());
  const { desk, store } = smallDesk({ files });
  const reporter = desk.as(person(personId.parse('reporter')));
  for (const id of ['named', 'unnamed']) assert.ok((await reporter.attach(png, id)).ok);
  assert.ok((await reporter.send(report('c1', { photos: ['named'] }))).ok);
  const later = Date.now() + unclaimedFor + 60_000;
  assert.deepEqual(await sweepFiles(files, claimedIn(store), later), ['unnamed']);
  assert.equal(await files.has('named'), true);
});
