import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { styled } from '../base/styled.ts';
import { cardFace, type CardLook } from './card.ts';
import type { Column } from './lanes.ts';
import type { DropVerdict } from './permits.ts';
import type { Held } from './mover.ts';
import { drawn, type CardSize } from './window.ts';

/** What a column is drawn with. */
export interface ColumnView {
  readonly look: CardLook;
  readonly card: CardSize;
  /** How many cards it shows before it scrolls. */
  readonly rows: number;
  /** How far it is scrolled, in pixels. */
  readonly scrolled: number;
  /** The card that the keyboard was last at in it. */
  readonly stop: string | undefined;
  readonly held: Held | undefined;
  /** Whether the held card may come here; undefined where none is held, or it is at home here. */
  readonly verdict: DropVerdict | undefined;
  readonly opened: string | undefined;
  readonly onScroll: (event: Event) => void;
}

const zoneOf = ({ verdict }: ColumnView): string => {
  if (verdict === undefined) return '';
  return verdict.ok ? 'open' : 'shut';
};

/** A column that would take the held card shows it; one that would not says why once the card is over it. */
function zoneTemplate({ verdict, look }: ColumnView, aimed: boolean): TemplateResult | typeof nothing {
  if (verdict === undefined || !(verdict.ok || aimed)) return nothing;
  return html`<p class="zone" aria-hidden="true">${verdict.ok ? look.texts.dropHere : verdict.reason}</p>`;
}

function cardTemplate(column: Column, index: number, stop: number, view: ColumnView): TemplateResult | typeof nothing {
  const topic = column.topics[index];
  if (topic === undefined) return nothing;
  const lifted = view.held?.topic.id === topic.id;
  return html`
    <div
      class="card ${lifted ? 'lifted' : ''}"
      part="card"
      role="option"
      data-id=${topic.id}
      tabindex=${index === stop ? '0' : '-1'}
      aria-selected=${lifted || view.opened === topic.id ? 'true' : 'false'}
      aria-setsize=${column.topics.length}
      aria-posinset=${index + 1}
      aria-describedby="card-help"
      aria-keyshortcuts="Space Enter M"
      ${styled({ transform: `translateY(${index * view.card.pitch}px)` })}
    >
      ${cardFace(topic, column.lane, view.look)}
      <span class="more" aria-hidden="true">⋯</span>
    </div>
  `;
}

/** Where Tab enters a column: the card last focused in it, or the first in sight. */
function stopOf({ topics }: Column, { stop, card }: ColumnView, scrolled: number): number {
  const known = stop === undefined ? -1 : topics.findIndex(({ id }) => id === stop);
  return known >= 0 ? known : Math.ceil(scrolled / card.pitch);
}

function listTemplate(column: Column, view: ColumnView): TemplateResult {
  const { pitch, height: card } = view.card;
  const count = column.topics.length;
  const gap = pitch - card;
  // The half card at the lower edge says that there are more.
  const height = count <= view.rows ? count * pitch - gap : (view.rows + 0.5) * pitch;
  const whole = count * pitch - gap;
  const scrolled = Math.max(0, Math.min(view.scrolled, whole - height));
  const stop = stopOf(column, view, scrolled);
  return html`
    <div
      class="list"
      role="listbox"
      aria-labelledby=${`lane-${column.tier} column-${column.key}`}
      data-list=${column.key}
      ${styled({ height: `${height}px` })}
      @scroll=${view.onScroll}
    >
      <div class="track" role="presentation" ${styled({ height: `${whole}px` })}>
        ${repeat(
          drawn(count, { scrolled, height, pitch }, stop),
          (index) => column.topics[index]?.id,
          (index) => cardTemplate(column, index, stop, view),
        )}
      </div>
    </div>
  `;
}

/** One step of a lane: its heading, its cards in sight, and what it says to a card that is held over it. */
export function columnTemplate(column: Column, view: ColumnView): TemplateResult {
  const aimed = view.held?.over === column.key && view.verdict !== undefined;
  return html`
    <div class="column ${zoneOf(view)} ${aimed ? 'aimed' : ''}" part="column" data-column=${column.key}>
      <h4 id=${`column-${column.key}`}>${column.label}<span class="count">${column.topics.length}</span></h4>
      ${
        column.topics.length === 0
          ? html`<p class="none">${view.look.texts.columnEmpty}</p>`
          : listTemplate(column, view)
      }
      ${zoneTemplate(view, aimed)}
    </div>
  `;
}
