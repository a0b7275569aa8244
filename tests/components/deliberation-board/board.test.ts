import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { boardTexts } from '../../../packages/components/src/deliberation-board/deliberation-board.texts.ts';
import {
  type Draft,
  askHold,
  askResolve,
  emptyDraft,
  quorumTally,
  unanimous,
  voteFault,
} from '../../../packages/components/src/deliberation-board/draft.ts';
import { heldIntent, restIntent } from '../../../packages/components/src/deliberation-board/keys.ts';
import {
  boardOf,
  columnKey,
  lanesOf,
  matching,
  whereIs,
  type BoardLane,
} from '../../../packages/components/src/deliberation-board/lanes.ts';
import { judgeMove } from '../../../packages/components/src/deliberation-board/moves.ts';
import { judgeDrop, permitsOf } from '../../../packages/components/src/deliberation-board/permits.ts';
import { cardSize, drawn, scrollTo } from '../../../packages/components/src/deliberation-board/window.ts';
import type { BoardTopic } from '../../../packages/components/src/deliberation-board/topic.ts';
import { placeWith } from '../../domain/deliberation/place.ts';
import { runs } from '../../support/runs.ts';

const steps = ['called', 'held', 'resolved'].map((id) => ({ id, label: id }));
const quorum = { of: 2, in: 3, more: false };
const majority = { of: 1, in: 2, more: true };
const near: BoardLane = { id: 'near', label: 'near', next: 'far', quorum, majority, steps };
const far: BoardLane = { id: 'far', label: 'far', quorum, majority, steps };
const lanes = [near, far];
const topic = (id: string, tier: string, step: string, rest: Partial<BoardTopic> = {}): BoardTopic => ({
  id,
  title: `topic ${id}`,
  tier,
  step,
  eligible: 6,
  ...rest,
});
const go = (tier: string, step: string) => ({ tier, step });
const english = boardTexts.en;

suite('lanes', () => {
  test('[CASE-06] the lanes of a board are the tiers of the model, its columns their steps', () => {
    const [first] = lanesOf(placeWith(), 'en');
    assert.equal(first?.id, 'near');
    assert.equal(first.next, 'far');
    assert.deepEqual(
      first.steps.map(({ id }) => id),
      ['called', 'held', 'resolved'],
    );
  });

  test('[CASE-06] every topic stands in one column or is told to be lost', () => {
    const board = boardOf(lanes, [topic('a', 'near', 'held'), topic('b', 'moon', 'held'), topic('c', 'far', 'x')]);
    assert.equal(whereIs(board, 'a')?.column.key, columnKey(go('near', 'held')));
    assert.deepEqual(
      board.lost.map(({ id }) => id),
      ['b', 'c'],
    );
  });

  test('a topic is found by words of its title, its case number or its place', () => {
    const one = topic('a', 'near', 'held', { case: '2026-1030-0417', place: 'Yingbin' });
    assert.equal(matching([one], '0417 ying').length, 1);
    assert.equal(matching([one], 'TOPIC').length, 1);
    assert.equal(matching([one], '0418').length, 0);
  });
});

suite('moves', () => {
  test('[CASE-06] on its lane a topic goes one step ahead and never back', () => {
    assert.deepEqual(judgeMove(topic('a', 'near', 'called'), go('near', 'held'), lanes), { ok: true, action: 'hold' });
    assert.deepEqual(judgeMove(topic('a', 'near', 'held'), go('near', 'resolved'), lanes), {
      ok: true,
      action: 'settle',
    });
    const refused = (from: string, to: string) => judgeMove(topic('a', 'near', from), go('near', to), lanes);
    assert.deepEqual(refused('called', 'resolved'), { ok: false, reason: 'skips' });
    assert.deepEqual(refused('held', 'called'), { ok: false, reason: 'back' });
    assert.deepEqual(refused('held', 'held'), { ok: false, reason: 'same' });
    assert.deepEqual(refused('resolved', 'called'), { ok: false, reason: 'final' });
  });

  test('[CASE-06] to the next tier a topic goes once its meeting was held, or where nobody can hold it', () => {
    const up = (of: BoardTopic, step = 'called') => judgeMove(of, go('far', step), lanes);
    assert.deepEqual(up(topic('a', 'near', 'held')), { ok: true, action: 'pass-up' });
    assert.deepEqual(up(topic('a', 'near', 'called')), { ok: false, reason: 'not-held' });
    assert.deepEqual(up(topic('a', 'near', 'called', { eligible: 0 })), { ok: true, action: 'pass-up' });
    assert.deepEqual(up(topic('a', 'near', 'held'), 'held'), { ok: false, reason: 'begins-anew' });
    assert.deepEqual(judgeMove(topic('a', 'far', 'held'), go('near', 'called'), lanes), {
      ok: false,
      reason: 'last-tier',
    });
  });

  test('[ALL-01] what the page or the desk refuses is refused on the board, with its reason', () => {
    const called = topic('a', 'near', 'called', { refused: { hold: 'too soon' } });
    const drop = (permits: Parameters<typeof judgeDrop>[3]) =>
      judgeDrop(called, go('near', 'held'), lanes, permits, english);
    assert.deepEqual(drop(permitsOf(called, near)), { ok: false, reason: 'too soon' });
    assert.deepEqual(drop({}), { ok: false, reason: english.notYours });
    assert.ok(drop(undefined).ok, 'until the desk has answered, the procedure alone judges');
  });
});

