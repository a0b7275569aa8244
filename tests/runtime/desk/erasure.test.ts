import { memoryStore } from '@keting/runtime';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { erasureContract } from '../../support/erasure-contract.ts';

erasureContract('memoryStore', (views) => Promise.resolve(memoryStore({ views })), { describe, it, assert });
