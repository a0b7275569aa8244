import { memoryFiles } from '@keting/runtime';
import { diskFiles } from '../../../packages/server/src/files/disk-files.ts';
import { filesContractInNode, newFolder } from './files-kit.ts';
import { openBucket } from './bucket.ts';

filesContractInNode('memoryFiles', () => Promise.resolve(memoryFiles()));
filesContractInNode('diskFiles', async () => diskFiles(await newFolder()));
filesContractInNode('s3Files, on a service that refuses to overwrite', () => openBucket({ refusesOverwriting: true }));
