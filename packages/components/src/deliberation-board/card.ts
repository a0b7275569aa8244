import { needed, type Instant, type Language } from '@keting/domain';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDay, formatInstant, type Reading } from '../base/format.ts';
import { styled } from '../base/styled.ts';
import type { BoardTexts } from './deliberation-board.texts.ts';
import { quorumTally, type Tally } from './draft.ts';
import type { BoardLane } from './lanes.ts';
import type { BoardTopic } from './topic.ts';

/** What every card is drawn with. */
export interface CardLook {
  readonly texts: BoardTexts;
  readonly language: Language;
  readonly reading: Reading;
}

const percent = (part: number, whole: number): string => `${(100 * part) / Math.max(1, whole)}%`;

/** Those present as a bar, the quorum as a mark on it. The words beside it say the same. */
export const quorumBar = ({ counted, of, needed: least, reached }: Tally): TemplateResult => html`
  <span class="bar-line ${reached ? 'reached' : 'short'}" part="quorum" aria-hidden="true">
    <span class="bar-fill" ${styled({ width: percent(counted, of) })}></span>
    <span class="bar-mark" ${styled({ left: percent(least, of) })}></span>
  </span>
`;

/** `到会 22/31 · 法定 21 ✓` */
export function tallyText(tally: Tally, texts: BoardTexts): string {
  const rest = tally.reached ? ' ✓' : ` · ${texts.short(tally.needed - tally.counted)}`;
  return `${texts.came(tally)} · ${texts.quorum(tally.needed)}${rest}`;
}

const nobody = ({ texts }: CardLook): TemplateResult => html`<span class="tag late">${texts.nobodyDue}</span>`;

function attendanceOf(topic: BoardTopic, lane: BoardLane, look: CardLook): TemplateResult | typeof nothing {
  const { eligible, present } = topic;
  const { texts } = look;
  if (eligible === undefined) return nothing;
  if (eligible === 0) return nobody(look);
  if (present === undefined) {
    const quorum = lane.quorum && html`<span class="rule"> · ${texts.quorum(needed(lane.quorum, eligible))}</span>`;
    return html`<span class="fact">${texts.due(eligible)}${quorum}</span>`;
  }
  const tally = quorumTally(lane, present, eligible);
  if (tally === undefined) return html`<span class="fact">${texts.cameOf(present, eligible)}</span>`;
  return html`${quorumBar(tally)}<span class="fact">${tallyText(tally, texts)}</span>`;
}

const tones = { settled: 'good', referred: 'primary', 'passed-up': 'soon' } as const;

/** What came of a meeting, with its votes. */
export function outcomeTag({ outcome, votes }: BoardTopic, { texts }: CardLook): TemplateResult | typeof nothing {
  if (outcome === undefined) return nothing;
  return html`<span class="tag ${tones[outcome]}" part="outcome">${texts.outcomes[outcome]}</span>
    ${votes && html`<span class="fact">${texts.inFavour} ${votes.inFavour}</span>`}`;
}

const oneDay = 86_400_000;

function dueTag(due: Instant | undefined, { texts, language, reading }: CardLook): TemplateResult | typeof nothing {
  if (due === undefined) return nothing;
  const when = formatInstant(due, language, reading);
  if (due <= reading.now) {
    return html`<span class="tag late" title=${when}>${texts.overdue(formatDay(due, language, reading))}</span>`;
  }
  return html`<span class="tag ${due - reading.now < oneDay ? 'soon' : ''}">${texts.until(when)}</span>`;
}

/** What stands on a card: the title, whose case and where, and how far its meeting has come. */
export function cardFace(topic: BoardTopic, lane: BoardLane, look: CardLook): TemplateResult {
  const resolved = topic.outcome !== undefined;
  return html`
    <span class="title" title=${topic.title}>${topic.title}</span>
    <span class="meta">${[topic.case, topic.place].filter(Boolean).join(' · ')}</span>
    <span class="foot ${topic.due !== undefined && !resolved ? 'dated' : ''}">
      ${resolved ? outcomeTag(topic, look) : attendanceOf(topic, lane, look)}
      ${resolved ? nothing : dueTag(topic.due, look)}
      ${topic.note ? html`<span class="tag">${topic.note}</span>` : nothing}
    </span>
  `;
}
