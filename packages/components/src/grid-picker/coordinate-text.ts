import type { LngLat } from './grid.ts';

/**
 * Reads `121.38, 28.57` as people write it: with a comma (also full-width), a semicolon or a space between, with or without
 * degree signs. Longitude first; the other way round is understood where it can only be that, because no latitude is
 * above 90. Undefined when it is not two numbers. Whether they are on Earth is not looked at.
 */
export function readCoordinate(typed: string): LngLat | undefined {
  const parts = typed
    .normalize('NFKC')
    .replace(/[°度]/g, '')
    .trim()
    .split(/\s*[,;、]\s*|\s+/);
  if (parts.length !== 2 || !parts.every((part) => /^[+-]?\d+(\.\d*)?$/.test(part))) return undefined;
  const [first = 0, second = 0] = parts.map(Number);
  return Math.abs(second) > 90 && Math.abs(first) <= 90 ? [second, first] : [first, second];
}
