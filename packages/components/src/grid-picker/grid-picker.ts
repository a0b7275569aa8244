import { locate, toWgs84, type CoordinateSystem, type Located } from '@keting/domain';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { controls } from '../base/controls.styles.ts';
import { ChoiceControl } from '../base/form-control.ts';
import { formatNumber } from '../base/format.ts';
import { LanguageController } from '../base/texts.ts';
import { tokens } from '../base/tokens.styles.ts';
import { choropleth, paletteOf, type Choropleth, type GridValues } from './choropleth.ts';
import { readCoordinate } from './coordinate-text.ts';
import { DeskSource } from './desk-source.ts';
import { fullName, type GridPickerGrid, type LngLat } from './grid.ts';
import { KtGridPickedEvent, KtLocateEvent, type PickWay } from './grid-picker.events.ts';
import { gridPickerStyles } from './grid-picker.styles.ts';
import { gridPickerTexts } from './grid-picker.texts.ts';
import { ListController } from './list-controller.ts';
import { MapController } from './map-controller.ts';
import { coordinateRow, type CoordinateMessage } from './render-coordinate.ts';
import { sameGrids } from './same-grids.ts';
import { footer } from './render-footer.ts';
import { finder } from './render-list.ts';
import { mapSection } from './render-map.ts';

/** Ways to show the grids. */
export type GridPickerView = 'map' | 'list' | 'both';

const systems: readonly CoordinateSystem[] = ['WGS-84', 'GCJ-02', 'BD-09'];
/** Narrower than this (pixels), map and list do not fit beside each other. */
const NARROW = 640;
/** Patience with a device that looks for its position, in milliseconds. */
const LOCATING = 15_000;

/**
 * @summary Picks a grid: on a map of polygons, in a list that one can search, or by coordinate.
 *
 * Each way suffices alone: the map has its own keys and tells each grid's name to assistive technology, the list is a
 * combobox, a coordinate is found in WGS-84, GCJ-02 or BD-09. It is a form control: `name`, `value` (the grid's code),
 * `required`, `disabled`, and it takes part in reset and restore.
 *
 * ```html
 * <kt-grid-picker name="grid" label="选择微格" required></kt-grid-picker>
 * ```
 *
 * Map keys: arrows go to the next grid in that direction, Enter or Space picks it, `+` and `-` zoom, `0` or Home shows the
 * whole map, Shift with arrows moves it. List keys: up, down, page up and down move through what is found, Enter picks,
 * Escape clears what was typed.
 *
 * Grids that share their ground (the trade micro-grids of a market) are all offered when one of them is picked on the map.
 *
 * @fires {KtGridPickedEvent} kt-grid-picked - a person picked a grid, or took the choice back (`grid` undefined)
 * @fires {KtLocateEvent} kt-locate - a person asks for the grid where they stand; prevent it to answer by `locate()`
 * @fires input - with each choice of a person
 * @fires change - with each choice of a person
 * @slot approval - the approval number of the map, beside the note that it is a sketch
 * @csspart base - the card around everything
 * @csspart header - title and switches
 * @csspart map - the map with what belongs to it
 * @csspart list - search field and list
 * @csspart footer - what is chosen
 * @cssprop --kt-map-height - height of the map where the page gives none, 22rem; at least half of it where the page gives less
 * @cssprop --kt-color-ramp-1 - lightest of the six colours for `values`; `-2` to `-6` are the others
 * @cssprop --kt-color-ground - colour of a grid without a value
 * @cssprop --kt-color-map-border - lines between grids
 */
export class KtGridPicker extends ChoiceControl {
  static override styles = [tokens, controls, gridPickerStyles];

  private readonly language = new LanguageController(this, gridPickerTexts);
  private readonly map = new MapController(this);
  private readonly list = new ListController(this);
  private readonly source = new DeskSource(this);
  private readonly widths = new ResizeObserver(([entry]) => entry && this.resized(entry.contentRect.width));
  /** The grids that map and list were last given. */
  private laid: readonly GridPickerGrid[] = [];
  /** Counts choices and questions: the answer to an earlier one is not heard. */
  private asked = 0;
  /** Map and colours are to be shown anew. */
  private relaid = false;
  private colours: Choropleth = choropleth([], undefined);

