import * as z from 'zod/mini';

/** A telephone number without its middle: the first three and the last four digits show, `138****5678`; a short one shows none. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length < 8 ? '****' : `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}

/** A name by its first character, whatever its length: `张**`. Of another script, its first letter. */
export const maskName = (name: string): string => `${[...name.trim()][0] ?? ''}**`;

/** An address up to its first number, and no further than six characters: `某某路****`. */
export function maskAddress(address: string): string {
  const street = /^[^\d０-９一二三四五六七八九十百]*/.exec(address.trim())?.[0] ?? '';
  return `${[...street].slice(0, 6).join('')}****`;
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
