// Loaded before the tests of a whole run. node:test follows every promise there is, by an async hook, so that it can tell to
// which test a rejection belongs that nobody handled. That is two thirds of the time of a law over desks. Without it such a
// rejection fails the file, with its error, and not the test; `node --test` on that file alone then names the test. What is
// no promise it follows still: by that it knows which suite a test or a hook stands in.

import { createHook } from 'node:async_hooks';

const unfollowing = createHook({ trackPromises: false });
const unfollowed = Object.getOwnPropertySymbols(unfollowing).find(
  ({ description }) => description === 'kNoPromiseHook',
);
const hook = Object.getPrototypeOf(unfollowing);
const { enable } = hook;

// Node without that option, or with it by another name, runs the tests as ever, only slower.
if (unfollowed !== undefined) {
  hook.enable = function enableUnfollowing() {
    this[unfollowed] = true;
    return enable.call(this);
  };
}
