import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { styled } from '../base/styled.ts';
import { controls } from '../base/controls.styles.ts';
import { formatCivilDate, formatNumber } from '../base/format.ts';
import { SizeController } from '../base/size-controller.ts';
import { LanguageController } from '../base/texts.ts';
import { tokens, type Density } from '../base/tokens.styles.ts';
import { boxesTemplate, itemId, type TreeLook } from './boxes.ts';
import { makeChart, sameTop, withMetrics, withOpen, withToggled, type Chart } from './chart.ts';
import type { Speech } from './describe.ts';
import { DeskUnits } from './desk-units.ts';
import { sightOf, type Sight } from './detail.ts';
import { faultsTemplate } from './faults.ts';
import { Finder } from './finder.ts';
import { findTemplate, legendTemplate, pathTemplate, signsOf, zoomTemplate, type Signs } from './frame.ts';
import { Gestures, wheelPixels } from './gestures.ts';
import { at, none } from './hierarchy.ts';
import { rowsTemplate, scrollToRow, windowWithin, type ListWindow } from './indent.ts';
import { intentOf, type Intent } from './keys.ts';
import { metricsFor, milliseconds, paletteOf, rowHeightFor, sameMetrics } from './measure.ts';
import type { MapPainter } from './minimap.ts';
import { KtUnitSelectedEvent, KtUnitToggledEvent } from './org-chart.events.ts';
import { orgChartStyles } from './org-chart.styles.ts';
import { orgChartTexts } from './org-chart.texts.ts';
import { paintScene, sizeCanvas } from './paint.ts';
import { nearestVisible, openLevels, openPath } from './rows.ts';
import { StageController } from './stage-controller.ts';
import type { OrgChartUnit } from './unit.ts';
import { unitAt } from './viewport.ts';

/** How the tree is shown: boxes and lines, or an indented list. */
export type OrgChartView = 'chart' | 'indent';

const narrowBelow = 600;
const zoomStep = 1.25;
const typingPause = 700;
/** A lower stage has no room for the overview beside the buttons that zoom. */
const mapFrom = 320;

/**
 * @summary The organisation of a place: its bodies, who serves in them, and what ties them together.
 *
 * Set `units` from script, a flat list in which each unit names its superior; without it the chart reads the units of
 * the desk around it. Bodies that work as a pair share one box, a party body carries a bar at its left edge, and a
 * dashed line runs from a part-time member's own unit to the body. Only what is on the stage is drawn, so fifty
 * thousand units move as lightly as fifty.
 *
 * A faulty list (a circle, a superior that is missing, an id used twice) is told by its ids; the rest is drawn.
 *
 * **Pointer**: drag or wheel to pan, Ctrl with the wheel or a pinch to zoom, a press selects, the handle under a box
 * opens and closes it.
 *
 * **Keyboard**, after the ARIA tree pattern: Up and Down go through what can be seen, Right opens or enters, Left closes
 * or leaves, Home and End, letters type ahead, `*` opens all siblings, Enter or Space selects. Beside it, Shift with an
 * arrow pans, `+` and `-` zoom, `0` shows the whole chart, `/` searches.
 *
 * @fires {KtUnitSelectedEvent} kt-unit-selected - a person has chosen a unit
 * @fires {KtUnitToggledEvent} kt-unit-toggled - a person has opened or closed a unit
 * @slot title - a heading in place of ours
 * @slot tools - further controls, at the end of the bar
 * @csspart bar - the bar with heading, search and switch
 * @csspart stage - the surface on which the chart stands
 * @csspart box - a box of the chart
 * @csspart handle - the handle that opens and closes a box
 * @csspart row - a row of the indented list
 * @csspart faults - what is said of a faulty list
 * @csspart zoom - the buttons that zoom
 * @csspart map - the overview
 * @csspart foot - the line with the path of the chosen unit and the legend
 * @cssprop [--kt-org-chart-wire=#b4bac1] - the colour of the lines between boxes
 */
