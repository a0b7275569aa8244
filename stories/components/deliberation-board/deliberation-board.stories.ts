import type { KtDeliberationBoard, KtTopicMoveEvent } from '@keting/components';
import '@keting/components/kt-deliberation-board.js';
import type { Language } from '@keting/domain';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { handlers, lanes, manyTopics, topics } from './sample.ts';

type Args = Pick<KtDeliberationBoard, 'topics' | 'columns' | 'handlers' | 'rows' | 'loading' | 'density'> & {
  lang?: Language;
};

const meta: Meta<Args> = {
  title: '议事/议事板 kt-deliberation-board',
  component: 'kt-deliberation-board',
  argTypes: {
    rows: { control: { type: 'number', min: 1 } },
    loading: { control: 'boolean' },
    density: { control: 'inline-radio', options: ['dense', 'comfortable', 'large'] },
    topics: { control: false },
    columns: { control: false },
    handlers: { control: false },
  },
  args: {
    topics: topics('zh-Hans'),
    columns: lanes('zh-Hans'),
    handlers: handlers('zh-Hans'),
    rows: 4,
    loading: false,
  },
  render: boardOf,
};
export default meta;
type Story = StoryObj<Args>;

function boardOf({ lang, ...args }: Args): TemplateResult {
  return html`<kt-deliberation-board
    lang=${lang ?? nothing}
    density=${args.density ?? nothing}
    rows=${args.rows}
    ?loading=${args.loading}
    .topics=${args.topics}
    .columns=${args.columns}
    .handlers=${args.handlers}
  ></kt-deliberation-board>`;
}

async function ready(canvas: HTMLElement): Promise<{ board: KtDeliberationBoard; root: ShadowRoot }> {
  const board = canvas.querySelector('kt-deliberation-board');
  if (!board?.shadowRoot) throw new Error('no board');
  await board.updateComplete;
  return { board, root: board.shadowRoot };
}

const cardOf = (root: ShadowRoot, id: string): HTMLElement | null => root.querySelector(`[data-id="${id}"]`);
const dialogOf = (root: ShadowRoot): HTMLDialogElement | null => root.querySelector('dialog');

/** Luqiao's three meetings with twenty invented topics: open one, tick who came, and the meeting can be held. */
export const ThreeMeetings: Story = {
  name: '三会',
  play: async ({ canvasElement }) => {
    const { root } = await ready(canvasElement);
    await waitFor(() => expect(root.querySelectorAll('[role=option]')).toHaveLength(20));
    await userEvent.click(cardOf(root, 'topic-9')!);
    await waitFor(() => expect(dialogOf(root)?.open).toBe(true));
    const hold = () => root.querySelector('[data-action=hold]');
    await expect(hold()).toHaveAttribute('aria-disabled', 'true');
    const ticks = [...root.querySelectorAll<HTMLInputElement>('.person input')].slice(0, 21);
    for (const tick of ticks) await userEvent.click(tick);
    await waitFor(() => expect(hold()).not.toHaveAttribute('aria-disabled'));
    await userEvent.click(root.querySelector('[part=close]')!);
    await waitFor(() => expect(dialogOf(root)?.open).toBe(false));
  },
};

/** Nothing has been escalated yet. */
export const Empty: Story = {
  name: '没有议题',
  args: { topics: [] },
  play: async ({ canvasElement }) => {
    const { root } = await ready(canvasElement);
    await expect(root.textContent).toContain('还没有议题');
  },
};

/** The page says that topics are on their way. */
export const Loading: Story = {
  name: '正在读取',
  args: { topics: [], loading: true },
  play: async ({ canvasElement }) => {
    const { root } = await ready(canvasElement);
    await expect(root.textContent).toContain('正在读取议题');
  },
};

