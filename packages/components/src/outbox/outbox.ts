import type { GovernanceModel } from '@keting/domain';
import type { Desk, DeskOutbox, OutboxEntry, OutboxState } from '@keting/runtime';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { check, clock, warning } from '../case-parts/icons.ts';
import { signs } from '../case-parts/icons.styles.ts';
import { DeskNames } from '../deliberation-board/desk-names.ts';
import { commandTexts } from '../base/commands.texts.ts';
import { controls } from '../base/controls.styles.ts';
import { DeskController } from '../base/desk-context.ts';
import { formatInstant, formatNumber, readingNow } from '../base/format.ts';
import { personsIn, refusalText } from '../base/refusal-text.ts';
import { LanguageController } from '../base/texts.ts';
import { tokens, type Density } from '../base/tokens.styles.ts';
import { outboxStyles } from './outbox.styles.ts';
import { outboxTexts } from './outbox.texts.ts';

/** What a person wrote, as far as it tells one request from another. */
function wordsOf({ data }: OutboxEntry): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const fields: Readonly<Record<string, unknown>> = { ...data };
  const words = [fields['text'], fields['note'], fields['reason'], fields['title']];
  return words.find((one): one is string => typeof one === 'string' && one !== '');
}

/** Nothing that anybody has to know. */
const isAsUsual = ({ online, waiting, refused }: OutboxState): boolean =>
  online && waiting.length === 0 && refused.length === 0;

/**
 * @summary What waits on this device to be sent: whether there is a line, how much waits, and what was refused and why.
 *
 * Put it inside a `kt-desk`. It shows the `outbox` of a desk behind a network and follows it; where the desk is in the page
 * nothing ever waits, and it shows nothing. What was refused after its sender had gone on stays until it is tried again or
 * dismissed; it is asked before something is dismissed for good.
 *
 * ```html
 * <kt-desk><kt-outbox></kt-outbox></kt-desk>
 * ```
 *
 * @csspart card - the surface
 * @csspart state - the line that tells whether there is a line
 * @csspart refused - a command that was refused
 */
export class KtOutbox extends LitElement {
  static override styles = [tokens, controls, signs, outboxStyles];

  private readonly language = new LanguageController(this, outboxTexts);
  private readonly around = new DeskController(this, (desk) => this.arrive(desk));
  private names: DeskNames | undefined;
  /** Counts the readings: only the last one's answer is shown. */
  private round = 0;

  @state() private shown: OutboxState | undefined;
  /** The refused command that a person is about to dismiss. */
  @state() private asking: string | undefined;
  @state() private failed = false;

  /** How much room it takes; unset follows the page. */
  @property({ reflect: true }) density?: Density;

  /** Shows nothing as long as there is a line and nothing waits or was refused: for the top of a page. */
  @property({ type: Boolean, reflect: true }) quiet = false;

  private arrive(desk: Desk): () => void {
    const { outbox } = desk;
    this.names = new DeskNames(desk);
    const stop = outbox?.follow(() => void this.load(outbox));
    if (outbox) void this.load(outbox);
    return () => {
      stop?.();
      this.clear();
    };
  }

  /** Nothing of one person stays for the next. */
  private clear(): void {
    this.round += 1;
    this.names = undefined;
    this.shown = undefined;
    this.asking = undefined;
    this.failed = false;
  }

  private async load(outbox: DeskOutbox): Promise<void> {
    this.round += 1;
    const { round } = this;
    const read = await outbox.state().catch(() => undefined);
    if (round !== this.round) return;
    this.failed = read === undefined;
    if (read === undefined) return;
    this.shown = read;
    await this.names?.learnPeople(read.refused.flatMap(({ refusal }) => (refusal ? personsIn(refusal) : [])));
    if (round === this.round) this.requestUpdate();
  }

  /** Asks the outbox for something, and says so where it fails. */
  private async ask(what: (outbox: DeskOutbox) => Promise<void>): Promise<void> {
    const outbox = this.around.desk?.outbox;
    if (outbox === undefined) return;
    this.failed = false;
    const { round } = this;
    await what(outbox).catch(() => {
      if (this.around.desk?.outbox === outbox || round === this.round) this.failed = true;
    });
  }

  private async confirm(id: string): Promise<void> {
    this.asking = id;
    await this.updateComplete;
    this.named(`keep-${id}`)?.focus();
  }

  private async keep(id: string): Promise<void> {
    this.asking = undefined;
    await this.updateComplete;
    this.named(`dismiss-${id}`)?.focus();
  }

  private async dismiss(id: string): Promise<void> {
    this.asking = undefined;
    await this.ask((outbox) => outbox.dismiss(id));
    await this.updateComplete;
    this.named('state')?.focus();
  }

