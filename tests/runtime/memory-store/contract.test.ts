import { memoryStore } from '../../../packages/runtime/src/memory-store/memory-store.ts';
import { storeContractInNode } from '../store-kit.ts';

storeContractInNode('memoryStore', (views) => Promise.resolve(memoryStore({ views })));
