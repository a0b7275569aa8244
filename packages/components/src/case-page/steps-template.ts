import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../base/format.ts';
import { refusalText } from '../base/refusal-text.ts';
import { actionForm } from './action-form.ts';
import { actionsOf, type Action, type HandlerChoice } from './actions.ts';
import type { ReadCase } from './case-source.ts';
import { errorsOf, troubleText, type Doing } from './doing.ts';
import type { PageCase } from './page-case.ts';
import type { Steps } from './steps.ts';
import type { Wording } from './wording.ts';

function buttonTemplate(action: Action, first: boolean, steps: Steps, { texts }: Wording): TemplateResult {
  const { doing } = steps;
  const open = doing?.action.type === action.type;
  return html`
    <button
      type="button"
      class="button ${first ? 'primary' : ''}"
      id="do-${action.type}"
      aria-disabled=${doing?.sending === true ? 'true' : nothing}
      aria-expanded=${action.fields.length === 0 ? nothing : open ? 'true' : 'false'}
      @click=${() => void (open ? steps.cancel() : steps.begin(action))}
    >
      ${texts.does[action.type]}
    </button>
  `;
}

/** The form of the step that is open. One that asks nothing has a form only where something came in its way. */
function doingTemplate(
  doing: Doing,
  handlers: readonly HandlerChoice[],
  steps: Steps,
  wording: Wording,
): TemplateResult | typeof nothing {
  const { model, language, texts, nameOf } = wording;
  const named = (person: string): string | undefined => steps.nameOfPerson(person, language);
  const notice = troubleText(doing, wording, named);
  if (doing.action.fields.length === 0 && notice === undefined) return nothing;
  return actionForm({
    ...doing,
    errors: errorsOf(doing, wording, named),
    notice,
    model,
    handlers,
    handlerName: (id) => nameOf?.(id, 'unit') ?? id,
    language,
    texts,
    fill: (name, value) => steps.fill(name, value),
    takePhotos: (photos) => steps.fill('photos', photos),
    submit: () => void steps.submit(),
    cancel: () => void steps.cancel(),
  });
}

function saidTemplate({ said }: Steps, { texts }: Wording): TemplateResult {
  const told = said && (said.queued ? texts.queued(texts.does[said.type]) : texts.done(texts.does[said.type]));
  return html`
    <div id="said" role="status" tabindex="-1">
      ${said === undefined ? nothing : html`<div class="notice ${said.queued ? 'soon' : 'good'}">${told}</div>`}
    </div>
  `;
}

/** A case before a meeting goes on by the meeting's resolution: the way there, instead of steps. */
function meetingTemplate(
  { meeting, tier: id }: PageCase,
  { model, language, texts }: Wording,
  open: (meeting: string, tier: string) => void,
): TemplateResult | typeof nothing {
  const tier = model.meetings.find((one) => one.id === id);
  if (tier === undefined) return nothing;
  return html`
    <div class="notice meeting">
      <span>${texts.beforeMeeting(tier.label[language])}</span>
      ${
        meeting === undefined
          ? nothing
          : html`<button type="button" class="button" @click=${() => open(meeting, tier.id)}>
              ${texts.toMeeting}
            </button>`
      }
    </div>
  `;
}

/** What may be done now, the step that leads on first, and the form of the one that is open. */
export function stepsTemplate(
  { case: one, offers, handlers }: ReadCase & { readonly case: PageCase },
  steps: Steps,
  wording: Wording,
  openMeeting: (meeting: string, tier: string) => void,
): TemplateResult {
  const { texts } = wording;
  const { open, closed } = actionsOf(offers);
  const { doing } = steps;
  const leading = open.find(({ type }) => type !== 'UrgeCase');
  return html`
    <section aria-labelledby="actions-title">
      <h3 id="actions-title" class="visually-hidden">${texts.actions}</h3>
      ${saidTemplate(steps, wording)}
      ${open.length === 0 && closed.length === 0 ? html`<p class="aside">${texts.nothingToDo}</p>` : nothing}
      ${meetingTemplate(one, wording, openMeeting)}
      <div class="buttons sub">
        ${open.map((action) => buttonTemplate(action, action === leading && !doing, steps, wording))}
      </div>
      ${doing === undefined ? nothing : doingTemplate(doing, handlers, steps, wording)}
    </section>
  `;
}

/** What may not be done now, each with the reason. */
export function closedTemplate(
  { offers }: ReadCase,
  { model, language, texts }: Wording,
): TemplateResult | typeof nothing {
  const { closed } = actionsOf(offers);
  if (closed.length === 0) return nothing;
  return html`
    <details>
      <summary>${texts.otherActions(formatNumber(closed.length, language))}</summary>
      <ul class="closed">
        ${closed.map(
          ({ type, offer }) => html`
            <li>
              <button type="button" class="button" disabled aria-describedby="why-${type}">${texts.does[type]}</button>
              <span class="aside" id="why-${type}"
                >${offer.refusal === undefined ? nothing : refusalText(offer.refusal, language, model)}</span
              >
            </li>
          `,
        )}
      </ul>
    </details>
  `;
}
