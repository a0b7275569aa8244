import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import '@keting/components/kt-deliberation-board.js';
import type {
  BoardTopic,
  KtCommandEvent,
  KtDeliberationBoard,
  KtTopicMoveEvent,
  KtTopicOpenedEvent,
} from '@keting/components';
import { commandId, refuseKernel } from '@keting/domain';
import type { Receipt } from '@keting/runtime';
import { handlers, lanes, manyTopics, topics } from '../../../stories/components/deliberation-board/sample.ts';

const wide = { width: 1280, height: 900 };

async function boardOf(more: Partial<KtDeliberationBoard> = {}): Promise<KtDeliberationBoard> {
  const board = await fixture<KtDeliberationBoard>(html`
    <kt-deliberation-board
      lang="zh-Hans"
      .topics=${topics('zh-Hans')}
      .columns=${lanes('zh-Hans')}
      .handlers=${handlers('zh-Hans')}
    ></kt-deliberation-board>
  `);
  Object.assign(board, more);
  await settled(board);
  return board;
}

/** Two frames let observers of size report; then what they asked for is drawn. */
async function settled(board: KtDeliberationBoard): Promise<void> {
  await nextFrame();
  await nextFrame();
  await board.updateComplete;
}

const rootOf = (board: KtDeliberationBoard): ShadowRoot => board.renderRoot as ShadowRoot;
const all = (board: KtDeliberationBoard, selector: string): HTMLElement[] => [
  ...rootOf(board).querySelectorAll<HTMLElement>(selector),
];
function one<E extends Element = HTMLElement>(board: KtDeliberationBoard, selector: string): E {
  const found = rootOf(board).querySelector<E>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}
const card = (board: KtDeliberationBoard, id: string): HTMLElement => one(board, `.list [data-id="${id}"]`);
const focused = (board: KtDeliberationBoard): string | undefined =>
  (rootOf(board).activeElement as HTMLElement | null)?.dataset['id'];
const said = (board: KtDeliberationBoard): string => one(board, '[aria-live=assertive]').textContent;
const isOpen = (board: KtDeliberationBoard): boolean => one<HTMLDialogElement>(board, 'dialog').open;

async function press(board: KtDeliberationBoard, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await sendKeys({ press: key });
    await settled(board);
  }
}

async function open(board: KtDeliberationBoard, id: string): Promise<void> {
  card(board, id).click();
  await settled(board);
}

function type(board: KtDeliberationBoard, selector: string, value: string): void {
  const field = one<HTMLInputElement>(board, selector);
  field.value = value;
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
}

const middleOf = (element: Element): [number, number] => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width / 3), Math.round(top + height / 2)];
};

async function drag(board: KtDeliberationBoard, from: Element, to: Element): Promise<void> {
  const [x, y] = middleOf(from);
  await sendMouse({ type: 'move', position: [x, y] });
  await sendMouse({ type: 'down' });
  await sendMouse({ type: 'move', position: [x + 12, y + 4] });
  await settled(board);
  await sendMouse({ type: 'move', position: middleOf(to) });
  await settled(board);
}

const column = (board: KtDeliberationBoard, key: string): HTMLElement => one(board, `[data-column="${key}"]`);

