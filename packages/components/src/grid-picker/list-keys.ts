/** The next place (from 0) among `count` options for a key, -1 being none yet; undefined for a key that does not move. */
export function movedPlace(key: string, place: number, count: number, page: number): number | undefined {
  if (count === 0) return undefined;
  const within = (wanted: number): number => Math.max(0, Math.min(count - 1, wanted));
  switch (key) {
    case 'ArrowDown':
      return within(place + 1);
    case 'ArrowUp':
      return within(place < 0 ? count - 1 : place - 1);
    case 'PageDown':
      return within(place + page);
    case 'PageUp':
      return within(place - page);
    default:
      return undefined;
  }
}
