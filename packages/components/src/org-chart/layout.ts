import { at, childAt, childCount, none, realAt, type Hierarchy } from './hierarchy.ts';
import { placeBlocks } from './tidy-tree.ts';

/** The measures of a chart, in pixels at a zoom of 1. */
export interface Metrics {
  readonly boxWidth: number;
  readonly boxHeight: number;
  /** From the bottom of a box to the top of those under it. */
  readonly levelGap: number;
  /** Between boxes side by side. */
  readonly siblingGap: number;
  /** Between boxes of a hanging list. */
  readonly rowGap: number;
  /** Room left of a hanging column, where its line runs. */
  readonly indent: number;
}

/** More leaves than this side by side hang in columns instead. */
export const mostInARow = 6;
const mostInAColumn = 12;

/**
 * Where everything that can be seen stands. A *block* is what moves as one: a box, a pair in one box, or a hanging list
 * of leaves. Blocks are numbered level by level from the top and left to right within each, so that those of one level
 * and the children of one block are each a range, sorted by `x`. Block 0 is the invisible root of all at the top.
 *
 * A block holds `cells` boxes of `perCell` units each, in `columns` columns from the top down.
 */
export interface Layout {
  readonly metrics: Metrics;
  readonly blocks: number;
  readonly x: Float64Array;
  readonly level: Int32Array;
  /** Index into `hierarchy.children` of the block's first unit; its units follow there. */
  readonly start: Int32Array;
  readonly cells: Int32Array;
  readonly perCell: Int32Array;
  readonly columns: Int32Array;
  readonly childFirst: Int32Array;
  readonly childBlocks: Int32Array;
  readonly parentBlock: Int32Array;
  /** `levelStart[l] ... levelStart[l + 1] - 1` are the blocks of level `l`; level 0 is the invisible root. */
  readonly levelStart: readonly number[];
  /** The block of each unit, or `none` when it cannot be seen. */
  readonly blockOf: Int32Array;
  readonly width: number;
  readonly height: number;
}

/** The left top corner of a box, in pixels at a zoom of 1. */
export interface Corner {
  readonly x: number;
  readonly y: number;
}

/** Lays out the units that can be seen as a tidy tree; O(their number). */
export function layOut(hierarchy: Hierarchy, open: Uint8Array, metrics: Metrics): Layout {
  const builder = new BlockBuilder(hierarchy, open);
  const { levelStart, ...blocks } = builder.build();
  const shape = { ...blocks, levelStart, metrics };
  const count = blocks.blocks;
  const widths = new Float64Array(count);
  const bottoms = new Float64Array(count);
  let height = 0;
  for (let block = 1; block < count; block++) {
    widths[block] = blockWidth(shape, block) + metrics.siblingGap;
    const bottom = levelTop(metrics, at(blocks.level, block)) + blockHeight(shape, block);
    bottoms[block] = bottom + metrics.levelGap;
    height = Math.max(height, bottom);
  }
  const x = placeBlocks({ ...blocks, widths, bottoms });
  const width = spanFromZero(x, widths, metrics.siblingGap);
  return { ...shape, x, width, height };
}

/** The top of a level; level 1 is the topmost one drawn. */
export function levelTop(metrics: Metrics, level: number): number {
  return (level - 1) * (metrics.boxHeight + metrics.levelGap);
}

type Shape = Pick<Layout, 'metrics' | 'cells' | 'perCell' | 'columns' | 'level'>;

/** The rows of a block's fullest column. */
export function rowsOf(shape: Shape, block: number): number {
  return Math.ceil(at(shape.cells, block) / at(shape.columns, block));
}

/** True for a hanging list. */
export function isHanging(shape: Shape, block: number): boolean {
  return at(shape.cells, block) > 1;
}

/** The width of one box of a block: a pair takes two. */
export function cellWidth(shape: Shape, block: number): number {
  return at(shape.perCell, block) * shape.metrics.boxWidth;
}

/** From one column of a hanging list to the next. */
export function columnStep(shape: Shape, block: number): number {
  return cellWidth(shape, block) + shape.metrics.indent + shape.metrics.siblingGap;
}

/** The width of a block with its line, without the gap to its neighbour. */
export function blockWidth(shape: Shape, block: number): number {
  if (!isHanging(shape, block)) return cellWidth(shape, block);
  return at(shape.columns, block) * columnStep(shape, block) - shape.metrics.siblingGap;
}

/** The height of a block from the top of its first box to the bottom of its last. */
export function blockHeight(shape: Shape, block: number): number {
  const { boxHeight, rowGap } = shape.metrics;
  return rowsOf(shape, block) * (boxHeight + rowGap) - rowGap;
}

/** Where a cell of a block stands. */
export function cellCorner(layout: Layout, block: number, cell: number): Corner {
  const { metrics } = layout;
  const left = realAt(layout.x, block);
  const top = levelTop(metrics, at(layout.level, block));
  if (!isHanging(layout, block)) return { x: left, y: top };
  const rows = rowsOf(layout, block);
  const column = Math.floor(cell / rows);
  const row = cell % rows;
  return {
    x: left + metrics.indent + column * columnStep(layout, block),
    y: top + row * (metrics.boxHeight + metrics.rowGap),
  };
}

/** The unit at a place within a block. */
export function unitIn(hierarchy: Hierarchy, layout: Layout, block: number, place: number): number {
  return at(hierarchy.children, at(layout.start, block) + place);
}

/** Where a unit's box stands (of a pair, its own half), or undefined when it cannot be seen. */
export function cornerOf(hierarchy: Hierarchy, layout: Layout, unit: number): Corner | undefined {
  const block = at(layout.blockOf, unit);
  if (block === none) return undefined;
  const start = at(layout.start, block);
  const place = hierarchy.children.indexOf(unit, start) - start;
  const perCell = at(layout.perCell, block);
  const corner = cellCorner(layout, block, Math.floor(place / perCell));
  return { x: corner.x + (place % perCell) * layout.metrics.boxWidth, y: corner.y };
}

