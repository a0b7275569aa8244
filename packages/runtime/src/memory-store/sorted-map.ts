/** How many keys a leaf, and how many children a branch, holds before it is split. */
const width = 64;

/** What a node grew into when it was split: the part above, and the least key that belongs there. */
interface Split<Value> {
  readonly bound: string;
  readonly above: SortedNode<Value>;
}

/** The leaf that a search ended in, and the bounds of what can lie in it. */
interface Found<Value> {
  readonly leaf: Leaf<Value>;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

type SortedNode<Value> = Leaf<Value> | Branch<Value>;

/** How many of the sorted keys are below `key`. */
function countBelow(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the sorted keys are not above `key`. */
function countUpTo(keys: readonly string[], key: string): number {
  const below = countBelow(keys, key);
  return keys[below] === key ? below + 1 : below;
}

/** Where a full node is cut: in the middle, but at the end when it grew there, so that rising keys fill their leaves. */
const cutOf = (length: number, grewAt: number): number => (grewAt === length - 1 ? length - 1 : length >>> 1);

class Leaf<Value> {
  readonly keys: string[];
  readonly values: Value[];

  constructor(keys: string[], values: Value[]) {
    this.keys = keys;
    this.values = values;
  }

  get size(): number {
    return this.keys.length;
  }

  set(key: string, value: Value): Split<Value> | undefined {
    const at = countBelow(this.keys, key);
    if (this.keys[at] === key) {
      this.values[at] = value;
      return undefined;
    }
    this.keys.splice(at, 0, key);
    this.values.splice(at, 0, value);
    return this.keys.length > width ? this.split(cutOf(this.keys.length, at)) : undefined;
  }

  delete(key: string): boolean {
    const at = countBelow(this.keys, key);
    if (this.keys[at] !== key) return false;
    this.keys.splice(at, 1);
    this.values.splice(at, 1);
    return true;
  }

  private split(cut: number): Split<Value> {
    const above = new Leaf(this.keys.splice(cut), this.values.splice(cut));
    return { bound: above.keys[0] ?? '', above };
  }
}

class Branch<Value> {
  /** `bounds[i]` is the least key of `children[i + 1]`. */
  readonly bounds: string[];
  readonly children: SortedNode<Value>[];

  constructor(bounds: string[], children: SortedNode<Value>[]) {
    this.bounds = bounds;
    this.children = children;
  }

  get size(): number {
    return this.children.length;
  }

  set(key: string, value: Value): Split<Value> | undefined {
    const at = countUpTo(this.bounds, key);
    const grown = this.children[at]?.set(key, value);
    if (grown === undefined) return undefined;
    this.bounds.splice(at, 0, grown.bound);
    this.children.splice(at + 1, 0, grown.above);
    return this.children.length > width ? this.split(cutOf(this.children.length, at + 1)) : undefined;
  }

  /** A child is taken out once it is empty. Half-empty ones stay: the tree is never deeper than when it was fullest. */
  delete(key: string): boolean {
    const at = countUpTo(this.bounds, key);
    const child = this.children[at];
    if (child?.delete(key) !== true) return false;
    if (child.size === 0) {
      this.children.splice(at, 1);
      this.bounds.splice(Math.max(at - 1, 0), 1);
    }
    return true;
  }

  private split(cut: number): Split<Value> {
    const above = new Branch(this.bounds.splice(cut), this.children.splice(cut));
    const bound = this.bounds.pop() ?? '';
    return { bound, above };
  }
}

/**
 * A map in the order of its text keys (by code unit): a B+ tree. Setting, deleting and finding a place cost
 * O(log size), each step of a walk O(1). It must not be changed while it is walked.
 */
export class SortedMap<Value> {
  private root: SortedNode<Value> = new Leaf<Value>([], []);

  set(key: string, value: Value): void {
    const grown = this.root.set(key, value);
    if (grown !== undefined) this.root = new Branch([grown.bound], [this.root, grown.above]);
  }

  delete(key: string): boolean {
    const deleted = this.root.delete(key);
    while (this.root instanceof Branch && this.root.size < 2) {
      this.root = this.root.children[0] ?? new Leaf<Value>([], []);
    }
    return deleted;
  }

  /** Pairs from `low` up to, and without, `high`. */
  *ascend(low: string, high: string): Generator<readonly [key: string, value: Value]> {
    let found = this.find(low, countUpTo);
    let at = countBelow(found.leaf.keys, low);
    for (;;) {
      const { keys, values } = found.leaf;
      for (; at < keys.length; at += 1) {
        const [key, value] = [keys[at], values[at]];
        if (key === undefined || value === undefined || key >= high) return;
        yield [key, value];
      }
      if (found.to === undefined) return;
      found = this.find(found.to, countUpTo);
      at = 0;
    }
  }

  /** The same pairs as `ascend`, the highest key first. */
  *descend(low: string, high: string): Generator<readonly [key: string, value: Value]> {
    let found = this.find(high, countBelow);
    let at = countBelow(found.leaf.keys, high) - 1;
    for (;;) {
      const { keys, values } = found.leaf;
      for (; at >= 0; at -= 1) {
        const [key, value] = [keys[at], values[at]];
        if (key === undefined || value === undefined || key < low) return;
        yield [key, value];
      }
      if (found.from === undefined) return;
      found = this.find(found.from, countBelow);
      at = found.leaf.size - 1;
    }
  }

  /** The leaf where a key belongs, or the one below it where `count` is `countBelow` and the key is a bound. */
  private find(key: string, count: typeof countBelow): Found<Value> {
    let node = this.root;
    let from: string | undefined;
    let to: string | undefined;
    while (node instanceof Branch) {
      const at = count(node.bounds, key);
      from = node.bounds[at - 1] ?? from;
      to = node.bounds[at] ?? to;
      const child: SortedNode<Value> | undefined = node.children[at];
      if (child === undefined) break;
      node = child;
    }
    return { leaf: node instanceof Leaf ? node : new Leaf<Value>([], []), from, to };
  }
}
