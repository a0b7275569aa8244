import { html, nothing, type TemplateResult } from 'lit';
import { classLabel, gradeLabel, groupLabel, stageLabel } from '../case-parts/case-words.ts';
import { timeLeftTag } from '../case-parts/time-left-tag.ts';
import { codeText } from '../grid-picker/grid.ts';
import { erasedPerson } from '../base/person-name.ts';
import type { PageCase } from './page-case.ts';
import { progressOf } from './progress.ts';
import { instantText, type Wording } from './wording.ts';

/** Number, class, stage and deadline. */
export function headTemplate(one: PageCase, wording: Wording): TemplateResult {
  const { model, language, texts } = wording;
  return html`
    <header class="card-head" part="head">
      <h2 class="card-title" id="title">
        ${classLabel(model, one.class, language)} <span class="aside">${one.number ?? texts.noNumber}</span>
      </h2>
      <span class="tag primary">${stageLabel(model, one.stage, language)}</span>
      ${
        one.due === undefined
          ? nothing
          : html`<span class="due"
              >${timeLeftTag(one, wording)} <span class="aside">${texts.due(instantText(wording, one.due))}</span></span
            >`
      }
    </header>
  `;
}

/** The steps that the account tells of, and where among them the case stands. */
export const progressTemplate = (one: PageCase, { model, language, texts }: Wording): TemplateResult => html`
  <ol class="steps" part="steps" aria-label=${texts.progress}>
    ${progressOf(model, one.stage, language).map(
      ({ label, state: at }) => html`
        <li class=${at} aria-current=${at === 'present' ? 'step' : nothing}>
          ${label}<span class="visually-hidden"> ${texts[at]}</span>
        </li>
      `,
    )}
  </ol>
`;

/** Answers to the class's own fields, in the order of the class. */
function answersTemplate(one: PageCase, { model, language, texts }: Wording): readonly TemplateResult[] {
  const fields = model.cases.classes.find(({ id }) => id === one.class)?.fields ?? [];
  return fields.flatMap((field) => {
    const value = one.answers?.[field.id];
    if (value === undefined) return [];
    const option = field.type === 'choice' ? field.options.find(({ id }) => id === value)?.label[language] : undefined;
    const unit = field.type === 'number' ? field.unit?.[language] : undefined;
    const plain = typeof value === 'boolean' ? (value ? texts.yes : texts.no) : String(value);
    return [
      html`<dt>${field.label[language]}</dt>
        <dd>${option ?? plain}${unit === undefined ? nothing : ` ${unit}`}</dd>`,
    ];
  });
}

/** How it was reported and by whom, as far as that is told; whoever was erased is told as that. */
function reporterText({ mode, contact, reporterErased }: PageCase, { texts, language }: Wording): string {
  const gone = reporterErased === true ? erasedPerson[language] : undefined;
  return [texts.modes[mode], gone, contact?.name, contact?.phone].filter((part) => part !== undefined).join(' · ');
}

function handlerText({ handler, handlerName }: PageCase, { texts, nameOf }: Wording): string {
  return handler === undefined ? texts.noHandler : (handlerName ?? nameOf?.(handler, 'unit') ?? handler);
}

/** What was reported, where, by whom, and whose it is to handle. */
export function reportTemplate(one: PageCase, wording: Wording): TemplateResult {
  const { model, language, texts, nameOf } = wording;
  const group = groupLabel(model, one.class, language);
  const place = one.gridName ?? nameOf?.(one.grid, 'place') ?? codeText(one.grid);
  const label = classLabel(model, one.class, language);
  return html`
    <section>
      <p class="words">${one.text ?? html`<span class="aside">${texts.textGone}</span>`}</p>
      ${wording.pictures(one.photos)}
    </section>
    <dl>
      <dt>${texts.place}</dt>
      <dd>${place}${one.address === undefined ? nothing : html`<br />${one.address}`}</dd>
      ${answersTemplate(one, wording)}
      <dt>${texts.grade}</dt>
      <dd>
        ${gradeLabel(model, one.grade, language)}
        <span class="aside">${group === undefined ? label : `${group} · ${label}`}</span>
      </dd>
      <dt>${texts.handler}</dt>
      <dd>${handlerText(one, wording)}</dd>
      <dt>${texts.reporter}</dt>
      <dd>
        ${reporterText(one, wording)}
        <span class="aside">${texts.reportedAt(instantText(wording, one.reportedAt))}</span>
      </dd>
    </dl>
  `;
}
