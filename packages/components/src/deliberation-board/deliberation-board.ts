import type { GovernanceModel, Refusal } from '@keting/domain';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { NameOf } from '../case-parts/name-of.ts';
import { controls } from '../base/controls.styles.ts';
import { readingNow } from '../base/format.ts';
import { refusalText } from '../base/refusal-text.ts';
import { SizeController } from '../base/size-controller.ts';
import { styled } from '../base/styled.ts';
import { LanguageController } from '../base/texts.ts';
import { tokens, type Density } from '../base/tokens.styles.ts';
import type { Desk } from '@keting/runtime';
import type { Permits } from './board-action.ts';
import { cardFace, type CardLook } from './card.ts';
import { CardHands, cardOf } from './card-hands.ts';
import { columnTemplate } from './column-template.ts';
import { KtTopicMoveEvent, KtTopicOpenedEvent } from './deliberation-board.events.ts';
import { boardStyles } from './deliberation-board.styles.ts';
import { boardTexts } from './deliberation-board.texts.ts';
import { DeskSource } from './desk-source.ts';
import { readHandlers, readPermits, type DeskTopic } from './desk-topics.ts';
import { barTemplate, laneHead, standstillTemplate, tierTemplate, type Standstill } from './frame-template.ts';
import { boardOf, lanesOf, matching, whereIs, type Board, type BoardLane, type Column } from './lanes.ts';
import { menuTemplate, type CardMenu, type MenuItem } from './menu.ts';
import { menuItems, menuPlace } from './menu-items.ts';
import { Mover, type Held } from './mover.ts';
import { knownAt, permitsOf, type DropVerdict } from './permits.ts';
import { Sheet } from './sheet.ts';
import type { BoardAction, BoardHandler, BoardTopic } from './topic.ts';
import { cardSize, scrollTo, type CardSize } from './window.ts';

const narrowBelow = 640;
const wideFrom = 1040;
const headWidth = 216;
const gutter = 16;

/**
 * @summary The meetings of a place as a board: a lane for each tier, a column for each step, a card for each topic.
 *
 * Lanes come from the governance model (of `model`, or of the desk around it), or from `columns`. Topics come from
 * `topics`, or from the desk. The board changes nothing by itself: it asks by `kt-command`, and shows what comes of it.
 *
 * **Open** a card for its agenda, its attendance and its resolution; only what is open at its step stands there, and a
 * button that cannot be pressed says why.
 *
 * **Move** a card to hold its meeting, to resolve it, or to pass it to the next tier; the form that the step needs opens
 * then. With a pointer, drag it; columns that would refuse it say why. On a touch screen, use the menu at the card.
 *
 * **Keyboard**: Tab goes from column to column, arrow keys through cards and across columns, Home, End, Page Up and Page
 * Down within one. Enter opens. Space picks a card up: arrow keys then choose a column, Enter or Space drops, Escape puts
 * back. `M`, Shift+F10 or the menu key opens the menu "Move to". All of it is announced.
 *
 * Only the cards in sight are drawn, so five thousand topics move as lightly as fifty.
 *
 * @fires {KtCaseOpenedEvent} kt-case-opened - a person goes from a topic to its case
 * @fires {KtTopicOpenedEvent} kt-topic-opened - a person has opened a topic
 * @fires {KtTopicMoveEvent} kt-topic-move - a person has put a topic into another column; cancelable
 * @fires {KtCommandEvent} kt-command - what a person asks for: HoldMeeting, ResolveMeeting, AddToAgenda, RelistMeeting
 * @slot title - a heading in place of ours
 * @slot tools - further controls, at the end of the bar
 * @csspart bar - the bar with heading and search
 * @csspart lane - a tier of meetings
 * @csspart lane-head - what is said of a tier
 * @csspart column - a step of a tier
 * @csspart card - a topic
 * @csspart quorum - the bar of those present, with the quorum as a mark
 * @csspart outcome - the tag that tells what came of a meeting
 * @csspart menu - the menu of a card
 * @csspart panel - the sheet of an opened topic
 * @csspart action - a button that asks for something
 * @csspart close - the button that closes the sheet
 */
export class KtDeliberationBoard extends LitElement {
  static override styles = [tokens, controls, boardStyles];

