import type { Chart } from './chart.ts';
import { none } from './hierarchy.ts';
import { findUnits, nextMatch, readingOrder, wordsOf } from './search.ts';

/** What is searched for in a chart, and where one is among the matches. */
export class Finder {
  wanted = '';
  matches: readonly number[] = [];
  /** The same, to ask of a unit. */
  matched: ReadonlySet<number> = new Set();
  words: readonly string[] = [];
  /** The present match, or `none`. */
  present = none;

  /** Searches anew; answers the first match, or `none`. */
  find(chart: Chart | undefined, wanted: string): number {
    this.wanted = wanted;
    this.words = wordsOf(wanted);
    this.matches = chart && wanted.trim() ? findUnits(chart.hierarchy, readingOrder(chart.hierarchy), wanted) : [];
    this.matched = new Set(this.matches);
    this.present = this.matches[0] ?? none;
    return this.present;
  }

  /** Goes to the next or the previous match. */
  step(by: 1 | -1): number {
    this.present = nextMatch(this.matches, this.present, by);
    return this.present;
  }

  /** Place of the present match from 1; 0 for none. */
  get place(): number {
    return this.matches.indexOf(this.present) + 1;
  }
}
