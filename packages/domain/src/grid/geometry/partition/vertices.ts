import { read } from '../lattice.ts';

/** Distinct lattice points, numbered in the order met. */
export interface Vertices {
  /** How many there are. */
  size(): number;
  /** The number of a point, given now if it is new. */
  idOf(x: number, y: number): number;
  x(id: number): number;
  y(id: number): number;
}

/** Mixes two coordinates into a slot; the multipliers are the usual large odd ones of integer hashing. */
const hash = (x: number, y: number): number => {
  const mixed = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
};

/**
 * A table for at most `capacity` points: open addressing over typed arrays, because two lattice coordinates do not fit one
 * exact number and text keys cost ten times as much.
 */
export function vertexTable(capacity: number): Vertices {
  const xs = new Int32Array(capacity);
  const ys = new Int32Array(capacity);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(capacity * 2 + 2))).fill(-1);
  const mask = slots.length - 1;
  let count = 0;

  const add = (slot: number, x: number, y: number): number => {
    xs[count] = x;
    ys[count] = y;
    slots[slot] = count;
    return count++;
  };
  return {
    size: () => count,
    x: (id) => read(xs, id),
    y: (id) => read(ys, id),
    idOf(x, y) {
      let slot = hash(x, y) & mask;
      for (let id = read(slots, slot); id >= 0; id = read(slots, slot)) {
        if (read(xs, id) === x && read(ys, id) === y) return id;
        slot = (slot + 1) & mask;
      }
      return add(slot, x, y);
    },
  };
}
