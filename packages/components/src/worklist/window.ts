/** Which rows are drawn: those on screen, some before and after, and the one that the keyboard is at. */
export function rowsToDraw(
  {
    top,
    height,
    rowHeight,
    count,
    active,
  }: {
    readonly top: number;
    readonly height: number;
    readonly rowHeight: number;
    readonly count: number;
    readonly active: number;
  },
  beyond = 6,
): readonly number[] {
  const first = Math.max(0, Math.floor(top / rowHeight) - beyond);
  const last = Math.min(count - 1, Math.ceil((top + height) / rowHeight) + beyond);
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  if (active < 0 || active >= count || (active >= first && active <= last)) return rows;
  return active < first ? [active, ...rows] : [...rows, active];
}

/** Where the list must be scrolled to so that a row is wholly on screen; where it is, if it is. */
export function scrollFor(
  row: number,
  { top, height, rowHeight }: { top: number; height: number; rowHeight: number },
): number {
  const start = row * rowHeight;
  if (start < top) return start;
  return start + rowHeight > top + height ? start + rowHeight - height : top;
}
