import { PGlite } from '@electric-sql/pglite';
import type { Files } from '@keting/runtime';
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { holdFolder } from '../postgres-store/hold-folder.ts';
import type { RecordConfig } from './config.ts';
import { replayErasures } from './erasure-log.ts';
import { openRecord } from './from-config.ts';
import { connectionEnvironment, runProgram } from './with-program.ts';

/** A backup that cannot be made or put back as asked. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/**
 * Writes the record into a file that was not there, readable by its owner alone: of PostgreSQL by `pg_dump`, while it runs; of
 * an embedded database as a packed folder, while no server has it open. All districts of the database are in it; files are not.
 */
export async function backup({ connect }: RecordConfig, file: string): Promise<void> {
  await claim(file);
  try {
    if ('url' in connect) await dumpPostgres(connect.url, file);
    else await dumpFolder(connect.folder, file);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

/** Makes the file, so that nobody else can read what will stand in it. */
async function claim(file: string): Promise<void> {
  try {
    await (await open(file, 'wx', 0o600)).close();
  } catch (error) {
    throw new BackupError(`${file} is there already, or cannot be written`, { cause: error });
  }
}

const dumpPostgres = (url: string, file: string): Promise<void> =>
  runProgram(
    'pg_dump',
    ['--format=custom', '--schema=keting', '--no-owner', `--file=${file}`],
    connectionEnvironment(url),
  );

async function dumpFolder(folder: string, file: string): Promise<void> {
  if ((await namesIn(folder)).length === 0) throw new BackupError(`there is no database in ${folder}`);
  const letGo = await holdFolder(folder);
  try {
    const database = await PGlite.create({ dataDir: folder });
    const dump = await database.dumpDataDir('gzip');
    await database.close();
    const handle = await open(file, 'w');
    await handle.writeFile(new Uint8Array(await dump.arrayBuffer()));
    await handle.sync();
    await handle.close();
  } finally {
    await letGo();
  }
}

/**
 * Puts a backup into a database that is empty, or a folder that is not there; then erases again what the erasure log names,
 * in the record and among the files that are kept beside it. Answers how many contents that were. Nothing is ever overwritten: it is refused where
 * there is something.
 */
export async function restore(config: RecordConfig, files: Pick<Files, 'remove'>, file: string): Promise<number> {
  const { connect, erasureLog, district } = config;
  if ('url' in connect) await restorePostgres(connect.url, file);
  else await restoreFolder(connect.folder, file);
  if (erasureLog === undefined) return 0;
  const { erasureLog: _, ...unlogged } = config;
  const store = await openRecord(unlogged, fail);
  try {
    return await replayErasures(erasureLog, district, { store, files });
  } finally {
    await store.close();
  }
}

const fail = (trouble: unknown): void => {
  throw trouble;
};

const restorePostgres = (url: string, file: string): Promise<void> =>
  runProgram(
    'pg_restore',
    [
      '--exit-on-error',
      '--single-transaction',
      '--no-owner',
      `--dbname=${decodeURIComponent(new URL(url).pathname.slice(1))}`,
      file,
    ],
    connectionEnvironment(url),
  );

async function restoreFolder(folder: string, file: string): Promise<void> {
  if ((await namesIn(folder)).length > 0) throw new BackupError(`${folder} is not empty: nothing is overwritten`);
  const packed = new Blob([await readFile(file)]);
  await mkdir(folder, { recursive: true });
  const letGo = await holdFolder(folder);
  try {
    const database = await PGlite.create({ dataDir: folder, loadDataDir: packed });
    await database.query('select count(*) from keting.districts');
    await database.close();
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new BackupError(`${file} is no backup of a record`, { cause: error });
  } finally {
    await letGo();
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  return readdir(folder);
}
