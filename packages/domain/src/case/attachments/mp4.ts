import { boxAt, everyBox, find, numberIn, type Box } from './boxes.ts';
import { textAt } from './bytes.ts';
import { blank, filmOf, type Film } from './film.ts';
import { keepTables } from './samples.ts';

const films = /^(iso[m2-9]|mp4[12]|avc1|dash|M4V |MSNV)$/;
/** Still pictures and QuickTime films come in boxes too, and may name a film's brand among the compatible ones. */
const others = /^(hei[cxms]|hev[cx]|m[is]f1|avi[fs]|qt {2}|M4[AB] )$/;

/** What a player needs of a box that holds boxes. Anything else may carry what we do not know and is emptied. */
const needed: Readonly<Record<string, readonly string[]>> = {
  file: ['ftyp', 'moov', 'mdat', 'moof', 'sidx'],
  moov: ['mvhd', 'trak', 'mvex'],
  trak: ['tkhd', 'edts', 'mdia'],
  edts: ['elst'],
  mdia: ['mdhd', 'hdlr', 'minf'],
  minf: ['vmhd', 'smhd', 'dinf', 'stbl'],
  dinf: ['dref'],
  stbl: ['stsd', 'stts', 'ctts', 'cslg', 'stss', 'stsc', 'stsz', 'stco', 'co64'],
  mvex: ['mehd', 'trex'],
  moof: ['mfhd', 'traf'],
  traf: ['tfhd', 'tfdt', 'trun'],
};

/** What a decoder needs of a description of samples (in `stsd`): how they are coded, and the shape of a pixel. */
const codecs = ['avcC', 'hvcC', 'av1C', 'vpcC', 'esds', 'dOps', 'dfLa', 'dac3', 'dec3', 'damr', 'pasp'];

/** Boxes that begin with when they were made and changed. */
const dated = ['mvhd', 'tkhd', 'mdhd'];
/** Bytes behind which only texts come: the name of a handler, the address of data that lies elsewhere. */
const told: Readonly<Record<string, number>> = { hdlr: 12, dref: 20 };

/** Kinds of handlers: `vide` and `soun`. */
const [seen, heard] = [0x76696465, 0x736f756e];

const free = [0x66, 0x72, 0x65, 0x65];

function empty(film: Film, box: Box): true {
  film.bare.set(free, box.start + 4);
  blank(film, box);
  return true;
}

/** Descriptions name the maker of the codec and, of pictures, the codec itself, before their boxes. */
function stripDescription(film: Film, box: Box, kind: number): boolean {
  blank(film, box, 10, 16);
  if (kind === seen) blank(film, box, 42, 74);
  return stripBoxes(film, { ...box, payload: box.payload + (kind === seen ? 78 : 28) }, codecs, kind);
}

/** A track that is neither picture nor sound goes: cameras keep the way they went in timed notes. */
function stripTrack(film: Film, track: Box): boolean {
  const { bytes } = film;
  const kind = numberIn(bytes, find(bytes, track, 'mdia', 'hdlr'), 8);
  if (kind !== seen && kind !== heard) {
    film.noted = true;
    return empty(film, track);
  }
  film.seen ||= kind === seen;
  return strip(film, track, kind) && keepTables(film, find(bytes, track, 'mdia', 'minf', 'stbl'));
}

/** Leaves of a box, in a track of a kind, what a player needs. False where a part of it is cut short. */
function strip(film: Film, box: Box, kind: number): boolean {
  const { bytes } = film;
  const { name, payload, end } = box;
  // Two times of four bytes or, in the first version, of eight.
  if (dated.includes(name)) blank(film, box, 4, bytes[payload] === 1 ? 20 : 12);
  blank(film, box, told[name] ?? Infinity);
  film.fragmented ||= name === 'moof';
  if (name === 'stsd') return everyBox(bytes, payload + 8, end, (inner) => stripDescription(film, inner, kind));
  const names = needed[name];
  return names === undefined || stripBoxes(film, box, names, kind);
}

function stripBoxes(film: Film, outer: Box, names: readonly string[], kind: number): boolean {
  return everyBox(film.bytes, outer.payload, outer.end, (box) => {
    if (!names.includes(box.name)) return empty(film, box);
    return box.name === 'trak' ? stripTrack(film, box) : strip(film, box, kind);
  });
}

/** Of media data stays what samples lie in. */
function keepMedia({ bare, samples }: Film, { name, payload, end }: Box): true {
  if (name === 'mdat') bare.set(samples.subarray(payload, end), payload);
  return true;
}

/** Whether a file is an MP4 film by its first box, which names brands and is short. */
export function isMp4(bytes: Uint8Array): boolean {
  const box = boxAt(bytes, 0, bytes.length);
  if (box?.name !== 'ftyp' || box.end < box.payload + 8 || box.end > 400) return false;
  const major = textAt(bytes, box.payload, 4);
  const compatible = textAt(bytes, box.payload + 8, box.end - box.payload - 8).match(/.{4}/gs) ?? [];
  return !others.test(major) && [major, ...compatible].some((brand) => films.test(brand));
}

/**
 * An MP4 in which all that a player does not need is empty: user data, metadata, times, names, makers' boxes, tracks of
 * timed notes, and media data that no picture or sound is made of. Nothing moves, since samples are found by their
 * place. Undefined where it is cut short or shows no film.
 *
 * Of a film in fragments, as streams and screen recorders make them, the media data stays whole. If it has timed notes
 * it is not taken, since their samples stay in it.
 */
export function bareMp4(bytes: Uint8Array): Uint8Array | undefined {
  const film = filmOf(bytes);
  const { length } = bytes;
  if (!strip(film, { name: 'file', start: 0, payload: 0, end: length }, 0) || !film.seen) return undefined;
  if (film.fragmented) return film.noted ? undefined : film.bare;
  everyBox(bytes, 0, length, (box) => keepMedia(film, box));
  return film.bare;
}
