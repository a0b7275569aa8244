import type { GridPickerGrid } from './grid.ts';

/** Full-width forms as their plain ones, capitals as small, hyphens and dots between parts of a code or name left out. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[-·・]/g, '');

/** What each grid can be found by: name, community, code, initials. */
export const searchTexts = (grids: readonly GridPickerGrid[]): string[] =>
  grids.map(({ code, name, community = '', initials = '' }) => {
    const words = plain(`${community}${name}`).replace(/\s/g, '');
    return `${words}\n${plain(code)}\n${plain(initials)}`;
  });

/** Places of the texts that hold every word of what was typed; all of them when nothing was. */
export function search(texts: readonly string[], typed: string): number[] {
  const words = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  const found: number[] = [];
  texts.forEach((text, place) => {
    if (words.every((word) => text.includes(word))) found.push(place);
  });
  return found;
}
