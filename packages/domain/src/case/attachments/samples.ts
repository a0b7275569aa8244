import { entriesIn, find, numberIn, type Box } from './boxes.ts';
import { keepSamples, type Film } from './film.ts';

/** Keeps the samples that a track's tables (`stbl`) lead to, chunk after chunk. False where the file does not hold them. */
export function keepTables(film: Film, tables: Box | undefined): boolean {
  if (tables === undefined) return true;
  const { bytes } = film;
  const sizes = find(bytes, tables, 'stsz');
  const runs = find(bytes, tables, 'stsc');
  const wide = find(bytes, tables, 'co64');
  const width = wide === undefined ? 4 : 8;
  const places = wide ?? find(bytes, tables, 'stco');
  const chunks = entriesIn(bytes, places, 4, 8, width);
  // Either all samples are of one size, or each is in the table.
  const one = numberIn(bytes, sizes, 4);
  const count = one > 0 ? numberIn(bytes, sizes, 8) : entriesIn(bytes, sizes, 8, 12, 4);
  let [run, perChunk, sample] = [0, 0, 0];
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    // From which chunk on, counted from one, there are how many samples to a chunk.
    if (numberIn(bytes, runs, 8 + run * 12) === chunk + 1) {
      perChunk = numberIn(bytes, runs, 12 + run * 12);
      run += 1;
    }
    const last = Math.min(sample + perChunk, count);
    let length = one * (last - sample);
    for (; one === 0 && sample < last; sample += 1) length += numberIn(bytes, sizes, 12 + sample * 4);
    sample = last;
    if (!keepSamples(film, numberIn(bytes, places, 8 + chunk * width, width), length)) return false;
  }
  return true;
}