export class KtOrgChart extends LitElement {
  static override styles = [tokens, controls, orgChartStyles];

  private readonly language = new LanguageController(this, orgChartTexts);
  private readonly ofDesk = new DeskUnits(this);
  /** The unit that was shown as chosen last, and whether the active one waits to be brought into sight. */
  private chosen: string | undefined;
  private sought = false;
  private readonly stage = new StageController(this);
  private readonly finder = new Finder();
  /** Loaded when a chart is first larger than its stage: many never are. */
  private mapPainter: MapPainter | undefined;
  private mapComes: Promise<void> | undefined;
  private readonly gestures = new Gestures({
    pan: (dx, dy) => this.stage.pan(dx, dy),
    zoom: (factor, point) => this.stage.zoom(factor, point),
    drag: (under) => this.takeDrag(under),
  });
  private shown: readonly OrgChartUnit[] | undefined;
  private textSize = 14;
  private metrics = metricsFor(14, false);
  private signs: Signs = { party: false, pair: false, dotted: false };
  private sight: Sight | undefined;
  private dragged = false;
  private scrolls = false;
  private drawnAs: OrgChartView | undefined;
  private drawnOn: HTMLElement | null = null;
  private typed = '';
  private typingEnds = 0;

  @state() private chart: Chart | undefined;
  @state() private list: ListWindow = { top: 0, height: 0, rowHeight: 36 };
  @state() private narrow = false;
  /** The unit that the keyboard is at, or `none`. */
  @state() private active = none;
  @state() private dragging = false;

  @query('.stage') private readonly stagePart!: HTMLElement | null;
  @query('[role=tree]') private readonly treePart!: HTMLElement | null;
  @query('.wires') private readonly wiresPart!: HTMLCanvasElement | null;
  @query('.map') private readonly mapPart!: HTMLCanvasElement | null;
  @query('.find input') private readonly findPart!: HTMLInputElement | null;

  /** The units, in the order in which siblings stand. Unset, the chart shows the units of the desk around it. */
  @property({ attribute: false }) units?: readonly OrgChartUnit[];

  /** How the tree is shown. Unset: a chart where there is room, an indented list where there is little. */
  @property({ reflect: true }) view?: OrgChartView;

  /** The id of the chosen unit. */
  @property() selected?: string;

  /** How many levels are open at first, the top being 1. Unset: as many as stay readable. */
  @property({ type: Number, attribute: 'open-levels' }) openLevels?: number;

  /** The day for which units and the holders of posts are shown, `YYYY-MM-DD`; it is told beside the path. */
  @property({ attribute: 'as-of' }) asOf?: string;

  /** How much room the chart takes; unset follows the page. */
  @property({ reflect: true }) density?: Density;

  constructor() {
    super();
    new SizeController(
      this,
      () => [this, this.stagePart],
      () => this.measure(),
    );
  }

  /** Opens what stands above a unit and brings it to the middle; false when there is no such unit. */
  reveal(id: string): boolean {
    const unit = this.find(id);
    if (unit === none) return false;
    this.show(unit);
    return true;
  }

  /** Opens every unit. */
  expandAll(): void {
    this.openTo(Infinity);
  }

  /** Closes every unit; the top remains. */
  collapseAll(): void {
    this.openTo(1);
  }

