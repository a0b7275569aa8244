import { memoryStore } from '@keting/runtime';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { viewContract } from './view-contract.ts';

viewContract('memoryStore', (views) => Promise.resolve(memoryStore({ views })), { describe, it, assert });
