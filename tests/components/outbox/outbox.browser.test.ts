import { expect, fixture, html } from '@open-wc/testing';
import '@keting/components/kt-desk.js';
import '@keting/components/kt-outbox.js';
import type { KtDesk, KtOutbox } from '@keting/components';
import { refuseKernel } from '@keting/domain';
import type { OutboxEntry } from '@keting/runtime';
import { caseDesk } from '../case-page/case-desk.ts';
import { until } from '../case-page/until.ts';
import { MadeOutbox, refusedStep, waitingReport, withOutbox } from './made-outbox.ts';

interface Shown {
  readonly desk: KtDesk;
  readonly element: KtOutbox;
  readonly outbox: MadeOutbox;
}

async function show(online: boolean, entries: readonly OutboxEntry[], lang = 'zh-Hans', quiet = false): Promise<Shown> {
  const { as } = await caseDesk();
  const outbox = new MadeOutbox(online, entries);
  const desk = await fixture<KtDesk>(html`
    <kt-desk lang=${lang} .desk=${withOutbox(as('clerk'), outbox)}><kt-outbox ?quiet=${quiet}></kt-outbox></kt-desk>
  `);
  const element = desk.querySelector('kt-outbox');
  if (!element) throw new Error('no kt-outbox');
  await until(() => element.shadowRoot?.querySelector('[role=status]'));
  return { desk, element, outbox };
}

function one<Kind extends HTMLElement = HTMLElement>({ element }: Shown, selector: string): Kind {
  const found = element.shadowRoot?.querySelector<Kind>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}
const count = ({ element }: Shown, selector: string): number =>
  element.shadowRoot?.querySelectorAll(selector).length ?? 0;
const words = (shown: Shown, selector: string): string => one(shown, selector).textContent.replace(/\s+/g, ' ').trim();

const { id } = refusedStep(2);

describe('kt-outbox', () => {
  it('[CASE-01] says whether there is a line and how much waits, and follows what changes', async () => {
    const shown = await show(false, [waitingReport(1), waitingReport(3)]);
    expect(words(shown, '#state')).to.contain('网络已断开').and.contain('2 项等待送出');
    await expect(shown.element).to.be.accessible();
    shown.outbox.become(true, []);
    await until(() => words(shown, '#state').includes('网络已连接'));
    expect(words(shown, '#state')).to.contain('没有等待送出的内容');
    expect(count(shown, 'button')).to.equal(0);
    await expect(shown.element).to.be.accessible();
  });

  it('[CASE-01] a quiet one shows nothing until there is something to tell, in the region that was there before', async () => {
    const shown = await show(true, [], 'zh-Hans', true);
    const region = one(shown, '#state');
    expect(region.textContent.trim()).to.equal('');
    expect(shown.element.getBoundingClientRect().height).to.equal(0);
    await expect(shown.element).to.be.accessible();
    shown.outbox.become(false, [waitingReport(1)]);
    await until(() => words(shown, '#state').includes('网络已断开'));
    expect(one(shown, '#state')).to.equal(region);
    shown.outbox.become(true, []);
    await until(() => shown.element.getBoundingClientRect().height === 0);
  });

  it('[CASE-01] what waits can be sent now', async () => {
    const shown = await show(true, [waitingReport(1)]);
    one(shown, '#flush').click();
    await until(() => shown.outbox.asked.length === 1);
    expect(shown.outbox.asked).to.deep.equal(['flush']);
  });

  it('[CASE-01] what was refused is shown with what was asked, when, and why not', async () => {
    const shown = await show(true, [refusedStep(2)]);
    const entry = words(shown, '[part=refused]');
    for (const part of ['受理', '11月20日 10:30', '已到现场看过', '这不在您的职责或管辖范围内']) {
      expect(entry).to.contain(part);
    }
    await expect(shown.element).to.be.accessible();
  });

  it('[CASE-01] a refused one is tried again', async () => {
    const shown = await show(true, [refusedStep(2)]);
    one(shown, `[id="again-${id}"]`).click();
    await until(() => count(shown, '[part=refused]') === 0);
    expect(shown.outbox.asked).to.deep.equal([`again ${id}`]);
    expect(words(shown, '#state')).to.contain('1 项等待送出');
  });

  it('[CASE-01] a refused one is dismissed only after it was asked, and the keyboard is never lost', async () => {
    const shown = await show(true, [refusedStep(2)]);
    const focused = () => shown.element.shadowRoot?.activeElement?.id;
    one(shown, `[id="dismiss-${id}"]`).click();
    await until(() => focused() === `keep-${id}`);
    await expect(shown.element).to.be.accessible();
    one(shown, `[id="keep-${id}"]`).click();
    await until(() => focused() === `dismiss-${id}`);
    expect(shown.outbox.asked).to.deep.equal([]);
    one(shown, `[id="dismiss-${id}"]`).click();
    await until(() => focused() === `keep-${id}`);
    one(shown, `[id="drop-${id}"]`).click();
    await until(() => count(shown, '[part=refused]') === 0);
    expect(shown.outbox.asked).to.deep.equal([`dismiss ${id}`]);
    await until(() => focused() === 'state');
  });

  it('[CASE-01] a conflict says what changed and by whom, as far as the actor may see names', async () => {
    const params = { changed: ['CaseAccepted', 'CaseUrged'], by: ['officer', 'nobody-known'] };
    const shown = await show(true, [refusedStep(2, refuseKernel('version-conflict', { params }))]);
    await until(() => words(shown, '.why').includes('王某某'));
    expect(words(shown, '.why'))
      .to.contain('（受理、催办）')
      .and.match(/^王某某、别人刚刚改动过/);
  });

  it('[CASE-01] an outbox that fails says so', async () => {
    const shown = await show(true, [refusedStep(2)]);
    shown.outbox.fails = true;
    one(shown, `[id="again-${id}"]`).click();
    await until(() => count(shown, '[role=alert]') === 1);
    expect(count(shown, '[part=refused]')).to.equal(1);
  });

  it('[ALL-01] nothing of one person is shown to the next, and a desk in the page has nothing to show', async () => {
    const shown = await show(false, [refusedStep(2)]);
    const { as } = await caseDesk();
    shown.desk.desk = as('resident');
    await until(() => count(shown, '.card') === 0);
    expect(shown.outbox.followed).to.equal(0);
  });

  it('[ALL-04] speaks the language of where it stands', async () => {
    expect(words(await show(false, [], 'zh-Hant'), '#state')).to.contain('網絡已斷開');
    expect(words(await show(false, [waitingReport(1)], 'en'), '#state'))
      .to.contain('Not connected')
      .and.contain('1 waiting');
  });
});
