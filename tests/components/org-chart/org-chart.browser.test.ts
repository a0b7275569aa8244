import { expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport, emulateMedia } from '@web/test-runner-commands';
import '@keting/components/kt-org-chart.js';
import '@keting/components/kt-desk.js';
import type { KtDesk, KtOrgChart, KtUnitSelectedEvent, KtUnitToggledEvent, OrgChartUnit } from '@keting/components';
import { anonymous, person, personId, type Actor, type View } from '@keting/domain';
import { sampleModel } from '@keting/domain/testing';
import type { Desk } from '@keting/runtime';
import * as z from 'zod/mini';
import { manyUnits, street } from '../../../stories/components/org-chart/sample.ts';

const small: readonly OrgChartUnit[] = [
  { id: 'a', name: 'Street', kindLabel: '街道大工委', party: true, people: [{ post: '书记', name: '林某某' }] },
  {
    id: 'b',
    parent: 'a',
    name: 'Bank',
    party: true,
    people: [
      { post: '书记', name: '陈某某' },
      { post: '兼职委员', name: '王某某', partTime: true, from: 'm' },
    ],
  },
  { id: 'c', parent: 'a', name: 'Court' },
  { id: 'd', parent: 'b', name: 'Door', note: { text: '缺员 2', tone: 'late' } },
  { id: 'e', parent: 'b', name: 'Dome', pairedWith: 'd', facts: ['成员 11'] },
  { id: 'm', parent: 'a', name: 'Market', facts: ['摊位 900'] },
];

async function chartOf(
  units: readonly OrgChartUnit[] | undefined,
  more: Partial<KtOrgChart> = {},
): Promise<KtOrgChart> {
  const chart = await fixture<KtOrgChart>(html`<kt-org-chart .units=${units}></kt-org-chart>`);
  Object.assign(chart, more);
  await settled(chart);
  return chart;
}

/** No movement under way: with reduced motion asked for there is none, and two frames let observers of size report. */
async function settled(chart: KtOrgChart): Promise<void> {
  await nextFrame();
  await nextFrame();
  await chart.updateComplete;
}

const root = (chart: KtOrgChart): ParentNode => chart.renderRoot;
const items = (chart: KtOrgChart): HTMLElement[] => [...root(chart).querySelectorAll<HTMLElement>('[role=treeitem]')];
const names = (chart: KtOrgChart): string =>
  items(chart)
    .map(({ title }) => title)
    .join(' ');

function part<E extends Element = HTMLElement>(chart: KtOrgChart, selector: string): E {
  const found = root(chart).querySelector<E>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

function item(chart: KtOrgChart, name: string): HTMLElement {
  const found = items(chart).find(({ title }) => title === name);
  if (!found) throw new Error(`${name} is not drawn: ${names(chart)}`);
  return found;
}

function active(chart: KtOrgChart): string | null {
  const id = part(chart, '[role=tree]').getAttribute('aria-activedescendant');
  return id === null ? null : part(chart, `#${id}`).title;
}

async function press(chart: KtOrgChart, ...keys: string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
  await settled(chart);
}

const isOnStage = (chart: KtOrgChart, name: string): boolean => {
  const box = item(chart, name).getBoundingClientRect();
  const stage = part(chart, '.stage').getBoundingClientRect();
  return box.left >= stage.left && box.right <= stage.right && box.top >= stage.top && box.bottom <= stage.bottom;
};

/** How much of a canvas has been painted in a colour, in pixels. */
function paintedPixels(canvas: HTMLCanvasElement): number {
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  let painted = 0;
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at]) painted++;
  return painted;
}

