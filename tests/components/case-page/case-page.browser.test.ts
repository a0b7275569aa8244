import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '@keting/components/kt-case-page.js';
import '@keting/components/kt-desk.js';
import { commandId, refuseKernel } from '@keting/domain';
import { luqiao } from '@keting/models';
import type { LocalDesk, Offer, Receipt } from '@keting/runtime';
import type { KtCasePage } from '../../../packages/components/src/case-page/case-page.ts';
import { caseDesk, eraseClerk, friday, grid, mustSend, report, reportRubbish, sanitation } from './case-desk.ts';
import { until } from './until.ts';

const all = (page: KtCasePage, selector: string): HTMLElement[] => [
  ...page.renderRoot.querySelectorAll<HTMLElement>(selector),
];
const one = <Kind extends HTMLElement = HTMLElement>(page: KtCasePage, selector: string): Kind => {
  const found = page.renderRoot.querySelector<Kind>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const words = (element: HTMLElement): string => element.textContent.replace(/\s+/g, ' ').trim();
const buttons = (page: KtCasePage): string[] => all(page, '.buttons.sub button').map(words);
const closed = (page: KtCasePage): string[] => all(page, '.closed button').map(words);
const stage = (page: KtCasePage): string => all(page, '.card-head .tag.primary').map(words).join();
const events = (page: KtCasePage): string[] => all(page, '.timeline .what').map(words);

async function pageOn(desk: LocalDesk, id = 'c1'): Promise<KtCasePage> {
  const frame = await fixture(html`
    <kt-desk lang="zh-Hans" .desk=${desk}><kt-case-page case-id=${id}></kt-case-page></kt-desk>
  `);
  const page = frame.querySelector('kt-case-page');
  if (!page) throw new Error('no page');
  await until(
    () =>
      all(page, 'article, .empty').length > 0 && !words(page.renderRoot as unknown as HTMLElement).includes('正在读取'),
  );
  return page;
}

async function write(page: KtCasePage, selector: string, value: string): Promise<void> {
  const field = one<HTMLInputElement>(page, selector);
  field.value = value;
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
  await page.updateComplete;
}

async function begin(page: KtCasePage, step: string): Promise<void> {
  one(page, `#do-${step}`).click();
  await until(() => all(page, '.action-form').length === 1);
}

async function confirm(page: KtCasePage): Promise<void> {
  one(page, '.action-form [type=submit]').click();
  await until(
    () => all(page, '.action-form').length === 0 || all(page, '.error, .notice').some((text) => words(text) !== ''),
  );
}

describe('kt-case-page on a desk', () => {
  it('[CASE-04] shows what was reported, where it stands, and passes axe with everything open', async () => {
    const { as } = await caseDesk();
    await report(as('resident'), 'c1');
    const page = await pageOn(as('clerk'));
    expect(stage(page)).to.equal('待受理');
    expect(words(one(page, '.card-head')))
      .to.contain('井盖破损')
      .and.to.contain('2026-1120-0001')
      .and.to.contain('剩 2 工作时');
    expect(words(one(page, '[aria-current=step]'))).to.contain('信息收集');
    expect(words(one(page, 'dl'))).to.contain('碎裂，可能塌陷');
    one<HTMLDetailsElement>(page, 'details').open = true;
    await begin(page, 'AcceptCase');
    await expect(page).to.be.accessible();
  });

  it('[ALL-01] offers only what may be done: the step that leads on first, the rest closed with its reason, nothing that never may', async () => {
    const { as } = await caseDesk();
    await report(as('resident'), 'c1');
    const page = await pageOn(as('clerk'));
    expect(buttons(page)[0]).to.equal('受理');
    expect(one(page, '#do-AcceptCase').classList.contains('primary')).to.be.true;
    expect(closed(page)).to.contain('交办');
    expect(all(page, '.closed button').every((button) => (button as HTMLButtonElement).disabled)).to.be.true;
    expect(words(one(page, '#why-DispatchCase')))
      .to.contain('现在是“待受理”')
      .and.to.contain('待交办');
    expect([...buttons(page), ...closed(page)])
      .not.to.contain('报处置结果')
      .and.not.to.contain('评价');
    const resident = await pageOn(as('resident'));
    expect(buttons(resident)).to.have.members(['催办', '撤回']);
  });

  it('[CASE-04] a case walks its whole life on this page, from desk to desk, until its reporter rates it', async () => {
    const { as } = await caseDesk();
    await report(as('resident'), 'c1');
    const clerk = await pageOn(as('clerk'));
    await begin(clerk, 'AcceptCase');
    await confirm(clerk);
    await until(() => stage(clerk) === '待交办');
    expect(words(one(clerk, '#said'))).to.equal('已受理');

    await begin(clerk, 'DispatchCase');
    expect(words(one(clerk, '#handler-why'))).to.equal(
      '建议交给市政公用事业中心。依据：公共设施由市政公用事业中心归口',
    );
    expect(one<HTMLSelectElement>(clerk, '#handler').value).to.equal('department-municipal');
    await confirm(clerk);
    await until(() => stage(clerk) === '已交办');
    expect(events(clerk)).to.deep.equal(['上报', '受理', '交办给市政公用事业中心']);
    expect(words(one(clerk, '.timeline')))
      .to.contain('依据：公共设施由市政公用事业中心归口')
      .and.to.contain('陈某某');

    const officer = await pageOn(as('officer'));
    one(officer, '#do-StartCase').click();
    await until(() => stage(officer) === '处置中');
    await begin(officer, 'HandleCase');
    await write(officer, '#result', '已更换井盖');
    await confirm(officer);
    await until(() => stage(officer) === '待核查');

    await until(() => stage(clerk) === '待核查');
    await begin(clerk, 'VerifyCase');
    await confirm(clerk);
    await until(() => all(clerk, '#do-ReplyCase').length === 1);
    await begin(clerk, 'ReplyCase');
    await write(clerk, '#reply', '井盖已更换，谢谢您。');
    await confirm(clerk);
    await until(() => stage(clerk) === '已反馈');

    const resident = await pageOn(as('resident'));
    expect(words(one(resident, '.timeline'))).to.contain('井盖已更换，谢谢您。');
    await begin(resident, 'RateCase');
    one(resident, '#rating-satisfied').click();
    await resident.updateComplete;
    await confirm(resident);
    await until(() => events(resident).includes('评价：满意'));
  });

  it('[CASE-03] the page tells the rule that the domain chose the handler by', async () => {
    const { as } = await caseDesk([sanitation]);
    await reportRubbish(as('resident'), 'c1');
    await mustSend(as('clerk'), { type: 'AcceptCase', data: { case: 'c1' } });
    const page = await pageOn(as('clerk'));
    await begin(page, 'DispatchCase');
    expect(words(one(page, '#handler-why'))).to.equal('建议交给环卫中心。依据：环境卫生由环卫中心归口');
  });

  it('[CASE-03] another handler than the proposed one asks for a reason, beside its field', async () => {
    const { as } = await caseDesk();
    await report(as('resident'), 'c1');
    await mustSend(as('clerk'), { type: 'AcceptCase', data: { case: 'c1' } });
    const page = await pageOn(as('clerk'));
    await begin(page, 'DispatchCase');
    expect(all(page, '#reason')).to.be.empty;
    const handlers = [...one<HTMLSelectElement>(page, '#handler').options].map(({ text }) => text);
    expect(handlers).to.deep.equal(['市政公用事业中心（建议）', '迎宾会客厅']);
    await write(page, '#handler', 'living-room');
    expect(words(one(page, '#handler-why'))).to.contain('请写明原因');
    await confirm(page);
    expect(words(one(page, '#reason-error'))).to.contain('请写明原因');
    expect(page.shadowRoot?.activeElement?.id).to.equal('reason');
    await write(page, '#reason', '会客厅有备用井盖');
    await confirm(page);
    await until(() => stage(page) === '已交办');
    expect(words(one(page, '.timeline'))).to.contain('会客厅有备用井盖');
  });

  it('[CASE-04] an empty and an oversized reason are told by the schema of the step, and stay as typed', async () => {
    const { as } = await caseDesk();
    await report(as('resident'), 'c1');
    const page = await pageOn(as('clerk'));
    await begin(page, 'DeclineCase');
    await confirm(page);
    expect(words(one(page, '#reason-error'))).to.equal('请填写原因。');
    await write(page, '#reason', '因'.repeat(1001));
    await confirm(page);
    expect(words(one(page, '#reason-error'))).to.equal('原因最多 1,000 个字，请缩短一些。');
    expect(one<HTMLTextAreaElement>(page, '#reason').value).to.have.length(1001);
    expect(stage(page)).to.equal('待受理');
  });

  it('[CASE-05] says when it is soon due and when it is late', async () => {
    const { as, clock } = await caseDesk();
    await report(as('resident'), 'c1');
    clock.time = friday + (3 * 60 + 40) * 60_000;
    const page = await pageOn(as('clerk'));
    expect(words(one(page, '.due'))).to.contain('将到期');
    clock.time = friday + 30 * 3_600_000;
    page.requestUpdate();
    await page.updateComplete;
    expect(words(one(page, '.due'))).to.contain('超时');
  });

  it('[ALL-01] a case that is not there and one that is not theirs look the same', async () => {
    const { as } = await caseDesk();
    await report(as('resident'), 'c1');
    const missing = await pageOn(as('clerk'), 'nothing');
    const foreign = await pageOn(as('stranger'));
    expect(words(one(missing, '.empty'))).to.contain('找不到');
    expect(words(one(foreign, '.empty'))).to.equal(words(one(missing, '.empty')));
  });

  it('[ALL-05] by keyboard: Enter opens a step at its first field, Escape leaves it where it was', async () => {
    const { as } = await caseDesk();
    await report(as('resident'), 'c1');
    const page = await pageOn(as('clerk'));
    one(page, '#do-DeclineCase').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => page.shadowRoot?.activeElement?.id === 'reason');
    await sendKeys({ press: 'Escape' });
    await until(() => page.shadowRoot?.activeElement?.id === 'do-DeclineCase');
    expect(all(page, '.action-form')).to.be.empty;
    one(page, '#do-AcceptCase').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => page.shadowRoot?.activeElement?.matches('[name=grade]') === true);
    expect(page.shadowRoot?.activeElement?.matches(':checked'), 'the grade that is proposed').to.equal(true);
  });
});

