import type { Fault, Outcome } from '@keting/domain';
import { html, nothing, type TemplateResult } from 'lit';
import { formatInstant } from '../base/format.ts';
import { KtCaseOpenedEvent } from '../worklist/worklist.events.ts';
import { actionOf, outcomes } from './board-action.ts';
import { outcomeTag, quorumBar, tallyText, type CardLook } from './card.ts';
import { quorumTally, sittingIn, unanimous, voteFault, voters, type Draft } from './draft.ts';
import type { Panel } from './panel.ts';
import type { BoardAction, BoardAttendee } from './topic.ts';

type Part = TemplateResult | typeof nothing;

const valueOf = ({ target }: Event): string =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
    ? target.value
    : '';

/** An error is tied to its field by id, so that it is read with it. */
const errorPart = (id: string, fault: Pick<Fault, 'code' | 'limit'> | undefined, { texts }: CardLook): Part =>
  fault === undefined ? nothing : html`<span class="error" id=${id}>${texts.fault(fault)}</span>`;

/** Whether an action stands in the panel at all: known at this step, and not barred for ever. */
const offered = (panel: Panel, action: BoardAction): boolean => panel.permits[action] !== undefined;

const whyNot = (panel: Panel, action: BoardAction): string | undefined => {
  const permit = panel.permits[action];
  return typeof permit === 'string' ? permit : undefined;
};

/** A button that says why where it cannot be pressed. It keeps its place for the keyboard, so the reason is found. */
function actionButton(
  panel: Panel,
  look: CardLook,
  button: {
    readonly action: BoardAction;
    readonly label?: string;
    readonly reason?: string | undefined;
    readonly quiet?: boolean;
    readonly press: () => void;
  },
): TemplateResult {
  const { action, press } = button;
  const busy = panel.busy === action;
  const reason = whyNot(panel, action) ?? button.reason;
  const barred = reason !== undefined || panel.busy !== undefined;
  const id = `why-${action}`;
  return html`
    <button
      type="button"
      class="button ${button.quiet === true ? '' : 'primary'}"
      part="action"
      data-action=${action}
      aria-disabled=${barred ? 'true' : nothing}
      aria-describedby=${reason === undefined ? nothing : id}
      @click=${() => {
        if (!barred) press();
      }}
    >
      ${busy ? look.texts.sending : (button.label ?? look.texts.actions[action])}
    </button>
    ${reason === undefined ? nothing : html`<span class="reason" id=${id}>${reason}</span>`}
  `;
}

function agendaPart(panel: Panel, look: CardLook): TemplateResult {
  const { texts } = look;
  const fault = panel.faultAt('title');
  return html`
    <section class="block" aria-labelledby="agenda-title">
      <h3 id="agenda-title">${texts.agenda}</h3>
      <ol class="agenda">
        ${panel.agenda.map((item) => html`<li>${item}</li>`)}
      </ol>
      ${
        offered(panel, 'agenda')
          ? html`<form
              class="add"
              @submit=${(event: Event) => {
                event.preventDefault();
                void panel.addItem();
              }}
            >
              <label class="visually-hidden" for="item">${texts.itemLabel}</label>
              <input
                id="item"
                class="input"
                autocomplete="off"
                placeholder=${texts.itemLabel}
                .value=${panel.draft.item}
                aria-invalid=${fault ? 'true' : nothing}
                aria-describedby=${fault ? 'item-error' : nothing}
                @input=${(event: Event) => panel.write({ item: valueOf(event) })}
              />
              ${actionButton(panel, look, {
                action: 'agenda',
                label: texts.addItem,
                quiet: true,
                press: () => void panel.addItem(),
              })}
              ${errorPart('item-error', fault, look)}
            </form>`
          : nothing
      }
    </section>
  `;
}

const tick = (panel: Panel, person: string, on: boolean): void => {
  const came = new Set(panel.draft.came);
  if (on) came.add(person);
  else came.delete(person);
  panel.write({ came });
};

const checkRow = (panel: Panel, { person, name, post }: BoardAttendee): TemplateResult => html`
  <li>
    <label class="person">
      <input
        type="checkbox"
        .checked=${panel.draft.came.has(person)}
        @change=${({ target }: Event) => tick(panel, person, target instanceof HTMLInputElement && target.checked)}
      />
      <span class="name">${name}</span><span class="post">${post}</span>
    </label>
  </li>
`;

const cameRow = ({ name, post, present }: BoardAttendee, { texts }: CardLook): TemplateResult => html`
  <li class="person ${present === true ? '' : 'absent'}">
    <span class="name">${name}</span><span class="post">${post}</span>
    <span class="fact">${present === true ? `✓ ${texts.wasThere}` : texts.absent}</span>
  </li>
`;

/** Who sits in has no vote: their list stands apart and counts for nothing. */
const personsPart = (title: Part, list: readonly BoardAttendee[], row: (one: BoardAttendee) => TemplateResult): Part =>
  list.length === 0
    ? nothing
    : html`${title}
        <ul class="persons">
          ${list.map(row)}
        </ul>`;

