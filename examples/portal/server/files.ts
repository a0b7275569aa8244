import type { Files } from '@keting/runtime';
import { diskFiles, s3Files, type FilesConfig } from '@keting/server';

/** The files that a desk's configuration names: what a sample shows is put where the desk then looks for it. */
export const filesIn = (config: FilesConfig): Files =>
  config.on === 'disk' ? diskFiles(config.folder) : s3Files(config.s3);
