import { unreachable, type Setting } from '../kernel/decider.ts';
import type { Facts } from '../kernel/facts.ts';
import { awardPoints, expirePoints } from './account-steps.ts';
import type { Account } from './account.ts';
import type { AccountCommand, HonourCommand, ItemCommand, PointCommand } from './commands.ts';
import type { Decided, Desk } from './desk.ts';
import { decideHonour } from './honour-steps.ts';
import {
  cancelReservation,
  countStock,
  lapseReservation,
  listItem,
  pickUpItem,
  reserveItem,
  stockItem,
  withdrawItem,
} from './item-steps.ts';
import type { Item } from './item.ts';
import { isAccount, isHonour, isItem, type PointState } from './points.ts';
import { refuse } from './refusals.ts';
import { reverseEntry } from './reversals.ts';

function decideAccount(account: Account | undefined, command: AccountCommand, desk: Desk): Decided {
  if (command.type === 'AwardPoints') return awardPoints(account, command.data, desk);
  if (account === undefined) return refuse('account-unknown', { ids: [command.data.person] });
  switch (command.type) {
    case 'ReverseEntry':
      return reverseEntry(account, command.data, desk);
    case 'ExpirePoints':
      return expirePoints(account, desk);
    case 'ReserveItem':
      return reserveItem(account, command.data, desk);
    default:
      return unreachable(command);
  }
}

type ItemStep = Exclude<ItemCommand, { type: 'ListItem' }>;

function decideItem(item: Item, command: ItemStep, desk: Desk): Decided {
  switch (command.type) {
    case 'StockItem':
      return stockItem(command.data);
    case 'CountStock':
      return countStock(item, command.data);
    case 'WithdrawItem':
      return withdrawItem(item);
    case 'CancelReservation':
      return cancelReservation(item, command.data, desk);
    case 'LapseReservation':
      return lapseReservation(item, command.data, desk);
    case 'PickUpItem':
      return pickUpItem(item, command.data, desk);
    default:
      return unreachable(command);
  }
}

const isOfHonour = (command: PointCommand): command is HonourCommand => 'honour' in command.data;
const isOfAccount = (command: Exclude<PointCommand, HonourCommand>): command is AccountCommand =>
  'person' in command.data;

/** Decides what may happen to points, to the items that they are spent on, and to honours. */
export function decidePoints(
  state: PointState | undefined,
  command: PointCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  const rules = setting.model.points;
  if (rules === undefined) return refuse('points-missing');
  const desk: Desk = { facts, setting, rules };
  if (isOfHonour(command)) return decideHonour(isHonour(state) ? state : undefined, command, desk);
  if (isOfAccount(command)) return decideAccount(isAccount(state) ? state : undefined, command, desk);
  const item = isItem(state) ? state : undefined;
  if (command.type === 'ListItem') return listItem(item, command.data, desk);
  return item === undefined
    ? refuse('shop-item-unknown', { ids: [command.data.item] })
    : decideItem(item, command, desk);
}
