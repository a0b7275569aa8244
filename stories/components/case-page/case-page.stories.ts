import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { luqiao } from '@keting/models';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '@keting/components/kt-case-page.js';
import type { KtCasePage, KtCommandEvent } from '@keting/components';
import { photo, refused, taken } from '../case-form/sample.ts';
import { caseIn, handlers, may, mayNot, now, timelineTo } from './sample.ts';

type Args = Pick<KtCasePage, 'case' | 'timeline' | 'offers' | 'density' | 'lang'> & { readonly refuses?: string };

async function file(id: string): Promise<{ bytes: Uint8Array; type: string }> {
  const drawn = await photo(id === 'photo-1' ? '#6b7f8c' : '#5a7a6b');
  return { bytes: new Uint8Array(await drawn.arrayBuffer()), type: 'image/jpeg' };
}

const meta: Meta<Args> = {
  title: '元素/案件 kt-case-page',
  component: 'kt-case-page',
  argTypes: {
    density: { control: 'inline-radio', options: ['dense', 'comfortable', 'large'] },
    case: { control: false },
    timeline: { control: false },
    offers: { control: false },
  },
  render: ({ case: one, timeline, offers, density, lang, refuses }) => html`
    <kt-case-page
      lang=${lang || 'zh-Hans'}
      .model=${luqiao}
      .case=${one}
      .timeline=${timeline}
      .offers=${offers}
      .handlers=${handlers}
      .fileOf=${file}
      .attach=${() => Promise.resolve('file-1')}
      .now=${now}
      .density=${density}
      @kt-command=${(event: KtCommandEvent) =>
        event.respondWith(Promise.resolve(refuses === undefined ? taken : refused(refuses, 'CASE-04')))}
    ></kt-case-page>
  `,
};

export default meta;
type Story = StoryObj<Args>;

function pageIn(canvas: HTMLElement): KtCasePage {
  const found = canvas.querySelector('kt-case-page');
  if (!found) throw new Error('no kt-case-page');
  return found;
}

function inside<Kind extends HTMLElement = HTMLElement>(page: KtCasePage, selector: string): Kind {
  const found = page.shadowRoot?.querySelector<Kind>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

/** In hand: the handler reports the result. */
export const 处置中: Story = {
  args: {
    case: caseIn('handling'),
    timeline: timelineTo(5),
    offers: [
      may('HandleCase'),
      may('ContactReporter'),
      may('ReturnCase'),
      mayNot('StartCase', 'handling', 'dispatched'),
    ],
  },
  play: async ({ canvasElement }) => {
    const page = pageIn(canvasElement);
    await page.updateComplete;
    await userEvent.click(inside(page, '#do-HandleCase'));
    await userEvent.type(await waitFor(() => inside(page, '#result')), '已更换井盖');
    await userEvent.click(inside(page, '.action-form [type=submit]'));
    await waitFor(() => expect(inside(page, '#said').textContent).toContain('已报处置结果'));
  },
};

/** To be dispatched: the proposed handler is explained by its rule, another one asks for a reason. */
export const 待交办: Story = {
  args: {
    case: caseIn('accepted', { handler: undefined, handlerName: undefined }),
    timeline: timelineTo(2),
    offers: [
      may('DispatchCase', { handler: 'department-municipal' }, 'by-municipal'),
      may('ContactReporter'),
      may('EscalateCase'),
      may('SuspendCase'),
      mayNot('AcceptCase', 'accepted', 'collected'),
      mayNot('VerifyCase', 'accepted', 'verifying'),
      mayNot('ReplyCase', 'accepted', 'closed'),
    ],
  },
  play: async ({ canvasElement }) => {
    const page = pageIn(canvasElement);
    await page.updateComplete;
    await userEvent.click(inside(page, '#do-DispatchCase'));
    const handler = await waitFor(() => inside<HTMLSelectElement>(page, '#handler'));
    await expect(inside(page, '#handler-why').textContent).toContain('依据：公共设施由市政公用事业中心归口');
    await userEvent.selectOptions(handler, 'living-room');
    await waitFor(() => inside(page, '#reason'));
  },
};

/** An action without its reason: told beside the field. */
export const 原因未填: Story = {
  args: {
    case: caseIn('collected'),
    timeline: timelineTo(1),
    offers: [may('AcceptCase', { grade: 'prompt' }), may('DeclineCase')],
  },
  play: async ({ canvasElement }) => {
    const page = pageIn(canvasElement);
    await page.updateComplete;
    await userEvent.click(inside(page, '#do-DeclineCase'));
    await userEvent.click(await waitFor(() => inside(page, '.action-form [type=submit]')));
    await waitFor(() => expect(inside(page, '#reason-error').textContent).toBe('请填写原因。'));
  },
};

/** Someone else was faster. */
export const 被拒: Story = {
  args: { case: caseIn('closed'), timeline: timelineTo(7), offers: [may('ReplyCase')], refuses: 'version-conflict' },
  play: async ({ canvasElement }) => {
    const page = pageIn(canvasElement);
    await page.updateComplete;
    await userEvent.click(inside(page, '#do-ReplyCase'));
    await userEvent.type(await waitFor(() => inside(page, '#reply')), '井盖已更换。');
    await userEvent.click(inside(page, '.action-form [type=submit]'));
    await waitFor(() => expect(inside(page, '.notice').textContent).toContain('别人刚刚改动过'));
  },
};

/** Replied to: its reporter rates it. */
export const 待评价: Story = {
  args: {
    case: caseIn('replied', { due: undefined, warnAt: undefined }),
    timeline: timelineTo(8),
    offers: [may('RateCase', { rating: 'very-satisfied' })],
    density: 'large',
  },
  play: async ({ canvasElement }) => {
    const page = pageIn(canvasElement);
    await page.updateComplete;
    await userEvent.click(inside(page, '#do-RateCase'));
    await waitFor(() => inside(page, '#rating'));
  },
};

/** Late, under supervision, and nothing for this reader to do. */
export const 超时: Story = {
  args: {
    case: caseIn('handling', { due: now - 3 * 3_600_000, light: 'late', mode: 'anonymous', contact: undefined }),
    timeline: [
      ...timelineTo(5),
      { id: '9', event: 'CaseSupervised', at: now - 3 * 3_600_000, by: 'process', photos: [] },
    ],
    offers: [],
  },
};

/** Whoever reported it, and the clerk who took it in, were erased since: what they did stays, their names do not. */
export const 人员已删除: Story = {
  args: {
    case: caseIn('closed', {
      mode: 'named',
      contact: undefined,
      reporterErased: true,
      text: undefined,
      address: undefined,
    }),
    timeline: timelineTo(7).map((entry) => (entry.event === 'CaseAccepted' ? { ...entry, actorErased: true } : entry)),
    offers: [],
  },
  play: async ({ canvasElement }) => {
    const page = pageIn(canvasElement);
    await page.updateComplete;
    await expect(inside(page, 'dl').textContent).toContain('实名 · 已删除');
    await expect(inside(page, '.timeline li:nth-child(2)').textContent).toContain('已删除');
    await expect(inside(page, '.timeline li:nth-child(2)').textContent).not.toContain('陈某某');
  },
};

/** Not read yet. */
export const 读取中: Story = {};

export const English: Story = {
  args: { ...处置中.args, lang: 'en' },
  play: async ({ canvasElement }) => {
    const page = pageIn(canvasElement);
    await page.updateComplete;
    await expect(inside(page, '.timeline').textContent).toContain('Basis: ');
  },
};
