import { ask, day, hour, monday, order, today, type Asked, type Way } from './steps.ts';

const reason = 'for a reason';
const evidence = (n: number): Asked['data'] => ({ evidence: [`photo-b${n}`] });
const promised = (id: string, due = '2026-03-31'): Asked =>
  order('MakeCommitment', {
    commitment: id,
    kind: 'venue',
    from: 'bank',
    to: 'branch',
    post: 'director',
    due,
    text: 'x',
  });
const hall = (id: string): Asked => order('RaiseNeed', { need: id, unit: 'committee', kind: 'hall', text: 'to dance' });
const match = (need: string, form: string, id: string): Asked => order('MatchNeed', { need, with: { form, id } });

const commitments: Way = [
  promised('k1'),
  hall('n1'),
  match('n1', 'commitment', 'k1'),
  order('FulfilCommitment', { commitment: 'k1', ...evidence(1), note: 'done' }),
  promised('k2'),
  hall('n2'),
  match('n2', 'commitment', 'k2'),
  order('WithdrawCommitment', { commitment: 'k2', reason }),
  order('WithdrawNeed', { need: 'n2', reason }),
  promised('k3', '2026-03-04'),
  hall('n3'),
  match('n3', 'commitment', 'k3'),
  order('MeetNeed', { need: 'n3', ...evidence(2) }),
  { wait: 3 * day },
];

const project = (id: string): Asked =>
  order('StartProject', {
    ...{ project: id, unit: 'committee', kind: 'road', title: 'a road', from: today, until: '2026-06-30' },
    partners: ['bank'],
  });
const projects: Way = [
  project('j1'),
  order('JoinProject', { project: 'j1', partner: 'bureau' }),
  hall('n1'),
  match('n1', 'project', 'j1'),
  order('FinishProject', { project: 'j1', ...evidence(3) }),
  project('j2'),
  order('CancelProject', { project: 'j2', reason }),
];

const hours = [{ weekday: 1, from: '09:00', to: '17:00' }];
const booked = (booking: string, from: number): Asked =>
  order('BookResource', {
    ...{ resource: 'rs1', booking, from: monday + from * hour, to: monday + (from + 1) * hour, purpose: 'to sing' },
  });
const resources: Way = [
  order('OpenResource', { resource: 'rs1', unit: 'committee', kind: 'sports', name: 'hall', hours }),
  hall('n1'),
  match('n1', 'resource', 'rs1'),
  booked('bk1', 2),
  order('CancelBooking', { resource: 'rs1', booking: 'bk1', reason }),
  order('CloseDay', { resource: 'rs1', date: '2026-03-09', reason }),
  order('ReopenDay', { resource: 'rs1', date: '2026-03-09' }),
  order('ChangeHours', { resource: 'rs1', hours: [...hours, { weekday: 2, from: '09:00', to: '12:00' }] }),
  booked('bk2', 3),
  order('WithdrawResource', { resource: 'rs1', reason }),
];

const budget = { budget: 'bg1' };
const money: Way = [
  order('OpenBudget', { ...budget, unit: 'committee', kind: 'office-and-activities', year: 2026 }),
  order('AddFunds', { ...budget, entry: 'en1', from: 'street', amount: 100, ...evidence(4), note: 'more' }),
  order('AllotLine', { ...budget, line: 'office', amount: 1000 }),
  order('TransferLine', { ...budget, from: 'office', to: 'activities', amount: 400, reason }),
  order('SpendMoney', { ...budget, entry: 'en2', line: 'office', amount: 500, purpose: 'chairs', ...evidence(5) }),
  order('ReverseSpending', { ...budget, entry: 'en2', reason }),
  order('SpendMoney', { ...budget, entry: 'en3', line: 'activities', amount: 400, purpose: 'tea', ...evidence(6) }),
  order('CloseBudget', budget),
];

const card = { scorecard: 'sc1' };
const scored: Way = [
  order('DrawUpScorecard', {
    ...{ ...card, card: 'departments', of: { unit: 'bureau' }, year: 2026 },
    criteria: [
      { criterion: 'governance', weight: 60, by: 'street' },
      { criterion: 'service', weight: 40, by: 'branch' },
    ],
  }),
  order('ScoreCriterion', { ...card, criterion: 'governance', points: 90, ...evidence(7), note: 'well' }),
  order('ScoreCriterion', { ...card, criterion: 'service', points: 80, ...evidence(8) }),
  order('CompleteScorecard', card),
  order('ReviewUnitHonour', { ...card, honour: 'advanced-unit', by: 'street', supports: true, opinion: 'yes' }),
];
const granted: Way = [...scored, order('GrantUnitHonour', { ...card, honour: 'advanced-unit' })];
const vetoed: Way = [
  ...scored,
  order('VetoUnitHonour', { ...card, honour: 'advanced-unit', by: 'street', reason, ...evidence(9) }),
];

const entry = '00000000-0000-7000-8000-00000000000a';
const good = (person: string, n: number, id?: string): Asked =>
  order('AwardPoints', { person, rule: 'good-deed', evidence: `list/${n}`, unit: 'committee', reason }, id);
const reserve = (n: number): Asked =>
  ask('li', 'ReserveItem', { person: 'li', item: 'it1', reservation: `rv${n}`, price: 2, code: `CODE000000${n}` });
const points: Way = [
  good('li', 1),
  good('li', 2),
  good('li', 3, entry),
  order('ReverseEntry', { person: 'li', entry, reason: 'it was wang' }),
  order('ListItem', { item: 'it1', unit: 'room', name: 'umbrella', price: 2, stock: 2 }),
  order('StockItem', { item: 'it1', quantity: 1 }),
  order('CountStock', { item: 'it1', stock: 2 }),
  reserve(1),
  order('CancelReservation', { item: 'it1', reservation: 'rv1' }),
  reserve(2),
  order('PickUpItem', { item: 'it1', code: 'CODE0000002' }),
  reserve(3),
  { wait: 5 * day },
  order('WithdrawItem', { item: 'it1' }),
  { wait: 30 * day },
];

const honour = (id: string): Asked =>
  order('ProposeHonour', { honour: id, kind: 'star-household', person: 'li', unit: 'committee', reason });
const honours: Way = [
  honour('hn1'),
  ask('li', 'ConsentToHonour', { honour: 'hn1' }),
  order('GrantHonour', { honour: 'hn1' }),
  ask('li', 'WithdrawHonourConsent', { honour: 'hn1' }),
  honour('hn2'),
  order('WithdrawHonour', { honour: 'hn2' }),
];

export const waysOfBuilding: readonly Way[] = [
  ...[commitments, projects, resources, money, granted, vetoed, points, honours],
];
