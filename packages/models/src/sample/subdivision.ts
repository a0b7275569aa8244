import type { Point } from './plane.ts';

/**
 * A plane cut into faces that share their edges.
 *
 * Every edge is two half-edges, `2k` and `2k + 1`, that run in opposite directions; the face of a half-edge lies on its left. A point
 * put on an edge is put on both halves at once, and a cut belongs to both pieces, so neighbours cannot drift apart: the
 * faces are a partition by construction.
 */
export interface Subdivision {
  readonly points: Point[];
  /** Per half-edge: the point it starts from, the half-edges after and before it on its face, and that face. */
  readonly origin: number[];
  readonly next: number[];
  readonly previous: number[];
  readonly face: number[];
  /** Per face: one of its half-edges. */
  readonly start: number[];
}

/** The face number of what lies outside. */
export const OUTSIDE = -1;

/** The half-edge that runs the other way. */
export const twin = (half: number): number => half ^ 1;

/** A reader of a table that must hold what it is asked for; a miss is a mistake in this file, not in the input. */
function at<T>(table: readonly T[], index: number): T {
  const value = table[index];
  if (value === undefined) throw new RangeError(`no entry ${index}`);
  return value;
}

function link(plane: Subdivision, from: number, to: number): void {
  plane.next[from] = to;
  plane.previous[to] = from;
}

/** Adds the two halves of an edge between two points and returns the half that starts at `from`. */
function addEdge(plane: Subdivision, from: number, to: number, face: number, other: number): number {
  const half = plane.origin.push(from, to) - 2;
  plane.face.push(face, other);
  return half;
}

/** Starts a subdivision with one face for each ring. Rings run anticlockwise, are simple, do not overlap, and are not closed. */
export function subdivide(rings: readonly (readonly Point[])[]): Subdivision {
  const plane: Subdivision = { points: [], origin: [], next: [], previous: [], face: [], start: [] };
  for (const ring of rings) addRing(plane, ring);
  return plane;
}

function addRing(plane: Subdivision, ring: readonly Point[]): void {
  const first = plane.points.length;
  const face = plane.start.push(plane.origin.length) - 1;
  plane.points.push(...ring);
  const halves = ring.map((_, index) =>
    addEdge(plane, first + index, first + ((index + 1) % ring.length), face, OUTSIDE),
  );
  halves.forEach((half, index) => {
    const following = at(halves, (index + 1) % halves.length);
    link(plane, half, following);
    link(plane, twin(following), twin(half));
  });
}

/** The half-edges of a face, in order. */
export function halvesOf(plane: Subdivision, face: number): number[] {
  const first = at(plane.start, face);
  const halves = [first];
  for (let half = at(plane.next, first); half !== first; half = at(plane.next, half)) halves.push(half);
  return halves;
}

/** The corner points of a face, anticlockwise and not closed. */
export function ringOf(plane: Subdivision, face: number): Point[] {
  return halvesOf(plane, face).map((half) => originOf(plane, half));
}

/** The point a half-edge starts from. */
export function originOf(plane: Subdivision, half: number): Point {
  return at(plane.points, at(plane.origin, half));
}

/** The half-edge after a half-edge on its face. */
export const nextOf = (plane: Subdivision, half: number): number => at(plane.next, half);

/** The face on the left of a half-edge, or {@link OUTSIDE}. */
export const faceOf = (plane: Subdivision, half: number): number => at(plane.face, half);

/** Puts a point on an edge, for both faces; returns the half-edge that now starts at it, on the face of `half`. */
export function splitEdge(plane: Subdivision, half: number, point: Point): number {
  const index = plane.points.push(point) - 1;
  const back = twin(half);
  const after = at(plane.next, half);
  const before = at(plane.previous, back);
  const added = addEdge(plane, index, at(plane.origin, back), faceOf(plane, half), faceOf(plane, back));
  plane.origin[back] = index;
  link(plane, half, added);
  link(plane, added, after);
  link(plane, before, twin(added));
  link(plane, twin(added), back);
  return added;
}

/**
 * Cuts a face along a path from the origin of the half-edge `from` to the origin of the half-edge `to`, over the points `between`.
 * The face keeps the piece on the right of the path; the number of the new face, on its left, is returned.
 */
export function splitFace(plane: Subdivision, from: number, to: number, between: readonly Point[]): number {
  const kept = faceOf(plane, from);
  const added = plane.start.length;
  const corners = [
    at(plane.origin, from),
    ...between.map((point) => plane.points.push(point) - 1),
    at(plane.origin, to),
  ];
  const path = corners.slice(1).map((corner, index) => addEdge(plane, at(corners, index), corner, added, kept));
  joinPath(plane, path, from, to);
  plane.start[kept] = from;
  plane.start.push(to);
  for (const half of halvesOf(plane, added)) plane.face[half] = added;
  return added;
}

/** Hangs the two sides of a path into the rings that it parts. */
function joinPath(plane: Subdivision, path: readonly number[], from: number, to: number): void {
  const [beforeFrom, beforeTo] = [at(plane.previous, from), at(plane.previous, to)];
  const [first, last] = [at(path, 0), at(path, path.length - 1)];
  for (let index = 1; index < path.length; index += 1) {
    link(plane, at(path, index - 1), at(path, index));
    link(plane, twin(at(path, index)), twin(at(path, index - 1)));
  }
  link(plane, beforeFrom, first);
  link(plane, last, to);
  link(plane, beforeTo, twin(last));
  link(plane, twin(first), from);
}

/** The outer rings of a group of faces as one area: what remains when the edges inside the group are dropped. */
export function outlineOf(plane: Subdivision, faces: Iterable<number>): Point[][] {
  const group = new Set(faces);
  const border = new Set<number>();
  for (const face of group) {
    for (const half of halvesOf(plane, face)) if (!group.has(faceOf(plane, twin(half)))) border.add(half);
  }
  const rings: Point[][] = [];
  for (const half of border) rings.push(walkBorder(plane, half, border, group));
  return rings;
}

/** Follows a border from one of its half-edges until it closes, taking what it passes out of `border`. */
function walkBorder(plane: Subdivision, first: number, border: Set<number>, group: ReadonlySet<number>): Point[] {
  const ring: Point[] = [];
  let half = first;
  do {
    border.delete(half);
    ring.push(originOf(plane, half));
    half = nextOf(plane, half);
    // Turn around the corner, over the faces of the group, until the next edge is one of its border.
    while (group.has(faceOf(plane, twin(half)))) half = nextOf(plane, twin(half));
  } while (half !== first);
  return ring;
}
