/** Characters of a unified social credit code and their values (GB 32100-2015): no I, O, S, V, Z. */
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** Weights of an organisation code (GB 11714-1997). */
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

const weigh = (text: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * CREDIT_ALPHABET.indexOf(text[index] ?? '0'), 0);

function organisationCheck(body: string): string {
  const rest = 11 - (weigh(body, ORGANISATION_WEIGHTS) % 11);
  return rest === 11 ? '0' : rest === 10 ? 'X' : String(rest);
}

/**
 * A unified social credit code that passes both of its check digits and that nobody can have: its division is 000000, which no
 * registry serves. `number` is 0 to 99,999,999.
 */
export function inventedCreditCode(number: number): string {
  const body = String(number).padStart(8, '0');
  const code = `91000000${body}${organisationCheck(body)}`;
  return `${code}${CREDIT_ALPHABET[(31 - (weigh(code, CREDIT_WEIGHTS) % 31)) % 31] ?? ''}`;
}
