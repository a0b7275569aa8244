import * as z from 'zod/mini';

/**
 * A telephone number without its middle: of a mobile number the first three and the last four digits show, `138****5678`. Of a
 * shorter one, and of one with an area code, only the last two; of fewer than seven digits none.
 */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (digits.length < 7) return '****';
  const landline = digits.length < 11 || digits.startsWith('0');
  return landline ? `****${digits.slice(-2)}` : `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}

/** A name by its first character, whatever its length: `张**`. Of another script, its first letter. */
export const maskName = (name: string): string => `${[...name.trim()][0] ?? ''}**`;

/**
 * An address up to its first number or letter, no further than six characters and no more than its first half: `某某路****`.
 * One without a number may be a name that people there know the place by, so that it is never shown whole.
 */
export function maskAddress(address: string): string {
  const whole = [...address.trim()];
  const street = /^[^\dA-Za-z０-９Ａ-Ｚａ-ｚ一二三四五六七八九十百]*/.exec(address.trim())?.[0] ?? '';
  const shown = Math.min(6, Math.floor(whole.length / 2));
  return `${[...street].slice(0, shown).join('')}****`;
}

/** How a text is masked: by what it is. A `contact` is a name and a telephone number, as JSON. */
export type MaskKind = 'name' | 'phone' | 'address' | 'contact';

const contact = z.object({ name: z.optional(z.string()), phone: z.optional(z.string()) });

function maskContact(text: string): string {
  const { name, phone } = contact.parse(JSON.parse(text));
  return JSON.stringify({
    ...(name === undefined ? {} : { name: maskName(name) }),
    ...(phone === undefined ? {} : { phone: maskPhone(phone) }),
  });
}

/** A text as it is shown to whoever has no need of the whole. */
export function mask(text: string, kind: MaskKind): string {
  switch (kind) {
    case 'name':
      return maskName(text);
    case 'phone':
      return maskPhone(text);
    case 'address':
      return maskAddress(text);
    case 'contact':
      return maskContact(text);
  }
}