describe('kt-deliberation-board', () => {
  beforeEach(() => setViewport(wide));

  describe('what it shows', () => {
    it('[CASE-06] a lane for each tier, a column for each step, a card for each topic', async () => {
      const board = await boardOf();
      const heads = all(board, 'h3').map((head) => head.textContent);
      for (const [i, { label }] of lanes('zh-Hans').entries()) expect(heads[i]).to.contain(label);
      expect(all(board, '.column').length).to.equal(9);
      expect(all(board, '[role=option]').length).to.equal(20);
    });

    it('[DEL-03] a card tells who is due, who came, and what the quorum asks', async () => {
      const board = await boardOf();
      expect(card(board, 'topic-9').textContent).to.contain('应到 31').and.contain('法定 21');
      expect(card(board, 'topic-12').textContent).to.contain('到会 22/31').and.contain('法定 21 ✓');
      expect(card(board, 'topic-3').textContent).to.contain('无人应到');
      expect(card(board, 'topic-14').textContent).to.contain('已议定');
    });

    it('[CASE-06] topics at a step that the board does not have are told', async () => {
      const board = await boardOf({ topics: [{ id: 'x', title: 'x', tier: 'moon', step: 'called' }] });
      expect(one(board, '.notice').textContent).to.contain('有 1 个议题');
    });

    it('says what will appear where there is nothing yet, and what was not found', async () => {
      const board = await boardOf();
      type(board, '.find', '没有这样的');
      await settled(board);
      expect(one(board, '.empty').textContent).to.contain('没有符合的议题');
      board.topics = [];
      await settled(board);
      expect(one(board, '.empty').textContent).to.contain('还没有议题');
      board.loading = true;
      await settled(board);
      expect(one(board, '.empty').textContent).to.contain('正在读取');
    });

    it('a search leaves the topics that hold all of its words', async () => {
      const board = await boardOf();
      type(board, '.find', '0417 邮亭');
      await settled(board);
      expect(all(board, '[role=option]').map(({ dataset }) => dataset['id'])).to.eql(['topic-1']);
    });

    it('[ALL-04] speaks the language of where it stands', async () => {
      const board = await boardOf({ topics: topics('en'), columns: lanes('en'), lang: 'en' });
      await settled(board);
      expect(one(board, 'h2').textContent).to.equal('Deliberation board');
      expect(rootOf(board).textContent).not.to.match(/[\u4e00-\u9fff]/);
      board.lang = 'zh-TW';
      await settled(board);
      expect(one(board, 'h2').textContent).to.equal('議事板');
    });

    it('on a narrow screen one tier is shown at a time', async () => {
      await setViewport({ width: 390, height: 844 });
      const board = await boardOf();
      expect(all(board, '.lane').length).to.equal(1);
      all(board, '.segments button')[2]?.click();
      await settled(board);
      expect(one(board, '.lane h3').textContent).to.contain('街道联席会');
      await expect(board).to.be.accessible();
    });
  });

  describe('thousands of topics', () => {
    it('only the cards in sight are drawn, and each knows its place among all', async () => {
      const board = await boardOf({ topics: manyTopics(5000, 'zh-Hans') });
      expect(all(board, '[role=option]').length).to.be.lessThan(120);
      expect(card(board, 'many-0').getAttribute('aria-setsize')).to.equal('750');
      const list = one(board, '[data-list="micro-grid/called"]');
      list.scrollTop = 20_000;
      await oneEvent(list, 'scroll');
      await settled(board);
      const places = all(board, '[data-list="micro-grid/called"] [role=option]').map((each) =>
        Number(each.getAttribute('aria-posinset')),
      );
      expect(Math.max(...places)).to.be.greaterThan(200);
      expect(places.length).to.be.lessThan(16);
    });

    it('[ALL-05] the card with the focus stays drawn, and End brings the last one into sight', async () => {
      const board = await boardOf({ topics: manyTopics(5000, 'zh-Hans') });
      card(board, 'many-0').focus();
      await press(board, 'End');
      const last = rootOf(board).activeElement as HTMLElement;
      expect(last.getAttribute('aria-posinset')).to.equal('750');
      const list = one(board, '[data-list="micro-grid/called"]').getBoundingClientRect();
      const { top, bottom } = last.getBoundingClientRect();
      expect(top).to.be.at.least(list.top - 1);
      expect(bottom).to.be.at.most(list.bottom + 1);
      one(board, '[data-list="micro-grid/called"]').scrollTop = 0;
      await oneEvent(one(board, '[data-list="micro-grid/called"]'), 'scroll');
      await settled(board);
      expect(rootOf(board).activeElement).to.equal(last);
    });
  });

  describe('by keyboard', () => {
    it('[ALL-05] Tab enters each column once; arrow keys, Home and End go through cards', async () => {
      const board = await boardOf();
      const stops = all(board, '[role=option][tabindex="0"]').map(({ dataset }) => dataset['id']);
      expect(stops.length).to.equal(9);
      card(board, 'topic-1').focus();
      await press(board, 'ArrowDown');
      expect(focused(board)).to.equal('topic-2');
      await press(board, 'ArrowRight');
      expect(focused(board)).to.equal('topic-5');
      await press(board, 'ArrowLeft', 'End');
      expect(focused(board)).to.equal('topic-3');
      await press(board, 'Home');
      expect(focused(board)).to.equal('topic-1');
      await press(board, 'Tab');
      expect(focused(board), 'Tab goes to where the next column was left').to.equal('topic-5');
    });

    it('[ALL-05] Enter opens; Escape closes and returns to the card', async () => {
      const board = await boardOf();
      card(board, 'topic-9').focus();
      const told = oneEvent(board, 'kt-topic-opened') as unknown as Promise<KtTopicOpenedEvent>;
      await press(board, 'Enter');
      expect((await told).topic).to.equal('topic-9');
      expect(isOpen(board)).to.be.true;
      await press(board, 'Escape');
      expect(isOpen(board)).to.be.false;
      expect(focused(board)).to.equal('topic-9');
    });

    it('[ALL-05] a card is picked up, aimed and dropped, and every step is said aloud', async () => {
      const board = await boardOf();
      const moves: KtTopicMoveEvent['move'][] = [];
      board.addEventListener('kt-topic-move', ({ move }) => moves.push(move));
      card(board, 'topic-9').focus();
      await press(board, 'Space');
      expect(said(board)).to.contain('拿起').and.contain('垃圾投放点迁移');
      await press(board, 'ArrowRight');
      expect(said(board)).to.contain('会客厅议事会 · 已召开').and.contain('可以放下');
      await press(board, 'Enter');
      expect(moves).to.eql([
        {
          id: 'topic-9',
          from: { tier: 'living-room', step: 'called' },
          to: { tier: 'living-room', step: 'held' },
        },
      ]);
      expect(isOpen(board), 'the form that the step needs opens').to.be.true;
      expect(one(board, '[data-action=hold]')).to.exist;
    });

    it('[ALL-05] a column that would refuse says why, and a card dropped there stays where it was', async () => {
      const board = await boardOf();
      let moved = false;
      board.addEventListener('kt-topic-move', () => (moved = true));
      card(board, 'topic-9').focus();
      await press(board, 'Space', 'ArrowRight', 'ArrowRight');
      expect(one(board, '.aimed .zone').textContent).to.contain('要先召开');
      await press(board, 'Enter');
      expect(said(board)).to.contain('不能放');
      expect(moved).to.be.false;
      expect(isOpen(board)).to.be.false;
      expect(focused(board)).to.equal('topic-9');
    });

    it('[ALL-05] Escape and Tab put a card back', async () => {
      const board = await boardOf();
      card(board, 'topic-9').focus();
      await press(board, 'Space', 'ArrowRight', 'Escape');
      expect(said(board)).to.contain('放回');
      expect(all(board, '.zone').length).to.equal(0);
      await press(board, 'Space', 'Tab');
      expect(all(board, '.lifted').length).to.equal(0);
    });

    it('[ALL-05] the menu offers what can be done, and says why the rest cannot be yet', async () => {
      const board = await boardOf();
      card(board, 'topic-9').focus();
      await press(board, 'm');
      const items = all(board, '[role=menuitem]');
      expect(items.map((item) => item.getAttribute('aria-disabled'))).to.eql(['false', 'false', 'true', 'true']);
      expect(rootOf(board).activeElement).to.equal(items[0]);
      await press(board, 'ArrowUp');
      expect(rootOf(board).activeElement).to.equal(items[3]);
      await press(board, 'Enter');
      expect(isOpen(board)).to.be.false;
      await press(board, 'Escape');
      expect(focused(board)).to.equal('topic-9');
      await press(board, 'm', 'ArrowDown', 'Enter');
      expect(isOpen(board)).to.be.true;
    });
  });

  describe('by pointer', () => {
    it('[ALL-05] a card is dragged to the next column', async () => {
      const board = await boardOf();
      const told = oneEvent(board, 'kt-topic-move') as unknown as Promise<KtTopicMoveEvent>;
      await drag(board, card(board, 'topic-9'), column(board, 'living-room/held'));
      expect(one(board, '.ghost')).to.exist;
      expect(column(board, 'living-room/held').classList.contains('aimed')).to.be.true;
      await sendMouse({ type: 'up' });
      expect((await told).move.to).to.eql({ tier: 'living-room', step: 'held' });
      await settled(board);
      expect(isOpen(board)).to.be.true;
    });

    it('a column that would refuse says why under the pointer, and the card goes back', async () => {
      const board = await boardOf();
      await drag(board, card(board, 'topic-9'), column(board, 'street/called'));
      expect(one(board, '.aimed .zone').textContent).to.contain('会还没开');
      await sendMouse({ type: 'up' });
      await settled(board);
      expect(isOpen(board)).to.be.false;
      expect(all(board, '.ghost').length).to.equal(0);
    });

    it('a page that sees to a move by itself prevents the form', async () => {
      const board = await boardOf();
      board.addEventListener('kt-topic-move', (event) => event.preventDefault());
      await drag(board, card(board, 'topic-9'), column(board, 'living-room/held'));
      await sendMouse({ type: 'up' });
      await settled(board);
      expect(isOpen(board)).to.be.false;
    });

    it('[ALL-05] a press outside a menu closes it and keeps the keyboard where the person went', async () => {
      const board = await boardOf();
      card(board, 'topic-9').querySelector<HTMLElement>('.more')?.click();
      await settled(board);
      one(board, '.find').focus();
      await settled(board);
      expect(all(board, '[role=menu]').length).to.equal(0);
      expect(rootOf(board).activeElement?.classList.contains('find')).to.be.true;
    });

    it('[ALL-05] the keyboard stays with a card that comes to stand in another column', async () => {
      const board = await boardOf();
      card(board, 'topic-9').focus();
      const moved = topics('zh-Hans').map((topic) => (topic.id === 'topic-9' ? { ...topic, step: 'held' } : topic));
      board.topics = moved;
      await settled(board);
      expect(focused(board)).to.equal('topic-9');
    });

    it('the three dots open the menu, a press elsewhere on the card opens the topic', async () => {
      const board = await boardOf();
      card(board, 'topic-9').querySelector<HTMLElement>('.more')?.click();
      await settled(board);
      expect(all(board, '[role=menuitem]').length).to.equal(4);
      expect(isOpen(board)).to.be.false;
    });
  });

  describe('an opened topic', () => {
    const answering = (board: KtDeliberationBoard, receipt: unknown): KtCommandEvent['command'][] => {
      const asked: KtCommandEvent['command'][] = [];
      board.addEventListener('kt-command', (event) => {
        asked.push(event.command);
        event.respondWith(Promise.resolve(receipt as Receipt));
      });
      return asked;
    };

    it('[DEL-03] a meeting can be held once its quorum is ticked, and asks with those who came', async () => {
      const board = await boardOf();
      const asked = answering(board, { ok: true, id: '1', at: 0, events: [] });
      await open(board, 'topic-9');
      const hold = one<HTMLButtonElement>(board, '[data-action=hold]');
      expect(hold.getAttribute('aria-disabled')).to.equal('true');
      expect(one(board, '#why-hold').textContent).to.contain('差 21 人');
      hold.click();
      expect(asked).to.eql([]);
      for (const tick of all(board, '.person input').slice(0, 21)) tick.click();
      await settled(board);
      expect(one(board, '.tools .fact').textContent).to.contain('21/31').and.contain('✓');
      one(board, '[data-action=hold]').click();
      await settled(board);
      expect(asked[0]?.type).to.equal('HoldMeeting');
      expect((asked[0]?.data as { present: unknown[]; observers: unknown[] }).present.length).to.equal(21);
      expect(isOpen(board)).to.be.false;
      expect(said(board)).to.contain('会议已召开');
    });

    it('[CASE-06] an empty resolution is told at its field, and nothing that was typed is lost', async () => {
      const board = await boardOf();
      const asked = answering(board, { ok: true, id: '1', at: 0, events: [] });
      await open(board, 'topic-12');
      one(board, 'input[type=radio]').click();
      all(board, 'input[type=radio]')[1]?.click();
      await settled(board);
      type(board, '#against', '');
      one(board, '[data-action=refer]').click();
      await settled(board);
      expect(asked).to.eql([]);
      for (const field of ['resolution', 'handler', 'inFavour']) {
        expect(one(board, `#${field}`).getAttribute('aria-invalid'), field).to.equal('true');
        expect(one(board, `#${field}-error`).textContent).to.contain('请填写');
      }
      expect(rootOf(board).activeElement?.id).to.equal('resolution');
      type(board, '#resolution', '由市政公司本周修好');
      type(board, '#handler', 'municipal-works');
      one(board, '.votes button').click();
      await settled(board);
      expect(all(board, '.error').length).to.equal(0);
      one(board, '[data-action=refer]').click();
      await settled(board);
      expect(asked).to.eql([
        {
          type: 'ResolveMeeting',
          data: {
            meeting: 'topic-12',
            outcome: 'referred',
            resolution: '由市政公司本周修好',
            votes: { inFavour: 22, against: 0, abstained: 0 },
            handler: 'municipal-works',
          },
        },
      ]);
    });

    it('[CASE-06] a resolution that is too long is told with its limit', async () => {
      const board = await boardOf();
      answering(board, { ok: true, id: '1', at: 0, events: [] });
      await open(board, 'topic-12');
      one(board, '.votes button').click();
      type(board, '#resolution', '长'.repeat(1001));
      await settled(board);
      one(board, '[data-action=settle]').click();
      await settled(board);
      expect(one(board, '#resolution-error').textContent).to.contain('1000');
      expect(one<HTMLTextAreaElement>(board, '#resolution').value.length).to.equal(1001);
    });

    it('[DEL-03] votes beyond those present, or short of the majority, are told before anything is sent', async () => {
      const board = await boardOf();
      await open(board, 'topic-12');
      expect(one<HTMLInputElement>(board, '#inFavour').value).to.equal('', 'nobody has voted before somebody says so');
      one(board, '.votes button').click();
      await settled(board);
      type(board, '#against', '3');
      await settled(board);
      expect(one(board, '#votes-wrong').textContent).to.contain('25').and.contain('22');
      expect(one(board, '[data-action=settle]').getAttribute('aria-disabled')).to.equal('true');
      type(board, '#inFavour', '5');
      await settled(board);
      expect(one(board, '#votes-wrong').textContent).to.contain('12');
    });

    it('[CASE-06] where nobody takes a command it is said, and the sheet keeps what was typed', async () => {
      const board = await boardOf();
      await open(board, 'topic-9');
      type(board, '#item', '路灯');
      await settled(board);
      one(board, '[data-action=agenda]').click();
      await settled(board);
      expect(one(board, '[role=alert]').textContent).to.contain('没有提交');
      expect(one<HTMLInputElement>(board, '#item').value).to.equal('路灯');
      expect(said(board)).to.equal('');
      board.addEventListener('kt-command', (event) => event.preventDefault());
      one(board, '[data-action=agenda]').click();
      await settled(board);
      expect(all(board, '[role=alert]').length, 'a page that prevents it sees to it by itself').to.equal(0);
    });

    it('[CASE-06] what was typed and not sent is there again when the topic is opened again', async () => {
      const board = await boardOf();
      await open(board, 'topic-12');
      type(board, '#resolution', '同意');
      await settled(board);
      const dialog = one(board, 'dialog');
      one(board, '#resolution').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      dialog.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      await settled(board);
      expect(isOpen(board), 'selecting text over the edge closes nothing').to.be.true;
      one(board, '[part=close]').click();
      await settled(board);
      await open(board, 'topic-12');
      expect(one<HTMLTextAreaElement>(board, '#resolution').value).to.equal('同意');
    });

    it('[ALL-01] a refusal is told in words, and what was typed stays', async () => {
      const board = await boardOf();
      const refusal = { code: 'case-not-waiting', rule: 'CASE-06', ids: [], params: {} };
      answering(board, { ok: false, id: '1', refusal });
      await open(board, 'topic-12');
      type(board, '#resolution', '同意');
      one(board, '.votes button').click();
      await settled(board);
      one(board, '[data-action=settle]').click();
      await settled(board);
      expect(one(board, '[role=alert]').textContent.trim().length).to.be.greaterThan(4);
      expect(one<HTMLTextAreaElement>(board, '#resolution').value).to.equal('同意');
      expect(isOpen(board)).to.be.true;
    });

    it('[CASE-01] while the line is down it says that the resolution waits on this device', async () => {
      const board = await boardOf();
      const id = commandId.parse('018e0000-0000-7000-8000-000000000001');
      board.addEventListener('kt-command', (event) => event.respondWith(Promise.resolve({ ok: 'queued', id })));
      await open(board, 'topic-12');
      type(board, '#resolution', '同意');
      one(board, '.votes button').click();
      await settled(board);
      one(board, '[data-action=settle]').click();
      await settled(board);
      expect(isOpen(board)).to.be.false;
      expect(one(board, '.notice.soon').textContent).to.contain('已存在这台设备上');
    });

    it('[CASE-04] after a conflict it says what changed and by whom, and what was typed stays', async () => {
      const board = await boardOf({ nameOf: (id) => (id === 'p1' ? '王某某' : undefined) });
      const id = commandId.parse('018e0000-0000-7000-8000-000000000001');
      const refusal = refuseKernel('version-conflict', { params: { changed: ['MeetingHeld'], by: ['p1'] } });
      board.addEventListener('kt-command', (event) => event.respondWith(Promise.resolve({ ok: false, id, refusal })));
      await open(board, 'topic-12');
      type(board, '#resolution', '同意');
      one(board, '.votes button').click();
      await settled(board);
      one(board, '[data-action=settle]').click();
      await settled(board);
      expect(one(board, '[role=alert]').textContent).to.contain('王某某刚刚改动过（召开会议）');
      expect(one<HTMLTextAreaElement>(board, '#resolution').value).to.equal('同意');
    });

    it('a line that is down is told, and what was typed stays', async () => {
      const board = await boardOf();
      board.addEventListener('kt-command', (event) => event.respondWith(Promise.reject(new Error('down'))));
      await open(board, 'topic-12');
      type(board, '#resolution', '同意');
      one(board, '.votes button').click();
      await settled(board);
      one(board, '[data-action=settle]').click();
      await settled(board);
      expect(one(board, '[role=alert]').textContent).to.contain('没有送出去');
    });

    it('[CASE-06] a topic that the host names opens as soon as it has come, and leads to its case', async () => {
      const board = await boardOf({ topics: [], opened: 'topic-12' });
      expect(isOpen(board)).to.be.false;
      board.topics = topics('zh-Hans').map((topic) => (topic.id === 'topic-12' ? { ...topic, caseId: 'c12' } : topic));
      await settled(board);
      expect(isOpen(board)).to.be.true;
      const opened = new Promise<string>((resolve) => {
        board.addEventListener('kt-case-opened', ({ id }) => resolve(id), { once: true });
      });
      one(board, '.panel .link').click();
      expect(await opened).to.equal('c12');
    });

    it('[CASE-06] items join the agenda from the sheet, which stays open', async () => {
      const board = await boardOf();
      const asked = answering(board, { ok: true, id: '1', at: 0, events: [] });
      await open(board, 'topic-9');
      type(board, '#item', '路灯');
      await settled(board);
      one(board, '[data-action=agenda]').click();
      await settled(board);
      expect(asked[0]).to.eql({ type: 'AddToAgenda', data: { meeting: 'topic-9', title: '路灯' } });
      expect(isOpen(board)).to.be.true;
      expect(one<HTMLInputElement>(board, '#item').value).to.equal('');
    });

    it('[CASE-06] where nobody is entitled, listing anew and passing up are what is left', async () => {
      const board = await boardOf();
      await open(board, 'topic-3');
      expect(all(board, '[data-action]').map(({ dataset }) => dataset['action'])).to.eql([
        'agenda',
        'relist',
        'pass-up',
      ]);
      expect(all(board, '#inFavour').length).to.equal(0);
    });

    it('[ALL-01] only what a step knows stands in the sheet; a barred action says why', async () => {
      const refused: BoardTopic['refused'] = { 'pass-up': '街道本周不开会' };
      const board = await boardOf({
        topics: topics('zh-Hans').map((topic) => (topic.id === 'topic-12' ? { ...topic, refused } : topic)),
      });
      await open(board, 'topic-12');
      const radios = all(board, 'input[type=radio]') as HTMLInputElement[];
      expect(radios.map(({ disabled }) => disabled)).to.eql([false, false, true]);
      expect(one(board, '.choices').textContent).to.contain('街道本周不开会');
      one(board, '[part=close]').click();
      await settled(board);
      await open(board, 'topic-14');
      expect(all(board, '[data-action]').length).to.equal(0);
      expect(one(board, '.panel').textContent).to.contain('赞成 21 · 反对 3 · 弃权 1');
    });
  });

  describe('for everybody', () => {
    for (const density of ['dense', 'comfortable', 'large'] as const) {
      it(`[ALL-05] passes axe at ${density}, with a sheet open, a menu, and a card picked up`, async () => {
        const board = await boardOf({ density });
        await expect(board).to.be.accessible();
        card(board, 'topic-12').focus();
        await press(board, 'm');
        await expect(board).to.be.accessible();
        await press(board, 'Escape', 'Space', 'ArrowDown');
        await expect(board).to.be.accessible();
        await press(board, 'Escape', 'Enter');
        await expect(board).to.be.accessible();
      });
    }
  });
});
