import { html, nothing, type TemplateResult } from 'lit';
import { spacedSecret } from '../case-parts/receipt-secret.ts';
import { check, clock } from '../case-parts/icons.ts';
import type { CaseFormTexts } from './case-form.texts.ts';
import type { ContactMode } from './draft.ts';
import type { NextStep } from './next-steps.ts';

/** What is shown once a report has been taken. */
export interface ShownReceipt {
  /** It waits on this device, and nobody has it yet. */
  readonly queued: boolean;
  readonly number: string | undefined;
  readonly secret: string | undefined;
  readonly mode: ContactMode;
  readonly steps: readonly NextStep[];
  readonly copied: boolean;
  readonly texts: CaseFormTexts;
  /** Absent where the page may not write to the clipboard. */
  readonly copy: (() => void) | undefined;
  /** Leads to the case; absent where there is no way. */
  readonly follow: (() => void) | undefined;
  again(): void;
}

const secretBlock = ({ secret = '', copied, texts, copy }: ShownReceipt): TemplateResult => html`
  <section class="secret" part="secret" aria-labelledby="secret-title">
    <h3 id="secret-title">${texts.secret}</h3>
    <output>${spacedSecret(secret)}</output>
    <p>${texts.secretHint}</p>
    ${copy ? html`<div><button type="button" class="button" @click=${copy}>${texts.copy}</button></div>` : nothing}
    <span role="status">${copied ? texts.copied : nothing}</span>
  </section>
`;

function whenText(at: number, within: string, texts: CaseFormTexts): string {
  if (at > 0) return within === '' ? '' : texts.within(within);
  return within === '' ? texts.received : texts.takenUpWithin(within);
}

const step = ({ label, within }: NextStep, at: number, texts: CaseFormTexts): TemplateResult => html`
  <li class=${at === 0 ? 'past' : ''}><span>${label}</span><span>${whenText(at, within, texts)}</span></li>
`;

const nextBlock = ({ steps, texts }: ShownReceipt): TemplateResult => html`
  <section aria-labelledby="next-title">
    <h3 id="next-title">${texts.next}</h3>
    <ol class="steps">
      ${steps.map((one, at) => step(one, at, texts))}
    </ol>
  </section>
`;

/** The receipt: the number, the secret of an anonymous report, what happens next and how fast. */
export const receiptTemplate = (receipt: ShownReceipt): TemplateResult => {
  const { queued, number, secret, mode, texts } = receipt;
  return html`
    <div class="card receipt" part="receipt">
      <div class="head">
        <span class="mark">${queued ? clock : check}</span>
        <div>
          <h2 class="title" id="done" tabindex="-1">${queued ? texts.queued : texts.done}</h2>
          <p>${queued ? texts.queuedHint : texts.doneHint[mode]}</p>
        </div>
      </div>
      ${
        number === undefined
          ? nothing
          : html`<div>
              <div class="aside">${texts.doneNumber}</div>
              <div class="number" part="number">${number}</div>
            </div>`
      }
      ${secret === undefined ? nothing : secretBlock(receipt)} ${queued ? nothing : nextBlock(receipt)}
      <div class="buttons">
        ${
          receipt.follow === undefined
            ? nothing
            : html`<button type="button" class="button primary" @click=${receipt.follow}>${texts.follow}</button>`
        }
        <button type="button" class="button" @click=${() => receipt.again()}>${texts.again}</button>
      </div>
    </div>
  `;
};
