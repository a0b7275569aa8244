import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { luqiao } from '@keting/models';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '@keting/components/kt-worklist.js';
import type { KtCaseOpenedEvent, KtWorklist } from '@keting/components';
import { manyCases, now } from '../../../tests/components/worklist/many-cases.ts';

type Args = Pick<KtWorklist, 'density' | 'selected' | 'lang'> & { readonly count: number; readonly width: string };

const meta: Meta<Args> = {
  title: '元素/待办案件 kt-worklist',
  component: 'kt-worklist',
  args: { count: 20, density: 'dense', selected: '', width: '100%' },
  argTypes: {
    count: { control: { type: 'number', min: 0, max: 20_000 } },
    density: { control: 'inline-radio', options: ['dense', 'comfortable', 'large'] },
    width: { control: 'inline-radio', options: ['100%', '390px'] },
  },
  render: ({ count, density, selected, lang, width }, { canvasElement }) => {
    canvasElement.style.maxWidth = width;
    return html`
      <kt-worklist
        lang=${lang || 'zh-Hans'}
        .model=${luqiao}
        .cases=${manyCases(count)}
        .now=${now}
        .density=${density}
        selected=${selected ?? ''}
        @kt-case-opened=${(event: KtCaseOpenedEvent) => {
          (event.currentTarget as KtWorklist).selected = event.id;
        }}
      ></kt-worklist>
    `;
  },
};

export default meta;
type Story = StoryObj<Args>;

function listIn(canvas: HTMLElement): KtWorklist {
  const found = canvas.querySelector('kt-worklist');
  if (!found) throw new Error('no kt-worklist');
  return found;
}

const all = (list: KtWorklist, selector: string): HTMLElement[] => [
  ...(list.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

/** Twenty cases, opened by keyboard. */
export const 默认: Story = {
  play: async ({ canvasElement }) => {
    const list = listIn(canvasElement);
    await waitFor(() => expect(all(list, '.body [role=row]').length).toBeGreaterThan(5));
    all(list, '[role=grid] [tabindex="0"]')[0]?.focus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect(list.selected).toMatch(/^case-/);
  },
};

/** Four hundred, filtered to what is late. */
export const 四百件: Story = {
  args: { count: 400 },
  play: async ({ canvasElement }) => {
    const list = listIn(canvasElement);
    await waitFor(() => expect(all(list, '.segments .late').length).toBe(1));
    await userEvent.click(all(list, '.segments .late')[0] ?? list);
    await waitFor(() => expect(all(list, '.body .tag.late').length).toBeGreaterThan(5));
  },
};

/** Five thousand: only the rows on screen are drawn. */
export const 五千件: Story = {
  args: { count: 5000 },
  play: async ({ canvasElement }) => {
    const list = listIn(canvasElement);
    await waitFor(() => expect(all(list, '.body [role=row]').length).toBeGreaterThan(5));
    await expect(all(list, '.body [role=row]').length).toBeLessThan(60);
  },
};

/** Nothing to do. */
export const 空: Story = { args: { count: 0 } };

/** On a phone each case is a card. */
export const 手机: Story = { args: { width: '390px', density: 'comfortable' } };

export const 大字: Story = { args: { density: 'large' } };

export const English: Story = { args: { lang: 'en' } };
