import { html, type TemplateResult } from 'lit';
import { styled } from '../base/styled.ts';
import type { Column } from './lanes.ts';

/** One thing that a card's menu offers; `reason` bars it. */
export interface MenuItem {
  readonly label: string;
  readonly reason?: string | undefined;
  readonly choose: () => void;
}

/** A card's menu: whose it is, and where it stands in the board, in pixels. */
export interface CardMenu {
  readonly id: string;
  readonly column: Column;
  readonly left: number;
  readonly top: number;
}

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/** Moves the focus through the items of a menu, around its ends. */
function walk(event: KeyboardEvent, close: (goBack: boolean) => void): void {
  const { currentTarget: menu, key } = event;
  if (!(menu instanceof HTMLElement)) return;
  const step = steps[key];
  if (key === 'Escape' || key === 'Tab') close(true);
  else if (step === undefined) return;
  else {
    const items = [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
    const at = items.findIndex((item) => item.matches(':focus'));
    items[step(at, items.length)]?.focus();
  }
  event.preventDefault();
  event.stopPropagation();
}

const itemTemplate = ({ label, reason, choose }: MenuItem): TemplateResult => html`
  <button
    type="button"
    role="menuitem"
    tabindex="-1"
    aria-disabled=${reason === undefined ? 'false' : 'true'}
    @click=${() => {
      if (reason === undefined) choose();
    }}
  >
    <span>${label}</span>${reason === undefined ? '' : html`<small>${reason}</small>`}
  </button>
`;

/** A menu of what can be done with a card. A barred item can be reached, so that its reason is heard. */
export const menuTemplate = (
  { left, top }: CardMenu,
  label: string,
  items: readonly MenuItem[],
  close: (goBack: boolean) => void,
): TemplateResult => html`
  <div
    class="menu"
    part="menu"
    role="menu"
    aria-label=${label}
    ${styled({ left: `${left}px`, top: `${top}px` })}
    @keydown=${(event: KeyboardEvent) => walk(event, close)}
    @focusout=${({ currentTarget, relatedTarget }: FocusEvent) => {
      const inside =
        relatedTarget instanceof Node && currentTarget instanceof Node && currentTarget.contains(relatedTarget);
      if (!inside) close(false);
    }}
  >
    ${items.map(itemTemplate)}
  </div>
`;
