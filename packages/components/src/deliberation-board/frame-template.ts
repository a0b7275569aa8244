import { html, nothing, type TemplateResult } from 'lit';
import type { BoardTexts } from './deliberation-board.texts.ts';
import type { Board, BoardLane } from './lanes.ts';

/** How many topics a lane holds. */
const countIn = ({ columns }: Board, lane: string): number =>
  columns.reduce((sum, { tier, topics }) => (tier === lane ? sum + topics.length : sum), 0);

/** The bar over the board: what it is, how much is under way, a search. */
export const barTemplate = (
  texts: BoardTexts,
  bar: {
    readonly narrow: boolean;
    readonly open: number;
    readonly typed: string;
    readonly type: (typed: string) => void;
  },
): TemplateResult => html`
  <div class="bar ${bar.narrow ? 'narrow' : ''}" part="bar">
    <slot name="title"><h2>${texts.board}</h2></slot>
    <span class="tag">${texts.open(bar.open)}</span>
    <input
      class="input find"
      type="search"
      aria-label=${texts.find}
      placeholder=${texts.find}
      .value=${bar.typed}
      @input=${({ target }: Event) => {
        if (target instanceof HTMLInputElement) bar.type(target.value);
      }}
    />
    <slot name="tools"></slot>
  </div>
`;

/** On a narrow screen one tier is shown at a time. */
export const tierTemplate = (
  board: Board,
  texts: BoardTexts,
  { tier, choose }: { readonly tier: string; readonly choose: (tier: string) => void },
): TemplateResult => html`
  <div class="segments" role="group" aria-label=${texts.tiers}>
    ${board.lanes.map(
      ({ id, label }) => html`
        <button type="button" aria-pressed=${id === tier ? 'true' : 'false'} @click=${() => choose(id)}>
          ${label}<span class="count">${countIn(board, id)}</span>
        </button>
      `,
    )}
  </div>
`;

/** What is said of a tier: what it settles, who must be there, what carries, and where it passes things on. */
export function laneHead(lane: BoardLane, board: Board, texts: BoardTexts): TemplateResult {
  const next = board.lanes.find(({ id }) => id === lane.next);
  const rules = [
    ...(lane.quorum ? [texts.quorumRule(lane.quorum)] : []),
    ...(lane.majority ? [texts.majorityRule(lane.majority)] : []),
  ];
  return html`
    <div class="lane-head" part="lane-head">
      <h3 id=${`lane-${lane.id}`}>${lane.label}<span class="count">${countIn(board, lane.id)}</span></h3>
      ${lane.settles ? html`<p>${lane.settles}</p>` : nothing}
      ${rules.length > 0 ? html`<p>${rules.map((rule) => html`<span>${rule}</span>`)}</p>` : nothing}
      ${next ? html`<p>${texts.passesTo(next.label)}</p>` : nothing}
    </div>
  `;
}

/** What stands in place of the lanes where there is nothing to show in them. */
export type Standstill = 'loading' | 'failed' | 'empty' | 'nothing-found';

export function standstillTemplate(state: Standstill, texts: BoardTexts, retry: () => void): TemplateResult {
  switch (state) {
    case 'loading':
      return html`<p class="empty" role="status">${texts.loading}</p>`;
    case 'failed':
      return html`<div class="empty" role="alert">
        <p>${texts.failed}</p>
        <button type="button" class="button" @click=${retry}>${texts.retry}</button>
      </div>`;
    case 'empty':
      return html`<div class="empty">
        <strong>${texts.empty}</strong>
        <p>${texts.emptyHint}</p>
      </div>`;
    case 'nothing-found':
      return html`<p class="empty" role="status">${texts.nothingFound}</p>`;
  }
}