/** The middle of where the line from above meets a block or leaves it; a pair has one for both. */
export function blockMiddle(layout: Layout, block: number): number {
  return realAt(layout.x, block) + cellWidth(layout, block) / 2;
}

function spanFromZero(x: Float64Array, widths: Float64Array, gap: number): number {
  let least = Infinity;
  let most = -Infinity;
  for (let block = 1; block < x.length; block++) {
    least = Math.min(least, realAt(x, block));
    most = Math.max(most, realAt(x, block) + realAt(widths, block) - gap);
  }
  if (most < least) return 0;
  for (let block = 1; block < x.length; block++) x[block] = realAt(x, block) - least;
  return most - least;
}

/** Cuts the visible tree into blocks, level by level. */
class BlockBuilder {
  private readonly hierarchy: Hierarchy;
  private readonly open: Uint8Array;
  private readonly level: Int32Array;
  private readonly start: Int32Array;
  private readonly cells: Int32Array;
  private readonly perCell: Int32Array;
  private readonly columns: Int32Array;
  private readonly childFirst: Int32Array;
  private readonly childBlocks: Int32Array;
  private readonly parentBlock: Int32Array;
  private readonly blockOf: Int32Array;
  private blocks = 0;

  constructor(hierarchy: Hierarchy, open: Uint8Array) {
    const most = hierarchy.size + 1;
    this.hierarchy = hierarchy;
    this.open = open;
    this.level = new Int32Array(most);
    this.start = new Int32Array(most);
    this.cells = new Int32Array(most);
    this.perCell = new Int32Array(most);
    this.columns = new Int32Array(most);
    this.childFirst = new Int32Array(most);
    this.childBlocks = new Int32Array(most);
    this.parentBlock = new Int32Array(most);
    this.blockOf = new Int32Array(hierarchy.units.length).fill(none);
  }

  build(): Omit<Layout, 'metrics' | 'x' | 'width' | 'height'> {
    const { hierarchy } = this;
    const levelStart = [0];
    this.blocks = 1;
    this.parentBlock[0] = none;
    this.childFirst[0] = 1;
    this.addChildren(hierarchy.units.length, 0);
    this.childBlocks[0] = this.blocks - 1;
    for (let block = 1; block < this.blocks; block++) {
      if (at(this.level, block) === levelStart.length) levelStart.push(block);
      this.childFirst[block] = this.blocks;
      this.addChildrenOfBlock(block);
      this.childBlocks[block] = this.blocks - at(this.childFirst, block);
    }
    levelStart.push(this.blocks);
    const used = this.blocks;
    return {
      blocks: used,
      level: this.level.subarray(0, used),
      start: this.start.subarray(0, used),
      cells: this.cells.subarray(0, used),
      perCell: this.perCell.subarray(0, used),
      columns: this.columns.subarray(0, used),
      childFirst: this.childFirst.subarray(0, used),
      childBlocks: this.childBlocks.subarray(0, used),
      parentBlock: this.parentBlock.subarray(0, used),
      levelStart,
      blockOf: this.blockOf,
    };
  }

  /** A hanging list has leaves only; a box has the children of its one or two units, one after the other. */
  private addChildrenOfBlock(block: number): void {
    if (at(this.cells, block) > 1) return;
    for (let place = 0; place < at(this.perCell, block); place++) {
      const unit = at(this.hierarchy.children, at(this.start, block) + place);
      if (this.open[unit]) this.addChildren(unit, block);
    }
  }

  private addChildren(under: number, parentBlock: number): void {
    const count = childCount(this.hierarchy, under);
    let place = 0;
    while (place < count) {
      const run = this.leafRun(under, place, count);
      const perCell = this.unitsInCell(under, place);
      const hangs = run > mostInARow;
      const cells = hangs ? run : 1;
      this.addBlock(parentBlock, at(this.hierarchy.childStart, under) + place, cells, perCell);
      place += cells * perCell;
    }
  }

  private addBlock(parentBlock: number, start: number, cells: number, perCell: number): void {
    const block = this.blocks++;
    this.level[block] = at(this.level, parentBlock) + 1;
    this.parentBlock[block] = parentBlock;
    this.start[block] = start;
    this.cells[block] = cells;
    this.perCell[block] = perCell;
    this.columns[block] = columnsFor(cells);
    for (let i = start; i < start + cells * perCell; i++) this.blockOf[at(this.hierarchy.children, i)] = block;
  }

  private unitsInCell(under: number, place: number): number {
    return at(this.hierarchy.partner, childAt(this.hierarchy, under, place)) === none ? 1 : 2;
  }

  /** How many cells of leaves, all single or all pairs, follow one another from this place on. */
  private leafRun(under: number, from: number, count: number): number {
    const perCell = this.unitsInCell(under, from);
    let cells = 0;
    for (let place = from; place < count; place += perCell) {
      if (this.unitsInCell(under, place) !== perCell) break;
      if (!this.isLeafCell(under, place, perCell)) break;
      cells++;
    }
    return cells;
  }

  private isLeafCell(under: number, place: number, perCell: number): boolean {
    for (let i = 0; i < perCell; i++) {
      if (childCount(this.hierarchy, childAt(this.hierarchy, under, place + i)) > 0) return false;
    }
    return true;
  }
}

/** Columns of at most twelve, until the list is as wide as it is tall. */
function columnsFor(cells: number): number {
  if (cells <= 1) return 1;
  return Math.min(Math.ceil(cells / mostInAColumn), Math.ceil(Math.sqrt(cells / 3)));
}
