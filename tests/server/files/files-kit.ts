import { filesContract, type OpenFiles } from '@keting/runtime/testing';
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';

/** Runs the contract of files under node:test. */
export const filesContractInNode = (name: string, open: OpenFiles): void =>
  filesContract(name, open, { describe, it, assert });

const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** A new folder that goes when the tests of a file are over. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'keting-'));
  folders.push(folder);
  return folder;
}
