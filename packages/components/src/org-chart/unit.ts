import type { Tone } from '../base/controls.styles.ts';

/** A person who holds a post in a unit. The first of a unit's people is its head. */
export interface OrgChartPerson {
  /** The post as people say it, such as 书记. */
  readonly post: string;
  readonly name: string;
  /** True for someone who serves here beside a post elsewhere (兼职委员). */
  readonly partTime?: boolean;
  /** The id of the person's own unit; a dotted line runs from there to here. */
  readonly from?: string;
}

/** One unit of the chart, as a row of a flat list; order among siblings is the order in the list. */
export interface OrgChartUnit {
  readonly id: string;
  /** The id of the superior unit; none for a unit at the top. */
  readonly parent?: string;
  readonly name: string;
  /** What kind of unit it is, in the language of the page. */
  readonly kindLabel?: string;
  /** True for a party body: it carries a bar at the left edge. */
  readonly party?: boolean;
  /** The id of the council that works beside this party body, or the other way round: the two share one box. */
  readonly pairedWith?: string;
  readonly people?: readonly OrgChartPerson[];
  /** Short facts with their unit, such as 微格 13; the first two are shown where there is room. */
  readonly facts?: readonly string[];
  /** What needs attention, shown in place of a fact. */
  readonly note?: { readonly text: string; readonly tone: Tone };
  /** Ids of further bodies that this unit sits in; a dotted line runs to each. */
  readonly dotted?: readonly string[];
}
