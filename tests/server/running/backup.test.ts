import assert from 'node:assert/strict';
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { backup, restore } from '../../../packages/server/src/running/backup.ts';
import { connectionEnvironment } from '../../../packages/server/src/running/with-program.ts';
import { newFolder } from '../files/files-kit.ts';

const url = 'postgres://keting:pa%40ss@db.example.cn:5433/the%20record?sslmode=verify-full';
const record = { connect: { url }, district: 'd', dataFolder: 'unused', checkpoints: {} };

/** Files of which none is ever removed. */
const files = { remove: () => Promise.reject(new Error('nothing was erased')) };

/** Stands in for a program of PostgreSQL: notes what it was asked and ends as told. */
async function standIn(t: TestContext, name: string, code = 0): Promise<() => Promise<string>> {
  const folder = await newFolder();
  const noted = join(folder, 'noted');
  const script = `#!/bin/sh\n{ echo "$@"; echo "$PGHOST $PGPORT $PGUSER $PGPASSWORD $PGDATABASE $PGSSLMODE"; } > ${noted}\nexit ${code}\n`;
  await writeFile(join(folder, name), script);
  await chmod(join(folder, name), 0o755);
  const path = process.env['PATH'] ?? '';
  process.env['PATH'] = `${folder}${delimiter}${path}`;
  t.after(() => {
    process.env['PATH'] = path;
  });
  return () => readFile(noted, 'utf8');
}

test('PostgreSQL is backed up by pg_dump, which is told the password where no list of processes shows it', async (t) => {
  const noted = await standIn(t, 'pg_dump');
  const file = join(await newFolder(), 'backup');
  await backup(record, file);
  assert.deepEqual((await noted()).split('\n'), [
    `--format=custom --schema=keting --no-owner --file=${file}`,
    'db.example.cn 5433 keting pa@ss the record verify-full',
    '',
  ]);
  assert.equal((await stat(file)).mode & 0o077, 0);
});

test('a backup that failed leaves no file behind', async (t) => {
  await standIn(t, 'pg_dump', 3);
  const folder = await newFolder();
  await assert.rejects(backup(record, join(folder, 'backup')), /pg_dump ended with code 3/);
  assert.deepEqual(await readdir(folder), []);
});

test('PostgreSQL is restored by pg_restore, all or nothing', async (t) => {
  const noted = await standIn(t, 'pg_restore');
  assert.equal(await restore(record, files, '/backup'), 0);
  assert.match(await noted(), /^--exit-on-error --single-transaction --no-owner --dbname=the record \/backup\n/);
});

test('what the address does not say is left to PostgreSQL’s own rules', () => {
  assert.deepEqual(connectionEnvironment('postgres://db/keting'), { PGHOST: 'db', PGDATABASE: 'keting' });
});

test('a file that is no backup is refused, and the folder is as it was', async () => {
  const folder = join(await newFolder(), 'record');
  const file = join(await newFolder(), 'backup');
  await writeFile(file, 'nothing of the kind');
  await assert.rejects(restore({ ...record, connect: { folder } }, files, file), { name: 'BackupError' });
  assert.deepEqual(await readdir(folder).catch(() => []), []);
});