  @query('.stage') private readonly stage!: HTMLElement | null;
  @query('canvas') private readonly canvas!: HTMLCanvasElement | null;
  @query('.tip') private readonly tip!: HTMLElement | null;
  @query('.tools') private readonly tools!: HTMLElement | null;
  @query('.options') private readonly options!: HTMLElement | null;
  @query('.all') private readonly all!: HTMLElement | null;
  @query('.window') private readonly window!: HTMLElement | null;
  @query('.probe') private readonly probe!: HTMLElement | null;
  @query('#search') private readonly searchField!: HTMLInputElement | null;

  @state() private narrow = false;
  @state() private shown: 'map' | 'list' = 'map';
  @state() private asksCoordinate = false;
  @state() private message: CoordinateMessage | undefined;
  @state() private sameGround: readonly number[] = [];

  /** The grids to pick from. While empty, those of the desk around the element, if there is one. */
  @property({ attribute: false }) grids: readonly GridPickerGrid[] = [];
  /** Numbers by grid code that colour the map, for example open cases. */
  @property({ attribute: false }) values: GridValues | undefined;
  /** What `values` counts, in words: the title of the legend. */
  @property({ attribute: 'values-label' }) valuesLabel = '';
  /** Title of the control; a default in the page's language when empty. */
  @property() label = '';
  /** Map, list or both; where both do not fit beside each other, a switch shows one at a time. */
  @property() view: GridPickerView = 'both';
  /** Offers a button that asks where the person stands. Set it where the page has told people what for. */
  @property({ type: Boolean }) geolocation = false;
  /** The grids are on their way. */
  @property({ type: Boolean, reflect: true }) loading = false;
  /** The grid that `value` names, if it is among those shown. */
  get grid(): GridPickerGrid | undefined {
    return this.choices.find(({ code }) => code === this.value);
  }

  /**
   * Picks the grid of a place and shows the place on the map. Where there is none, says so in the page's language, keeps
   * the choice as it was, and hands back the refusal (`place-outside`, `coordinate-invalid`).
   */
  locate(position: LngLat, system: CoordinateSystem = 'WGS-84'): Located {
    this.layOut();
    this.asked += 1;
    const located = locate(this.map.gridIndex, { position: [position[0], position[1]], system });
    if (!located.ok) {
      this.message = located.refusal.code === 'coordinate-invalid' ? 'coordinateInvalid' : 'placeOutside';
      this.asksCoordinate = true;
      return located;
    }
    this.message = undefined;
    const number = this.map.numberOf(located.grid);
    this.pick(number, 'coordinate', this.map.numbersAt(position, system));
    this.map.approach(number, toWgs84([position[0], position[1]], system));
    return located;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.widths.observe(this);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.widths.disconnect();
  }

  override formResetCallback(): void {
    super.formResetCallback();
    this.message = undefined;
    this.sameGround = [];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.source.want(this.grids.length === 0);
    this.source.chosen(this.value);
    const { choices } = this;
    this.relaid ||= choices !== this.laid || changed.has('values');
    this.layOut();
    if (this.relaid) this.colours = choropleth(choices, this.values);
    const chosen = this.map.numberOf(this.value);
    this.map.choose(chosen);
    if (changed.has('value') && chosen >= 0) this.list.show(chosen);
  }

  /** Takes new grids. The same ones read anew leave map and list where a person has brought them. */
  private layOut(): void {
    const { choices, laid } = this;
    if (choices === laid) return;
    this.laid = choices;
    if (sameGrids(laid, choices)) {
      this.map.renameGrids(choices);
      this.list.renameGrids(choices);
      return;
    }
    this.map.setGrids(choices);
    this.list.setGrids(choices);
    this.sameGround = [];
  }