function checkList(panel: Panel, look: CardLook): TemplateResult {
  const { texts } = look;
  const eligible = voters(panel.attendance);
  const came = eligible.filter(({ person }) => panel.draft.came.has(person)).length;
  const tally = quorumTally(panel.at, came, panel.topic.eligible ?? eligible.length);
  const missed = tally === undefined || tally.reached ? undefined : texts.short(tally.needed - tally.counted);
  const everyone = new Set(eligible.map(({ person }) => person));
  return html`
    <div class="tools">
      <span class="fact" role="status">${tally ? texts.ticked(tally) : nothing}</span>
      <button type="button" class="button quiet" @click=${() => panel.write({ came: everyone })}>${texts.all}</button>
      <button type="button" class="button quiet" @click=${() => panel.write({ came: new Set() })}>${texts.none}</button>
    </div>
    ${tally ? quorumBar(tally) : nothing} ${personsPart(nothing, eligible, (one) => checkRow(panel, one))}
    ${personsPart(html`<h4>${texts.observers}</h4>`, sittingIn(panel.attendance), (one) => checkRow(panel, one))}
    <div class="actions">
      ${actionButton(panel, look, { action: 'hold', reason: missed, press: () => void panel.hold() })}
    </div>
  `;
}

function cameList(panel: Panel, look: CardLook): TemplateResult {
  const { present = 0, eligible } = panel.topic;
  const tally = quorumTally(panel.at, present, eligible);
  return html`
    ${
      tally
        ? html`${quorumBar(tally)}
            <p class="fact">${tallyText(tally, look.texts)}</p>`
        : nothing
    }
    ${personsPart(nothing, voters(panel.attendance), (one) => cameRow(one, look))}
    ${personsPart(html`<h4>${look.texts.observers}</h4>`, sittingIn(panel.attendance), (one) => cameRow(one, look))}
  `;
}

function attendancePart(panel: Panel, look: CardLook): Part {
  const { texts } = look;
  const { topic } = panel;
  if (topic.eligible === undefined && panel.attendance.length === 0) return nothing;
  const stranded = topic.eligible === 0;
  const list = offered(panel, 'hold') && !stranded ? checkList(panel, look) : cameList(panel, look);
  return html`
    <section class="block" data-block="hold" aria-labelledby="attendance-title">
      <h3 id="attendance-title">${texts.attendance}</h3>
      ${stranded ? html`<p class="notice soon">${texts.nobodyDueHint}</p>` : list}
      ${
        offered(panel, 'relist')
          ? html`<div class="actions">
              ${actionButton(panel, look, { action: 'relist', quiet: true, press: () => void panel.relist() })}
            </div>`
          : nothing
      }
    </section>
  `;
}

const outcomeRadio = (panel: Panel, outcome: Outcome, { texts }: CardLook): TemplateResult => {
  const reason = whyNot(panel, actionOf[outcome]);
  return html`
    <label class="choice">
      <input
        type="radio"
        name="outcome"
        .value=${outcome}
        .checked=${panel.draft.outcome === outcome}
        ?disabled=${reason !== undefined}
        @change=${() => panel.write({ outcome })}
      />
      <span>${texts.actions[actionOf[outcome]]}<small>${reason ?? texts.outcomeHint[outcome]}</small></span>
    </label>
  `;
};

const voteInput = (
  panel: Panel,
  look: CardLook,
  name: 'inFavour' | 'against' | 'abstained',
  wrong: string | undefined,
): TemplateResult => {
  const fault = panel.faultAt(`votes.${name}`);
  const described = [fault && `${name}-error`, wrong].filter(Boolean).join(' ');
  return html`
    <div class="field">
      <label class="label" for=${name}>${look.texts[name]}</label>
      <input
        id=${name}
        class="input"
        type="number"
        inputmode="numeric"
        min="0"
        step="1"
        .value=${panel.draft[name]}
        aria-invalid=${fault || wrong ? 'true' : nothing}
        aria-describedby=${described || nothing}
        @input=${(event: Event) => panel.write({ [name]: valueOf(event) } satisfies Partial<Draft>)}
      />
      ${errorPart(`${name}-error`, fault, look)}
    </div>
  `;
};

function votesPart(panel: Panel, look: CardLook): Part {
  if (panel.topic.eligible === 0) return nothing;
  const wrong = voteFault(panel.topic, panel.at, panel.draft);
  const id = wrong && 'votes-wrong';
  return html`
    <fieldset class="votes">
      <legend class="label">${look.texts.votes}</legend>
      ${(['inFavour', 'against', 'abstained'] as const).map((name) => voteInput(panel, look, name, id))}
      ${
        panel.topic.present === undefined
          ? nothing
          : html`<button type="button" class="button" @click=${() => panel.write(unanimous(panel.topic))}>
              ${look.texts.unanimous}
            </button>`
      }
      ${wrong ? html`<span class="error" id="votes-wrong">${look.texts.voteFault(wrong)}</span>` : nothing}
    </fieldset>
  `;
}