  private readonly language = new LanguageController(this, boardTexts);
  private readonly source = new DeskSource(this, () => this.wording(), {
    changed: () => this.sourceChanged(),
    left: () => this.forget(),
  });
  private readonly mover = new Mover({
    board: () => this.board,
    texts: () => this.language.texts,
    announce: (text) => (this.announced = text),
    permits: (topic) => this.permitsFor(topic),
    moved: (topic, move) => this.moved(topic, move),
    changed: () => this.requestUpdate(),
  });
  private readonly hands = new CardHands({
    mover: this.mover,
    board: () => this.board,
    root: () => this.renderRoot,
    surface: () => this.boardPart,
    ghost: () => this.ghostPart,
    page: () => Math.max(1, this.rows),
    focus: (column, index) => this.toFocus(column, index),
    letFocusGo: () => (this.focusWanted = undefined),
    open: (id) => void this.openTopic(id),
    openMenu: (id, card) => this.openMenu(id, card),
    lift: (id, by) => this.lift(id, by),
    release: (how) => this.release(how),
  });
  private readonly sheet = new Sheet({
    element: this,
    dialog: () => this.dialogPart,
    face: () => this.panelFace(),
    acted: (action, queued) => this.acted(action, queued),
    closed: (id) => (this.focusWanted = id),
  });
  /** How far each column is scrolled, and the card that the keyboard was last at in it. */
  private readonly scrolled = new Map<string, number>();
  private readonly stops = new Map<string, string>();
  private board: Board = boardOf([], []);
  private focusWanted: string | undefined;
  /** The card that the keyboard was at before an update, wherever the update puts it. */
  private focused: string | undefined;
  private menuWantsFocus = false;

  /** The topic that a host wants open and that has not come yet. */
  private awaited: string | undefined;

  @state() private card: CardSize = cardSize(14, 300);
  @state() private room: 'narrow' | 'middle' | 'wide' = 'wide';
  @state() private typed = '';
  @state() private tier = '';
  @state() private menu: CardMenu | undefined;
  @state() private announced = '';
  /** Something that was asked waits on this device. */
  @state() private queued = false;

  @query('.board') private readonly boardPart!: HTMLElement | null;
  /** As wide as the board and as high as its text, whatever stands in it. */
  @query('.ruler') private readonly rulerPart!: HTMLElement | null;
  @query('.ghost') private readonly ghostPart!: HTMLElement | null;
  @query('dialog') private readonly dialogPart!: HTMLDialogElement | null;

  /** The topics, in the order in which they stand in their columns. Unset, those of the desk around the board. */
  @property({ attribute: false }) topics?: readonly BoardTopic[];

  /** The lanes and their steps. Unset, those of the governance model. */
  @property({ attribute: false }) columns?: readonly BoardLane[];

  /** The governance model, where there is no desk. */
  @property({ attribute: false }) model?: GovernanceModel;

  /** Those to whom a meeting can give a case. Unset, the units of the desk over the topic's place. */
  @property({ attribute: false }) handlers?: readonly BoardHandler[];

  /** Names that the page knows better than the desk: of persons, of places (grid codes), of units. */
  @property({ attribute: false }) nameOf?: NameOf;

  /** Id of the topic to open; it opens as soon as it is there. */
  @property() opened?: string;

  /** How many cards a column shows before it scrolls. */
  @property({ type: Number }) rows = 4;

  /** Reads no more: topics are on their way. */
  @property({ type: Boolean, reflect: true }) loading = false;

  /** How much room the board takes; unset follows the page. */
  @property({ reflect: true }) density?: Density;

  constructor() {
    super();
    new SizeController(
      this,
      () => [this.rulerPart],
      () => this.measure(),
    );
  }

  /** Opens a topic; false where there is none of that id. */
  open(id: string): boolean {
    return this.openTopic(id);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.board = boardOf(this.lanes(), matching(this.allTopics(), this.typed));
    if (this.tier === '' || !this.board.lanes.some(({ id }) => id === this.tier)) {
      this.tier = this.board.lanes[0]?.id ?? '';
    }
    this.focused = this.focusedCard();
    if (changed.has('topics')) this.follow();
    if (changed.has('opened')) this.awaited = this.opened;
    if (this.awaited !== undefined && this.openTopic(this.awaited)) this.awaited = undefined;
  }

  protected override updated(): void {
    this.sheet.drawn();
    if (this.menuWantsFocus) this.focusMenu();
    // A card that came to stand elsewhere was drawn anew there, and the focus fell to nothing.
    const wanted = this.focusWanted ?? (this.activePart === null ? this.focused : undefined);
    if (wanted !== undefined) this.focusCard(wanted);
  }