suite('what is drawn', () => {
  const sight = fc.record({
    scrolled: fc.integer({ min: 0, max: 500_000 }),
    height: fc.integer({ min: 1, max: 2000 }),
    pitch: fc.integer({ min: 20, max: 200 }),
  });

  test('all cards in sight are drawn, in order, and not many more, however long the column', () => {
    fc.assert(
      fc.property(sight, fc.integer({ min: 0, max: 5000 }), fc.integer({ min: -1, max: 5000 }), (seen, count, kept) => {
        const indices = drawn(count, seen, kept);
        assert.deepEqual(
          indices,
          [...new Set(indices)].sort((a, b) => a - b),
        );
        for (let i = 0; i < count; i += 1) {
          const inSight = (i + 1) * seen.pitch > seen.scrolled && i * seen.pitch < seen.scrolled + seen.height;
          if (inSight) assert.ok(indices.includes(i), `card ${i} is in sight`);
        }
        assert.ok(indices.every((i) => i >= 0 && i < count));
        assert.ok(indices.length <= seen.height / seen.pitch + 9);
        assert.ok(kept < 0 || kept >= count || indices.includes(kept), 'the card with the focus stays drawn');
      }),
      { numRuns: runs() },
    );
  });

  test('a column scrolls no further than it must to show a card', () => {
    const seen = { scrolled: 100, height: 300, pitch: 100 };
    assert.equal(scrollTo(2, seen), 100);
    assert.equal(scrollTo(0, seen), 0);
    assert.equal(scrollTo(9, seen), 700);
  });

  test('a title has two lines where a column is narrow, so cards of one board stay equally high', () => {
    assert.equal(cardSize(14, 400).lines, 1);
    assert.equal(cardSize(14, 200).lines, 2);
    assert.ok(cardSize(14, 200).height > cardSize(14, 400).height);
    assert.ok(cardSize(20, 400).height > cardSize(14, 400).height);
  });
});

suite('keys', () => {
  const topics = [
    topic('a', 'near', 'called'),
    topic('b', 'near', 'called'),
    topic('c', 'near', 'resolved'),
    topic('d', 'far', 'held'),
  ];
  const board = boardOf(lanes, topics);
  const press = (key: string, id: string, shiftKey = false) => {
    const at = whereIs(board, id);
    assert.ok(at);
    return restIntent({ key, shiftKey }, board, { ...at, page: 4 });
  };
  const focused = (key: string, id: string): string | undefined => {
    const intent = press(key, id);
    return intent?.do === 'focus' ? intent.column.topics[intent.index]?.id : undefined;
  };
  const columnAt = (tier: string, step: string) => {
    const found = board.columns.find((column) => column.key === columnKey(go(tier, step)));
    assert.ok(found);
    return found;
  };

  test('[ALL-05] arrow keys go through a column and across columns that have cards', () => {
    assert.equal(focused('ArrowDown', 'a'), 'b');
    assert.equal(focused('ArrowDown', 'b'), 'b');
    assert.equal(focused('ArrowRight', 'b'), 'c');
    assert.equal(focused('ArrowRight', 'c'), 'd');
    assert.equal(focused('ArrowLeft', 'd'), 'c');
    assert.equal(focused('ArrowLeft', 'a'), undefined);
    assert.equal(focused('End', 'a'), 'b');
    assert.equal(focused('Home', 'b'), 'a');
    assert.equal(focused('PageDown', 'a'), 'b');
    assert.equal(focused('PageUp', 'b'), 'a');
  });

  test('[ALL-05] Enter opens, Space picks up, M, Shift+F10 and the menu key open the menu', () => {
    assert.deepEqual(press('Enter', 'a'), { do: 'open' });
    assert.deepEqual(press(' ', 'a'), { do: 'pick-up' });
    for (const key of ['m', 'M', 'ContextMenu']) assert.deepEqual(press(key, 'a'), { do: 'menu' });
    assert.deepEqual(press('F10', 'a', true), { do: 'menu' });
    assert.equal(press('F10', 'a'), undefined);
    assert.equal(press('x', 'a'), undefined);
  });

  test('[ALL-05] a held card aims at columns by the arrow keys, and stays at the edge', () => {
    const aim = (key: string, tier: string, step: string) => {
      const intent = heldIntent({ key, shiftKey: false }, board, columnAt(tier, step));
      return intent?.do === 'aim' ? intent.column.key : intent?.do;
    };
    assert.equal(aim('ArrowRight', 'near', 'called'), 'near/held');
    assert.equal(aim('ArrowDown', 'near', 'held'), 'far/held');
    assert.equal(aim('ArrowUp', 'far', 'called'), 'near/called');
    assert.equal(aim('ArrowLeft', 'near', 'called'), 'near/called');
    assert.equal(aim('Enter', 'near', 'called'), 'drop');
    assert.equal(aim(' ', 'near', 'called'), 'drop');
    assert.equal(aim('Escape', 'near', 'called'), 'cancel');
    assert.equal(aim('Tab', 'near', 'called'), 'cancel');
    assert.equal(aim('q', 'near', 'called'), undefined);
  });
});

