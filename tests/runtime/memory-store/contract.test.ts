import { memoryStore } from '@keting/runtime';
import { storeContractInNode } from '../store-kit.ts';

storeContractInNode('memoryStore', (views) => Promise.resolve(memoryStore({ views })));
