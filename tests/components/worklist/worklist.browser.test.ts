import { expect, nextFrame, oneEvent } from '@open-wc/testing';
import { all, at, cell, choose, count, press, rows, show } from './list.ts';
import { manyCases, now } from './many-cases.ts';
import { until } from '../case-page/until.ts';

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

describe('the columns of kt-worklist', () => {
  const heads = (list: Parameters<typeof rows>[0]): number => all(list, '[role=columnheader]').length;

  it('[CASE-05] leaves out whose turn it is where it is the same throughout, and shows it where it says something', async () => {
    const list = await show(20);
    expect(heads(list)).to.equal(6);
    list.cases = manyCases(20).map((one) => ({ ...one, turn: 'unit-1' }));
    await list.updateComplete;
    expect(heads(list)).to.equal(5);
    expect(all(list, '[role=grid]')[0]?.getAttribute('aria-colcount')).to.equal('5');
    expect(all(list, '.cell.turn')).to.have.length(0);
    list.cases = list.cases.slice(0, 1);
    await list.updateComplete;
    expect(heads(list), 'one case compares with nothing').to.equal(6);
  });

  it('[ALL-05] keeps a tab stop, and the focus, when the column that they are in goes', async () => {
    const list = await show(20);
    cell(list, 2, 5).focus();
    list.cases = manyCases(20).map((one) => ({ ...one, turn: 'unit-1' }));
    await list.updateComplete;
    expect(at(list)).to.equal('2,4');
    expect(all(list, '[role=grid] [tabindex="0"]')).to.have.length(1);
  });

  it('[ALL-05] shows every column whole in large type, or draws cards', async () => {
    for (const width of [700, 721, 800, 900, 950, 1000, 1050, 1100]) {
      const list = await show(20, width);
      list.density = 'large';
      await until(() => all(list, '.probe')[0]?.offsetHeight !== 40);
      await until(() => all(list, '.narrow').length === (width < 1040 ? 1 : 0));
      if (width < 1040) continue;
      const frame = all(list, '.frame')[0]?.getBoundingClientRect().right ?? 0;
      expect(cell(list, 0, 5).getBoundingClientRect().right).to.be.at.most(frame);
    }
  });

  it('[CASE-05] says of a deadline all there is to say, in each language and on the least room for columns', async () => {
    const hour = 3_600_000;
    const limits = [
      { due: now + 10.5 * hour, warnAt: now - 1 },
      { due: now + 200 * hour, warnAt: now - 1 },
      { due: now - 100 * hour },
      { due: now + 20 * hour },
      { due: now + 22.5 * hour, warnAt: now - 1, grade: 'urgent', stage: 'accepted' },
    ];
    for (const [lang, width] of [
      ['zh-Hans', 740],
      ['zh-Hant', 740],
      ['en', 880],
    ] as const) {
      const list = await show(0, width);
      list.lang = lang;
      list.cases = manyCases(5).map((one, n) => ({ ...one, due: undefined, warnAt: undefined, ...limits[n] }));
      await until(() => rows(list).length === 5);
      await nextFrame();
      expect(all(list, '.narrow'), lang).to.have.length(0);
      for (const part of all(list, '.cell.due')) {
        expect(part.scrollWidth, `${lang}: ${part.textContent.trim()}`).to.be.at.most(part.clientWidth);
      }
      const frame = all(list, '.frame')[0]?.getBoundingClientRect().right ?? 0;
      expect(cell(list, 0, 5).getBoundingClientRect().right).to.be.at.most(frame);
    }
  });

  it('[ALL-05] a long name gives way in the middle: its number stays in sight, and it is read out whole', async () => {
    const list = await show(3, 760);
    const name = '路桥街道迎宾大党委迎宾社区 · 第 107 微格';
    list.cases = manyCases(3).map((one) => ({ ...one, gridName: name }));
    await list.updateComplete;
    const found = cell(list, 0, 2);
    const [start, end] = [...found.children].map((part) => part as HTMLElement);
    expect(start?.scrollWidth).to.be.greaterThan(start?.clientWidth ?? 0);
    expect(end?.textContent).to.equal('107 微格');
    expect(end?.getBoundingClientRect().right).to.be.at.most(found.getBoundingClientRect().right);
    expect(end?.getBoundingClientRect().left).to.be.greaterThan(found.getBoundingClientRect().left);
    expect(found.textContent.trim()).to.equal(name);
    expect(found.getAttribute('aria-label')).to.equal(name);
  });
});
