import { memoryStore } from '@keting/runtime';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recordContract } from '../../support/record-contract.ts';

recordContract('memoryStore', (views) => Promise.resolve(memoryStore({ views })), { describe, it, assert });