describe('kt-case-page and persons who were erased', () => {
  it('[ALL-02] says so where a name stood, at once and in the language of the page', async () => {
    const { as, setup } = await caseDesk();
    await report(as('resident'), 'c1');
    await mustSend(as('clerk'), { type: 'AcceptCase', data: { case: 'c1' } });
    const page = await pageOn(as('gridder'));
    // What a host still knows them by is not shown either.
    page.nameOf = (id) => (id === 'clerk' ? '旧通讯录里的陈某某' : undefined);
    const course = (): string => words(one(page, '.timeline'));
    expect(course()).to.contain('陈某某');
    await eraseClerk({ as, setup });
    await until(() => course().includes('已删除'));
    expect(course()).not.to.contain('陈某某');
    page.lang = 'zh-Hant';
    await until(() => course().includes('已刪除'));
    page.lang = 'en';
    await until(() => course().includes('Erased person'));
    await expect(page).to.be.accessible();
  });
});

describe('kt-case-page on plain properties', () => {
  const offers: readonly Offer[] = [{ type: 'ReplyCase', draft: { case: 'c1' }, allowed: true }];
  const shown = {
    id: 'c1',
    class: 'manhole-cover',
    grade: 'prompt',
    stage: 'closed',
    grid,
    mode: 'anonymous',
    reportedAt: friday,
    photos: [],
  } as const;

  const plain = (answer?: (event: HTMLElementEventMap['kt-command']) => void): Promise<KtCasePage> =>
    fixture<KtCasePage>(html`
      <kt-case-page lang="en" .model=${luqiao} .case=${shown} .offers=${offers} @kt-command=${answer}></kt-case-page>
    `);

  it('[CASE-08] asks its page for the step, and says when nobody takes it', async () => {
    const page = await plain();
    expect(words(one(page, '.words'))).to.contain('erased');
    await begin(page, 'ReplyCase');
    await write(page, '#reply', 'Done.');
    await confirm(page);
    await until(() => all(page, '.notice').length === 1);
    expect(words(one(page, '.notice'))).to.contain('Everything you wrote is still here');
    expect(one<HTMLTextAreaElement>(page, '#reply').value).to.equal('Done.');
  });

  it('[CASE-04] a page that takes the step over and answers nothing: the step closes, and nothing is said of how it went', async () => {
    const page = await plain((event) => event.preventDefault());
    await begin(page, 'ReplyCase');
    await write(page, '#reply', 'Done.');
    await confirm(page);
    await until(() => all(page, '.action-form').length === 0);
    expect([all(page, '.notice').length, words(one(page, '#said'))]).to.deep.equal([0, '']);
  });

  it('[CASE-01] while the line is down it says that the step waits on this device, and not that it was done', async () => {
    const changed: string[] = [];
    const page = await plain((event) => {
      event.respondWith(Promise.resolve({ ok: 'queued', id: commandId.parse(event.command.id) }));
    });
    page.addEventListener('kt-case-changed', ({ step }) => changed.push(step));
    await begin(page, 'ReplyCase');
    await write(page, '#reply', 'Done.');
    await confirm(page);
    await until(() => all(page, '.action-form').length === 0);
    expect(words(one(page, '#said'))).to.contain('Kept on this device: Reply to the reporter');
    expect(changed).to.deep.equal([]);
  });

  it('[CASE-04] after a conflict it says what changed and by whom, and what was written stays', async () => {
    const params = { changed: ['CaseUrged'], by: ['p1'] };
    const page = await plain((event) => {
      const id = commandId.parse(event.command.id);
      event.respondWith(Promise.resolve({ ok: false, id, refusal: refuseKernel('version-conflict', { params }) }));
    });
    page.nameOf = (id) => (id === 'p1' ? 'Wang' : undefined);
    await begin(page, 'ReplyCase');
    await write(page, '#reply', 'Done.');
    await confirm(page);
    await until(() => all(page, '.notice').length === 1);
    expect(words(one(page, '.notice'))).to.contain('changed by Wang (Urged)');
    expect(one<HTMLTextAreaElement>(page, '#reply').value).to.equal('Done.');
  });

  it('[CASE-04] when the line breaks the step goes again under the same id', async () => {
    const ids: (string | undefined)[] = [];
    const page = await plain((event) => {
      ids.push(event.command.id);
      event.respondWith(Promise.reject(new Error('down')));
    });
    await begin(page, 'ReplyCase');
    await write(page, '#reply', 'Done.');
    for (let n = 1; n <= 2; n += 1) {
      one(page, '.action-form [type=submit]').click();
      await until(() => ids.length === n && one(page, '.action-form').getAttribute('aria-busy') === 'false');
    }
    expect(ids[0]).to.be.a('string').and.to.equal(ids[1]);
  });

  it('[ALL-05] Escape leaves a step but nothing written is lost; while an input method composes it is its own', async () => {
    const page = await plain();
    await begin(page, 'ReplyCase');
    await write(page, '#reply', 'Half of it');
    const escape = (isComposing: boolean) =>
      one(page, '#reply').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', isComposing, bubbles: true }));
    escape(true);
    await page.updateComplete;
    expect(all(page, '.action-form')).to.have.length(1);
    escape(false);
    await until(() => all(page, '.action-form').length === 0);
    await begin(page, 'ReplyCase');
    expect(one<HTMLTextAreaElement>(page, '#reply').value).to.equal('Half of it');
    page.case = { ...shown, id: 'c2' };
    await until(() => all(page, '.action-form').length === 0);
    await begin(page, 'ReplyCase');
    expect(one<HTMLTextAreaElement>(page, '#reply').value).to.equal('');
  });

  const refusal = (code: string, faults?: readonly { path: string; code: string }[]): Receipt =>
    ({ ok: false, refusal: { code, rule: 'r', ids: [], params: {}, faults } }) as unknown as Receipt;

  it('[CASE-04] a step that asks nothing goes out once, however often it is pressed, and says why it was refused', async () => {
    const ids: (string | undefined)[] = [];
    let answer: (receipt: Receipt) => void = () => undefined;
    const page = await plain((event) => {
      ids.push(event.command.id);
      event.respondWith(new Promise((resolve) => (answer = resolve)));
    });
    page.offers = [{ type: 'StartCase', draft: {}, allowed: true }];
    await page.updateComplete;
    for (let n = 0; n < 4; n += 1) {
      one(page, '#do-StartCase').click();
      await page.updateComplete;
    }
    answer(refusal('not-permitted'));
    await until(() => all(page, '.notice').length === 1);
    expect(ids).to.have.length(1);
    expect(words(one(page, '.notice'))).not.to.equal('');
  });

  it('[CASE-04] what is wrong with a photo is told on the photos, what is about no field above the buttons, in each language', async () => {
    const faults = [
      { path: 'photos.0', code: 'wrong' },
      { path: 'grade', code: 'wrong' },
    ];
    const page = await plain((event) => event.respondWith(Promise.resolve(refusal('command-invalid', faults))));
    page.offers = [{ type: 'HandleCase', draft: {}, allowed: true }];
    await page.updateComplete;
    await begin(page, 'HandleCase');
    await write(page, '#result', 'Mended.');
    one(page, '.action-form [type=submit]').click();
    const told = () => one(page, 'kt-photo-field').shadowRoot?.querySelector('#problems')?.textContent.trim() ?? '';
    await until(() => told() !== '');
    expect(words(one(page, '.action-form .notice'))).to.contain('check what you wrote');
    page.lang = 'zh-Hans';
    await until(() => told().includes('填写有误'));
    expect(words(one(page, '.action-form .notice'))).to.contain('填写有误');
  });

  it('[CASE-04] a photo for which the line broke can be asked for again', async () => {
    let down = true;
    const page = await plain();
    page.fileOf = () => (down ? Promise.reject(new Error('down')) : Promise.resolve(undefined));
    page.case = { ...shown, photos: ['p1'] };
    await until(() => all(page, '.again').length === 1);
    await expect(page).to.be.accessible();
    down = false;
    one(page, '.again').click();
    await until(() => all(page, '.again').length === 0);
    await until(() => all(page, '[aria-label="The photo could not be read"]').length === 1);
  });

  it('[CASE-06] a case before a meeting says before which, and leads there who may see it', async () => {
    const page = await plain();
    const [tier] = luqiao.meetings;
    page.case = { ...shown, stage: 'escalated', tier: tier?.id };
    await until(() => all(page, '.meeting').length === 1);
    expect(words(one(page, '.meeting'))).to.contain(tier?.label.en);
    expect(all(page, '.meeting button')).to.be.empty;
    page.case = { ...page.case, meeting: 'm1' };
    await until(() => all(page, '.meeting button').length === 1);
    await expect(page).to.be.accessible();
    const opened = oneEvent(page, 'kt-meeting-opened');
    one(page, '.meeting button').click();
    expect(await opened).to.include({ id: 'm1', tier: tier?.id });
  });
});

