import * as z from 'zod/mini';

/** The languages every label of a model is given in. Simplified Chinese comes first. */
export const languages = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Language = (typeof languages)[number];

/** A label in every language. Labels are data: a model may word the field's terms its own way. */
export const term = z.strictObject({
  'zh-Hans': z.string().check(z.minLength(1)),
  'zh-Hant': z.string().check(z.minLength(1)),
  en: z.string().check(z.minLength(1)),
});
export type Term = z.infer<typeof term>;

/** Shorthand for writing a label: Simplified, Traditional, English. */
export const words = (hans: string, hant: string, en: string): Term => ({
  'zh-Hans': hans,
  'zh-Hant': hant,
  en,
});