  protected override updated(): void {
    const { stage, canvas, tip, tools, options, all, window, probe } = this;
    if (options && all && window && probe) this.list.attach({ options, all, window, probe });
    const fresh = stage && canvas && tip && tools ? this.map.attach({ stage, canvas, tip, tools }) : false;
    if (fresh || this.relaid) this.map.show(this.colours.fills, paletteOf(this));
    this.relaid = false;
    this.tellForm();
  }

  /** A grid has been picked on the map: see `MapHost`. */
  pickOnMap(grid: number, sameGround: readonly number[]): void {
    if (this.isDisabled) return;
    this.pick(grid, 'map', sameGround);
  }

  /** A grid in words, with its value: see `MapHost`. */
  describe(grid: GridPickerGrid): string {
    const value = this.values?.[grid.code];
    if (value === undefined) return fullName(grid);
    return `${fullName(grid)} · ${this.valuesLabel} ${formatNumber(value, this.language.language)}`;
  }

  private get choices(): readonly GridPickerGrid[] {
    return this.grids.length > 0 ? this.grids : this.source.grids;
  }

  private pick(number: number, way: PickWay, sameGround: readonly number[] = []): void {
    const grid = this.choices[number];
    this.asked += 1;
    this.sameGround = sameGround.length > 1 ? sameGround : [];
    this.choose(grid?.code ?? '');
    this.dispatchEvent(new KtGridPickedEvent(grid, way));
  }

  protected override get requiredText(): string {
    return this.language.texts.valueMissing;
  }

  /** What is hidden cannot be pointed at: where there is one of map and list, the one that shows. */
  protected override get anchor(): HTMLElement | undefined {
    const showsMap = this.narrow && this.shown === 'map';
    return (showsMap ? this.stage : this.searchField) ?? this.stage ?? undefined;
  }

  /** On the next frame: to change the layout while sizes are being told would have them told in circles. */
  private resized(width: number): void {
    if (width <= 0 || width < NARROW === this.narrow) return;
    requestAnimationFrame(() => {
      this.narrow = width < NARROW;
    });
  }

  private readonly listPick = (number: number): void => {
    if (this.isDisabled) return;
    this.pick(number, 'list');
    this.map.approach(number);
  };

