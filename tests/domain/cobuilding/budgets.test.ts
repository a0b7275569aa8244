import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  budgetContext,
  entryId,
  fundedOf,
  leftOn,
  shareOut,
  unallottedOf,
  unitId,
  type BudgetEvent,
  type BudgetState,
  type StreamId,
} from '@keting/domain';
import { sealed } from '@keting/domain/testing';
import fc from 'fast-check';
import { runs } from '../../support/runs.ts';
import { cobuilding, community, day, inPlace, monday, placesWithout, placeWith, rowsOf, sumsOf } from './place.ts';

const budget = 'b1';
const stream: StreamId = 'budget/b1';
const yuan = 100;

const open = (data: object = {}) => ({
  type: 'OpenBudget' as const,
  data: { budget, unit: 'room', kind: 'living-room', year: 2026, ...data },
});
const cohort = { unit: unitId.parse('room'), kind: 'living-room', territory: community, year: 2026 };
const opened: BudgetEvent = {
  type: 'BudgetOpened',
  data: { cohort, granted: [{ from: 'special', amount: 200_000 * yuan }] },
};
const add = (entry: string, from: string, amount: number) => ({
  type: 'AddFunds' as const,
  data: { budget, entry, from, amount, evidence: ['slip'] },
});
const allot = (line: string, amount: number) => ({ type: 'AllotLine' as const, data: { budget, line, amount } });
const transfer = (from: string, to: string, amount: number) => ({
  type: 'TransferLine' as const,
  data: { budget, from, to, amount, reason: 'the roof first' },
});
const spend = (entry: string, line: string, amount: number, data: object = {}) => ({
  type: 'SpendMoney' as const,
  data: { budget, entry, line, amount, purpose: 'chairs', evidence: ['invoice'], ...data },
});
const reverse = (entry: string) => ({ type: 'ReverseSpending' as const, data: { budget, entry, reason: 'sent back' } });
const close = { type: 'CloseBudget', data: { budget } } as const;

const on = (...past: readonly BudgetEvent[]) => inPlace(budgetContext, ...past);
type Asked = Parameters<ReturnType<typeof on>['when']>[0];
/** All that happens when these are asked in turn; each must be accepted. */
const after = (...asked: readonly Asked[]): readonly BudgetEvent[] =>
  asked.reduce<readonly BudgetEvent[]>(
    (past, one) => [
      ...past,
      ...on(...past)
        .when(one)
        .then({ type: eventOf(one) }).events,
    ],
    [opened],
  );
const eventOf = ({ type }: Asked): BudgetEvent['type'] =>
  (
    ({
      OpenBudget: 'BudgetOpened',
      AddFunds: 'FundsAdded',
      AllotLine: 'LineAllotted',
      TransferLine: 'LineTransferred',
      SpendMoney: 'MoneySpent',
      ReverseSpending: 'SpendingReversed',
      CloseBudget: 'BudgetClosed',
    }) as const
  )[type];

