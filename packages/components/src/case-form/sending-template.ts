import { html, nothing, type TemplateResult } from 'lit';
import type { GovernanceModel, Language, Refusal } from '@keting/domain';
import { warning } from '../case-parts/icons.ts';
import { formatNumber } from '../base/format.ts';
import { refusalText } from '../base/refusal-text.ts';
import type { CaseFormTexts } from './case-form.texts.ts';

/** What came in the way of a report and is about no field of the form. */
export type Trouble =
  { readonly kind: 'unanswered' | 'failed' } | { readonly kind: 'refused'; readonly refusal: Refusal };
/** Which photo is on its way, of how many; `report` while it is the report itself. */
export type Progress = 'report' | { readonly photo: number; readonly of: number };

/** How the sending of a report stands. */
export interface SendingLook {
  readonly progress: Progress | undefined;
  readonly trouble: Trouble | undefined;
  readonly model: GovernanceModel;
  readonly language: Language;
  readonly texts: CaseFormTexts;
}

/** The summary of what is wrong; `visit` goes to the field that it is about. */
export function problemsTemplate(
  complaints: readonly (readonly [path: string, text: string])[],
  { language, texts }: Pick<SendingLook, 'language' | 'texts'>,
  visit: (event: Event, path: string) => void,
): TemplateResult | typeof nothing {
  if (complaints.length === 0) return nothing;
  return html`
    <div class="problems" id="problems" part="problems" tabindex="-1" role="group" aria-labelledby="problems-title">
      <h3 id="problems-title">${texts.problems(formatNumber(complaints.length, language))}</h3>
      <p class="hint">${texts.problemsHint}</p>
      <ul>
        ${complaints.map(
          ([path, text]) => html`
            <li>
              <button type="button" class="link" @click=${(event: Event) => visit(event, path)}>${text}</button>
            </li>
          `,
        )}
      </ul>
    </div>
  `;
}

/** The button that submits, what came in its way, and how far the sending has come. */
export function sendingTemplate(look: SendingLook): TemplateResult {
  const { progress, texts } = look;
  return html`
    <div class="send">
      <div role="alert">${troubleTemplate(look)}</div>
      <button
        type="submit"
        class="button primary submit"
        part="submit"
        aria-disabled=${progress === undefined ? 'false' : 'true'}
      >
        ${progress === undefined ? texts.submit : texts.sending}
      </button>
      <div class="hint" role="status">${progressText(look)}</div>
    </div>
  `;
}

function progressText({ progress, texts, language }: SendingLook): string {
  if (progress === undefined) return '';
  if (progress === 'report') return texts.sending;
  return texts.sendingPhoto(formatNumber(progress.photo, language), formatNumber(progress.of, language));
}

function troubleTemplate({ trouble, texts, language, model }: SendingLook): TemplateResult | typeof nothing {
  if (trouble === undefined) return nothing;
  const text = trouble.kind === 'refused' ? refusalText(trouble.refusal, language, model) : texts[trouble.kind];
  return html`<div class="notice ${trouble.kind === 'failed' ? 'soon' : 'late'}">${warning} ${text}</div>`;
}
