/**
 * The longest code that all of these begin with; empty where they share nothing, or there are none. Whose territory holds it
 * holds them all.
 */
export const sharedCode = ([first = '', ...others]: readonly string[]): string => {
  let length = first.length;
  while (!others.every((code) => code.startsWith(first.slice(0, length)))) length -= 1;
  return first.slice(0, length);
};