suite('the accounts’ figures', () => {
  test('[DEL-06] a community of Shibei has 157,000 yuan a year for its office and activities', () => {
    const { state } = on()
      .when(open({ unit: 'committee', kind: 'office-and-activities' }))
      .then({ type: 'BudgetOpened', data: { granted: [{ from: 'district', amount: 157_000 * yuan }] } });
    assert.equal(unallottedOf(state), 157_000 * yuan);
  });

  test('[DEL-06] a living room of Luqiao has 200,000 yuan of its own; 19 were built with 14.5 million', () => {
    on().when(open()).then(opened).claims('budget/room/living-room/2026');
    const parts = shareOut(14_500_000 * yuan, 19);
    assert.equal(parts.length, 19);
    const rooms = parts.map((subsidy, i): readonly [StreamId, readonly BudgetEvent[]] => {
      const built = on(opened).when(add('subsidy', 'subsidy', subsidy)).events;
      return [`budget/room-${i}`, [opened, ...built]];
    });
    assert.equal(sumsOf(budgetContext, 'budget-sums', rooms, { source: 'subsidy' })['funded'], 14_500_000 * yuan);
    assert.equal(sumsOf(budgetContext, 'budget-sums', rooms, { source: 'special' })['funded'], 19 * 200_000 * yuan);
  });

  test('[DEL-06] allowances to micro-grid members are a line like any other', () => {
    const paid = after(allot('allowances', 30_000 * yuan), spend('e1', 'allowances', 12_000 * yuan));
    const state = on(...paid).state(stream);
    assert.ok(state);
    assert.equal(leftOn(state, 'allowances'), 18_000 * yuan);
  });

  test('[DEL-06] an amount is parted to the fen, as evenly as can be', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), fc.integer({ min: 1, max: 500 }), (amount, among) => {
        const parts = shareOut(amount, among);
        assert.equal(
          parts.reduce((sum, part) => sum + part, 0),
          amount,
        );
        assert.ok(Math.max(...parts) - Math.min(...parts) <= 1);
      }),
      { numRuns: runs() },
    );
  });
});

suite('opening and sources', () => {
  test('[DEL-06] one budget of a kind, unit and year; of a kind that the unit may have', () => {
    on(opened)
      .when(open())
      .refuses('budget-exists', { ids: [budget] });
    on()
      .when(open({ unit: 'committee' }))
      .refuses('budget-unit-unfit', { ids: ['committee'], params: { kind: 'residents-committee' } });
    on()
      .when(open({ unit: 'nobody' }))
      .refuses('budget-unit-unknown', { ids: ['nobody'] });
    on()
      .when(open({ kind: 'moon' }))
      .refuses('budget-kind-unknown', { params: { kind: 'moon' } });
    for (const place of placesWithout) on().under(place).when(open()).refuses('budgets-not-here', { rule: 'DEL-06' });
  });

  test('[DEL-06] money comes from a source that the model knows, in whole fen, with its paper', () => {
    on(opened)
      .when(add('e1', 'party-dues', 5))
      .then({ type: 'FundsAdded', data: { from: 'party-dues', amount: 5, evidence: ['slip'] } });
    on(opened)
      .when(add('e1', 'lottery', 5))
      .refuses('budget-source-unknown', { params: { source: 'lottery' } });
    for (const amount of [0, -5, 1.5])
      on(opened)
        .when(add('e1', 'street', amount))
        .invalid({ path: 'amount' });
    on(opened)
      .when({ type: 'AddFunds', data: { ...add('e1', 'street', 5).data, evidence: [] } })
      .invalid({ path: 'evidence' });
    on(...after(add('e1', 'street', 5)))
      .when(add('e1', 'street', 5))
      .refuses('budget-entry-exists', { ids: ['e1'] });
  });

  test('[DEL-06] a word that goes with money is kept; where none was said, none is', () => {
    const { data } = add('e1', 'street', 5);
    const noted = on(opened).when({ type: 'AddFunds', data: { ...data, note: 'for the roof' } });
    noted.then({ type: 'FundsAdded', data: { note: sealed('for the roof') } });
    const [plain] = on(opened).when(add('e1', 'street', 5)).events;
    assert.ok(plain !== undefined && !('note' in plain.data));
  });

  test('[DEL-06] a year holds 5,000 entries and no more', () => {
    const entries = Array.from({ length: 5000 }, (_, i): BudgetEvent => {
      const entry = entryId.parse(`f${i}`);
      return { type: 'FundsAdded', data: { cohort, entry, from: 'street', amount: 1, evidence: [] } };
    });
    on(opened, ...entries.slice(1))
      .when(add('e1', 'street', 1))
      .then({ type: 'FundsAdded' });
    on(opened, ...entries)
      .when(add('e1', 'street', 1))
      .refuses('budget-full', { ids: [budget], params: { limit: 5000 } });
  });

  test('[DEL-06] where the model has given up a kind of budget, one that stands moves no more', () => {
    const { budgets } = cobuilding;
    const fewer = { ...budgets, kinds: budgets.kinds.filter(({ id }) => id !== 'living-room') };
    on(opened)
      .under(placeWith({ ...cobuilding, budgets: fewer }))
      .when(add('e1', 'street', 5))
      .refuses('budget-kind-unknown', { params: { kind: 'living-room' } });
  });
});