describe('kt-org-chart', () => {
  beforeEach(async () => {
    document.documentElement.lang = 'zh-CN';
    await emulateMedia({ reducedMotion: 'reduce' });
    await setViewport({ width: 1280, height: 800 });
  });

  describe('what it shows', () => {
    it('[ORG-01] shows each unit as a tree item with its level and its place among its siblings', async () => {
      const chart = await chartOf(small);
      expect(names(chart)).to.equal('Street Bank Door Dome Court Market');
      const bank = item(chart, 'Bank');
      expect(bank.getAttribute('aria-level')).to.equal('2');
      expect(bank.getAttribute('aria-setsize')).to.equal('3');
      expect(bank.getAttribute('aria-posinset')).to.equal('1');
      expect(bank.getAttribute('aria-expanded')).to.equal('true');
      expect(item(chart, 'Court').hasAttribute('aria-expanded')).to.equal(false);
    });

    it('shows name, head, fact and note in the box', async () => {
      const chart = await chartOf(small);
      expect(item(chart, 'Street')).to.contain.text('书记 林某某');
      expect(item(chart, 'Market')).to.contain.text('摊位 900');
      expect(item(chart, 'Door').querySelector('.late')).to.have.text('缺员 2');
    });

    it('[ORG-01] stands a unit above those under it, siblings side by side', async () => {
      const chart = await chartOf(small);
      const at = (name: string): DOMRect => item(chart, name).getBoundingClientRect();
      expect(at('Street').bottom).to.be.below(at('Bank').top);
      expect(at('Bank').right).to.be.below(at('Court').left);
      expect(at('Court').top).to.equal(at('Market').top);
    });

    it('draws the lines between boxes', async () => {
      const chart = await chartOf(small);
      const wires = part<HTMLCanvasElement>(chart, '.wires');
      const all = paintedPixels(wires);
      chart.collapseAll();
      await settled(chart);
      expect(all).to.be.above(500);
      expect(paintedPixels(wires)).to.equal(0);
    });

    it('[ORG-03] gives a pair one split box', async () => {
      const chart = await chartOf(small);
      const [left, right] = [item(chart, 'Door'), item(chart, 'Dome')].map((each) => each.getBoundingClientRect());
      expect(right?.left).to.be.closeTo(left?.right ?? 0, 0.5);
      expect(right?.top).to.equal(left?.top);
    });

    it('[ORG-03] shows a head shared by a pair once, on the line between the two', async () => {
      const chart = await chartOf(street, { openLevels: 99 });
      chart.reveal('c0-b0');
      await settled(chart);
      const head = part(chart, '.head');
      expect(head.textContent.trim()).to.match(/^.某某 书记·会长$/);
      expect(item(chart, '迎宾一小区党支部')).not.to.contain.text('某某');
    });

    it('[ORG-04] draws a dashed line for a part-time member and tells it in words at both ends', async () => {
      const without = small.map(({ people: _, ...unit }) => unit);
      const plain = paintedPixels(part<HTMLCanvasElement>(await chartOf(without), '.wires'));
      const chart = await chartOf(small);
      expect(paintedPixels(part<HTMLCanvasElement>(chart, '.wires'))).to.be.above(plain + 50);
      expect(item(chart, 'Bank').getAttribute('aria-description')).to.contain('王某某（来自 Market）');
      expect(item(chart, 'Market').getAttribute('aria-description')).to.contain('王某某 在 Bank 兼职');
    });

    it('explains in the legend the signs that it uses, and no others', async () => {
      expect(part(await chartOf(small), '.legend')).to.contain.text('党组织');
      const plain = await chartOf([{ id: 'a', name: 'A' }]);
      expect(root(plain).querySelector('.legend')).to.equal(null);
    });

    it('says what will appear while there is nothing', async () => {
      const chart = await chartOf([]);
      expect(part(chart, '[role=status]')).to.contain.text('请先登记最上级单位');
    });

    it('[ORG-01] names a circle, an orphan and an id used twice, and draws the rest', async () => {
      const chart = await chartOf([
        ...small,
        { id: 'x', parent: 'y', name: 'X' },
        { id: 'y', parent: 'x', name: 'Y' },
        { id: 'lost', parent: 'gone', name: 'Lost' },
        { id: 'b', parent: 'c', name: 'B again' },
      ]);
      const alert = part(chart, '[role=alert]');
      expect(alert).to.contain.text('绕成了圈，没有显示：x、y');
      expect(alert).to.contain.text('找不到上级，暂列在最上：lost');
      expect(alert).to.contain.text('编号重复，只显示第一个：b');
      expect(names(chart)).to.contain('Street').and.to.contain('Lost').and.not.to.contain('B again');
    });

    it('[ALL-04] speaks the language of the page and follows when it changes', async () => {
      const chart = await chartOf(small);
      expect(part(chart, 'h2')).to.have.text('组织架构');
      document.documentElement.lang = 'en';
      await settled(chart);
      expect(part(chart, 'h2')).to.have.text('Organisation');
      chart.lang = 'zh-TW';
      await settled(chart);
      expect(part(chart, 'h2')).to.have.text('組織架構');
    });

    it('tells the path to the chosen unit and the day', async () => {
      const chart = await chartOf(small, { selected: 'd', asOf: '2018-10-30' });
      expect([...root(chart).querySelectorAll('.path li')].map((step) => step.textContent.trim())).to.deep.equal([
        'Street',
        'Bank',
        'Door',
      ]);
      expect(part(chart, '.path')).to.contain.text('2018年10月30日在任');
    });
  });

  describe('keyboard', () => {
    let chart: KtOrgChart;
    beforeEach(async () => {
      chart = await chartOf(small);
      part(chart, '[role=tree]').focus();
      await settled(chart);
    });

    it('[ALL-05] starts at the first unit and goes through what can be seen', async () => {
      expect(active(chart)).to.equal('Street');
      await press(chart, 'ArrowDown', 'ArrowDown');
      expect(active(chart)).to.equal('Door');
      await press(chart, 'ArrowUp');
      expect(active(chart)).to.equal('Bank');
      await press(chart, 'End');
      expect(active(chart)).to.equal('Market');
      await press(chart, 'Home');
      expect(active(chart)).to.equal('Street');
    });

    it('[ALL-05] closes and leaves with Left, opens and enters with Right', async () => {
      await press(chart, 'ArrowDown', 'ArrowLeft');
      expect(item(chart, 'Bank').getAttribute('aria-expanded')).to.equal('false');
      expect(names(chart)).to.equal('Street Bank Court Market');
      await press(chart, 'ArrowRight');
      expect(item(chart, 'Bank').getAttribute('aria-expanded')).to.equal('true');
      await press(chart, 'ArrowRight');
      expect(active(chart)).to.equal('Door');
      await press(chart, 'ArrowLeft');
      expect(active(chart)).to.equal('Bank');
    });

    it('[ALL-05] opens all siblings with the star', async () => {
      chart.collapseAll();
      await settled(chart);
      await press(chart, 'ArrowRight', 'ArrowDown');
      await press(chart, '*');
      expect(names(chart)).to.equal('Street Bank Door Dome Court Market');
    });

    it('[ALL-05] goes to a name by its letters', async () => {
      await press(chart, 'm');
      expect(active(chart)).to.equal('Market');
    });

    it('[ALL-05] selects with Enter and with Space, and says so', async () => {
      for (const key of ['Enter', 'Space']) {
        chart.selected = 'm';
        await settled(chart);
        await press(chart, 'Home', 'ArrowDown');
        const selected = oneEvent<KtUnitSelectedEvent>(chart, 'kt-unit-selected');
        await press(chart, key);
        expect((await selected).id).to.equal('b');
        expect(chart.selected).to.equal('b');
        expect(item(chart, 'Bank').getAttribute('aria-selected')).to.equal('true');
      }
    });

    it('says when a unit opens or closes', async () => {
      const toggled = oneEvent<KtUnitToggledEvent>(chart, 'kt-unit-toggled');
      await press(chart, 'ArrowLeft');
      const event = await toggled;
      expect([event.id, event.expanded]).to.deep.equal(['a', false]);
    });

    it('pans with Shift and an arrow, zooms with plus and minus, fits with nought', async () => {
      const before = item(chart, 'Street').getBoundingClientRect();
      await press(chart, 'Shift+ArrowRight');
      expect(item(chart, 'Street').getBoundingClientRect().left).to.be.closeTo(before.left - 80, 0.5);
      await press(chart, '+');
      expect(item(chart, 'Street').getBoundingClientRect().width).to.be.closeTo(before.width * 1.25, 0.5);
      await press(chart, '-', '-');
      expect(item(chart, 'Street').getBoundingClientRect().width).to.be.closeTo(before.width / 1.25, 0.5);
      await press(chart, '0');
      expect(item(chart, 'Street').getBoundingClientRect().left).to.be.closeTo(before.left, 0.5);
    });

    it('goes to the search with a slash', async () => {
      await press(chart, '/');
      expect(chart.shadowRoot?.activeElement).to.equal(part(chart, 'input'));
    });

    it('[ALL-05] keeps the active unit drawn, and brings it on the stage', async () => {
      await chartReset(chart, manyUnits(3000), { openLevels: 99 });
      part(chart, '[role=tree]').focus();
      await press(chart, 'End');
      expect(isOnStage(chart, active(chart) ?? '')).to.equal(true);
    });
  });

  describe('pointer', () => {
    it('selects the box that is pressed', async () => {
      const chart = await chartOf(small);
      const selected = oneEvent<KtUnitSelectedEvent>(chart, 'kt-unit-selected');
      item(chart, 'Court').click();
      expect((await selected).unit.name).to.equal('Court');
    });

    it('opens and closes by the handle under a box, and leaves the box where it stands', async () => {
      const chart = await chartOf(small);
      const before = item(chart, 'Bank').getBoundingClientRect();
      const index = item(chart, 'Bank').dataset['unit'];
      part(chart, `[data-handle="${index}"]`).click();
      await settled(chart);
      expect(names(chart)).to.equal('Street Bank Court Market');
      expect(item(chart, 'Bank').getBoundingClientRect().left).to.be.closeTo(before.left, 0.5);
      expect(part(chart, `[data-handle="${index}"]`).textContent.trim()).to.equal('2');
    });

    it('pans by a drag, which is no press', async () => {
      const chart = await chartOf(small);
      let selected = false;
      chart.addEventListener('kt-unit-selected', () => (selected = true));
      const box = item(chart, 'Bank');
      const { left, top } = box.getBoundingClientRect();
      const at = (x: number, y: number): PointerEventInit => ({
        pointerId: 1,
        clientX: x,
        clientY: y,
        bubbles: true,
        composed: true,
        button: 0,
        buttons: 1,
      });
      part(chart, '.stage').setPointerCapture = () => undefined;
      box.dispatchEvent(new PointerEvent('pointerdown', at(left + 5, top + 5)));
      box.dispatchEvent(new PointerEvent('pointermove', at(left + 65, top + 25)));
      box.dispatchEvent(new PointerEvent('pointerup', at(left + 65, top + 25)));
      box.click();
      await settled(chart);
      expect(item(chart, 'Bank').getBoundingClientRect().left).to.be.closeTo(left + 60, 0.5);
      expect(item(chart, 'Bank').getBoundingClientRect().top).to.be.closeTo(top + 20, 0.5);
      expect(selected).to.equal(false);
    });

    it('pans by the wheel and zooms around the pointer with Ctrl', async () => {
      const chart = await chartOf(small);
      chart.style.width = '620px';
      await settled(chart);
      const stage = part(chart, '.stage');
      const before = item(chart, 'Street').getBoundingClientRect();
      stage.dispatchEvent(new WheelEvent('wheel', { deltaX: 30, deltaY: 10, cancelable: true }));
      await settled(chart);
      const after = item(chart, 'Street').getBoundingClientRect();
      expect([after.left, after.top]).to.deep.equal([before.left - 30, before.top]);
      const point = { clientX: after.left, clientY: after.top };
      stage.dispatchEvent(new WheelEvent('wheel', { deltaY: -100, ctrlKey: true, cancelable: true, ...point }));
      await settled(chart);
      const nearer = item(chart, 'Street').getBoundingClientRect();
      expect(nearer.width).to.be.above(after.width);
      expect(nearer.left).to.be.closeTo(after.left, 1);
    });

    it('lets the page scroll where the chart ends, and at once where its whole height is shown', async () => {
      const tall = manyUnits(13, 1);
      const chart = await chartOf(tall, { openLevels: 99 });
      const wheel = (by: WheelEventInit): boolean =>
        part(chart, '.stage').dispatchEvent(new WheelEvent('wheel', { cancelable: true, bubbles: true, ...by }));
      expect(wheel({ deltaY: -10 }), 'up from its top').to.equal(true);
      expect(wheel({ deltaY: 5000 }), 'down').to.equal(false);
      await settled(chart);
      expect(isOnStage(chart, '第 12 单位')).to.equal(true);
      expect(wheel({ deltaY: 10 }), 'down from its end').to.equal(true);
      expect(wheel({ deltaX: 500, deltaY: 10 }), 'aside').to.equal(true);
      await chartReset(chart, small, {});
      expect(wheel({ deltaY: 10 }), 'a flat chart').to.equal(true);
      expect(getComputedStyle(part(chart, '.stage')).touchAction).to.equal('pan-y');
    });

    it('zooms by its buttons', async () => {
      const chart = await chartOf(small);
      const { width } = item(chart, 'Street').getBoundingClientRect();
      part(chart, '.zoom button').click();
      await settled(chart);
      expect(item(chart, 'Street').getBoundingClientRect().width).to.be.closeTo(width * 1.25, 0.5);
    });

    it('goes where the overview is pressed', async () => {
      const chart = await chartOf(manyUnits(3000), { openLevels: 99 });
      const map = part<HTMLCanvasElement>(chart, '.map');
      await waitUntil(() => paintedPixels(map) > 100, 'is painted');
      const before = names(chart);
      const { left, top, height } = map.getBoundingClientRect();
      map.setPointerCapture = () => undefined;
      const point = { clientX: left + 12, clientY: top + height / 2, buttons: 1, bubbles: true };
      map.dispatchEvent(new PointerEvent('pointerdown', point));
      await settled(chart);
      expect(names(chart)).not.to.equal(before);
    });
  });

  describe('search', () => {
    async function type(chart: KtOrgChart, text: string): Promise<void> {
      part<HTMLInputElement>(chart, 'input').focus();
      await sendKeys({ type: text });
      await settled(chart);
    }

    it('finds, marks and counts matches, and goes through them with Enter', async () => {
      const chart = await chartOf(small);
      await type(chart, 'do');
      expect(part(chart, '.found-count [role=status]')).to.have.text('1 / 2');
      expect(item(chart, 'Door')).to.have.class('match');
      expect(item(chart, 'Dome')).to.have.class('match');
      expect(active(chart)).to.equal('Door');
      await press(chart, 'Enter');
      expect(active(chart)).to.equal('Dome');
      await press(chart, 'Shift+Enter');
      expect(active(chart)).to.equal('Door');
    });

    it('opens what hides a match and brings it on the stage', async () => {
      const chart = await chartOf(manyUnits(3000), { openLevels: 1 });
      await type(chart, '2999');
      expect(isOnStage(chart, '第 2999 单位')).to.equal(true);
    });

    it('finds a person', async () => {
      const chart = await chartOf(small, { openLevels: 1 });
      part<HTMLInputElement>(chart, 'input').value = '陈某某';
      part(chart, 'input').dispatchEvent(new InputEvent('input', { bubbles: true }));
      await settled(chart);
      expect(active(chart)).to.equal('Bank');
    });

    it('shows in the box who was found', async () => {
      const chart = await chartOf(small);
      await type(chart, '王某某');
      expect(part(chart, '.box.match .who')).to.have.trimmed.text('兼职委员 王某某');
      await press(chart, 'Escape');
      expect(item(chart, 'Bank')).to.contain.text('书记 陈某某');
    });

    it('comes near enough to read what was found from afar', async () => {
      const chart = await chartOf(manyUnits(3000), { openLevels: 99 });
      const { width } = item(chart, '路桥区').getBoundingClientRect();
      for (let step = 0; step < 14; step++) part(chart, '.zoom button:nth-child(2)').click();
      await settled(chart);
      await type(chart, '2999');
      expect(item(chart, '第 2999 单位').getBoundingClientRect().width).to.be.closeTo(width, 0.5);
    });

    it('says when nothing is found, and clears with Escape', async () => {
      const chart = await chartOf(small);
      await type(chart, 'zzz');
      expect(part(chart, '.found-count [role=status]')).to.have.text('没有找到');
      await press(chart, 'Escape');
      expect(part<HTMLInputElement>(chart, 'input').value).to.equal('');
      expect(root(chart).querySelector('.found-count')).to.equal(null);
    });
  });

  describe('from script', () => {
    it('reveals a unit by its id and answers whether there is one', async () => {
      const chart = await chartOf(manyUnits(3000), { openLevels: 1 });
      expect(chart.reveal('u2500')).to.equal(true);
      await settled(chart);
      expect(isOnStage(chart, '第 2500 单位')).to.equal(true);
      expect(chart.reveal('nobody')).to.equal(false);
    });

    it('opens and closes everything', async () => {
      const chart = await chartOf(small);
      chart.collapseAll();
      await settled(chart);
      expect(names(chart)).to.equal('Street');
      chart.expandAll();
      await settled(chart);
      expect(names(chart)).to.equal('Street Bank Door Dome Court Market');
    });

    it('shows the top that remains when all is closed, from however far one looked', async () => {
      const chart = await chartOf(manyUnits(3000), { openLevels: 99 });
      const { width } = item(chart, '路桥区').getBoundingClientRect();
      chart.reveal('u2999');
      chart.fit();
      await settled(chart);
      chart.collapseAll();
      await settled(chart);
      expect(isOnStage(chart, '路桥区')).to.equal(true);
      expect(item(chart, '路桥区').getBoundingClientRect().width).to.be.closeTo(width, 0.5);
    });

    it('says when the whole chart is too large to be shown, until one looks on', async () => {
      const chart = await chartOf(small);
      const said = (): string => part(chart, '.partly').textContent.trim();
      chart.fit();
      await settled(chart);
      expect(said()).to.equal('');
      await chartReset(chart, manyUnits(3000), {});
      chart.expandAll();
      chart.fit();
      await settled(chart);
      expect(said()).to.contain('一屏放不下');
      part(chart, '.zoom button').click();
      await settled(chart);
      expect(said()).to.equal('');
    });

    it('keeps the superior of a unit that is brought to the middle in sight', async () => {
      const chart = await chartOf(manyUnits(43, 6), { openLevels: 99 });
      chart.style.width = '800px';
      await settled(chart);
      chart.reveal('u7');
      await settled(chart);
      expect(isOnStage(chart, '第 7 单位')).to.equal(true);
      expect(isOnStage(chart, '第 1 单位')).to.equal(true);
    });

    it('shows the chosen unit where a list of another place has come, and where one size of text follows another', async () => {
      for (const view of ['chart', 'indent'] as const) {
        const many = manyUnits(3000);
        const chart = await chartOf(many, { view, selected: 'u2000' });
        expect(isOnStage(chart, '第 2000 单位'), 'at first').to.equal(true);
        await chartReset(chart, [{ id: 'o', name: 'Elsewhere' }, ...many], {});
        expect(isOnStage(chart, '第 2000 单位'), 'of another place').to.equal(true);
        chart.density = 'large';
        await settled(chart);
        expect(isOnStage(chart, '第 2000 单位'), 'in large type').to.equal(true);
      }
    });

    it('keeps what is open, where one is and what is chosen when a new list comes', async () => {
      const chart = await chartOf(small, { openLevels: 1, selected: 'c' });
      chart.reveal('d');
      await settled(chart);
      chart.units = [...small, { id: 'n', parent: 'a', name: 'New' }];
      await settled(chart);
      expect(names(chart)).to.equal('Street Bank Door Dome Court Market New');
      expect(active(chart)).to.equal('Door');
      expect(item(chart, 'Court').getAttribute('aria-selected')).to.equal('true');
    });

    it('opens what stands above a unit that the host has chosen', async () => {
      const chart = await chartOf(small, { openLevels: 1 });
      expect(names(chart)).to.equal('Street');
      chart.selected = 'd';
      await settled(chart);
      expect(names(chart)).to.equal('Street Bank Door Dome Court Market');
      expect(active(chart)).to.equal('Door');
    });
  });

  describe('indented list', () => {
    it('draws the rows in the window alone, and tells levels and places of all', async () => {
      const chart = await chartOf(manyUnits(3000), { openLevels: 99, view: 'indent' });
      expect(items(chart).length).to.be.below(40);
      expect(part(chart, '.rows').getBoundingClientRect().height).to.be.above(90_000);
      expect(items(chart)[1]?.getAttribute('aria-level')).to.equal('2');
    });

    it('[ALL-05] takes the same keys, and scrolls with them', async () => {
      const chart = await chartOf(manyUnits(3000), { openLevels: 99, view: 'indent' });
      part(chart, '[role=tree]').focus();
      await press(chart, 'End');
      expect(isOnStage(chart, active(chart) ?? '')).to.equal(true);
      await press(chart, 'Home', 'ArrowDown', 'ArrowLeft');
      expect(items(chart)[1]?.getAttribute('aria-expanded')).to.equal('false');
    });

    it('opens by the arrow in front of a row', async () => {
      const chart = await chartOf(small, { openLevels: 1, view: 'indent' });
      part(chart, '.twist').click();
      await settled(chart);
      expect(names(chart)).to.equal('Street Bank Court Market');
    });

    it('is the shape for narrow places, unless a view is stated', async () => {
      const chart = await chartOf(small);
      chart.style.width = '390px';
      await settled(chart);
      expect(root(chart).querySelector('.list')).not.to.equal(null);
      chart.view = 'chart';
      await settled(chart);
      expect(root(chart).querySelector('.wires')).not.to.equal(null);
    });

    it('shows where one is when it takes the place of the chart, and the other way round', async () => {
      const chart = await chartOf(manyUnits(3000), { view: 'indent', selected: 'u2000' });
      for (const view of ['chart', 'indent', 'chart'] as const) {
        chart.view = view;
        await settled(chart);
        expect(isOnStage(chart, '第 2000 单位'), view).to.equal(true);
      }
    });

    it('gives the name a line of its own in a narrow place, and cuts a post before a name', async () => {
      const person = { post: '大党委书记兼居民议事会会长', name: '林某某' };
      const long = { id: 'x', name: '迎宾社区城市会客厅', people: [person], facts: ['议事会议成员 12'] };
      const chart = await chartOf(
        [
          { id: 'top', name: '路桥区' },
          { ...long, parent: 'top' },
        ],
        { view: 'indent' },
      );
      chart.style.width = '240px';
      await settled(chart);
      const name = part(chart, '.row:last-child .row-name');
      const who = part(chart, '.row:last-child .who');
      const post = part(chart, '.row:last-child .post');
      expect(name.scrollWidth).to.be.at.most(name.clientWidth);
      expect(who.getBoundingClientRect().top).to.be.at.least(name.getBoundingClientRect().bottom - 1);
      expect(post.scrollWidth).to.be.above(post.clientWidth);
      expect(who.scrollWidth).to.be.at.most(who.clientWidth);
      expect(who.title).to.equal('大党委书记兼居民议事会会长 林某某；议事会议成员 12');
    });

    it('is chosen by the switch', async () => {
      const chart = await chartOf(small);
      part(chart, '.segments button:last-child').click();
      await settled(chart);
      expect(chart.view).to.equal('indent');
      expect(part(chart, '.segments button:last-child').getAttribute('aria-pressed')).to.equal('true');
      expect(names(chart)).to.equal('Street Bank Door Dome Court Market');
    });
  });

  describe('what closes by itself', () => {
    it('[ORG-01] leaves the keyboard at what is still drawn when fewer levels are open', async () => {
      for (const view of ['chart', 'indent'] as const) {
        const chart = await chartOf(small, { openLevels: 3, view });
        part(chart, '[role=tree]').focus();
        await press(chart, 'ArrowDown', 'ArrowDown');
        expect(active(chart)).to.equal('Door');
        chart.openLevels = 2;
        await settled(chart);
        expect(names(chart)).to.equal('Street Bank Court Market');
        expect(active(chart)).to.equal('Bank');
        chart.openLevels = 1;
        await settled(chart);
        expect(active(chart)).to.equal('Street');
      }
    });
  });

  describe('a low stage', () => {
    it('keeps the overview off the buttons that zoom: it goes where there is no room for both', async () => {
      for (const density of ['dense', 'large'] as const) {
        const chart = await chartOf(manyUnits(400), { density, openLevels: 9 });
        for (let height = 640; height >= 200; height -= 40) {
          chart.style.height = `${height}px`;
          await settled(chart);
          const map = root(chart).querySelector('.map')?.getBoundingClientRect();
          const zoom = part(chart, '.zoom').getBoundingClientRect();
          if (map) expect(map.top, `${density} ${height}`).to.be.at.least(zoom.bottom);
          else expect(part(chart, '.stage').clientHeight, `${density} ${height}`).to.be.below(320);
        }
      }
    });
  });

  describe('on a desk', () => {
    /** A desk that tells of these rows by the name of the view, until it is told to fail. */
    class XDesk {
      fails = false;
      actor: Actor = person(personId.parse('p'));
      readonly watchers: (() => void)[] = [];
      readonly rows: Record<string, readonly unknown[]> = {
        units: [unitRow('s', 'street-committee', undefined), unitRow('j', 'joint-committee', 's')],
        appointments: [{ unit: 's', post: 'secretary', person: 'p', from: '2018-01-01', territory: '', id: 'a' }],
        people: [{ id: 'p', name: { content: 'n', commitment: '0'.repeat(64) }, invented: true }],
      };

      face(): Desk {
        const notAsked = (): never => {
          throw new Error('not asked in these tests');
        };
        return {
          model: {
            ...sampleModel(),
            permissions: [{ do: ['see:appointments'], by: ['signed-in'], where: 'everywhere' }],
          },
          actor: this.actor,
          now: () => Date.UTC(2018, 9, 30),
          view: <Row>(view: View<Row>) =>
            this.fails
              ? Promise.reject(new Error('line down'))
              : Promise.resolve({
                  rows: (this.rows[view.name] ?? []).map((row) => z.parse(view.row, row)),
                  contents: { n: '林某某' },
                }),
          watch: (_view, changed) => {
            this.watchers.push(changed);
            return () => this.watchers.splice(this.watchers.indexOf(changed), 1);
          },
          send: notAsked,
          can: notAsked,
          offers: notAsked,
          sum: notAsked,
          ask: notAsked,
          standings: () => Promise.resolve([]),
          attach: notAsked,
          file: notAsked,
          newId: notAsked,
        };
      }
    }

    function unitRow(id: string, kind: string, parent: string | undefined): object {
      const from = '2017-01-01';
      const names = [{ name: `unit ${id}`, from }];
      const parents = [{ ...(parent === undefined ? {} : { parent }), from }];
      return {
        id,
        kind,
        parent,
        name: `unit ${id}`,
        territory: '',
        territories: [],
        stands: true,
        from,
        names,
        parents,
      };
    }

    async function chartOn(desk: XDesk): Promise<KtOrgChart> {
      const page = await fixture<KtDesk>(html`<kt-desk .desk=${desk.face()}><kt-org-chart></kt-org-chart></kt-desk>`);
      const chart = page.querySelector('kt-org-chart');
      if (!chart) throw new Error('no chart');
      return chart;
    }

    it('[ORG-01] shows the units of the desk around it, and those that come later', async () => {
      const desk = new XDesk();
      const chart = await chartOn(desk);
      await waitUntil(() => names(chart) === 'unit s unit j');
      expect(item(chart, 'unit s')).to.contain.text('secretary 林某某');
      expect(part(chart, '.path')).to.contain.text('2018年10月30日在任');
      desk.rows['units'] = [...(desk.rows['units'] ?? []), unitRow('f', 'firm', 'j')];
      for (const changed of desk.watchers) changed();
      await waitUntil(() => names(chart) === 'unit s unit j unit f');
    });

    it('[ORG-02] says nothing of holders to a guest, who may not see them', async () => {
      const desk = new XDesk();
      desk.rows['appointments'] = [];
      const seen = await chartOn(desk);
      await waitUntil(() => names(seen) === 'unit s unit j');
      expect(item(seen, 'unit s')).to.contain.text('secretary空缺');
      desk.actor = anonymous;
      const chart = await chartOn(desk);
      await waitUntil(() => names(chart) === 'unit s unit j');
      expect(chart.renderRoot).not.to.contain.text('空缺');
      expect(part(chart, '.path')).to.contain.text('2018年10月30日的架构');
    });

    for (const view of ['chart', 'indent'] as const) {
      it(`shows the chosen unit again when another desk takes the place of the first, as ${view}`, async () => {
        const desk = new XDesk();
        const firms = Array.from({ length: 200 }, (_, n) => unitRow(`f${n}`, 'firm', 'j'));
        desk.rows['units'] = [...(desk.rows['units'] ?? []), ...firms];
        const chart = await chartOn(desk);
        Object.assign(chart, { view, selected: 'f150' });
        const isShown = (): boolean => names(chart).includes('unit f150') && isOnStage(chart, 'unit f150');
        await waitUntil(isShown, 'at first');
        await settled(chart);
        const page = chart.parentElement;
        if (!(page instanceof HTMLElement)) throw new Error('no page');
        desk.rows['units'] = [...(desk.rows['units'] ?? []), unitRow('g', 'firm', 'j')];
        Object.assign(page, { desk: desk.face() });
        await waitUntil(() => root(chart).querySelector('.tag')?.textContent === '203 个单位');
        await settled(chart);
        await waitUntil(isShown, 'of the other desk');
        expect(items(chart).filter(({ title }) => isOnStage(chart, title)).length).to.be.above(5);
      });
    }

    it('says when the organisation could not be read, and tries again', async () => {
      const desk = new XDesk();
      desk.fails = true;
      const chart = await chartOn(desk);
      await waitUntil(() => root(chart).querySelector('.message button') !== null);
      expect(part(chart, '[role=status]')).to.contain.text('没有读到');
      desk.fails = false;
      part(chart, '.message button').click();
      await waitUntil(() => names(chart) === 'unit s unit j');
    });

    it('stops watching when it is taken out', async () => {
      const desk = new XDesk();
      const chart = await chartOn(desk);
      await waitUntil(() => desk.watchers.length === 3);
      chart.remove();
      expect(desk.watchers.length).to.equal(0);
    });

    it('shows its own units where they are set', async () => {
      const chart = await chartOn(new XDesk());
      chart.units = small;
      await waitUntil(() => names(chart).startsWith('Street'));
    });
  });

  describe('size', () => {
    it('stays light with fifty thousand units at every zoom', async () => {
      const chart = await chartOf(manyUnits(50_000, 9), { openLevels: 99 });
      for (let step = 0; step < 6; step++) {
        expect(root(chart).querySelectorAll('*').length).to.be.below(300);
        part(chart, '.zoom button:nth-child(2)').click();
        await settled(chart);
      }
      chart.fit();
      await settled(chart);
      expect(root(chart).querySelectorAll('*').length).to.be.below(300);
    });

    it('selects painted boxes as well, where they are too small for text', async () => {
      const chart = await chartOf(manyUnits(3000, 9), { openLevels: 99 });
      chart.fit();
      await settled(chart);
      const shape = items(chart)[0]?.getBoundingClientRect();
      const selected = oneEvent<KtUnitSelectedEvent>(chart, 'kt-unit-selected');
      part(chart, '.plane').dispatchEvent(
        new MouseEvent('click', { bubbles: true, clientX: (shape?.left ?? 0) + 2, clientY: (shape?.top ?? 0) + 2 }),
      );
      expect((await selected).id).to.equal('u0');
    });

    it('follows the size of its place', async () => {
      const chart = await chartOf(small);
      chart.style.height = '300px';
      await settled(chart);
      const stage = part(chart, '.stage');
      expect(part<HTMLCanvasElement>(chart, '.wires').height).to.equal(
        Math.round(stage.clientHeight * devicePixelRatio),
      );
    });

    it('grows with the density', async () => {
      const chart = await chartOf(small);
      const { width } = item(chart, 'Street').getBoundingClientRect();
      chart.density = 'large';
      await settled(chart);
      expect(getComputedStyle(item(chart, 'Street')).fontSize).to.equal('20px');
      expect(item(chart, 'Street').getBoundingClientRect().width).to.be.above(width);
    });
  });

  describe('everyone', () => {
    for (const view of ['chart', 'indent'] as const) {
      it(`[ALL-05] passes axe as ${view === 'chart' ? 'a chart' : 'an indented list'}`, async () => {
        const chart = await chartOf(street, { view, selected: 'c1', asOf: '2018-10-30' });
        await expect(chart).to.be.accessible();
      });
    }

    it('[ALL-05] passes axe with faults, with matches and empty', async () => {
      const faulty = await chartOf([...small, { id: 'x', parent: 'gone', name: 'X' }]);
      part<HTMLInputElement>(faulty, 'input').value = 'do';
      part(faulty, 'input').dispatchEvent(new InputEvent('input', { bubbles: true }));
      await settled(faulty);
      await expect(faulty).to.be.accessible();
      await expect(await chartOf([])).to.be.accessible();
    });

    it('[ALL-05] has targets of at least 24 by 24', async () => {
      const chart = await chartOf(small);
      for (const button of root(chart).querySelectorAll('button')) {
        const { width, height } = button.getBoundingClientRect();
        expect(Math.min(width, height), button.textContent).to.be.at.least(23.5);
      }
    });
  });
});

async function chartReset(chart: KtOrgChart, units: readonly OrgChartUnit[], more: Partial<KtOrgChart>): Promise<void> {
  Object.assign(chart, more, { units });
  await settled(chart);
}
