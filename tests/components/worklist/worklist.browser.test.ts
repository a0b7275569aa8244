import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '@keting/components/kt-desk.js';
import '@keting/components/kt-worklist.js';
import { luqiao } from '@keting/models';
import type { KtWorklist } from '../../../packages/components/src/worklist/worklist.ts';
import { caseDesk, mustSend, report } from '../case-page/case-desk.ts';
import { manyCases, now } from './many-cases.ts';
import { until } from '../case-page/until.ts';

async function show(count: number, width = 1200): Promise<KtWorklist> {
  const frame = await fixture(html`
    <div lang="zh-Hans">
      <kt-worklist density="dense" .model=${luqiao} .cases=${manyCases(count)} .now=${now}></kt-worklist>
    </div>
  `);
  const list = frame.querySelector('kt-worklist');
  if (!list) throw new Error('no list');
  list.style.width = `${width}px`;
  await nextFrame();
  await nextFrame();
  await list.updateComplete;
  return list;
}

const all = (list: KtWorklist, selector: string): HTMLElement[] => [
  ...list.renderRoot.querySelectorAll<HTMLElement>(selector),
];
const rows = (list: KtWorklist): HTMLElement[] => all(list, '.body [role=row]');
const at = (list: KtWorklist): string => {
  const { row, column } = (list.shadowRoot?.activeElement as HTMLElement | null)?.dataset ?? {};
  return `${row ?? '?'},${column ?? '?'}`;
};
const count = (list: KtWorklist): string => all(list, '.card-head [role=status]')[0]?.textContent.trim() ?? '';

async function press(list: KtWorklist, key: string): Promise<void> {
  await sendKeys({ press: key });
  await list.updateComplete;
  await nextFrame();
}

async function choose(list: KtWorklist, selector: string, value: string): Promise<void> {
  const [field] = all(list, selector) as (HTMLInputElement | HTMLSelectElement)[];
  if (!field) throw new Error(`no ${selector}`);
  field.value = value;
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
  await list.updateComplete;
}