suite('lines and spending', () => {
  const set = after(allot('building', 1000), allot('governance', 500));

  test('[DEL-06] what is set aside is there', () => {
    on(opened)
      .when(allot('building', 200_000 * yuan))
      .then({ type: 'LineAllotted' });
    on(opened)
      .when(allot('building', 200_000 * yuan + 1))
      .refuses('funds-short', { ids: [budget], params: { amount: 200_000 * yuan + 1, left: 200_000 * yuan } });
    on(opened)
      .when(allot('garden', 1))
      .refuses('budget-line-unknown', { params: { line: 'garden' } });
  });

  test('[DEL-06] spending over the budget line is rejected, to the fen', () => {
    on(...set)
      .when(spend('e1', 'building', 1000))
      .then({ type: 'MoneySpent', data: { on: '2026-03-02', evidence: ['invoice'] } });
    on(...set)
      .when(spend('e1', 'building', 1001))
      .refuses('over-budget-line', { ids: [budget], params: { amount: 1001, left: 1000 } });
    on(...after(allot('building', 1000), spend('e1', 'building', 600)))
      .when(spend('e2', 'building', 401))
      .refuses('over-budget-line');
    on(opened)
      .when(spend('e1', 'building', 1))
      .refuses('over-budget-line', { params: { left: 0 } });
    on(...set)
      .when(spend('e1', 'garden', 1))
      .refuses('budget-line-unknown', { params: { line: 'garden' } });
    on(...set)
      .when(spend('e1', 'building', 1, { evidence: [] }))
      .invalid({ path: 'evidence' });
  });

  test('[DEL-06] a spending is of the year, and not of a day to come', () => {
    on(...set)
      .when(spend('e1', 'building', 1, { on: '2026-01-01' }))
      .then({ type: 'MoneySpent' });
    on(...set)
      .when(spend('e1', 'building', 1, { on: '2025-12-31' }))
      .refuses('spending-outside-year', { params: { on: '2025-12-31', year: '2026' } });
    on(...set)
      .when(spend('e1', 'building', 1, { on: '2026-03-02' }))
      .then({ type: 'MoneySpent' });
    on(...set)
      .when(spend('e1', 'building', 1, { on: '2026-03-03' }))
      .refuses('spending-outside-year');
    on(...set)
      .at(monday + 365 * day)
      .when(spend('e1', 'building', 1))
      .refuses('spending-outside-year');
  });

  test('[DEL-06] a wrong spending is reversed, once; both entries stay, and its money is back on its line', () => {
    const spent = after(allot('building', 1000), spend('e1', 'building', 1000), reverse('e1'));
    const state = on(...spent).state(stream);
    assert.ok(state);
    assert.equal(leftOn(state, 'building'), 1000);
    on(...spent)
      .when(reverse('e1'))
      .refuses('spending-reversed', { ids: ['e1'] });
    on(...spent)
      .when(reverse('e9'))
      .refuses('budget-entry-unknown', { ids: ['e9'] });
    on(...spent)
      .when(reverse('constructor'))
      .refuses('budget-entry-unknown');
    on(...spent)
      .when(spend('e1', 'building', 1))
      .refuses('budget-entry-exists', { ids: ['e1'] });
    const book = [...rowsOf(budgetContext, 'budget-entries', stream, spent).values()];
    assert.deepEqual(
      book.map((row): unknown => Reflect.get(Object(row), 'what')),
      ['grant', 'allotment', 'spending', 'reversal'],
    );
  });

  test('[DEL-06] what a line has not spent goes to another, and no more', () => {
    const moved = after(allot('building', 1000), spend('e1', 'building', 600), transfer('building', 'governance', 400));
    const state = on(...moved).state(stream);
    assert.ok(state);
    assert.deepEqual([leftOn(state, 'building'), leftOn(state, 'governance')], [0, 400]);
    on(...moved)
      .when(transfer('building', 'governance', 1))
      .refuses('line-short', { ids: [budget], params: { amount: 1, left: 0 } });
    on(...moved)
      .when(transfer('governance', 'governance', 1))
      .refuses('budget-line-same', { params: { line: 'governance' } });
    on(...moved)
      .when(transfer('governance', 'garden', 1))
      .refuses('budget-line-unknown');
  });

  test('[DEL-06] a closed budget says what is left, and moves no more', () => {
    const closed = after(allot('building', 1000), spend('e1', 'building', 600), close);
    assert.deepEqual(closed.slice(-1)[0]?.data, { cohort, left: 200_000 * yuan - 600 });
    const both = [allot('building', 10), spend('e1', 'building', 6), allot('governance', 10)];
    const [end] = after(...both, spend('e2', 'governance', 7), close).slice(-1);
    assert.deepEqual(end?.data, { cohort, left: 200_000 * yuan - 13 });
    for (const asked of [
      add('e2', 'street', 1),
      allot('building', 1),
      spend('e2', 'building', 1),
      reverse('e1'),
      close,
    ]) {
      on(...closed)
        .when(asked)
        .refuses('budget-closed', { ids: [budget] });
      on()
        .when(asked)
        .refuses('budget-unknown', { ids: [budget] });
    }
    const row = rowsOf(budgetContext, 'budgets', stream, closed).get(budget);
    assert.deepEqual(row, {
      id: budget,
      ...cohort,
      stage: 'closed',
      funded: 200_000 * yuan,
      allotted: 1000,
      spent: 600,
      changedAt: monday + 3,
    });
  });
});

