import { at, none, realAt, type Hierarchy } from './hierarchy.ts';
import { cornerOf, unitIn, type Corner, type Layout } from './layout.ts';
import type { Camera } from './viewport.ts';

/** Where each block of a layout begins a move: where it stood before, or at the box that has just opened. */
export function movesFrom(hierarchy: Hierarchy, before: Layout, after: Layout, toggled: number): Float64Array {
  const starts = after.x.slice();
  const opened = cornerOf(hierarchy, before, toggled)?.x;
  for (let block = 1; block < after.blocks; block++) {
    const unit = unitIn(hierarchy, after, block, 0);
    const earlier = at(before.blockOf, unit);
    if (earlier !== none) starts[block] = realAt(before.x, earlier);
    else if (opened !== undefined) starts[block] = opened;
  }
  return starts;
}

/** The layout on its way from `starts`; `share` runs from 0 to 1. Order within a level holds all the way. */
export function layoutBetween(starts: Float64Array, after: Layout, share: number): Layout {
  return { ...after, x: after.x.map((x, block) => realAt(starts, block) + (x - realAt(starts, block)) * share) };
}

/** The camera moved so that a box stays where it is on the stage, though the layout has moved it. */
export function anchored(camera: Camera, before: Corner | undefined, now: Corner | undefined): Camera {
  if (!before || !now) return camera;
  return { ...camera, x: camera.x + (before.x - now.x) * camera.zoom, y: camera.y + (before.y - now.y) * camera.zoom };
}
