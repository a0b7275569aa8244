import type { BoardTexts } from './deliberation-board.texts.ts';
import type { Board } from './lanes.ts';
import type { CardMenu, MenuItem } from './menu.ts';
import { nameOfColumn, type Mover } from './mover.ts';
import type { DropVerdict } from './permits.ts';

/** What the items of a card's menu do. */
export interface MenuDeeds {
  /** Called before the card is moved: the menu goes, the keyboard stays at the card. */
  moving(id: string): void;
  open(id: string): void;
}

/** What the menu of a card offers: to open it, and to move it into each column that it can come to. */
export function menuItems(
  { id, column }: CardMenu,
  { columns }: Board,
  mover: Mover,
  texts: BoardTexts,
  deeds: MenuDeeds,
): readonly MenuItem[] {
  const topic = column.topics.find((one) => one.id === id);
  if (topic === undefined) return [];
  const others = columns.filter((one) => one.key !== column.key);
  const moves = others.flatMap((to): MenuItem[] => {
    const verdict = mover.judge(topic, to);
    if (!verdict.ok && isNever(verdict)) return [];
    const choose = (): void => {
      deeds.moving(id);
      mover.move(topic, to);
    };
    return [{ label: texts.moveInto(nameOfColumn(to)), reason: verdict.ok ? undefined : verdict.reason, choose }];
  });
  return [{ label: texts.openTopic, choose: () => deeds.open(id) }, ...moves];
}

/** What the procedure will never let a card do is left out of its menu; what it may not do yet stays, with the reason. */
const isNever = ({ procedure }: Extract<DropVerdict, { ok: false }>): boolean =>
  procedure !== undefined && procedure !== 'skips' && procedure !== 'not-held';

/** How wide a menu is, and how far from a card's right edge it begins at least, in pixels. */
const width = 264;
const edge = 32;

/** Where in a board the menu of a card stands: under the card, and wholly inside the board. */
export function menuPlace(card: Element, board: Element): Pick<CardMenu, 'left' | 'top'> {
  const origin = board.getBoundingClientRect();
  const { left, right, bottom } = card.getBoundingClientRect();
  return {
    left: Math.max(0, Math.min(left - origin.left, origin.width - width, right - origin.left - edge)),
    top: bottom - origin.top + 4,
  };
}
