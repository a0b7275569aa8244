import { html, nothing, type LitElement, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { CardLook } from './card.ts';
import type { Draft } from './draft.ts';
import type { BoardLane } from './lanes.ts';
import { Panel, type PanelHost } from './panel.ts';
import { panelTemplate } from './panel-template.ts';
import type { BoardAction, BoardTopic } from './topic.ts';

/** What the sheet needs of the board that it lies over. */
export interface SheetHost {
  readonly element: LitElement;
  dialog(): HTMLDialogElement | null;
  /** What a panel needs, except what the sheet sees to by itself. */
  face(): Omit<PanelHost, 'acted' | 'complain' | keyof ReactiveControllerHost>;
  /** An action has been done, or given to the page, or waits on this device. */
  acted(action: BoardAction, queued: boolean): void;
  /** The sheet of a topic has been closed: the keyboard goes on at its card. */
  closed(id: string): void;
}

/** The sheet of the topic that is open, and what was typed into the sheets of others. */
export class Sheet {
  panel: Panel | undefined;

  private readonly host: SheetHost;
  /** What was typed into the sheets of topics and not sent, by topic. */
  private readonly drafts = new Map<string, Draft>();
  /** A press that ends on the backdrop closes the sheet only where it began there: selecting text may run over the edge. */
  private pressedBackdrop = false;
  private faultWantsFocus = false;

  constructor(host: SheetHost) {
    this.host = host;
  }

  open(topic: BoardTopic, lane: BoardLane, intent: BoardAction | undefined): void {
    this.show(new Panel(this.panelHost(), topic, lane, { intent, draft: this.drafts.get(topic.id) }));
  }

  close(): void {
    const { panel } = this;
    if (panel === undefined) return;
    if (panel.isBegun) this.drafts.set(panel.topic.id, panel.draft);
    this.host.dialog()?.close();
    this.show(undefined);
    this.host.closed(panel.topic.id);
  }

  /** Nothing of whoever acted stays. */
  forget(): void {
    this.drafts.clear();
    this.host.dialog()?.close();
    this.show(undefined);
  }

  /** After a drawing: opens what was not open yet, and puts the focus where it is wanted. */
  drawn(): void {
    const dialog = this.host.dialog();
    if (this.panel !== undefined && dialog?.open === false) showModal(dialog, this.panel);
    if (!this.faultWantsFocus) return;
    this.faultWantsFocus = false;
    dialog?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }

  template(look: CardLook): TemplateResult {
    const { panel } = this;
    return html`
      <dialog
        class="panel"
        part="panel"
        aria-labelledby="panel-title"
        @cancel=${(event: Event) => {
          event.preventDefault();
          this.close();
        }}
        @pointerdown=${({ target, currentTarget }: Event) => (this.pressedBackdrop = target === currentTarget)}
        @click=${({ target, currentTarget }: Event) => {
          if (target === currentTarget && this.pressedBackdrop) this.close();
        }}
      >
        ${panel ? panelTemplate(panel, look, () => this.close()) : nothing}
      </dialog>
    `;
  }

  private show(panel: Panel | undefined): void {
    this.panel = panel;
    this.host.element.requestUpdate();
  }

  private panelHost(): PanelHost {
    const { element } = this.host;
    return Object.assign(this.host.face(), {
      acted: (action: BoardAction, queued: boolean) => this.acted(action, queued),
      complain: () => (this.faultWantsFocus = true),
      addController: element.addController.bind(element),
      removeController: element.removeController.bind(element),
      requestUpdate: () => element.requestUpdate(),
      updateComplete: element.updateComplete,
    });
  }

  /** What changes the step of a topic closes its sheet; what only fills it leaves it open. */
  private acted(action: BoardAction, queued: boolean): void {
    this.host.acted(action, queued);
    if (this.panel) this.drafts.delete(this.panel.topic.id);
    if (action !== 'agenda' && action !== 'relist') this.close();
  }
}

function showModal(dialog: HTMLDialogElement, { intent }: Panel): void {
  dialog.showModal();
  const block = intent === 'hold' ? 'hold' : intent && 'resolve';
  const wanted = block && dialog.querySelector(`[data-block=${block}]`);
  if (wanted) wanted.scrollIntoView({ block: 'start' });
  dialog.querySelector<HTMLElement>('#panel-title')?.focus({ preventScroll: Boolean(wanted) });
}
