import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { LocalDesk } from '@keting/runtime';
import { html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { expect, userEvent, waitFor } from 'storybook/test';
import '@keting/components/kt-case-page.js';
import '@keting/components/kt-desk.js';
import '@keting/components/kt-worklist.js';
import type { KtCaseOpenedEvent, KtDesk, KtDoneEvent, KtRefusedEvent } from '@keting/components';
import { caseDesk, report } from '../../../tests/components/case-page/case-desk.ts';

/** Who has signed in, as the desk knows them. */
type Who = 'clerk' | 'officer' | 'resident' | 'nobody';
type Args = Pick<KtDesk, 'density' | 'lang'> & { readonly who: Who };
type As = (who: string) => LocalDesk;

/** A desk with two reports of one resident on it. */
async function place(): Promise<{ as: As }> {
  const { as } = await caseDesk();
  await report(as('resident'), 'one');
  await report(as('resident'), 'two', '路灯不亮已经一个星期了，老人晚上不敢出门');
  return { as };
}

const around = (event: Event): HTMLElement => event.currentTarget as HTMLElement;

/** The case that was opened in the list is shown beside it. */
function openBeside(event: KtCaseOpenedEvent): void {
  const page = around(event).querySelector('kt-case-page');
  if (page) page.caseId = event.id;
}

/** A page hears of everything that was asked for at its desk in one place. */
function tell(event: KtDoneEvent | KtRefusedEvent): void {
  const line = around(event).querySelector('output');
  if (line) line.textContent = `${event.type}: ${event.command.type}`;
}

const meta: Meta<Args> = {
  title: '元素/工作台 kt-desk',
  component: 'kt-desk',
  args: { who: 'clerk', density: 'dense' },
  argTypes: {
    who: {
      control: 'inline-radio',
      options: ['clerk', 'officer', 'resident', 'nobody'],
      description: '谁已登录；`nobody` 即退出登录（`desk = undefined`）',
    },
    density: { control: 'inline-radio', options: ['dense', 'comfortable', 'large'] },
    lang: { control: 'inline-radio', options: ['zh-Hans', 'zh-Hant', 'en'] },
  },
  loaders: [place],
  render: ({ who, density, lang }, { loaded }) => {
    const { as } = loaded as { as: As };
    return html`
      <kt-desk
        lang=${lang || 'zh-Hans'}
        density=${density ?? 'dense'}
        .desk=${who === 'nobody' ? undefined : as(who)}
        @kt-case-opened=${openBeside}
        @kt-done=${tell}
        @kt-refused=${tell}
      >
        <div style=${styleMap({ display: 'grid', gap: '16px', '--kt-worklist-height': '14rem' })}>
          <kt-worklist audience=${who === 'resident' ? 'reporter' : 'worker'}></kt-worklist>
          <kt-case-page></kt-case-page>
          <output></output>
        </div>
      </kt-desk>
    `;
  },
};

export default meta;
type Story = StoryObj<Args>;

function within(canvas: HTMLElement, name: 'kt-worklist' | 'kt-case-page', selector: string): HTMLElement[] {
  return [...(canvas.querySelector(name)?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
}
const cases = (canvas: HTMLElement): HTMLElement[] => within(canvas, 'kt-worklist', '.body [role=row]');

/** A control of the case's page, once it is there. */
const step = (canvas: HTMLElement, selector: string): Promise<HTMLElement> =>
  waitFor(() => {
    const [found] = within(canvas, 'kt-case-page', selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  });

/** A clerk opens a case in the list and accepts it on its page: both follow the one desk, and the page is told. */
export const 值班: Story = {
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(cases(canvasElement).length).toBe(2));
    await userEvent.click(cases(canvasElement)[0] ?? canvasElement);
    await userEvent.click(await step(canvasElement, '#do-AcceptCase'));
    await userEvent.click(await step(canvasElement, '.action-form [type=submit]'));
    await waitFor(() => expect(canvasElement.querySelector('output')?.textContent).toBe('kt-done: AcceptCase'));
  },
};

/** Who signs out takes everything along; who signs in next sees what is theirs. */
export const 换人: Story = {
  play: async ({ canvasElement, loaded }) => {
    const { as } = loaded as { as: As };
    const desk = canvasElement.querySelector('kt-desk');
    if (!desk) throw new Error('no kt-desk');
    await waitFor(() => expect(cases(canvasElement).length).toBe(2));
    desk.desk = undefined;
    await waitFor(() => expect(cases(canvasElement).length).toBe(0));
    desk.desk = as('officer');
    await waitFor(() => expect(within(canvasElement, 'kt-worklist', '.empty h3').length).toBe(1));
  },
};

/** What a resident has reported themselves. */
export const 居民: Story = {
  args: { who: 'resident', density: 'comfortable' },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(cases(canvasElement).length).toBe(2));
  },
};

/** Nobody has signed in: elements wait for a desk. */
export const 未登录: Story = { args: { who: 'nobody' } };

export const English: Story = { args: { lang: 'en' } };
