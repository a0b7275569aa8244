import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { luqiao } from '@keting/models';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '@keting/components/kt-worklist.js';
import type { KtCaseOpenedEvent, KtWorklist, WorklistCase } from '@keting/components';
import { manyCases, now } from '../../../tests/components/worklist/many-cases.ts';

type Args = Pick<KtWorklist, 'density' | 'selected' | 'lang' | 'audience'> & {
  readonly count: number;
  readonly width: string;
  /** Every case waits for the same unit, as in a clerk's own list. */
  readonly oneTurn: boolean;
};

const casesOf = ({ count, oneTurn, audience }: Args): readonly WorklistCase[] =>
  manyCases(count).map((one, at) => {
    if (oneTurn) return { ...one, turn: 'unit-0', turnName: '迎宾会客厅' };
    // What a unit has replied to waits for its reporter.
    if (audience === 'reporter' && at % 3 === 0)
      return { ...one, stage: 'replied', turn: undefined, turnName: undefined, due: undefined, warnAt: undefined };
    return one;
  });

const meta: Meta<Args> = {
  title: '元素/待办案件 kt-worklist',
  component: 'kt-worklist',
  args: { count: 20, density: 'dense', selected: '', width: '100%', audience: 'worker', oneTurn: false },
  argTypes: {
    count: { control: { type: 'number', min: 0, max: 20_000 } },
    density: { control: 'inline-radio', options: ['dense', 'comfortable', 'large'] },
    audience: { control: 'inline-radio', options: ['worker', 'reporter'] },
    width: { control: 'inline-radio', options: ['100%', '390px'] },
  },
  render: (args, { canvasElement }) => {
    const { density, selected, lang, width, audience } = args;
    canvasElement.style.maxWidth = width;
    return html`
      <kt-worklist
        lang=${lang || 'zh-Hans'}
        .model=${luqiao}
        .cases=${casesOf(args)}
        .now=${now}
        .density=${density}
        audience=${audience}
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

/** What a resident has reported: no deadlines to sort by, and a word where it is theirs to rate. */
export const 居民: Story = {
  args: { count: 6, audience: 'reporter', density: 'comfortable' },
  play: async ({ canvasElement }) => {
    const list = listIn(canvasElement);
    await waitFor(() => expect(all(list, '.body [role=row]').length).toBe(6));
    await expect(all(list, '#title')[0]?.textContent).toBe('我的事项');
    await expect(all(list, '.segments').length).toBe(0);
    await expect(all(list, '.cell.turn').filter((cell) => cell.textContent.includes('等您评价')).length).toBe(2);
  },
};

/** A resident who has reported nothing yet. */
export const 居民还没有上报: Story = { args: { count: 0, audience: 'reporter', density: 'comfortable' } };

/** Where every case waits for the same unit, whose turn it is goes without saying. */
export const 同一单位: Story = {
  args: { oneTurn: true },
  play: async ({ canvasElement }) => {
    const list = listIn(canvasElement);
    await waitFor(() => expect(all(list, '.body [role=row]').length).toBeGreaterThan(5));
    await expect(all(list, '[role=columnheader]').length).toBe(5);
  },
};

/** Nothing to do. */
export const 空: Story = { args: { count: 0 } };

/** On a phone each case is a card. */
export const 手机: Story = { args: { width: '390px', density: 'comfortable' } };

export const 大字: Story = { args: { density: 'large' } };

export const English: Story = { args: { lang: 'en' } };