/** A desk of which some answers are kept back, or do not come. */
const instead = (desk: LocalDesk, other: Partial<LocalDesk>): LocalDesk =>
  new Proxy(desk, {
    get(target, name) {
      const value: unknown = Reflect.get(name in other ? other : target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
const deskAround = (page: KtCasePage): HTMLElementTagNameMap['kt-desk'] => {
  const found = page.closest('kt-desk');
  if (!found) throw new Error('no desk');
  return found;
};
const silent = (desk: LocalDesk): LocalDesk =>
  instead(desk, { view: () => new Promise(() => undefined), offers: () => new Promise(() => undefined) });

describe('kt-case-page keeps apart people and cases', () => {
  it('[ALL-01] who signs out takes along what was read and written, also where the next desk does not answer', async () => {
    const { as } = await caseDesk();
    await report(as('resident'), 'c1');
    const page = await pageOn(as('clerk'));
    const frame = deskAround(page);
    for (const next of [undefined, silent(as('officer'))]) {
      if (next !== undefined) frame.desk = as('clerk');
      await frame.updateComplete;
      await page.updateComplete;
      await until(() => all(page, '#do-DeclineCase').length === 1);
      await begin(page, 'DeclineCase');
      await write(page, '#reason', '只有陈知道');
      frame.desk = next;
      await until(() => all(page, 'article').length === 0);
      expect(words(page.renderRoot as unknown as HTMLElement)).not.to.contain('井盖');
    }
    frame.desk = as('clerk');
    await until(() => all(page, '#do-DeclineCase').length === 1);
    expect(all(page, '.action-form')).to.be.empty;
    await begin(page, 'DeclineCase');
    expect(one<HTMLTextAreaElement>(page, '#reason').value).to.equal('');
  });

  it('[CASE-04] an answer that comes late does not touch the case that is shown by then', async () => {
    const { as } = await caseDesk();
    await report(as('resident'), 'c1');
    await report(as('resident'), 'c2');
    const page = await pageOn(as('clerk'));
    let answer: () => void = () => undefined;
    page.addEventListener('kt-command', (event) => {
      event.respondWith(
        new Promise((resolve) => {
          answer = () => resolve({ ok: true, id: event.command.id, at: 0, events: [] } as unknown as Receipt);
        }),
      );
    });
    const changed: string[] = [];
    page.addEventListener('kt-case-changed', ({ id }) => changed.push(id));
    await begin(page, 'AcceptCase');
    one(page, '.action-form [type=submit]').click();
    await until(() => one(page, '.action-form').getAttribute('aria-busy') === 'true');
    page.caseId = 'c2';
    await page.updateComplete;
    await until(() => all(page, '#do-DeclineCase').length === 1);
    await begin(page, 'DeclineCase');
    await write(page, '#reason', '另一件');
    answer();
    await until(() => changed.length === 1);
    await page.updateComplete;
    expect(changed).to.deep.equal(['c1']);
    expect(one<HTMLTextAreaElement>(page, '#reason').value).to.equal('另一件');
    expect(words(one(page, '#said'))).to.equal('');
    page.caseId = undefined;
    await until(() => all(page, 'article').length === 0);
  });

  it('[CASE-04] a failed refresh keeps the page and the open form, says so, and can be asked again', async () => {
    const { as } = await caseDesk();
    await report(as('resident'), 'c1');
    let down = false;
    const clerk = as('clerk');
    const page = await pageOn(
      instead(clerk, {
        offers: (...asked) => (down ? Promise.reject(new Error('down')) : clerk.offers(...asked)),
      }),
    );
    await begin(page, 'DeclineCase');
    await write(page, '#reason', '写到一半');
    down = true;
    await mustSend(as('resident'), { type: 'UrgeCase', data: { case: 'c1', note: '请快一点' } });
    await until(() => all(page, '#stale').length === 1);
    expect(one<HTMLTextAreaElement>(page, '#reason').value).to.equal('写到一半');
    down = false;
    one(page, '#stale button').click();
    await until(() => all(page, '#stale').length === 0);
    expect(events(page)).to.have.length(2);
  });
});