  /** Shows the whole chart; where it is too large for that, as much as the least zoom allows, and says so. */
  fit(): void {
    this.stage.fit(this.active);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.typingEnds);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.ofDesk.read(this.asOf, this.language.language);
    const units = this.units ?? this.ofDesk.units;
    if (units !== this.shown || changed.has('openLevels')) this.load(units, changed.has('openLevels'));
    if (changed.has('selected')) this.takeSelected();
    this.takeMetrics();
    this.takeView();
    if (this.sought && this.stage.isPlaced) this.showActive();
    this.keepActive();
  }

  protected override updated(): void {
    this.scrollList();
    this.paint();
  }

  /** Scrolls the list to where it was sent, and one that is drawn anew to where the list was. */
  private scrollList(): void {
    const { stagePart: part, drawnOn, list } = this;
    if (part && this.shownAs === 'indent' && (this.scrolls || part !== drawnOn)) part.scrollTop = list.top;
    this.drawnOn = part;
    this.scrolls = false;
  }

  private load(units: readonly OrgChartUnit[] | undefined, afresh: boolean): void {
    this.shown = units;
    const before = afresh ? undefined : this.chart;
    const activeId = this.chart?.hierarchy.units[this.active]?.id;
    this.chart = units && makeChart(units, this.metrics, this.openLevels, before);
    const goesOn = !!this.chart && !!before && sameTop(before.hierarchy, this.chart.hierarchy);
    if (!goesOn) this.startAnew();
    this.signs = this.chart ? signsOf(this.chart.hierarchy, this.chart.links.size > 0) : this.signs;
    this.active = activeId === undefined ? none : this.find(activeId);
    // Units that come anew leave the keyboard where it is.
    if (this.active === none || this.selected !== this.chosen) this.takeSelected();
    this.finder.find(this.chart, this.finder.wanted);
    this.stage.show(this.chart, !goesOn);
  }

  /** Another chart begins at its top, and what is chosen in it has yet to be brought into sight. */
  private startAnew(): void {
    this.chosen = undefined;
    this.list = { ...this.list, top: 0 };
    this.scrolls = true;
  }

  /** What a host has chosen is brought into sight; what a person has chosen here is in sight already. */
  private takeSelected(): void {
    const unit = this.selectedUnit;
    if (unit === none) return;
    this.active = unit;
    this.sought ||= this.selected !== this.chosen;
    this.chosen = this.selected;
  }

  private showActive(): void {
    this.sought = false;
    this.show(this.active);
  }

  /** The keyboard is at what can be seen: what closes over a unit, whoever closed it, leaves it at the unit above. */
  private keepActive(): void {
    if (this.chart && !this.sought) this.active = nearestVisible(this.chart.hierarchy, this.chart.rows, this.active);
  }

  /** Where one is in the chart, one is in the list, and the other way round. */
  private takeView(): void {
    const { shownAs } = this;
    if (shownAs !== this.drawnAs) this.sought = true;
    this.drawnAs = shownAs;
  }

  private get selectedUnit(): number {
    return this.selected === undefined ? none : this.find(this.selected);
  }

  /** The unit with an id, unless it is left out of the chart. */
  private find(id: string): number {
    const unit = this.chart?.hierarchy.indexOf.get(id) ?? none;
    return this.chart && unit !== none && at(this.chart.hierarchy.depth, unit) !== none ? unit : none;
  }

  private get shownAs(): OrgChartView {
    return this.view ?? (this.narrow ? 'indent' : 'chart');
  }

  private get speech(): Speech {
    return { texts: this.language.texts, language: this.language.language };
  }

  /** Reads the sizes of the page; everything else is reckoned from them. */
  private measure(): void {
    const { stagePart: part, list } = this;
    if (!part) return;
    const style = getComputedStyle(part);
    this.textSize = Number.parseFloat(style.fontSize);
    const size = { width: part.clientWidth, height: part.clientHeight };
    this.narrow = this.clientWidth < narrowBelow;
    const rowHeight = rowHeightFor(this.textSize, matchMedia('(pointer: coarse)').matches, this.narrow);
    this.stage.pace = milliseconds(style.getPropertyValue('--_duration'));
    this.stage.resize(size);
    this.requestUpdate();
    // Other heights of rows put others in the window.
    if (rowHeight !== list.rowHeight) this.sought = true;
    if (rowHeight !== list.rowHeight || size.height !== list.height)
      this.list = { ...list, height: size.height, rowHeight };
  }

  private takeMetrics(): void {
    const metrics = metricsFor(this.textSize, this.language.language === 'en');
    if (sameMetrics(metrics, this.metrics)) return;
    this.metrics = metrics;
    if (!this.chart) return;
    this.chart = withMetrics(this.chart, metrics);
    this.stage.show(this.chart, true);
    this.sought = true;
  }

  private paint(): void {
    const { chart, wiresPart, mapPart, stage, stagePart } = this;
    const context = wiresPart?.getContext('2d');
    if (!chart || !wiresPart || !context || !stagePart || !stage.layout) return;
    const palette = paletteOf(getComputedStyle(stagePart));
    const { camera, size, layout } = stage;
    const shapes = this.sight?.detail === 'shapes';
    sizeCanvas(wiresPart, size);
    paintScene(context, { ...chart, layout, camera, stage: size, palette, chosen: this.selectedUnit, shapes });
    if (mapPart) this.mapPainter?.paint(mapPart, chart.layout, camera, size, palette);
    if (mapPart)
      this.mapComes ??= import('./minimap.ts').then(({ MapPainter }) => {
        this.mapPainter = new MapPainter();
        this.requestUpdate();
      });
  }

  private openTo(levels: number): void {
    if (!this.chart) return;
    const chart = withOpen(this.chart, openLevels(this.chart.hierarchy, levels));
    const kept = nearestVisible(chart.hierarchy, chart.rows, this.active);
    this.chart = chart;
    this.active = kept;
    const around = kept === none ? at(chart.rows.units, 0) : kept;
    // The little that is left of a chart looked at from afar could not be seen.
    if (levels === 1) this.stage.show(chart, true);
    else this.stage.change(chart, around, 0);
    if (this.shownAs === 'indent') this.scrollToUnit(around, true);
  }

  private toggle(units: readonly number[], opened: boolean): void {
    const [first] = units;
    if (!this.chart || first === undefined) return;
    const chart = withToggled(this.chart, units, opened);
    this.chart = chart;
    this.active = nearestVisible(chart.hierarchy, chart.rows, this.active);
    if (this.shownAs === 'chart') this.stage.change(chart, first);
    else this.stage.show(chart, false);
    for (const unit of units) {
      const row = chart.hierarchy.units[unit];
      if (row) this.dispatchEvent(new KtUnitToggledEvent(row, opened));
    }
  }

  private choose(unit: number): void {
    const row = this.chart?.hierarchy.units[unit];
    if (!row) return;
    this.active = unit;
    this.chosen = row.id;
    this.selected = row.id;
    this.dispatchEvent(new KtUnitSelectedEvent(row));
  }

  /** Goes to a unit that can be seen. */
  private go(unit: number): void {
    this.active = unit;
    if (this.shownAs === 'chart') this.stage.follow(unit);
    else this.scrollToUnit(unit, false);
  }

  /** Goes to any unit, opening what hides it, and puts it in the middle. */
  private show(unit: number): void {
    if (!this.chart || unit === none) return;
    const chart = withOpen(this.chart, openPath(this.chart.hierarchy, this.chart.open, unit));
    if (chart !== this.chart) this.stage.show(chart, false);
    this.chart = chart;
    this.active = unit;
    if (this.shownAs === 'chart') this.stage.centre(unit);
    else this.scrollToUnit(unit, true);
  }

  private scrollToUnit(unit: number, middle: boolean): void {
    if (!this.chart) return;
    const { list } = this;
    const { rowOf, units } = this.chart.rows;
    const row = at(rowOf, unit);
    const wanted = middle ? (row + 0.5) * list.rowHeight - list.height / 2 : scrollToRow(row, list);
    const top = Math.max(0, Math.min(wanted, units.length * list.rowHeight - list.height));
    this.list = { ...list, top };
    this.scrolls = true;
  }

  private takeDrag(under: boolean): void {
    this.dragging = under;
    if (under) this.dragged = true;
  }

  private take(intent: Intent): void {
    switch (intent.does) {
      case 'go':
        this.go(intent.to);
        return;
      case 'open':
        this.toggle(intent.units, true);
        return;
      case 'close':
        this.toggle([intent.unit], false);
        return;
      case 'select':
        this.choose(intent.unit);
        return;
      case 'type':
        this.takeTyped(intent.typed, intent.to);
        return;
      case 'search':
        this.findPart?.focus();
        return;
      case 'pan':
        this.stage.pan(intent.dx, intent.dy);
        return;
      case 'zoom':
        this.stage.zoomBy(zoomStep ** intent.step);
        return;
      case 'fit':
        this.fit();
        return;
    }
  }

  private takeTyped(typed: string, to: number): void {
    this.typed = typed;
    clearTimeout(this.typingEnds);
    this.typingEnds = window.setTimeout(() => (this.typed = ''), typingPause);
    this.go(to);
  }

  private readonly onTreeKey = (event: KeyboardEvent): void => {
    const { chart } = this;
    if (!chart) return;
    const { hierarchy, open, rows } = chart;
    const intent = intentOf(event, { hierarchy, open, rows, active: this.active, typed: this.typed });
    if (!intent || (this.shownAs === 'indent' && ['pan', 'zoom', 'fit'].includes(intent.does))) return;
    event.preventDefault();
    this.take(intent);
  };

  private readonly onTreeFocus = (): void => {
    if (this.active === none && this.chart) this.active = this.chart.rows.units[0] ?? none;
  };

  private readonly onPress = (event: MouseEvent): void => {
    const { dragged, chart } = this;
    this.dragged = false;
    if (dragged || !chart || !(event.target instanceof Element)) return;
    const handle = unitOf(event.target, 'handle');
    if (handle !== none) {
      this.press(handle, () => this.toggle([handle], !chart.open[handle]));
      return;
    }
    const unit = unitOf(event.target, 'unit');
    const pressed = unit === none ? this.unitUnder(event) : unit;
    if (pressed !== none) this.press(pressed, () => this.choose(pressed));
  };

  private press(unit: number, act: () => void): void {
    this.treePart?.focus({ preventScroll: true });
    this.active = unit;
    act();
  }

  /** The unit of a painted box. */
  private unitUnder(event: MouseEvent): number {
    const { chart, stagePart, sight, stage } = this;
    if (!chart || !stagePart || sight?.detail !== 'shapes' || this.shownAs !== 'chart') return none;
    const { left, top } = stagePart.getBoundingClientRect();
    const { x, y, zoom } = stage.camera;
    return unitAt(chart.hierarchy, chart.layout, {
      x: (event.clientX - left - x) / zoom,
      y: (event.clientY - top - y) / zoom,
    });
  }

  private readonly onWheel = (event: WheelEvent): void => {
    if (!this.stagePart) return;
    const { dx, dy } = wheelPixels(event);
    const { left, top } = this.stagePart.getBoundingClientRect();
    if (event.ctrlKey) {
      event.preventDefault();
      this.stage.zoom(Math.exp(-dy / 300), { x: event.clientX - left, y: event.clientY - top });
      return;
    }
    // Where the chart ends, the page goes on scrolling; what already scrolls the page cannot be kept from it.
    if (event.cancelable && this.stage.scroll(dx, dy)) event.preventDefault();
  };

  private readonly onPointerDown = (event: PointerEvent): void => {
    this.dragged = false;
    this.gestures.down(event);
  };

  private readonly onPointerMove = (event: PointerEvent): void => {
    if (this.stagePart) this.gestures.move(event, this.stagePart);
  };

  private readonly onPointerUp = (event: PointerEvent): void => this.gestures.up(event);

  private readonly onMapPointer = (event: PointerEvent): void => {
    event.stopPropagation();
    const { chart, mapPart, mapPainter } = this;
    if (!chart || !mapPart || !mapPainter || (event.buttons & 1) === 0) return;
    if (event.type === 'pointerdown') mapPart.setPointerCapture(event.pointerId);
    const { left, top } = mapPart.getBoundingClientRect();
    this.stage.lookAt(mapPainter.pointOn(mapPart, chart.layout, event.clientX - left, event.clientY - top));
  };

  private readonly onScroll = (event: Event): void => {
    if (!(event.target instanceof Element)) return;
    const top = event.target.scrollTop;
    if (top !== this.list.top) this.list = { ...this.list, top };
  };

  private readonly onFind = (event: InputEvent): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.show(this.finder.find(this.chart, event.target.value));
    this.requestUpdate();
  };

  private readonly onFindKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Enter') this.findNext(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape' && this.finder.wanted) this.clearFind();
    else return;
    event.preventDefault();
  };

  private findNext(step: 1 | -1): void {
    this.show(this.finder.step(step));
    this.requestUpdate();
  }

  private clearFind(): void {
    this.finder.find(this.chart, '');
    this.findPart?.focus();
    this.requestUpdate();
  }

  override render(): TemplateResult {
    const { chart, speech } = this;
    if (!chart?.hierarchy.size) return html`${this.barTemplate()}${this.messageTemplate()}`;
    return html`${this.barTemplate()} ${faultsTemplate(chart.hierarchy.faults, speech)}
      ${this.shownAs === 'chart' ? this.chartTemplate(chart) : this.listTemplate(chart)}
      <div class="foot" part="foot">
        ${pathTemplate(speech, chart.hierarchy, this.told(chart), this.dayText(chart), (unit) => {
          this.choose(unit);
          this.show(unit);
        })}
        ${legendTemplate(speech, this.shownAs === 'chart' ? this.signs : { ...this.signs, pair: false, dotted: false })}
      </div>`;
  }

  /** The unit whose path is told: the chosen one, else where the keyboard is, else the top. */
  private told(chart: Chart): number {
    if (this.selectedUnit !== none) return this.selectedUnit;
    return this.active === none ? at(chart.rows.units, 0) : this.active;
  }

  /** A chart without any holders of posts, as a guest may see it, says nothing of who was in office. */
  private dayText({ hierarchy }: Chart): string {
    const { texts, language } = this.language;
    const day = this.asOf ?? (this.units ? undefined : this.ofDesk.day);
    if (!day) return '';
    const date = formatCivilDate(day, language);
    return hierarchy.units.some(({ people }) => people?.length) ? texts.asOf(date) : texts.standing(date);
  }

  private messageTemplate(): TemplateResult {
    const { texts } = this.language;
    const status = this.units ? 'ready' : this.ofDesk.status;
    const said = { ready: texts.empty, reading: texts.loading, failed: texts.failed };
    return html`${this.chart ? faultsTemplate(this.chart.hierarchy.faults, this.speech) : nothing}
      <div class="message">
        <p role="status">${said[status]}</p>
        ${
          status === 'failed'
            ? html`<button type="button" class="button" @click=${() => this.ofDesk.again()}>${texts.retry}</button>`
            : nothing
        }
      </div>`;
  }

  private barTemplate(): TemplateResult {
    const { texts, language } = this.language;
    const count = this.chart?.hierarchy.size ?? 0;
    return html`<div class=${this.narrow ? 'bar narrow' : 'bar'} part="bar">
      <slot name="title"><h2 class="card-title">${texts.title}</h2></slot>
      ${count ? html`<span class="tag">${texts.units(formatNumber(count, language))}</span>` : nothing}
      <span class="push"></span>
      ${count ? this.toolsTemplate() : nothing}
      <slot name="tools"></slot>
    </div>`;
  }

  private toolsTemplate(): TemplateResult {
    const { texts } = this.language;
    const { wanted, place, matches } = this.finder;
    const finding = { wanted, place, count: matches.length };
    return html`${findTemplate(this.speech, finding, {
        input: this.onFind,
        keydown: this.onFindKey,
        step: (step) => this.findNext(step),
        clear: () => this.clearFind(),
      })}
      <span class="fold">
        <button type="button" class="button quiet" @click=${() => this.expandAll()}>${texts.expandAll}</button>
        <button type="button" class="button quiet" @click=${() => this.collapseAll()}>${texts.collapseAll}</button>
      </span>
      <div class="segments" role="group" aria-label=${texts.presentation}>
        ${this.viewTemplate('chart', texts.chart)}${this.viewTemplate('indent', texts.indent)}
      </div>`;
  }

  private viewTemplate(view: OrgChartView, text: string): TemplateResult {
    return html`<button type="button" aria-pressed=${this.shownAs === view} @click=${() => (this.view = view)}>
      ${text}
    </button>`;
  }

  private lookOf(chart: Chart): TreeLook {
    return {
      chart,
      active: this.active,
      selected: this.selectedUnit,
      matches: this.finder.matched,
      words: this.finder.words,
      speech: this.speech,
    };
  }

  private chartTemplate(chart: Chart): TemplateResult {
    const { camera, size, layout = chart.layout } = this.stage;
    const { boxWidth, boxHeight } = chart.layout.metrics;
    this.sight = sightOf(chart, layout, camera, size, this.active);
    const moved = {
      transform: `translate(${camera.x.toFixed(2)}px, ${camera.y.toFixed(2)}px) scale(${camera.zoom.toFixed(4)})`,
      '--_box-width': `${String(boxWidth)}px`,
      '--_box-height': `${String(boxHeight)}px`,
    };
    return html`<div
      class="stage chart ${this.dragging ? 'dragging' : ''} ${this.stage.showsHeight ? 'level' : ''}"
      part="stage"
      @click=${this.onPress}
      @wheel=${this.onWheel}
      @pointerdown=${this.onPointerDown}
      @pointermove=${this.onPointerMove}
      @pointerup=${this.onPointerUp}
      @pointercancel=${this.onPointerUp}
    >
      <canvas class="wires" aria-hidden="true"></canvas>
      <div
        class="plane"
        role="tree"
        tabindex="0"
        aria-label=${this.language.texts.tree}
        aria-activedescendant=${this.activeItem}
        @keydown=${this.onTreeKey}
        @focus=${this.onTreeFocus}
      >
        <div class="moved" ${styled(moved)}>${boxesTemplate(this.lookOf(chart), this.sight)}</div>
      </div>
      ${zoomTemplate(this.speech, {
        zoom: (step) => this.stage.zoomBy(zoomStep ** step),
        fit: () => this.fit(),
      })}
      <p class="tag partly" role="status">${this.stage.showsPart ? this.language.texts.part : nothing}</p>
      ${
        this.narrow || this.stage.showsAll || size.height < mapFrom
          ? nothing
          : html`<canvas
              class="map"
              part="map"
              aria-hidden="true"
              @pointerdown=${this.onMapPointer}
              @pointermove=${this.onMapPointer}
              @click=${stopHere}
            ></canvas>`
      }
    </div>`;
  }

  private get activeItem(): string | typeof nothing {
    return this.active === none ? nothing : itemId(this.active);
  }

  private listTemplate(chart: Chart): TemplateResult {
    const { list } = this;
    const rows = {
      height: `${String(chart.rows.units.length * list.rowHeight)}px`,
      '--_row-height': `${String(list.rowHeight)}px`,
    };
    return html`<div
      class=${this.narrow ? 'stage list narrow' : 'stage list'}
      part="stage"
      @scroll=${this.onScroll}
      @click=${this.onPress}
    >
      <div
        class="rows"
        role="tree"
        tabindex="0"
        aria-label=${this.language.texts.tree}
        aria-activedescendant=${this.activeItem}
        ${styled(rows)}
        @keydown=${this.onTreeKey}
        @focus=${this.onTreeFocus}
      >
        ${rowsTemplate(this.lookOf(chart), windowWithin(list, chart.rows.units.length))}
      </div>
    </div>`;
  }
}

function stopHere(event: Event): void {
  event.stopPropagation();
}

/** The unit that an element stands for, by the nearest `data-unit` or `data-handle`. */
function unitOf(element: Element, kind: 'unit' | 'handle'): number {
  const holder = element.closest(`[data-${kind}]`);
  return holder instanceof HTMLElement ? Number(holder.dataset[kind]) : none;
}
