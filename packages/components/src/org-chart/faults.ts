import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../base/format.ts';
import type { Speech } from './describe.ts';
import { isSound, type Faults } from './hierarchy.ts';

const mostIds = 8;

/** What is wrong with the list of units, each kind of fault with the ids at fault; nothing for a sound list. */
export function faultsTemplate(faults: Faults, speech: Speech): TemplateResult | typeof nothing {
  if (isSound(faults)) return nothing;
  const { texts } = speech;
  const told = (ids: readonly string[], text: (ids: string) => string): TemplateResult | typeof nothing =>
    ids.length ? html`<li>${text(idList(ids, speech))}</li>` : nothing;
  return html`<div class="notice late faults" part="faults" role="alert">
    <p>${texts.faults}</p>
    <ul>
      ${told(faults.cycles, texts.cycles)} ${told(faults.orphans, texts.orphans)}
      ${told(faults.duplicates, texts.duplicates)} ${told(faults.pairs, texts.pairs)}
    </ul>
  </div>`;
}

function idList(ids: readonly string[], { texts, language }: Speech): string {
  const listed = ids.slice(0, mostIds).join(texts.listGap);
  return ids.length > mostIds ? texts.more(listed, formatNumber(ids.length, language)) : listed;
}