describe('kt-worklist', () => {
  it('[CASE-05] shows number, what, where, stage, time left and whose turn, the most urgent first; passes axe', async () => {
    const list = await show(20);
    await expect(list).to.be.accessible();
    expect(count(list)).to.equal('20 件');
    const first = rows(list)
      .find((row) => row.getAttribute('aria-rowindex') === '2')
      ?.textContent.replace(/\s+/g, ' ');
    expect(first)
      .to.contain('超时')
      .and.to.contain('微格')
      .and.to.match(/2026-11\d\d-\d{4}/);
  });

  it('[ALL-05] draws only the rows on screen and tells how many there are', async () => {
    const list = await show(5000);
    expect(rows(list).length).to.be.lessThan(40);
    expect(all(list, '[role=grid]')[0]?.getAttribute('aria-rowcount')).to.equal('5001');
    const [body] = all(list, '.body');
    if (body) body.scrollTop = 100_000;
    await until(() => rows(list).some((row) => Number(row.getAttribute('aria-rowindex')) > 2000));
    expect(rows(list).length).to.be.lessThan(40);
  });

  it('[ALL-05] one tab stop; arrows, pages, Home and End, and Ctrl with them, go through all 5,000', async () => {
    const list = await show(5000);
    expect(all(list, '[role=grid] [tabindex="0"]')).to.have.length(1);
    all(list, '[role=grid] [tabindex="0"]')[0]?.focus();
    expect(at(list)).to.equal('0,0');
    await press(list, 'ArrowDown');
    await press(list, 'ArrowRight');
    expect(at(list)).to.equal('1,1');
    await press(list, 'Control+End');
    expect(at(list)).to.equal('4999,5');
    await press(list, 'Home');
    expect(at(list)).to.equal('4999,0');
    await press(list, 'PageUp');
    expect(Number(at(list).split(',')[0])).to.be.lessThan(4995);
    await press(list, 'Control+Home');
    expect(at(list)).to.equal('0,0');
    await press(list, 'ArrowUp');
    expect(at(list)).to.equal('-1,0');
  });

  it('[ALL-05] Enter on the head sorts and says so; Enter and a press on a row open the case', async () => {
    const list = await show(20);
    all(list, '[role=columnheader]')[0]?.focus();
    await press(list, 'Enter');
    expect(all(list, '[role=columnheader]')[0]?.getAttribute('aria-sort')).to.equal('ascending');
    await press(list, 'Enter');
    expect(all(list, '[role=columnheader]')[0]?.getAttribute('aria-sort')).to.equal('descending');
    await press(list, 'ArrowDown');
    const opened = oneEvent(list, 'kt-case-opened');
    await press(list, 'Enter');
    expect(await opened).to.have.property('id', 'case-0');
    const pressed = oneEvent(list, 'kt-case-opened');
    rows(list)
      .find((row) => row.getAttribute('aria-rowindex') === '3')
      ?.click();
    expect(await pressed).to.have.property('id', 'case-1');
  });

  it('[CASE-05] filters by words, stage, class and light; nothing found says so and can be cleared', async () => {
    const list = await show(400);
    await choose(list, '.find', '路灯');
    const found = Number.parseInt(count(list), 10);
    expect(found).to.be.greaterThan(0).and.lessThan(400);
    all(list, '.segments .late')[0]?.click();
    await list.updateComplete;
    expect(Number.parseInt(count(list), 10)).to.be.lessThan(found);
    await choose(list, '.find', '没有这样的词');
    expect(all(list, '.empty')[0]?.textContent).to.contain('没有符合条件的案件');
    await expect(list).to.be.accessible();
    all(list, '.empty button')[0]?.click();
    await list.updateComplete;
    expect(count(list)).to.equal('400 件');
    await choose(list, 'select:nth-of-type(1)', 'handling');
    expect(count(list)).to.equal('80 件');
  });

  it('[ALL-05] where there is little room each case is a card, and the order is chosen in the bar', async () => {
    const list = await show(40, 380);
    await until(() => all(list, '.narrow').length === 1);
    expect(all(list, 'select')).to.have.length(3);
    await expect(list).to.be.accessible();
    all(list, '.body [tabindex="0"]')[0]?.focus();
    await press(list, 'ArrowUp');
    expect(at(list)).to.equal('0,0');
  });

  it('[ALL-04] speaks each language, also of time', async () => {
    const list = await show(20);
    list.lang = 'en';
    await until(() => all(list, '.body')[0]?.textContent.includes('Late by'));
    expect(count(list)).to.equal('20 cases');
  });

  it('[CASE-04] nothing to do says what will appear here', async () => {
    const list = await show(0);
    expect(all(list, '.empty')[0]?.textContent).to.contain('现在没有轮到您办的案件');
    await expect(list).to.be.accessible();
  });
});

describe('kt-worklist on a desk', () => {
  it('[CASE-04] lists the cases whose turn is a unit of the actor, and follows as they come and go', async () => {
    const { as } = await caseDesk();
    await report(as('resident'), 'one');
    const frame = await fixture(html`
      <kt-desk lang="zh-Hans" .desk=${as('clerk')}><kt-worklist></kt-worklist></kt-desk>
    `);
    const list = frame.querySelector('kt-worklist');
    if (!list) throw new Error('no list');
    await until(() => rows(list).length === 1);
    expect(rows(list)[0]?.textContent)
      .to.contain('井盖破损')
      .and.to.contain('迎宾会客厅')
      .and.to.contain('迎宾社区第 1 微格')
      .and.to.contain('剩 2 工作时');
    await report(as('resident'), 'two', '路边的井盖不见了');
    await until(() => rows(list).length === 2);
    await mustSend(as('clerk'), { type: 'AcceptCase', data: { case: 'one' } });
    await mustSend(as('clerk'), { type: 'DispatchCase', data: { case: 'one', handler: 'department-municipal' } });
    await until(() => rows(list).length === 1);
    expect(rows(list)[0]?.textContent).to.contain('路边的井盖不见了');
  });

  it('[CASE-04] reads page by page as one scrolls, and all that a sorting needs', async () => {
    const { as } = await caseDesk();
    for (let n = 0; n < 205; n += 1) await report(as('resident'), `case-${n}`);
    const frame = await fixture(html`
      <kt-desk lang="zh-Hans" .desk=${as('clerk')}><kt-worklist></kt-worklist></kt-desk>
    `);
    const list = frame.querySelector('kt-worklist');
    if (!list) throw new Error('no list');
    await until(() => count(list).includes('200'));
    expect(count(list)).to.equal('已列出 200 件，往下还有');
    const [body] = all(list, '.body');
    if (body) body.scrollTop = body.scrollHeight;
    await until(() => count(list) === '205 件');
  });
});
