import * as z from 'zod/mini';

/** A fraction in lowest terms of those entitled: `{ of: 2, in: 3 }` is two thirds. `more` asks for more than it. */
export const share = z.strictObject({
  of: z.int().check(z.minimum(1)),
  in: z.int().check(z.minimum(1)),
  more: z.boolean(),
});
export type Share = z.infer<typeof share>;