  private get activePart(): Element | null {
    return this.renderRoot instanceof ShadowRoot ? this.renderRoot.activeElement : null;
  }

  /** The id of the card that has the focus. */
  private focusedCard(): string | undefined {
    const active = this.activePart;
    return active instanceof HTMLElement && active.matches('.list .card') ? active.dataset['id'] : undefined;
  }

  /** The desk has gone, and with it whoever acted at it: nothing of theirs stays. */
  private forget(): void {
    this.sheet.forget();
    this.menu = undefined;
    this.announced = '';
    this.queued = false;
  }

  private get look(): CardLook {
    const { texts, language } = this.language;
    return { texts, language, reading: readingNow(this.inForce?.workingTime.utcOffsetMinutes) };
  }

  private get inForce(): GovernanceModel | undefined {
    return this.model ?? this.source.desk?.model;
  }

  /** Topics that the page sets come first; a board with neither is empty. */
  private get onDesk(): boolean {
    return this.topics === undefined && this.source.desk !== undefined;
  }

  private wording() {
    return { language: this.language.language, nameOf: this.nameOf };
  }

  private lanes(): readonly BoardLane[] {
    if (this.columns !== undefined) return this.columns;
    return this.inForce === undefined ? [] : lanesOf(this.inForce, this.language.language);
  }

  private allTopics(): readonly BoardTopic[] {
    return this.topics ?? this.source.topics;
  }

  private say(refusal: Refusal, nameOf?: (person: string) => string | undefined): string {
    return refusalText(refusal, this.language.language, this.inForce, nameOf);
  }

  /** What can be read has a line: then nothing waits for one any more. */
  private sourceChanged(): void {
    if (this.source.state === 'ready') this.queued = false;
    this.follow();
  }

  /** The opened topic keeps up with what happens to it. */
  private follow(): void {
    const { panel } = this.sheet;
    if (panel === undefined) return;
    const topic = this.allTopics().find(({ id }) => id === panel.topic.id);
    const lane = this.lanes().find(({ id }) => id === topic?.tier);
    if (topic !== undefined && lane !== undefined) panel.follow(topic, lane);
  }

  private measure(): void {
    const { rulerPart } = this;
    if (rulerPart === null) return;
    const { width, height: text } = rulerPart.getBoundingClientRect();
    this.room = width < narrowBelow ? 'narrow' : width < wideFrom ? 'middle' : 'wide';
    const steps = Math.max(1, ...this.board.lanes.map((lane) => lane.steps.length));
    const free = this.room === 'wide' ? width - headWidth : width;
    const size = cardSize(text, this.room === 'narrow' ? width : free / steps - gutter);
    if (size.height !== this.card.height || size.lines !== this.card.lines) this.card = size;
  }

  private openTopic(id: string, intent?: BoardAction): boolean {
    const topic = this.allTopics().find((one) => one.id === id);
    const lane = this.lanes().find((one) => one.id === topic?.tier);
    if (topic === undefined || lane === undefined) return false;
    this.sheet.open(topic, lane, intent);
    this.dispatchEvent(new KtTopicOpenedEvent(id));
    return true;
  }

  private panelFace() {
    const { texts } = this.language;
    return {
      element: this,
      desk: this.onDesk ? this.source.desk : undefined,
      handlers: this.handlers,
      wording: () => this.wording(),
      say: (refusal: Refusal, nameOf?: (person: string) => string | undefined) => this.say(refusal, nameOf),
      queued: texts.queued,
      notSent: texts.notSent,
      unanswered: texts.unanswered,
    };
  }

  private acted(action: BoardAction, queued: boolean): void {
    const { texts } = this.language;
    this.announced = queued ? texts.queued : texts.done[action];
    this.queued = queued;
  }

  private focusMenu(): void {
    this.menuWantsFocus = false;
    this.boardPart?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }

  /** Brings a card into sight and to the keyboard; drawn first where it was not. */
  private focusCard(id: string): void {
    const found = whereIs(this.board, id);
    this.focusWanted = undefined;
    if (found === undefined) return;
    const { column, index } = found;
    this.stops.set(column.key, id);
    this.reveal(column, index);
    const card = this.boardPart?.querySelector<HTMLElement>(`.list [data-id="${CSS.escape(id)}"]`);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  private reveal(column: Column, index: number): void {
    const list = this.boardPart?.querySelector<HTMLElement>(`[data-list="${CSS.escape(column.key)}"]`);
    if (list === null || list === undefined) return;
    const { pitch } = this.card;
    list.scrollTop = scrollTo(index, { scrolled: list.scrollTop, height: list.clientHeight, pitch });
  }

  private toFocus(column: Column, index: number): void {
    const topic = column.topics[index];
    if (topic === undefined) return;
    this.stops.set(column.key, topic.id);
    this.focusWanted = topic.id;
    this.requestUpdate();
  }

  private lift(id: string, by: Held['by']): void {
    this.menu = undefined;
    this.mover.lift(id, by);
  }

  /** Ends a holding; the keyboard stays at the card. */
  private release(how: () => void): void {
    this.focusWanted = this.mover.held?.topic.id;
    how();
  }

  private permitsFor(topic: BoardTopic): Permits | Promise<Permits> | undefined {
    const lane = this.lanes().find(({ id }) => id === topic.tier);
    if (lane === undefined) return undefined;
    if (!this.onDesk) return permitsOf(topic, lane);
    const { desk, topics } = this.source;
    const row = topics.find(({ id }) => id === topic.id);
    return desk && row && this.askPermits(desk, row, lane);
  }

  private async askPermits(desk: Desk, topic: DeskTopic, lane: BoardLane): Promise<Permits> {
    const handlers = this.handlers ?? (await readHandlers(desk, topic.grid));
    const permits = await readPermits(desk, topic, handlers, (refusal) => this.say(refusal));
    return knownAt(permits, topic, lane);
  }

  /** Unless the page sees to a move by itself, the form that the step needs opens. */
  private moved(
    topic: BoardTopic,
    { from, to, verdict }: { readonly from: Column; readonly to: Column; readonly verdict: DropVerdict },
  ): void {
    const place = ({ tier, step }: Column) => ({ tier, step });
    const event = new KtTopicMoveEvent({ id: topic.id, from: place(from), to: place(to) });
    const ours = this.dispatchEvent(event);
    if (ours && verdict.ok && verdict.action !== undefined) this.openTopic(topic.id, verdict.action);
  }

  private openMenu(id: string, card: Element): void {
    const found = whereIs(this.board, id);
    const topic = found?.column.topics[found.index];
    if (found === undefined || topic === undefined || this.boardPart === null) return;
    this.menu = { id, column: found.column, ...menuPlace(card, this.boardPart) };
    this.menuWantsFocus = true;
    this.mover.learn(topic);
  }

  /** `goBack`: the keyboard returns to the card; who has gone elsewhere stays there. */
  private closeMenu(goBack: boolean): void {
    const { menu } = this;
    if (menu === undefined) return;
    this.menu = undefined;
    if (goBack) this.focusWanted = menu.id;
  }

  private menuItems(menu: CardMenu): readonly MenuItem[] {
    return menuItems(menu, this.board, this.mover, this.language.texts, {
      moving: (id) => {
        this.menu = undefined;
        this.focusWanted = id;
      },
      open: (id) => {
        this.menu = undefined;
        this.openTopic(id);
      },
    });
  }

  private onFocus(event: FocusEvent): void {
    const card = cardOf(event);
    const id = card?.dataset['id'];
    const key = card?.closest<HTMLElement>('[data-list]')?.dataset['list'];
    if (id === undefined || key === undefined || this.stops.get(key) === id) return;
    this.stops.set(key, id);
    this.requestUpdate();
  }

  private search(typed: string): void {
    this.typed = typed;
  }

  private showTier(tier: string): void {
    this.tier = tier;
  }

  private onScroll(column: Column, { currentTarget }: Event): void {
    if (!(currentTarget instanceof HTMLElement)) return;
    this.scrolled.set(column.key, currentTarget.scrollTop);
    this.requestUpdate();
  }

  private laneTemplate(lane: BoardLane): TemplateResult {
    const columns = this.board.columns.filter((column) => column.lane === lane);
    return html`
      <section class="lane" part="lane" aria-labelledby=${`lane-${lane.id}`}>
        ${laneHead(lane, this.board, this.language.texts)}
        <div class="steps">${columns.map((column) => this.columnTemplate(column))}</div>
      </section>
    `;
  }

  private columnTemplate(column: Column): TemplateResult {
    const { held } = this.mover;
    return columnTemplate(column, {
      look: this.look,
      card: this.card,
      rows: this.rows,
      scrolled: this.scrolled.get(column.key) ?? 0,
      stop: this.stops.get(column.key),
      held,
      verdict: held && held.from !== column.key ? this.mover.judge(held.topic, column) : undefined,
      opened: this.sheet.panel?.topic.id,
      onScroll: (event) => this.onScroll(column, event),
    });
  }

  private ghostTemplate(): TemplateResult | typeof nothing {
    const { boardPart } = this;
    const { held } = this.mover;
    const lane = this.mover.columnOf(held?.from)?.lane;
    if (held?.by !== 'pointer' || boardPart === null || lane === undefined) return nothing;
    const card = boardPart.querySelector(`.list [data-id="${CSS.escape(held.topic.id)}"]`);
    if (card === null) return nothing;
    const origin = boardPart.getBoundingClientRect();
    const { left, top, width } = card.getBoundingClientRect();
    const at = { left: `${left - origin.left}px`, top: `${top - origin.top}px`, width: `${width}px` };
    return html`<div class="card ghost" aria-hidden="true" ${styled(at)}>
      ${cardFace(held.topic, lane, this.look)}
    </div>`;
  }

  /** What keeps the lanes from being shown, if anything does. */
  private get standstill(): Standstill | undefined {
    const { state } = this.source;
    if (this.allTopics().length === 0) {
      if (this.onDesk && state === 'failed') return 'failed';
      return this.loading || (this.onDesk && state !== 'ready') ? 'loading' : 'empty';
    }
    const found = this.typed === '' || this.board.columns.some(({ topics }) => topics.length > 0);
    return found ? undefined : 'nothing-found';
  }

  private lanesTemplate(): TemplateResult | readonly TemplateResult[] {
    const { standstill } = this;
    if (standstill !== undefined) {
      return standstillTemplate(standstill, this.language.texts, () => void this.source.again());
    }
    const shown = this.board.lanes.filter(({ id }) => this.room !== 'narrow' || id === this.tier);
    return shown.map((lane) => this.laneTemplate(lane));
  }

  private noticesTemplate(): TemplateResult {
    const { texts } = this.language;
    const { lost } = this.board;
    return html`
      ${this.queued ? html`<p class="notice soon">${texts.queued}</p>` : nothing}
      ${lost.length > 0 ? html`<p class="notice soon">${texts.lost(lost.length)}</p>` : nothing}
      ${this.onDesk && !this.source.whole ? html`<p class="notice">${texts.more}</p>` : nothing}
    `;
  }

  override render(): TemplateResult {
    const { texts } = this.language;
    const { held } = this.mover;
    const open = this.allTopics().filter(({ outcome }) => outcome === undefined).length;
    return html`
      ${barTemplate(texts, { narrow: this.room === 'narrow', open, typed: this.typed, type: (typed) => this.search(typed) })}
      ${this.noticesTemplate()}
      ${
        this.room === 'narrow'
          ? tierTemplate(this.board, texts, { tier: this.tier, choose: (tier) => this.showTier(tier) })
          : nothing
      }
      <div class="ruler" aria-hidden="true"></div>
      <div
        class="board ${this.room} ${held ? 'holding' : ''} lines-${this.card.lines}"
        ${styled({ '--_card': `${this.card.height}px` })}
        @keydown=${(event: KeyboardEvent) => this.hands.key(event)}
        @click=${(event: MouseEvent) => this.hands.click(event)}
        @contextmenu=${(event: MouseEvent) => this.hands.contextMenu(event)}
        @focusin=${(event: FocusEvent) => this.onFocus(event)}
        @pointerdown=${(event: PointerEvent) => this.hands.press(event)}
        @pointermove=${(event: PointerEvent) => this.hands.pointerMove(event)}
        @pointerup=${() => this.hands.pointerUp()}
        @pointercancel=${() => this.hands.pointerCancel()}
      >
        ${this.lanesTemplate()} ${this.ghostTemplate()}
        ${
          this.menu
            ? menuTemplate(this.menu, texts.moveTo, this.menuItems(this.menu), (goBack) => this.closeMenu(goBack))
            : nothing
        }
      </div>
      <p class="hint-bar" ?hidden=${held?.by !== 'keyboard'} aria-hidden="true">${this.announced}</p>
      <p class="visually-hidden" id="card-help">${texts.cardHelp}</p>
      <p class="visually-hidden" role="status" aria-live="assertive">${this.announced}</p>
      ${this.sheet.template(this.look)}
    `;
  }
}
