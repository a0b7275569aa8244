import type { Board, Column } from './lanes.ts';

/** What a key means on a card that lies in its column. */
export type RestIntent =
  | { readonly do: 'focus'; readonly column: Column; readonly index: number }
  | { readonly do: 'open' | 'pick-up' | 'menu' };

/** What a key means while a card is held up. */
export type HeldIntent = { readonly do: 'aim'; readonly column: Column } | { readonly do: 'drop' | 'cancel' };

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
}

const clamp = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

/** The nearest column to the left (-1) or right (1) that has cards. */
function neighbour(board: Board, column: Column, by: -1 | 1): Column | undefined {
  const { columns } = board;
  for (let at = columns.indexOf(column) + by; at >= 0 && at < columns.length; at += by) {
    const found = columns[at];
    if (found !== undefined && found.topics.length > 0) return found;
  }
  return undefined;
}

function sideways(board: Board, column: Column, index: number, by: -1 | 1): RestIntent | undefined {
  const found = neighbour(board, column, by);
  return found && { do: 'focus', column: found, index: clamp(index, found.topics.length) };
}

/** What a key means on the card at an index of a column; undefined: nothing of ours. `page` is how many cards fit. */
export function restIntent(
  { key, shiftKey }: Pressed,
  board: Board,
  { column, index, page }: { readonly column: Column; readonly index: number; readonly page: number },
): RestIntent | undefined {
  const to = (next: number): RestIntent => ({ do: 'focus', column, index: clamp(next, column.topics.length) });
  switch (key) {
    case 'ArrowDown':
      return to(index + 1);
    case 'ArrowUp':
      return to(index - 1);
    case 'ArrowRight':
      return sideways(board, column, index, 1);
    case 'ArrowLeft':
      return sideways(board, column, index, -1);
    case 'PageDown':
      return to(index + page);
    case 'PageUp':
      return to(index - page);
    case 'Home':
      return to(0);
    case 'End':
      return to(column.topics.length - 1);
    case 'Enter':
      return { do: 'open' };
    case ' ':
      return { do: 'pick-up' };
    case 'ContextMenu':
    case 'm':
    case 'M':
      return { do: 'menu' };
    case 'F10':
      return shiftKey ? { do: 'menu' } : undefined;
    default:
      return undefined;
  }
}

/** The column so many lanes down and steps to the right, as near as there is one. */
function aim(board: Board, over: Column, lanes: number, steps: number): HeldIntent | undefined {
  const at = clamp(board.lanes.indexOf(over.lane) + lanes, board.lanes.length);
  const lane = board.lanes[at];
  const row = board.columns.filter((column) => column.lane === lane);
  const step = over.lane.steps.findIndex(({ id }) => id === over.step);
  const column = row[clamp(step + steps, row.length)];
  return column && { do: 'aim', column };
}

/** What a key means while a card is held over a column. Leaving by Tab puts it back. */
export function heldIntent({ key }: Pressed, board: Board, over: Column): HeldIntent | undefined {
  switch (key) {
    case 'ArrowRight':
      return aim(board, over, 0, 1);
    case 'ArrowLeft':
      return aim(board, over, 0, -1);
    case 'ArrowDown':
      return aim(board, over, 1, 0);
    case 'ArrowUp':
      return aim(board, over, -1, 0);
    case 'Enter':
    case ' ':
      return { do: 'drop' };
    case 'Escape':
    case 'Tab':
      return { do: 'cancel' };
    default:
      return undefined;
  }
}
