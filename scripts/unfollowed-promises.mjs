// Loaded before the tests of a whole run. node:test follows every promise there is, by an async hook, so that it can tell to
// which test a rejection belongs that nobody handled. That is two thirds of the time of a law over desks. Without it such a
// rejection fails the file, with its error, and not the test; `node --test` on that file alone then names the test.

import { createHook } from 'node:async_hooks';

Object.getPrototypeOf(createHook({})).enable = function unfollowed() {
  return this;
};
