import { storeContract, type OpenStore, type TestKit } from '@keting/runtime/testing';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wholes } from '../support/by-bounds.ts';
import { runs } from '../support/runs.ts';

const kit = (numRuns: number): TestKit => ({
  describe,
  it,
  assert,
  forAll: (property) =>
    fc.assert(
      fc.asyncProperty(fc.gen(), (choose) => property((min, max) => choose(wholes(min, max)))),
      { numRuns },
    ),
});

/** Runs the contract of a store under node:test and fast-check, each law as often as told. */
export const storeContractInNode = (name: string, open: OpenStore, numRuns = runs()): void =>
  storeContract(name, open, kit(numRuns));
