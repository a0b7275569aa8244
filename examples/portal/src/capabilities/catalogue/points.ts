// Points, and what comes of them.

import { words, type Term } from '@keting/domain';
import type { Capability } from '../capability.ts';
import { everywhere, named } from '../said.ts';

const heldFor = (days: number): Term => words(`预留 ${days} 天`, `預留 ${days} 天`, `held ${days} days`);

export const pointsOf: readonly Capability[] = [
  {
    code: 'PTS-01',
    group: 'points',
    title: words('积分账本', '積分賬本', 'Points as a ledger'),
    asked: ['chengcheng', 'bengbu'],
    how: ({ points }) => (points === undefined || points.rules.length === 0 ? undefined : everywhere),
    views: ['point-entries', 'point-sums'],
    commands: ['AwardPoints', 'ReverseEntry'],
  },
  {
    code: 'PTS-02',
    group: 'points',
    title: words('规则、封顶与过期', '規則、封頂與過期', 'Rules, caps, expiry'),
    asked: ['chengcheng', 'bengbu'],
    how: ({ points }) => named(points?.rules),
    views: ['point-entries', 'point-lots'],
    commands: ['AwardPoints'],
  },
  {
    code: 'PTS-03',
    group: 'points',
    title: words('积分兑换', '積分兌換', 'Redemption'),
    asked: ['chengcheng'],
    how: ({ points }) => points?.redemption && heldFor(points.redemption.holdDays),
    views: ['items', 'reservations', 'point-lots'],
    commands: ['ListItem', 'StockItem', 'CountStock', 'WithdrawItem', 'ReserveItem', 'CancelReservation', 'PickUpItem'],
  },
  {
    code: 'PTS-04',
    group: 'points',
    title: words('荣誉须经本人同意', '榮譽須經本人同意', 'Honours by consent'),
    asked: ['luqiao', 'bengbu'],
    how: ({ points }) => named(points?.honours),
    views: ['honour-proposals', 'honours'],
    commands: ['ProposeHonour', 'ConsentToHonour', 'WithdrawHonourConsent', 'GrantHonour', 'WithdrawHonour'],
  },
];