suite('what is typed', () => {
  const held = topic('m1', 'near', 'held', { present: 5 });

  test('[DEL-03] the quorum of a lane is told in persons', () => {
    assert.deepEqual(quorumTally(near, 3, 6), { counted: 3, of: 6, needed: 4, reached: false });
    assert.deepEqual(quorumTally(near, 4, 6), { counted: 4, of: 6, needed: 4, reached: true });
    assert.equal(quorumTally(near, 0, 0), undefined);
  });

  test('[DEL-03] only those listed go into the command, voters and observers apart', () => {
    const attendance = [
      { person: 'p1', name: 'one' },
      { person: 'p2', name: 'two', observer: true },
    ];
    const draft = { ...emptyDraft(), came: new Set(['p1', 'p2', 'stranger']) };
    assert.deepEqual(askHold({ ...held, attendance }, draft), {
      ok: true,
      command: { type: 'HoldMeeting', data: { meeting: 'm1', present: ['p1'], observers: ['p2'] } },
    });
  });

  test("[CASE-06] a resolution's fields are judged by the schema that the desk uses", () => {
    const draft = emptyDraft('referred');
    const asked = askResolve(held, draft);
    assert.ok(!asked.ok);
    assert.deepEqual(asked.faults.map(({ path, code }) => `${path} ${code}`).sort(), [
      'handler required',
      'resolution required',
      'votes.inFavour required',
    ]);
    const long = askResolve(held, { ...emptyDraft(), ...unanimous(held), resolution: 'x'.repeat(1001) });
    assert.ok(!long.ok);
    assert.deepEqual(long.faults, [{ path: 'resolution', code: 'too-long', limit: 1000 }]);
  });

  test('[CASE-06] where nobody is entitled, no votes are asked for', () => {
    const stranded = topic('m1', 'near', 'called', { eligible: 0 });
    const asked = askResolve(stranded, { ...emptyDraft('passed-up'), resolution: 'vacant' });
    assert.deepEqual(asked, {
      ok: true,
      command: { type: 'ResolveMeeting', data: { meeting: 'm1', outcome: 'passed-up', resolution: 'vacant' } },
    });
  });

  test('[CASE-06] a matter that is passed up takes along the votes that were counted, and none where none were', () => {
    const votesIn = (draft: Partial<Draft>): unknown => {
      const asked = askResolve(held, { ...emptyDraft('passed-up'), resolution: 'no agreement', ...draft });
      assert.ok(asked.ok);
      return Reflect.get(Object(asked.command.data), 'votes');
    };
    assert.equal(votesIn({}), undefined);
    assert.deepEqual(votesIn({ inFavour: '2', against: '3' }), { inFavour: 2, against: 3, abstained: 0 });
  });

  test('[DEL-03] votes are held to those present and to the majority; passing up needs none', () => {
    assert.equal(voteFault(held, near, emptyDraft()), undefined, 'nothing is counted at first, so nothing is wrong');
    const draft = { ...emptyDraft(), ...unanimous(held) };
    assert.equal(voteFault(held, near, draft), undefined);
    assert.deepEqual(voteFault(held, near, { ...draft, against: '1' }), {
      code: 'votes-exceed-present',
      cast: 6,
      present: 5,
    });
    assert.deepEqual(voteFault(held, near, { ...draft, inFavour: '2' }), { code: 'majority-missed', needed: 3 });
    assert.equal(voteFault(held, near, { ...draft, inFavour: '2', outcome: 'passed-up' }), undefined);
  });
});

test('[ALL-04] every text of the board is there in three languages, and none is left in another', () => {
  const shape = (value: unknown, path = ''): readonly string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, part]) => shape(part, `${path}.${key}`))
      : [`${path} ${typeof value}`];
  assert.deepEqual(shape(boardTexts['zh-Hant']), shape(boardTexts['zh-Hans']));
  assert.deepEqual(shape(boardTexts.en), shape(boardTexts['zh-Hans']));
  const plain = (value: unknown): readonly string[] =>
    typeof value === 'object' && value !== null ? Object.values(value).flatMap(plain) : [String(value)];
  for (const text of plain(boardTexts.en)) if (!text.includes('=>')) assert.doesNotMatch(text, /[\u4e00-\u9fff]/);
});
