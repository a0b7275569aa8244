import { textAt, viewOf } from './bytes.ts';

/** One box of the file: its name, where it begins, where its payload begins, where it ends. */
interface Box {
  readonly name: string;
  readonly start: number;
  readonly payload: number;
  readonly end: number;
}

const videoBrands: ReadonlySet<string> = new Set([
  ...['isom', 'iso2', 'iso3', 'iso4', 'iso5', 'iso6', 'iso7', 'iso8', 'iso9'],
  ...['mp41', 'mp42', 'avc1', 'dash', 'M4V ', 'MSNV'],
]);
/** Still pictures and QuickTime films come in boxes too, and may name a video brand among the compatible ones. */
const otherBrands: ReadonlySet<string> = new Set([
  ...['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif', 'avis', 'qt  ', 'M4A ', 'M4B '],
]);

/** What may stand in a box that holds boxes. Anything else may carry what we do not know and is emptied. */
const known: Readonly<Record<string, ReadonlySet<string>>> = {
  '': new Set(['ftyp', 'styp', 'moov', 'mdat', 'moof', 'mfra', 'sidx', 'ssix', 'pdin', 'prft']),
  moov: new Set(['mvhd', 'trak', 'mvex', 'iods']),
  trak: new Set(['tkhd', 'tref', 'edts', 'tapt', 'mdia']),
  mdia: new Set(['mdhd', 'hdlr', 'elng', 'minf']),
  minf: new Set(['vmhd', 'smhd', 'nmhd', 'gmhd', 'hdlr', 'dinf', 'stbl']),
  stbl: new Set([
    ...['stsd', 'stts', 'ctts', 'cslg', 'stss', 'stps', 'stsc', 'stsz', 'stz2', 'stco', 'co64', 'sdtp'],
    ...['sbgp', 'sgpd', 'saiz', 'saio', 'subs', 'stdp', 'stsh', 'padb'],
  ]),
  moof: new Set(['mfhd', 'traf']),
  traf: new Set(['tfhd', 'tfdt', 'trun', 'sdtp', 'sbgp', 'sgpd', 'saiz', 'saio', 'subs', 'senc']),
};

function boxAt(bytes: Uint8Array, start: number, limit: number): Box | undefined {
  if (start + 8 > limit) return undefined;
  const view = viewOf(bytes);
  const name = textAt(bytes, start + 4, 4);
  const size = view.getUint32(start);
  if (size === 0) return { name, start, payload: start + 8, end: limit };
  if (size !== 1)
    return size < 8 || start + size > limit ? undefined : { name, start, payload: start + 8, end: start + size };
  if (start + 16 > limit) return undefined;
  const end = start + Number(view.getBigUint64(start + 8));
  return end < start + 16 || end > limit ? undefined : { name, start, payload: start + 16, end };
}

/** The boxes one after another between two places; undefined where one is cut short. */
function boxesIn(bytes: Uint8Array, from: number, limit: number): readonly Box[] | undefined {
  const boxes: Box[] = [];
  for (let at = from; at < limit;) {
    const box = boxAt(bytes, at, limit);
    if (box === undefined) return undefined;
    boxes.push(box);
    at = box.end;
  }
  return boxes;
}

const free = Uint8Array.of(0x66, 0x72, 0x65, 0x65);

/** Empties a box where it stands: everything after it is found by its place in the file, so nothing may move. */
function empty(bytes: Uint8Array, { start, payload, end }: Box): void {
  bytes.set(free, start + 4);
  bytes.fill(0, payload, end);
}

/** The box at the end of a way down from a box. */
function find(bytes: Uint8Array, box: Box, [name, ...way]: readonly string[]): Box | undefined {
  if (name === undefined) return box;
  const next = boxesIn(bytes, box.payload, box.end)?.find((inner) => inner.name === name);
  return next && find(bytes, next, way);
}