  private readonly typed = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) this.list.find(event.target.value);
  };

  private readonly searchKey = (event: KeyboardEvent): void => {
    const { activeGrid } = this.list;
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' && activeGrid !== undefined) this.listPick(activeGrid);
    else if (event.key === 'Escape' && this.list.typed !== '') this.list.find('');
    else if (event.key === 'Enter' || !this.list.move(event.key)) return;
    event.preventDefault();
  };

  private readonly submitCoordinate = (typed: string, system: CoordinateSystem): void => {
    const position = readCoordinate(typed);
    if (position) this.locate(position, system);
    else this.message = 'coordinateInvalid';
  };

  private readonly askWhereIAm = (): void => {
    if (!this.dispatchEvent(new KtLocateEvent())) return;
    if (!window.isSecureContext || !('geolocation' in navigator)) {
      this.message = 'notHere';
      return;
    }
    this.message = 'locating';
    this.asked += 1;
    const { asked } = this;
    // An answer that comes after a person has chosen otherwise is not heard.
    const ifStill = (act: () => void) => () => {
      if (asked === this.asked) act();
    };
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => ifStill(() => this.locate([coords.longitude, coords.latitude]))(),
      ifStill(() => {
        this.message = 'notHere';
      }),
      { timeout: LOCATING, enableHighAccuracy: true },
    );
  };

  override render(): TemplateResult {
    const { texts, language } = this.language;
    const frame = `card frame${this.narrow ? ' narrow' : ''}${this.isWrong ? ' invalid' : ''}`;
    return html`<div class=${frame} part="base" role="group" aria-labelledby="label" @input=${stopHere}>
      ${this.head()} ${this.coordinate()}
      ${this.choices.length > 0 ? this.body() : html`<div class="empty" role="status">${this.emptyText()}</div>`}
      ${footer({
        texts,
        language,
        grid: this.grid,
        staff: this.grid?.staff ?? this.source.staff(language),
        code: this.value,
        error: this.isWrong ? texts.valueMissing : undefined,
        canClear: this.value !== '' && !this.isDisabled,
        sameGround: this.sameGround.flatMap((number) => this.choices[number] ?? []),
        clear: () => this.pick(-1, 'list'),
        choose: (grid) => this.pick(this.map.numberOf(grid.code), 'map', this.sameGround),
      })}
    </div>`;
  }

  private get isWrong(): boolean {
    return this.told && this.isMissing;
  }

  private emptyText(): TemplateResult {
    const { texts } = this.language;
    if (this.source.state === 'failed') return html`${texts.failed}`;
    const reading = this.loading || this.source.state === 'loading';
    return reading ? html`${texts.loading}` : html`<strong>${texts.empty}</strong><br />${texts.emptyHint}`;
  }

  private head(): TemplateResult {
    const { texts, language } = this.language;
    return html`<div class="card-head head" part="header">
      <span class="title">
        <span class="card-title" id="label">${this.label || texts.label}</span>
        ${this.choices.length > 0 ? html`<span class="tag">${formatNumber(this.choices.length, language)}</span>` : nothing}
        ${this.required ? html`<span class="hint">${texts.required}</span>` : nothing}
      </span>
      ${this.choices.length > 0 ? this.switches() : nothing}
    </div>`;
  }

  private switches(): TemplateResult {
    const { texts } = this.language;
    const segment = (view: 'map' | 'list'): TemplateResult =>
      html`<button type="button" aria-pressed=${this.shown === view} @click=${() => (this.shown = view)}>
        ${texts[view]}
      </button>`;
    return html`<button
        type="button"
        class="button quiet"
        aria-expanded=${this.asksCoordinate}
        aria-controls="coordinate"
        @click=${() => (this.asksCoordinate = !this.asksCoordinate)}
      >
        ${texts.coordinate}
      </button>
      ${
        this.narrow && this.view === 'both'
          ? html`<span class="segments" role="group" aria-label=${texts.views}
              >${segment('map')}${segment('list')}</span
            >`
          : nothing
      }`;
  }

  private coordinate(): TemplateResult {
    return coordinateRow({
      texts: this.language.texts,
      open: this.asksCoordinate && this.choices.length > 0,
      systems,
      message: this.message,
      disabled: this.isDisabled,
      submit: this.submitCoordinate,
      here: this.geolocation ? this.askWhereIAm : undefined,
    });
  }

  private body(): TemplateResult {
    const { choices } = this;
    const { texts, language } = this.language;
    const single = this.narrow ? this.shown : undefined;
    const shows = (view: 'map' | 'list'): boolean =>
      this.view === 'both' ? (single ?? view) === view : this.view === view;
    return html`<div class="body ${this.view === 'both' && !this.narrow ? 'both' : ''}">
      ${mapSection({
        texts,
        map: this.map,
        grids: choices,
        chosen: this.map.numberOf(this.value),
        hidden: !shows('map'),
        disabled: this.isDisabled,
        describe: (grid) => this.describe(grid),
        bounds: this.colours.bounds,
        valuesLabel: this.valuesLabel,
      })}
      ${finder({
        texts,
        language,
        list: this.list,
        grids: choices,
        values: this.values,
        valuesLabel: this.valuesLabel,
        chosen: this.value,
        hidden: !shows('list'),
        disabled: this.isDisabled,
        typed: this.typed,
        keyDown: this.searchKey,
        pick: this.listPick,
        grouped: choices.some(({ community }) => community !== undefined),
      })}
    </div>`;
  }
}

/** What is typed inside is no choice: the element's own events tell of those. */
function stopHere(event: Event): void {
  event.stopPropagation();
}
