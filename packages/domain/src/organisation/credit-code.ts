import * as z from 'zod/mini';

/** Characters of a unified social credit code, each worth its place (GB 32100-2015): no I, O, S, V, Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const form = /^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/**
 * Unified social credit code: eighteen characters in the form of GB 32100-2015. Only the form is held to: codes are in use,
 * given by registries themselves, whose check character is wrong, so `isCreditCodeSound` is for a warning.
 */
export const creditCode = z.string().check(z.regex(form));
export type CreditCode = z.infer<typeof creditCode>;

/** The check character that GB 32100-2015 gives to the first seventeen; weights are powers of three, modulo 31. */
export function creditCheck(code: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/** Whether a code's check character fits: where it does not, a person should look again, and may go on. */
export const isCreditCodeSound = (code: string): boolean => form.test(code) && creditCheck(code) === code.charAt(17);