function handlerPart(panel: Panel, look: CardLook): Part {
  if (panel.draft.outcome !== 'referred') return nothing;
  const { texts } = look;
  const fault = panel.faultAt('handler');
  return html`
    <div class="field">
      <label class="label" for="handler">${texts.handler}</label>
      <select
        id="handler"
        class="input"
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby=${fault ? 'handler-error' : nothing}
        @change=${(event: Event) => panel.write({ handler: valueOf(event) })}
      >
        <option value="" ?selected=${panel.draft.handler === ''}>${texts.chooseHandler}</option>
        ${panel.handlers.map(
          ({ id, name }) => html`<option value=${id} ?selected=${panel.draft.handler === id}>${name}</option>`,
        )}
      </select>
      ${errorPart('handler-error', fault, look)}
    </div>
  `;
}

function resolutionField(panel: Panel, look: CardLook): TemplateResult {
  const fault = panel.faultAt('resolution');
  return html`
    <div class="field">
      <label class="label" for="resolution">${look.texts.resolutionLabel[panel.draft.outcome]}</label>
      <textarea
        id="resolution"
        class="input"
        rows="4"
        .value=${panel.draft.resolution}
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby=${fault ? 'resolution-error' : nothing}
        @input=${(event: Event) => panel.write({ resolution: valueOf(event) })}
      ></textarea>
      ${errorPart('resolution-error', fault, look)}
    </div>
  `;
}

/** The form that ends a meeting. Its outcomes are those open here; a barred one stays, with its reason. */
function resolveForm(panel: Panel, look: CardLook): Part {
  const open = outcomes.filter((outcome) => offered(panel, actionOf[outcome]));
  if (open.length === 0) return nothing;
  const { texts } = look;
  const { outcome } = panel.draft;
  const action = actionOf[outcome];
  const wrong = voteFault(panel.topic, panel.at, panel.draft);
  return html`
    <section class="block" data-block="resolve" aria-labelledby="resolution-title">
      <h3 id="resolution-title">${texts.resolution}</h3>
      <fieldset class="choices">
        <legend class="visually-hidden">${texts.outcome}</legend>
        ${open.map((one) => outcomeRadio(panel, one, look))}
      </fieldset>
      ${resolutionField(panel, look)} ${handlerPart(panel, look)} ${votesPart(panel, look)}
      <div class="actions">
        ${actionButton(panel, look, {
          action,
          reason: wrong && texts.voteFault(wrong),
          press: () => void panel.resolve(action),
        })}
      </div>
    </section>
  `;
}

function resolvedPart({ topic }: Panel, look: CardLook): Part {
  const { texts } = look;
  if (topic.outcome === undefined) return nothing;
  const { votes } = topic;
  return html`
    <section class="block" aria-labelledby="resolved-title">
      <h3 id="resolved-title">${texts.resolution}</h3>
      <p>${outcomeTag({ ...topic, votes: undefined }, look)} ${topic.handler}</p>
      ${topic.resolution ? html`<p class="resolved-text">${topic.resolution}</p>` : nothing}
      ${votes && html`<p class="fact">${texts.votesCast(votes.inFavour, votes.against, votes.abstained)}</p>`}
    </section>
  `;
}

/** The way from a topic to its case, which holds the photos and the history. */
const toCase = (id: string, number: string | undefined, { texts }: CardLook): TemplateResult => html`
  <button
    type="button"
    class="link"
    @click=${({ currentTarget }: Event) => currentTarget?.dispatchEvent(new KtCaseOpenedEvent(id))}
  >
    ${texts.toCase(number ?? '')}
  </button>
`;

/** Everything about one topic, with only the actions that are open at its step. */
export function panelTemplate(panel: Panel, look: CardLook, close: () => void): TemplateResult {
  const { texts, language, reading } = look;
  const { topic, at } = panel;
  const step = at.steps.find(({ id }) => id === topic.step)?.label ?? topic.step;
  return html`
    <div class="panel-head">
      <p class="panel-where"><span class="tag primary">${at.label}</span><span class="tag">${step}</span></p>
      <h2 id="panel-title" tabindex="-1">${topic.title}</h2>
      <p class="meta">
        ${topic.caseId === undefined ? topic.case : toCase(topic.caseId, topic.case, look)}
        ${['', topic.place, topic.calledAt && texts.calledAt(formatInstant(topic.calledAt, language, reading))]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </p>
      <button type="button" class="button quiet icon close" part="close" aria-label=${texts.close} @click=${close}>
        <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8" /></svg>
      </button>
    </div>
    <div class="panel-body">
      ${panel.notice ? html`<p class="notice ${panel.queued ? 'soon' : 'late'}" role="alert">${panel.notice}</p>` : nothing}
      ${resolvedPart(panel, look)} ${agendaPart(panel, look)}
      ${
        topic.step === 'called'
          ? html`${attendancePart(panel, look)} ${resolveForm(panel, look)}`
          : html`${resolveForm(panel, look)} ${attendancePart(panel, look)}`
      }
    </div>
  `;
}