/** Some topics stand at a step that the board does not have: the rest is shown, and these are told. */
export const LostTopics: Story = {
  name: '流程外的议题',
  args: { topics: [...topics('zh-Hans'), { id: 'lost', title: '旧议题', tier: 'village', step: 'called' }] },
  play: async ({ canvasElement }) => {
    const { root } = await ready(canvasElement);
    await expect(root.querySelector('.notice')).toHaveTextContent('有 1 个议题');
  },
};

/** By keyboard: Space picks a card up, arrow keys choose a column, one that would refuse it says why, Escape puts it back. */
export const RefusedMove: Story = {
  name: '不能移动的位置',
  args: {
    topics: topics('zh-Hans').map((topic) =>
      topic.id === 'topic-9' ? { ...topic, refused: { hold: '通知不满三天，还不能开会' } } : topic,
    ),
  },
  play: async ({ canvasElement }) => {
    const { root } = await ready(canvasElement);
    await waitFor(() => expect(cardOf(root, 'topic-9')).toBeTruthy());
    cardOf(root, 'topic-9')?.focus();
    await userEvent.keyboard(' {ArrowRight}');
    await waitFor(() => expect(root.querySelector('.column.aimed .zone')).toHaveTextContent('通知不满三天'));
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(() => expect(root.querySelector('[role=status][aria-live]')).toHaveTextContent('不能放'));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(root.querySelector('[role=status][aria-live]')).toHaveTextContent('放回'));
    await expect(dialogOf(root)?.open).toBe(false);
  },
};

/** A page that keeps its own record hears of a move and sees to it by itself. */
export const HostMoves: Story = {
  name: '由页面处理移动',
  render: (args) => {
    const take = (event: KtTopicMoveEvent): void => {
      event.preventDefault();
      const { target, move } = event;
      const board = target as KtDeliberationBoard;
      board.topics = (board.topics ?? []).map((topic) => (topic.id === move.id ? { ...topic, ...move.to } : topic));
    };
    return html`<div @kt-topic-move=${take}>${boardOf(args)}</div>`;
  },
  play: async ({ canvasElement }) => {
    const { root } = await ready(canvasElement);
    await waitFor(() => expect(cardOf(root, 'topic-1')).toBeTruthy());
    cardOf(root, 'topic-1')?.focus();
    await userEvent.keyboard(' {ArrowRight}{Enter}');
    const held = () => root.querySelector('[data-list="micro-grid/held"]');
    await waitFor(() => expect(held()?.querySelector('[data-id=topic-1]')).toBeTruthy());
  },
};

/** Five thousand topics: only the cards in sight are drawn, each knows its place among all. */
export const FiveThousand: Story = {
  name: '五千个议题',
  args: { topics: manyTopics(5000, 'zh-Hans') },
  play: async ({ canvasElement }) => {
    const { root } = await ready(canvasElement);
    await waitFor(() => expect(cardOf(root, 'many-0')).toHaveAttribute('aria-setsize', '750'));
    await expect(root.querySelectorAll('[role=option]').length).toBeLessThan(120);
    cardOf(root, 'many-0')?.focus();
    await userEvent.keyboard('{End}');
    await waitFor(() => expect(root.activeElement).toHaveAttribute('aria-posinset', '750'));
  },
};

export const English: Story = {
  name: 'English',
  args: { lang: 'en', topics: topics('en'), columns: lanes('en'), handlers: handlers('en') },
  play: async ({ canvasElement }) => {
    const { root } = await ready(canvasElement);
    await waitFor(() => expect(root.querySelector('h2')).toHaveTextContent('Deliberation board'));
    await expect(root.textContent).not.toMatch(/[\u4e00-\u9fff]/);
  },
};

export const Traditional: Story = {
  name: '繁體',
  args: { lang: 'zh-Hant', topics: topics('zh-Hant'), columns: lanes('zh-Hant'), handlers: handlers('zh-Hant') },
};

export const Dense: Story = { name: '紧凑', args: { density: 'dense' } };
export const Large: Story = { name: '大字', args: { density: 'large' } };