suite('the sums', () => {
  const line = fc.constantFrom('building', 'governance', 'allowances');
  const amount = fc.integer({ min: 1, max: 15_000_000 });
  const entry = fc.constantFrom('e1', 'e2', 'e3', 'e4');
  const asked: fc.Arbitrary<Asked> = fc.oneof(
    fc.tuple(entry, amount).map(([id, much]) => add(id, 'street', much)),
    fc.tuple(line, amount).map(([to, much]) => allot(to, much)),
    fc.tuple(line, line, amount).map(([from, to, much]) => transfer(from, to, much)),
    fc.tuple(entry, line, amount).map(([id, from, much]) => spend(id, from, much)),
    entry.map(reverse),
  );
  const lived = (all: readonly Asked[]): readonly BudgetEvent[] =>
    all.reduce<readonly BudgetEvent[]>((past, one) => [...past, ...on(...past).when(one).events], [opened]);
  const ends = (state: BudgetState) => Object.values(state.lines);

  test('[DEL-06] whatever is asked, the sums balance and nothing is below zero', () => {
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 14 }), (all) => {
        const events = lived(all);
        const state = on(...events).state(stream);
        assert.ok(state);
        const allotted = ends(state).reduce((sum, one) => sum + one.allotted, 0);
        const spent = ends(state).reduce((sum, one) => sum + one.spent, 0);
        const left = Object.keys(state.lines).reduce((sum, id) => sum + leftOn(state, id), 0);
        assert.equal(fundedOf(state), unallottedOf(state) + left + spent);
        assert.ok(unallottedOf(state) >= 0 && ends(state).every((one) => one.spent >= 0 && one.spent <= one.allotted));
        const sums = sumsOf(budgetContext, 'budget-sums', [[stream, events]]);
        assert.deepEqual(sums, { funded: fundedOf(state), allotted, spent });
        const row = rowsOf(budgetContext, 'budgets', stream, events).get(budget);
        assert.deepEqual([Reflect.get(Object(row), 'allotted'), Reflect.get(Object(row), 'spent')], [allotted, spent]);
      }),
      { numRuns: runs() },
    );
  });
});