/** Numbers of a table box, `each` to an entry, after `skip` bytes of its payload; as many as the box has room for. */
function numbersOf(
  bytes: Uint8Array,
  box: Box | undefined,
  { skip, wide }: { skip: number; wide?: boolean },
): readonly number[] {
  if (box === undefined) return [];
  const view = viewOf(bytes);
  const width = wide === true ? 8 : 4;
  const numbers: number[] = [];
  for (let at = box.payload + skip; at + width <= box.end; at += width) {
    numbers.push(wide === true ? Number(view.getBigUint64(at)) : view.getUint32(at));
  }
  return numbers;
}

/** Where each sample of a track lies in the file. */
function samplesOf(bytes: Uint8Array, track: Box): readonly (readonly [from: number, to: number])[] {
  const table = find(bytes, track, ['mdia', 'minf', 'stbl']);
  if (table === undefined) return [];
  const box = (name: string) => find(bytes, table, [name]);
  const [same = 0, count = 0, ...each] = numbersOf(bytes, box('stsz'), { skip: 4 });
  const chunks = [
    ...numbersOf(bytes, box('stco'), { skip: 8 }),
    ...numbersOf(bytes, box('co64'), { skip: 8, wide: true }),
  ];
  const runs = numbersOf(bytes, box('stsc'), { skip: 8 });
  /** From which chunk on there are how many samples to a chunk. */
  const sizes = new Map(runs.flatMap((first, i) => (i % 3 === 0 ? [[first, runs[i + 1] ?? 0] as const] : [])));
  const samples: (readonly [number, number])[] = [];
  let perChunk = 0;
  chunks.forEach((offset, i) => {
    perChunk = sizes.get(i + 1) ?? perChunk;
    let at = offset;
    for (let n = 0; n < perChunk && samples.length < count; n += 1) {
      const size = same > 0 ? same : (each[samples.length] ?? 0);
      samples.push([at, at + size]);
      at += size;
    }
  });
  return samples;
}

/** Whether a track is picture or sound. Others are timed notes: cameras keep the way they went in them. */
function isSeenOrHeard(bytes: Uint8Array, track: Box): boolean {
  const handler = find(bytes, track, ['mdia', 'hdlr']);
  const kind = handler === undefined ? '' : textAt(bytes, handler.payload + 8, 4);
  return kind === 'vide' || kind === 'soun';
}

function emptyTrack(bytes: Uint8Array, track: Box): void {
  for (const [from, to] of samplesOf(bytes, track)) bytes.fill(0, from, Math.min(to, bytes.length));
  empty(bytes, track);
}

/** Empties, inside a box, every box that is not known to show the film. False where one is cut short. */
function strip(bytes: Uint8Array, inside: Pick<Box, 'name' | 'payload' | 'end'>): boolean {
  const allowed = known[inside.name];
  if (allowed === undefined) return true;
  const boxes = boxesIn(bytes, inside.payload, inside.end);
  if (boxes === undefined) return false;
  return boxes.every((box) => {
    if (!allowed.has(box.name)) empty(bytes, box);
    else if (box.name === 'trak' && !isSeenOrHeard(bytes, box)) emptyTrack(bytes, box);
    else return strip(bytes, box);
    return true;
  });
}

/** Whether a file is an MP4 film by its first box. */
export function isMp4(bytes: Uint8Array): boolean {
  const box = boxAt(bytes, 0, bytes.length);
  if (box?.name !== 'ftyp' || box.end < box.payload + 8) return false;
  const major = textAt(bytes, box.payload, 4);
  const compatible = textAt(bytes, box.payload + 8, Math.min(box.end - box.payload - 8, 400)).match(/.{4}/gs) ?? [];
  return !otherBrands.has(major) && [major, ...compatible].some((brand) => videoBrands.has(brand));
}

/**
 * An MP4 in which all that does not show or sound is empty: user data, metadata, makers' boxes, tracks of timed notes.
 * Nothing moves, since samples are found by their place. Undefined where it is cut short or has no film in it.
 */
export function bareMp4(bytes: Uint8Array): Uint8Array | undefined {
  const copy = bytes.slice();
  const top = boxesIn(copy, 0, copy.length);
  if (top?.some(({ name }) => name === 'moov') !== true) return undefined;
  return strip(copy, { name: '', payload: 0, end: copy.length }) ? copy : undefined;
}
