/** An item that a sorted source holds out, by the text it sorts by. */
interface Front<Item> {
  readonly sort: string;
  readonly item: Item;
  readonly source: Iterator<Item>;
}

/** Merges sorted sources into one, lowest first, or highest first where `down`. Each item costs O(log sources). */
export function* merge<Item>(
  sources: readonly Iterator<Item>[],
  sortOf: (item: Item) => string,
  down: boolean,
): Generator<Item> {
  const comesFirst = (a: Front<Item>, b: Front<Item>): boolean => (down ? a.sort > b.sort : a.sort < b.sort);
  const heap: Front<Item>[] = [];

  const swap = (i: number, j: number): void => {
    const [a, b] = [heap[i], heap[j]];
    if (a === undefined || b === undefined) return;
    heap[i] = b;
    heap[j] = a;
  };
  const precedes = (i: number, j: number): boolean => {
    const [a, b] = [heap[i], heap[j]];
    return a !== undefined && b !== undefined && comesFirst(a, b);
  };
  const rise = (from: number): void => {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >>> 1;
      if (!precedes(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  };
  const sink = (): void => {
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const first = precedes(right, left) ? right : left;
      if (!precedes(first, at)) return;
      swap(at, first);
      at = first;
    }
  };
  const front = (source: Iterator<Item>): Front<Item> | undefined => {
    const next = source.next();
    return next.done === true ? undefined : { sort: sortOf(next.value), item: next.value, source };
  };

  for (const source of sources) {
    const first = front(source);
    if (first !== undefined) rise(heap.push(first) - 1);
  }
  for (let top = heap[0]; top !== undefined; top = heap[0]) {
    yield top.item;
    const next = front(top.source) ?? heap.pop();
    if (next !== undefined && heap.length > 0) heap[0] = next;
    sink();
  }
}
