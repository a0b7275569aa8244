import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { refuseKernel } from '@keting/domain';
import type { Desk, OutboxEntry } from '@keting/runtime';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '@keting/components/kt-desk.js';
import '@keting/components/kt-outbox.js';
import type { KtOutbox } from '@keting/components';
import { caseDesk } from '../../../tests/components/case-page/case-desk.ts';
import { MadeOutbox, refusedStep, waitingReport, withOutbox } from '../../../tests/components/outbox/made-outbox.ts';

type Args = Pick<KtOutbox, 'density' | 'lang'> & {
  readonly online: boolean;
  readonly entries: readonly OutboxEntry[];
};

const meta: Meta<Args> = {
  title: '元素/待送出 kt-outbox',
  component: 'kt-outbox',
  args: { online: true, entries: [] },
  argTypes: {
    online: { control: 'boolean', description: '网络是否连接' },
    entries: { control: 'object', description: '存在这台设备上的各项' },
    density: { control: 'inline-radio', options: ['dense', 'comfortable', 'large'] },
    lang: { control: 'inline-radio', options: ['zh-Hans', 'zh-Hant', 'en'] },
  },
  loaders: [async () => ({ desk: (await caseDesk()).as('clerk') })],
  render: ({ density, lang, online, entries }, { loaded }) => {
    const { desk } = loaded as { desk: Desk };
    return html`
      <kt-desk lang=${lang || 'zh-Hans'} .desk=${withOutbox(desk, new MadeOutbox(online, entries))}>
        <kt-outbox .density=${density}></kt-outbox>
      </kt-desk>
    `;
  },
};

export default meta;
type Story = StoryObj<Args>;

const rootOf = (canvas: HTMLElement): ShadowRoot => {
  const root = canvas.querySelector('kt-outbox')?.shadowRoot;
  if (!root) throw new Error('no kt-outbox');
  return root;
};

const says = (canvas: HTMLElement, text: string) =>
  waitFor(() => expect(rootOf(canvas).querySelector('.card')?.textContent).toContain(text));

/** A line, and nothing that waits for it. */
export const 默认: Story = {
  play: ({ canvasElement }) => says(canvasElement, '没有等待送出的内容'),
};

/** No line: two reports wait. */
export const 离线: Story = {
  args: { online: false, entries: [waitingReport(1), waitingReport(2)] },
  play: ({ canvasElement }) => says(canvasElement, '2 项等待送出'),
};

const conflict = refuseKernel('version-conflict', { params: { changed: ['CaseAccepted'], by: ['officer'] } });

/** The line is back, and two steps were refused meanwhile; one is about to be dismissed. */
export const 没有办成: Story = {
  args: { entries: [refusedStep(3), refusedStep(4, conflict)] },
  play: async ({ canvasElement }) => {
    await says(canvasElement, '2 项没有办成');
    const dismiss = rootOf(canvasElement).querySelector<HTMLElement>('[id^=dismiss]');
    if (!dismiss) throw new Error('nothing to dismiss');
    await userEvent.click(dismiss);
    await says(canvasElement, '不能恢复');
  },
};

/** In English, large. */
export const 英文: Story = {
  args: { lang: 'en', density: 'large', online: false, entries: [waitingReport(1), refusedStep(2)] },
  play: ({ canvasElement }) => says(canvasElement, 'Not connected'),
};
