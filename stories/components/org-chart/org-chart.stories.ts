import type { KtOrgChart } from '@keting/components';
import '@keting/components/kt-org-chart.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { manyUnits, street } from './sample.ts';

type Args = Pick<KtOrgChart, 'units' | 'view' | 'selected' | 'openLevels' | 'asOf' | 'density'> & { lang?: string };

const meta: Meta<Args> = {
  title: '组织/组织架构图 kt-org-chart',
  component: 'kt-org-chart',
  argTypes: {
    view: { control: 'inline-radio', options: ['chart', 'indent'] },
    density: { control: 'inline-radio', options: ['dense', 'comfortable', 'large'] },
    selected: { control: 'text' },
    openLevels: { control: { type: 'number', min: 1 } },
    asOf: { control: 'text' },
    units: { control: false },
  },
  args: { units: street, asOf: '2018-10-30' },
  parameters: { layout: 'fullscreen' },
  render: chartOf,
};
export default meta;
type Story = StoryObj<Args>;

function chartOf({ units, view, selected, openLevels, asOf, density, lang }: Args): TemplateResult {
  return html`<kt-org-chart
    lang=${lang ?? nothing}
    view=${view ?? nothing}
    selected=${selected ?? nothing}
    open-levels=${openLevels ?? nothing}
    as-of=${asOf ?? nothing}
    density=${density ?? nothing}
    .units=${units}
  ></kt-org-chart>`;
}

async function ready(canvas: HTMLElement): Promise<{ chart: KtOrgChart; root: ShadowRoot }> {
  const chart = canvas.querySelector('kt-org-chart');
  if (!chart) throw new Error('no chart');
  await chart.updateComplete;
  return { chart, root: chart.renderRoot as ShadowRoot };
}

const items = (root: ShadowRoot): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[role=treeitem]')];
const named = (root: ShadowRoot, name: string): HTMLElement | undefined =>
  items(root).find(({ title }) => title === name);

/** A street, its communities with paired bodies and micro-grids; dashes lead to the units whose heads sit in them. */
export const Street: Story = {
  name: '街道',
  args: { view: 'chart' },
  play: async ({ canvasElement }) => {
    const { root } = await ready(canvasElement);
    await waitFor(() => expect(named(root, '路桥街道党工委')).toBeTruthy());
    await expect(named(root, '路桥街道党工委')).toHaveAttribute('aria-expanded', 'true');
    const search = root.querySelector('input');
    await userEvent.type(search!, '长浦');
    await waitFor(() => expect(named(root, '长浦社区大党委')).toHaveClass('match'));
    root.querySelector<HTMLElement>('.step:last-child')?.click();
    await waitFor(() => expect(search).toHaveValue(''));
  },
};

/** The same as an indented list: the shape for narrow screens, and for who reads rather than looks. */
export const Indented: Story = {
  name: '缩进',
  args: { view: 'indent', selected: 'c1' },
  play: async ({ canvasElement }) => {
    const { root } = await ready(canvasElement);
    await waitFor(() => expect(named(root, '方林社区大党委')).toHaveAttribute('aria-selected', 'true'));
    await expect(root.querySelector('.path')).toHaveTextContent('方林社区大党委');
  },
};

/** The size of the sketch: a district's bodies. Everything is open. */
export const SixThousand: Story = {
  name: '6,300 个单位',
  args: { units: manyUnits(6300), openLevels: 99, view: 'chart' },
  play: async ({ canvasElement }) => {
    const { chart, root } = await ready(canvasElement);
    await expect(chart.reveal('u6000')).toBe(true);
    await waitFor(() => expect(named(root, '第 6000 单位')).toBeTruthy());
    await expect(root.querySelectorAll('*').length).toBeLessThan(300);
  },
};

/** Far more than any district has; it pans as lightly. */
export const FiftyThousand: Story = {
  name: '50,000 个单位',
  args: { units: manyUnits(50_000, 9), openLevels: 99, view: 'chart' },
  play: async ({ canvasElement }) => {
    const { chart, root } = await ready(canvasElement);
    await expect(chart.reveal('u49999')).toBe(true);
    await waitFor(() => expect(named(root, '第 49999 单位')).toBeTruthy());
    await expect(root.querySelectorAll('*').length).toBeLessThan(300);
  },
};

/** Before there is anything: what will appear, and the first step. */
export const Empty: Story = {
  name: '还没有单位',
  args: { units: [] },
  play: async ({ canvasElement }) => {
    const { root } = await ready(canvasElement);
    await expect(root.querySelector('[role=status]')).toHaveTextContent('请先登记最上级单位');
  },
};

/** A list with an orphan, a circle, an id used twice and a pair that does not fit: each is named, the rest is drawn. */
export const Faulty: Story = {
  name: '资料有误',
  args: {
    view: 'chart',
    units: [
      ...street,
      { id: 'lost', parent: 'abolished', name: '失联党支部' },
      { id: 'x', parent: 'z', name: '甲' },
      { id: 'z', parent: 'x', name: '乙' },
      { id: 'c3', parent: 'street', name: '长浦社区大党委（重复）' },
      { id: 'far', parent: 'c4', name: '居民议事会', pairedWith: 'c1-b1' },
    ],
  },
  play: async ({ canvasElement }) => {
    const { root } = await ready(canvasElement);
    const alert = root.querySelector('[role=alert]');
    await expect(alert).toHaveTextContent('x、z');
    await expect(alert).toHaveTextContent('lost');
    await expect(alert).toHaveTextContent('c3');
    await expect(alert).toHaveTextContent('far');
    await waitFor(() => expect(named(root, '路桥街道党工委')).toBeTruthy());
  },
};

/** Labels in English; names stay as the place writes them. */
export const English: Story = {
  args: { lang: 'en', view: 'chart' },
  play: async ({ canvasElement }) => {
    const { root } = await ready(canvasElement);
    await waitFor(() => expect(root.querySelector('h2')).toHaveTextContent('Organisation'));
    await expect(root.querySelector('.legend')).toHaveTextContent('party body');
  },
};

/** For older people (适老化): text of 20 px, and boxes and buttons that grow with it. */
export const LargeType: Story = {
  name: '大字',
  args: { density: 'large', view: 'chart' },
  play: async ({ canvasElement }) => {
    const { root } = await ready(canvasElement);
    const box = await waitFor(() => {
      const found = root.querySelector('.box');
      if (!found) throw new Error('no box yet');
      return found;
    });
    await expect(Number.parseFloat(getComputedStyle(box).fontSize)).toBeGreaterThanOrEqual(20);
  },
};
