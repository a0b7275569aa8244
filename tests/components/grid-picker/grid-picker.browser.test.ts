import { expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse, resetMouse, setViewport } from '@web/test-runner-commands';
import '@keting/components/kt-grid-picker.js';
import type { KtGridPicker } from '../../../packages/components/src/grid-picker/grid-picker.ts';
import { KtGridPickedEvent } from '../../../packages/components/src/grid-picker/grid-picker.events.ts';
import { codeAt, middleOf, squareAt, squares } from './squares.ts';

const grids = squares();

async function picker(columns = 3, rows = 3): Promise<KtGridPicker> {
  const element = await fixture<KtGridPicker>(
    html`<kt-grid-picker label="选择微格" .grids=${columns === 3 ? grids : squares(columns, rows)}></kt-grid-picker>`,
  );
  await settled(element);
  return element;
}

/** Until sizes are known and the map is painted. */
async function settled(element: KtGridPicker): Promise<void> {
  await element.updateComplete;
  await nextFrame();
  await nextFrame();
  await element.updateComplete;
}

const part = <Kind extends Element = HTMLElement>(element: KtGridPicker, selector: string): Kind => {
  const found = element.shadowRoot!.querySelector<Kind>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const parts = (element: KtGridPicker, selector: string): Element[] => [
  ...element.shadowRoot!.querySelectorAll(selector),
];
const textOf = (element: KtGridPicker, selector: string): string =>
  part(element, selector).textContent.replace(/\s+/g, ' ').trim();
const options = (element: KtGridPicker): Element[] => parts(element, '#options [role=option]');

function middleOfStage(element: KtGridPicker): [x: number, y: number] {
  const { left, top, width, height } = part(element, '.stage').getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
}

/** Everything that happened to a picker, by name of event. */
function listen(element: KtGridPicker): string[] {
  const heard: string[] = [];
  for (const name of ['input', 'change', 'kt-grid-picked']) {
    element.addEventListener(name, (event) => {
      const way = event instanceof KtGridPickedEvent ? ` ${event.way} ${event.grid?.code ?? 'none'}` : '';
      heard.push(`${name}${way}`);
    });
  }
  return heard;
}

async function type(element: KtGridPicker, text: string): Promise<void> {
  const field = part<HTMLInputElement>(element, '#search');
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await element.updateComplete;
}

async function press(element: KtGridPicker, ...keys: string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
  await settled(element);
}

async function askCoordinate(element: KtGridPicker, typed: string, system = 'WGS-84'): Promise<void> {
  const toggle = part<HTMLButtonElement>(element, '[aria-controls=coordinate]');
  if (toggle.getAttribute('aria-expanded') !== 'true') toggle.click();
  await element.updateComplete;
  part<HTMLInputElement>(element, '#place').value = typed;
  part<HTMLSelectElement>(element, '#system').value = system;
  part<HTMLInputElement>(element, '#place').focus();
  await press(element, 'Enter');
}

describe('kt-grid-picker', () => {
  before(() => setViewport({ width: 1000, height: 800 }));
  afterEach(() => resetMouse());

  describe('as a list', () => {
    it('[GRID-04] finds grids by name, community, code and initials', async () => {
      const element = await picker();
      for (const [typed, count] of [
        ['方林', 3],
        ['第 8', 1],
        ['flsq', 3],
        [codeAt(1, 1, 3), 1],
        ['', 9],
      ] as const) {
        await type(element, typed);
        expect(options(element), typed).to.have.length(count);
        expect(textOf(element, '.count')).to.equal(`${count} 个`);
      }
    });

    it('[GRID-04] says what to do when nothing is found, and Escape brings all back', async () => {
      const element = await picker();
      await type(element, '没有这个');
      expect(textOf(element, '.finder .empty')).to.contain('没有找到“没有这个”');
      await press(element, 'Escape');
      expect(part<HTMLInputElement>(element, '#search').value).to.equal('');
      expect(options(element)).to.have.length(9);
    });

    it('[ALL-05] is a combobox: keys move the active option, Enter picks it, focus stays in the field', async () => {
      const element = await picker();
      const heard = listen(element);
      const field = part<HTMLInputElement>(element, '#search');
      field.focus();
      expect(field.hasAttribute('aria-activedescendant')).to.be.false;
      await press(element, 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowDown');
      const active = part(element, `#${field.getAttribute('aria-activedescendant')!}`);
      expect(active.textContent).to.match(/迎宾社区 · \s*第 2 微格/);
      expect(element.value, 'moving does not pick').to.equal('');
      await press(element, 'Enter');
      expect(element.value).to.equal(grids[1]!.code);
      expect(active.getAttribute('aria-selected')).to.equal('true');
      expect(element.shadowRoot!.activeElement).to.equal(field);
      expect(heard).to.deep.equal(['input', 'change', `kt-grid-picked list ${grids[1]!.code}`]);
    });

    it('[ALL-05] typing makes the first find active, so that Enter picks it', async () => {
      const element = await picker();
      await type(element, '第 7');
      await press(element, 'Enter');
      expect(element.value).to.equal(grids[6]!.code);
    });

    it('[ALL-05] Enter without an active option is left to the form', async () => {
      const form = await fixture<HTMLFormElement>(html`<form><kt-grid-picker .grids=${grids}></kt-grid-picker></form>`);
      const element = form.querySelector('kt-grid-picker')!;
      await settled(element);
      part<HTMLInputElement>(element, '#search').focus();
      const pressed = oneEvent(element, 'keydown');
      await press(element, 'Enter');
      expect((await pressed).defaultPrevented).to.be.false;
    });

    it('[GRID-04] draws only what is seen of thousands, and tells the place of each among all', async () => {
      const element = await picker(60, 50);
      expect(options(element).length).to.be.lessThan(60);
      part<HTMLInputElement>(element, '#search').focus();
      await press(element, 'ArrowUp');
      const option = options(element)[options(element).length - 1]!;
      expect(option.getAttribute('aria-setsize')).to.equal('3000');
      expect(option.getAttribute('aria-posinset')).to.equal('3000');
      const seen = part(element, '.options').getBoundingClientRect();
      expect(option.getBoundingClientRect().bottom).to.be.closeTo(seen.bottom, 2);
    });

    it('[GRID-04] scrolled by hand it shows no blank', async () => {
      const element = await picker(60, 50);
      const list = part(element, '.options');
      list.scrollTop = 40_000;
      await waitUntil(() => {
        const { top, bottom } = list.getBoundingClientRect();
        const rows = parts(element, '.window .row').map((row) => row.getBoundingClientRect());
        return rows[0]!.top <= top && rows[rows.length - 1]!.bottom >= bottom;
      });
    });

    it('[GRID-04] a value set at once is scrolled to, and pointed at only while it is drawn', async () => {
      const many = squares(60, 50);
      const element = await fixture<KtGridPicker>(
        html`<kt-grid-picker density="large" .grids=${many} .value=${many[2000]!.code}></kt-grid-picker>`,
      );
      const field = part(element, '#search');
      const list = part(element, '.options');
      const chosen = (): Element | null => element.shadowRoot!.querySelector('#options [aria-selected=true]');
      await waitUntil(() => {
        const { top = 0, bottom = 0 } = chosen()?.getBoundingClientRect() ?? {};
        const seen = list.getBoundingClientRect();
        return top >= seen.top - 1 && bottom > top && bottom <= seen.bottom + 1;
      });
      expect(field.getAttribute('aria-activedescendant')).to.equal(chosen()!.id);
      list.scrollTop = 0;
      await waitUntil(() => chosen() === null);
      await element.updateComplete;
      expect(field.hasAttribute('aria-activedescendant')).to.be.false;
    });

    it('[GRID-04] a pointer picks', async () => {
      const element = await picker();
      (options(element)[3] as HTMLElement).click();
      expect(element.value).to.equal(grids[3]!.code);
    });
  });

  describe('as a map', () => {
    it('[GRID-04] tells the grid under the pointer and picks it by a click', async () => {
      const element = await picker();
      const heard = listen(element);
      await sendMouse({ type: 'move', position: middleOfStage(element) });
      expect(textOf(element, '.tip')).to.equal('迎宾社区 · 第 5 微格');
      await sendMouse({ type: 'click', position: middleOfStage(element) });
      expect(element.value).to.equal(grids[4]!.code);
      expect(heard[2]).to.equal(`kt-grid-picked map ${grids[4]!.code}`);
    });

    it('[GRID-04] a click beside the district picks nothing', async () => {
      const element = await picker();
      const { left, top } = part(element, '.stage').getBoundingClientRect();
      await sendMouse({ type: 'click', position: [Math.round(left) + 4, Math.round(top) + 4] });
      expect(element.value).to.equal('');
      expect(part(element, '.tip').hidden).to.be.true;
    });

    it('[GRID-04] is painted: the ground has its colour and the space around it none', async () => {
      const element = await picker();
      const canvas = part<HTMLCanvasElement>(element, 'canvas');
      const context = canvas.getContext('2d')!;
      const ground = context.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data;
      expect([...ground]).to.deep.equal([0xdb, 0xe5, 0xea, 0xff]);
      expect(context.getImageData(2, 2, 1, 1).data[3]).to.equal(0);
    });

    it('[GRID-04] a drag moves it and picks nothing', async () => {
      const element = await picker();
      part<HTMLButtonElement>(element, '.tools button').click();
      const [x, y] = middleOfStage(element);
      await sendMouse({ type: 'move', position: [x, y] });
      const before = textOf(element, '.tip');
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'move', position: [x - 60, y] });
      await sendMouse({ type: 'move', position: [x - 130, y] });
      await sendMouse({ type: 'up' });
      expect(element.value).to.equal('');
      await sendMouse({ type: 'move', position: [x, y] });
      expect(textOf(element, '.tip')).not.to.equal(before);
    });

    it('[GRID-04] a wheel zooms while there is something to zoom, and else scrolls the page', async () => {
      const element = await picker();
      const stage = part(element, '.stage');
      const wheel = (deltaY: number): boolean => {
        const event = new WheelEvent('wheel', { deltaY, bubbles: true, cancelable: true });
        stage.dispatchEvent(event);
        return event.defaultPrevented;
      };
      expect(wheel(100), 'the whole map is already seen').to.be.false;
      expect(wheel(-100)).to.be.true;
      expect(stage.classList.contains('near')).to.be.true;
      expect(wheel(200)).to.be.true;
      expect(wheel(200)).to.be.false;
    });

    it('[GRID-04] buttons zoom and show the whole again', async () => {
      const element = await picker();
      const [larger, smaller, whole] = parts(element, '.tools button') as HTMLElement[];
      const near = (): boolean => part(element, '.stage').classList.contains('near');
      larger!.click();
      larger!.click();
      expect(near()).to.be.true;
      smaller!.click();
      expect(near()).to.be.true;
      whole!.click();
      expect(near()).to.be.false;
    });

    it('[ALL-05] arrows go from grid to grid, each is told with its place, Enter and Space pick', async () => {
      const element = await picker();
      const stage = part(element, '.stage');
      const told = (): string => textOf(element, `#${stage.getAttribute('aria-activedescendant')!}`);
      stage.focus();
      await settled(element);
      expect(told()).to.equal('迎宾社区 · 第 5 微格');
      await press(element, 'ArrowRight');
      expect(told()).to.equal('迎宾社区 · 第 6 微格');
      await press(element, 'ArrowRight');
      expect(told(), 'there is nothing farther east').to.equal('迎宾社区 · 第 6 微格');
      await press(element, 'ArrowUp');
      expect(told()).to.equal('方林社区 · 第 9 微格');
      const spot = part(element, '.stage [role=option]');
      expect([spot.getAttribute('aria-posinset'), spot.getAttribute('aria-setsize')]).to.deep.equal(['9', '9']);
      await press(element, 'Enter');
      expect(element.value).to.equal(grids[8]!.code);
      expect(spot.getAttribute('aria-selected')).to.equal('true');
      await press(element, 'ArrowLeft', 'ArrowDown', 'Space');
      expect(element.value).to.equal(grids[4]!.code);
    });

    it('[ALL-05] plus, minus, 0 and Shift with arrows move the map and pick nothing', async () => {
      const element = await picker();
      const stage = part(element, '.stage');
      const near = (): boolean => stage.classList.contains('near');
      stage.focus();
      await press(element, '+');
      expect(near()).to.be.true;
      await press(element, '-');
      expect(near()).to.be.false;
      await press(element, 'Shift+ArrowLeft');
      expect(near()).to.be.true;
      await press(element, '0');
      expect(near()).to.be.false;
      expect(element.value).to.equal('');
    });

    it('[GRID-01] grids that share their ground are all offered', async () => {
      const element = await picker();
      const stall = { ...grids[4]!, code: '33100400100400199', name: '日用百货微格' };
      element.grids = [...grids, stall];
      await settled(element);
      await sendMouse({ type: 'click', position: middleOfStage(element) });
      await element.updateComplete;
      expect(textOf(element, '#same-ground')).to.contain('2 个网格');
      const [, second] = parts(element, '.same button') as HTMLElement[];
      second!.click();
      await element.updateComplete;
      expect(element.value).to.equal(stall.code);
      expect(second!.getAttribute('aria-pressed')).to.equal('true');
    });

    it('[CASE-10] values colour the map, and are told by legend and list', async () => {
      const element = await picker();
      element.values = { [grids[4]!.code]: 9, [grids[0]!.code]: 0 };
      element.valuesLabel = '未结案件';
      await settled(element);
      const canvas = part<HTMLCanvasElement>(element, 'canvas');
      const middle = canvas.getContext('2d')!.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data;
      expect([...middle]).to.deep.equal([0x26, 0x66, 0x78, 0xff]);
      expect(textOf(element, '.legend')).to.contain('未结案件');
      expect(parts(element, '.steps li').map((step) => step.textContent)).to.deep.equal(['0–8', '≥ 9']);
      expect(options(element)[4]!.textContent.replace(/\s+/g, ' ').trim()).to.equal('迎宾社区 · 第 5 微格 未结案件 9');
    });
  });

  describe('by coordinate', () => {
    it('[GRID-04] finds the grid of a coordinate in each system', async () => {
      const element = await picker();
      await askCoordinate(element, middleOf(2, 1).join(', '));
      expect(element.value).to.equal(codeAt(2, 1, 3));
      await askCoordinate(element, middleOf(0, 2).join(','));
      expect(element.value).to.equal(codeAt(0, 2, 3));
      // BD-09 shifts by about a square here: the same numbers are another place.
      await askCoordinate(element, middleOf(2, 1).join(', '), 'BD-09');
      expect(element.value).to.equal(codeAt(1, 1, 3));
      expect(textOf(element, '.chosen-name')).to.equal('迎宾社区 · 第 5 微格');
    });

    it('[GRID-04] a coordinate outside the district says so and loses nothing', async () => {
      const element = await picker();
      element.value = grids[2]!.code;
      const heard = listen(element);
      await askCoordinate(element, '116.4, 39.9');
      expect(textOf(element, '#place-message')).to.contain('不在本辖区的网格内');
      expect(part(element, '#place').getAttribute('aria-invalid')).to.equal('true');
      expect(part<HTMLInputElement>(element, '#place').value).to.equal('116.4, 39.9');
      expect(element.value).to.equal(grids[2]!.code);
      expect(heard).to.deep.equal([]);
    });

    it('[GRID-04] what is no coordinate says how to write one', async () => {
      const element = await picker();
      for (const typed of ['', '邮亭路 26 号', '200, 28']) {
        await askCoordinate(element, typed);
        expect(textOf(element, '#place-message'), typed).to.contain('先经度后纬度');
        expect(part<HTMLInputElement>(element, '#place').value).to.equal(typed);
      }
    });

    it('[GRID-04] a page locates by calling the element, and gets the refusal back', async () => {
      const element = await picker();
      const heard = listen(element);
      expect(element.locate(middleOf(1, 2))).to.deep.equal({ ok: true, grid: codeAt(1, 2, 3) });
      expect(heard[2]).to.equal(`kt-grid-picked coordinate ${codeAt(1, 2, 3)}`);
      const outside = element.locate([116.4, 39.9]);
      expect(!outside.ok && outside.refusal.code).to.equal('place-outside');
      await element.updateComplete;
      expect(textOf(element, '#place-message')).to.contain('不在本辖区的网格内');
    });

    it('[GRID-04] asks for the position only where the page offers it, and the page may answer itself', async () => {
      const element = await picker();
      part<HTMLButtonElement>(element, '[aria-controls=coordinate]').click();
      await element.updateComplete;
      expect(parts(element, '.actions button')).to.have.length(1);
      element.geolocation = true;
      await element.updateComplete;
      element.addEventListener('kt-locate', (event) => {
        event.preventDefault();
        element.locate(middleOf(0, 0));
      });
      (parts(element, '.actions button')[1] as HTMLElement).click();
      expect(element.value).to.equal(codeAt(0, 0, 3));
    });

    it('[GRID-04] where the browser gives no position, it says what to do instead', async () => {
      const element = await picker();
      element.geolocation = true;
      part<HTMLButtonElement>(element, '[aria-controls=coordinate]').click();
      await element.updateComplete;
      (parts(element, '.actions button')[1] as HTMLElement).click();
      await waitUntil(() => textOf(element, '#place-message').includes('不能自动定位'));
    });
  });

  describe('in a form', () => {
    const form = async (): Promise<[HTMLFormElement, KtGridPicker]> => {
      const found = await fixture<HTMLFormElement>(
        html`<form>
          <fieldset>
            <kt-grid-picker name="grid" value=${grids[1]!.code} required .grids=${grids}></kt-grid-picker>
          </fieldset>
        </form>`,
      );
      const element = found.querySelector('kt-grid-picker')!;
      await settled(element);
      return [found, element];
    };

    it('[GRID-04] its value is sent under its name, at once', async () => {
      const [host, element] = await form();
      expect(new FormData(host).get('grid')).to.equal(grids[1]!.code);
      element.value = grids[5]!.code;
      expect(new FormData(host).get('grid')).to.equal(grids[5]!.code);
      element.value = '';
      expect(new FormData(host).has('grid')).to.be.false;
      expect(element.form).to.equal(host);
    });

    it('[GRID-04] required and empty is invalid, in the language of the page', async () => {
      const [host, element] = await form();
      expect(host.checkValidity()).to.be.true;
      part<HTMLButtonElement>(element, '.clear').click();
      await element.updateComplete;
      expect(element.validity.valueMissing).to.be.true;
      expect(element.validationMessage).to.equal('请选一个网格。');
      expect(textOf(element, '.foot .error')).to.equal('请选一个网格。');
      expect(host.checkValidity()).to.be.false;
      element.lang = 'en';
      await waitUntil(() => element.validationMessage === 'Choose a grid.');
    });

    it('[GRID-04] nothing is said to be missing before the person did anything', async () => {
      const element = await fixture<KtGridPicker>(html`<kt-grid-picker required .grids=${grids}></kt-grid-picker>`);
      expect(element.shadowRoot!.querySelector('.error')).to.be.null;
      element.checkValidity();
      await element.updateComplete;
      expect(textOf(element, '.foot .error')).to.equal('请选一个网格。');
    });

    it('[GRID-04] reset returns to the attribute, restore to what the browser kept', async () => {
      const [host, element] = await form();
      element.value = grids[7]!.code;
      host.reset();
      expect(element.value).to.equal(grids[1]!.code);
      element.formStateRestoreCallback(grids[3]!.code);
      expect(element.value).to.equal(grids[3]!.code);
    });

    it('[GRID-04] disabled, by itself or by its fieldset, it picks nothing and sends nothing', async () => {
      const [host, element] = await form();
      host.querySelector('fieldset')!.disabled = true;
      await element.updateComplete;
      expect(new FormData(host).has('grid')).to.be.false;
      expect(part<HTMLInputElement>(element, '#search').disabled).to.be.true;
      (options(element)[6] as HTMLElement).click();
      await sendMouse({ type: 'click', position: middleOfStage(element) });
      expect(element.value).to.equal(grids[1]!.code);
      host.querySelector('fieldset')!.disabled = false;
      await element.updateComplete;
      (options(element)[6] as HTMLElement).click();
      expect(element.value).to.equal(grids[6]!.code);
    });

    it('[GRID-04] a value that no grid has is kept and told', async () => {
      const [, element] = await form();
      element.value = '33100499900100101';
      await element.updateComplete;
      expect(element.grid).to.be.undefined;
      expect(textOf(element, '.chosen-text')).to.equal('331004999001-001-01 不在当前的网格名单里');
    });
  });

  describe('wherever it stands', () => {
    it('[ALL-06] on a narrow screen a switch shows map or list; either suffices', async () => {
      const holder = await fixture<HTMLElement>(html`<div><kt-grid-picker .grids=${grids}></kt-grid-picker></div>`);
      holder.style.width = '358px';
      const element = holder.querySelector('kt-grid-picker')!;
      await waitUntil(() => parts(element, '.segments button').length === 2);
      const [map, list] = parts(element, '.segments button') as HTMLElement[];
      expect(map!.getAttribute('aria-pressed')).to.equal('true');
      expect(part(element, '.finder').hidden).to.be.true;
      list!.click();
      await element.updateComplete;
      expect(part(element, '.map').hidden).to.be.true;
      (options(element)[2] as HTMLElement).click();
      expect(element.value).to.equal(grids[2]!.code);
      expect(element.scrollWidth).to.be.at.most(358);
    });

    it('[ALL-06] shows only what `view` asks for', async () => {
      const element = await picker();
      const shown = (): boolean[] => [!part(element, '.map').hidden, !part(element, '.finder').hidden];
      expect(shown()).to.deep.equal([true, true]);
      element.view = 'list';
      await element.updateComplete;
      expect(shown()).to.deep.equal([false, true]);
      element.view = 'map';
      await element.updateComplete;
      expect(shown()).to.deep.equal([true, false]);
    });

    it('[ALL-06] moved to another place of the page it goes on working', async () => {
      const element = await picker();
      const place = document.createElement('div');
      element.parentElement!.append(place);
      place.append(element);
      await settled(element);
      await sendMouse({ type: 'click', position: middleOfStage(element) });
      expect(element.value).to.equal(grids[4]!.code);
      const canvas = part<HTMLCanvasElement>(element, 'canvas');
      expect(canvas.getContext('2d')!.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data[3]).to.equal(255);
    });

    it('[ALL-06] the same grids read anew leave map and list where a person has brought them', async () => {
      const element = await picker();
      await type(element, '');
      await press(element, 'ArrowDown', 'ArrowDown', 'ArrowDown');
      part<HTMLButtonElement>(element, '.tools button').click();
      await settled(element);
      const before = part(element, '#search').getAttribute('aria-activedescendant');
      element.grids = squares().map((grid) => ({ ...grid }));
      await settled(element);
      expect(part(element, '#search').getAttribute('aria-activedescendant')).to.equal(before);
      expect(part(element, '.stage').classList.contains('near')).to.be.true;
    });

    it('[GRID-04] a place is found among grids that were set in the same breath', async () => {
      const element = await fixture<KtGridPicker>(html`<kt-grid-picker></kt-grid-picker>`);
      element.grids = grids;
      expect(element.locate(middleOf(1, 1)).ok).to.be.true;
    });

    it('[GRID-04] what is typed to find a grid is no choice, and is not told as one', async () => {
      const element = await picker();
      const heard = listen(element);
      await type(element, '1');
      expect(heard).to.deep.equal([]);
    });

    it('[ALL-05] by keyboard too the map shows the name of the grid that one is at', async () => {
      const element = await picker();
      part(element, '.stage').focus();
      await press(element, 'ArrowRight');
      const tip = part(element, '.tip');
      expect(tip.hidden).to.be.false;
      expect(tip.textContent).to.equal(textOf(element, '.stage [role=option]'));
      part(element, '#search').focus();
      await settled(element);
      expect(tip.hidden).to.be.true;
    });

    it('[ALL-06] other grids take the place of those before, the value stays', async () => {
      const element = await picker();
      element.value = grids[4]!.code;
      element.grids = [{ code: 'X', name: '新网格', polygons: [[squareAt(0, 0)]] }];
      await settled(element);
      expect(element.value).to.equal(grids[4]!.code);
      await sendMouse({ type: 'click', position: middleOfStage(element) });
      expect(element.value).to.equal('X');
      expect(textOf(element, '.chosen-name')).to.equal('新网格');
    });

    it('[ALL-04] speaks English and Traditional Chinese whole', async () => {
      const element = await picker();
      element.label = '';
      element.grids = grids.map(({ code, polygons }) => ({ code, name: code, polygons }));
      element.lang = 'en';
      await askCoordinate(element, 'x');
      const labels = (): string =>
        parts(element, '[aria-label], [placeholder], [title]')
          .map((each) => ['aria-label', 'placeholder', 'title'].map((name) => each.getAttribute(name) ?? '').join(' '))
          .join(' ');
      const whole = (): string => `${textOf(element, '.frame')} ${labels()}`;
      expect(whole())
        .to.contain('Choose a grid')
        .and.not.match(/\p{Script=Han}/u);
      element.lang = 'zh-TW';
      await waitUntil(() => whole().includes('選擇網格'));
      expect(whole()).not.to.match(/[选择图经纬]/u);
    });

    it('says what will appear where there are no grids yet, and that they are coming', async () => {
      const element = await fixture<KtGridPicker>(html`<kt-grid-picker></kt-grid-picker>`);
      expect(textOf(element, '.empty')).to.contain('这里还没有网格');
      element.loading = true;
      await element.updateComplete;
      expect(textOf(element, '.empty')).to.equal('正在读取网格…');
    });
  });

  describe('[ALL-05] passes axe', () => {
    it('at rest, chosen and wrong', async () => {
      const element = await picker();
      await expect(element).to.be.accessible();
      element.values = { [grids[4]!.code]: 9, [grids[0]!.code]: 0 };
      element.geolocation = true;
      element.required = true;
      element.value = grids[4]!.code;
      await askCoordinate(element, 'x');
      part(element, '.stage').focus();
      await settled(element);
      await expect(element).to.be.accessible();
    });

    it('empty, disabled, nothing found', async () => {
      const empty = await fixture<KtGridPicker>(html`<kt-grid-picker></kt-grid-picker>`);
      await expect(empty).to.be.accessible();
      const element = await picker();
      await type(element, '没有');
      await expect(element).to.be.accessible();
      element.disabled = true;
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });
  });
});