  private named(id: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[id="${id}"]`);
  }

  override render(): TemplateResult | typeof nothing {
    const { shown } = this;
    const { texts } = this.language;
    const model = this.around.desk?.model;
    if (model === undefined) return nothing;
    const trouble = this.failed ? html`<p class="notice late" role="alert">${texts.failed}</p>` : nothing;
    if (shown === undefined) return this.failed ? html`<div class="card">${trouble}</div>` : nothing;
    const { online } = shown;
    const silent = this.quiet && isAsUsual(shown) && !this.failed;
    const line = html`<p class="state">${online ? check : warning} ${online ? texts.online : texts.offline}</p>`;
    // The region stays where it says nothing: a screen reader announces what comes into one that was there before.
    return html`
      <div class=${silent ? 'silent' : `card ${online ? 'online' : 'offline'}`} part=${silent ? nothing : 'card'}>
        <div role="status" id="state" tabindex="-1" part="state">
          ${silent ? nothing : html`${line} ${this.waiting(shown)}`}
        </div>
        ${silent ? nothing : html`${trouble} ${this.buttons(shown)} ${this.refused(shown, model)}`}
      </div>
    `;
  }

  private waiting({ waiting, refused }: OutboxState): TemplateResult | typeof nothing {
    const { texts, language } = this.language;
    if (waiting.length > 0) return html`<p>${clock} ${texts.waiting(formatNumber(waiting.length, language))}</p>`;
    return refused.length > 0 ? nothing : html`<p class="aside">${texts.nothing}</p>`;
  }

  private buttons({ waiting }: OutboxState): TemplateResult | typeof nothing {
    if (waiting.length === 0) return nothing;
    return html`<div class="line">
      <button type="button" class="button" id="flush" @click=${() => void this.ask((outbox) => outbox.flush())}>
        ${this.language.texts.sendNow}
      </button>
    </div>`;
  }

  private refused({ refused }: OutboxState, model: GovernanceModel): TemplateResult | typeof nothing {
    const { texts, language } = this.language;
    if (refused.length === 0) return nothing;
    return html`
      <section aria-labelledby="refused-title">
        <h3 id="refused-title">${texts.refused(formatNumber(refused.length, language))}</h3>
        <ul>
          ${repeat(
            refused,
            ({ id }) => id,
            (entry) => this.entry(entry, model),
          )}
        </ul>
      </section>
    `;
  }

  private entry(entry: OutboxEntry, model: GovernanceModel): TemplateResult {
    const { texts, language } = this.language;
    const known: Readonly<Record<string, string | undefined>> = commandTexts[language];
    const reading = readingNow(model.workingTime.utcOffsetMinutes);
    const words = wordsOf(entry);
    return html`
      <li part="refused">
        <div class="line">
          <span class="what" id="what-${entry.id}">${known[entry.type] ?? texts.other}</span>
          <span class="aside">${texts.sentAt(formatInstant(entry.at, language, reading))}</span>
        </div>
        ${words === undefined ? nothing : html`<p class="words">${words}</p>`}
        ${entry.refusal === undefined ? nothing : html`<p class="why">${this.why(entry.refusal, model)}</p>`}
        ${this.asking === entry.id ? this.question(entry) : this.choices(entry)}
      </li>
    `;
  }

  private why(refusal: NonNullable<OutboxEntry['refusal']>, model: GovernanceModel): string {
    const { language } = this.language;
    return refusalText(refusal, language, model, (person) => this.names?.person(person, language));
  }

  private choices({ id }: OutboxEntry): TemplateResult {
    const { texts } = this.language;
    return html`
      <div class="line">
        <button
          type="button"
          class="button"
          id="again-${id}"
          aria-describedby="what-${id}"
          @click=${() => void this.ask((outbox) => outbox.again(id))}
        >
          ${texts.again}
        </button>
        <button
          type="button"
          class="button quiet"
          id="dismiss-${id}"
          aria-describedby="what-${id}"
          @click=${() => void this.confirm(id)}
        >
          ${texts.dismiss}
        </button>
      </div>
    `;
  }

  private question({ id }: OutboxEntry): TemplateResult {
    const { texts } = this.language;
    return html`
      <p id="confirm-${id}">${texts.confirm}</p>
      <div class="line">
        <button
          type="button"
          class="button"
          id="keep-${id}"
          aria-describedby="confirm-${id}"
          @click=${() => void this.keep(id)}
        >
          ${texts.keep}
        </button>
        <button type="button" class="button danger" id="drop-${id}" @click=${() => void this.dismiss(id)}>
          ${texts.dismissNow}
        </button>
      </div>
    `;
  }
}
