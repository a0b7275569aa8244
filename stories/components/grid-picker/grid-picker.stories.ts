import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { buildSampleDistrict } from '@keting/models/luqiao/sample';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '@keting/components/kt-grid-picker.js';
import type { GridPickerGrid } from '../../../packages/components/src/grid-picker/grid.ts';
import type { KtGridPicker } from '../../../packages/components/src/grid-picker/grid-picker.ts';
import { inventedCases, inventedGrids, randomFrom } from './invented-grids.ts';

const town = inventedGrids();

const meta: Meta<KtGridPicker> = {
  title: '元素/网格选择 kt-grid-picker',
  component: 'kt-grid-picker',
  args: {
    label: '选择微格',
    view: 'both',
    required: false,
    disabled: false,
    geolocation: false,
    valuesLabel: '未结案件',
  },
  argTypes: {
    view: { control: 'inline-radio', options: ['map', 'list', 'both'] },
    density: { control: 'inline-radio', options: ['dense', 'comfortable', 'large'] },
    grids: { control: false },
    values: { control: false },
  },
  render: (args) =>
    html`<kt-grid-picker
      label=${args.label}
      .grids=${args.grids}
      .values=${args.values}
      values-label=${args.valuesLabel}
      .value=${args.value}
      view=${args.view}
      .density=${args.density}
      ?required=${args.required}
      ?disabled=${args.disabled}
      ?geolocation=${args.geolocation}
      ?loading=${args.loading}
    ></kt-grid-picker>`,
};

export default meta;
type Story = StoryObj<KtGridPicker>;

function pickerIn(canvas: HTMLElement): KtGridPicker {
  const found = canvas.querySelector('kt-grid-picker');
  if (!found) throw new Error('no kt-grid-picker');
  return found;
}

function inside<Kind extends Element = HTMLElement>(picker: KtGridPicker, selector: string): Kind {
  const found = picker.shadowRoot?.querySelector<Kind>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

/** Sixty invented micro-grids. Found in the list by keyboard. */
export const 默认: Story = {
  args: { grids: town },
  play: async ({ canvasElement }) => {
    const picker = pickerIn(canvasElement);
    await waitFor(() => inside(picker, '#search'));
    await userEvent.type(inside(picker, '#search'), '听潮 7');
    await userEvent.keyboard('{Enter}');
    await expect(picker.grid?.name).toBe('第 7 微格');
    await expect(inside(picker, '.chosen-name').textContent).toContain('听潮社区');
  },
};

/** Open cases colour the map; the arrow keys go from grid to grid. */
export const 按数量着色: Story = {
  args: { grids: town, values: inventedCases(town), value: town[22]?.code ?? '' },
  play: async ({ canvasElement }) => {
    const picker = pickerIn(canvasElement);
    const stage = await waitFor(() => inside(picker, '.stage'));
    stage.focus();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    await waitFor(() => expect(picker.value).not.toBe(town[22]?.code));
    await expect(inside(picker, '.legend').textContent).toContain('未结案件');
  },
};

/** The sample district of Luqiao: 2,919 micro-grids. Outlines are invented. */
export const 路桥两千九百一十九个微格: Story = {
  render: (args) => {
    const { grids, values } = luqiao();
    return html`<kt-grid-picker
      label=${args.label}
      .grids=${grids}
      .values=${values}
      values-label=${args.valuesLabel}
      view=${args.view}
    ></kt-grid-picker>`;
  },
  play: async ({ canvasElement }) => {
    const picker = pickerIn(canvasElement);
    await waitFor(() => expect(picker.grids).toHaveLength(2919));
    const [place] = picker.grids[1200]?.polygons[0]?.[0] ?? [];
    const located = picker.locate(place ?? [0, 0]);
    await expect(located.ok || located.refusal.code === 'place-outside').toBe(true);
  },
};

function luqiao(): { grids: GridPickerGrid[]; values: Record<string, number> } {
  const district = buildSampleDistrict();
  const communities = new Map(district.communities.map(({ code, name }) => [code, name]));
  const grids = district.grids.map(({ code, name, community, households, polygons }): GridPickerGrid => ({
    code,
    name,
    community: communities.get(community) ?? '',
    households,
    polygons,
  }));
  return { grids, values: casesOf(grids) };
}

/** Busier where grids are smaller, as in the town. */
function casesOf(grids: readonly GridPickerGrid[]): Record<string, number> {
  const random = randomFrom(3);
  return Object.fromEntries(
    grids.map(({ code, polygons }) => {
      const xs = polygons.flat(2).map(([longitude]) => longitude);
      const width = Math.max(...xs) - Math.min(...xs);
      return [code, Math.max(0, Math.round(random() * 3 + 12 - width * 3000))];
    }),
  );
}

/** A place outside the district: what to do is said, and nothing that was typed is lost. */
export const 坐标在辖区外: Story = {
  args: { grids: town, geolocation: true },
  play: async ({ canvasElement }) => {
    const picker = pickerIn(canvasElement);
    await userEvent.click(await waitFor(() => inside(picker, '[aria-controls=coordinate]')));
    const place = await waitFor(() => inside<HTMLInputElement>(picker, '#place'));
    await userEvent.type(place, '116.4, 39.9{Enter}');
    await waitFor(() => expect(inside(picker, '#place-message').textContent).toContain('不在本辖区'));
    await expect(place.value).toBe('116.4, 39.9');
  },
};

/** As a control of a form: required, reset, and its value under its name. */
export const 在表单里: Story = {
  args: { grids: town, required: true },
  render: (args) =>
    html`<form @submit=${(event: Event) => event.preventDefault()}>
      <kt-grid-picker name="grid" label=${args.label} required .grids=${args.grids}></kt-grid-picker>
      <p><button type="submit">提交</button> <button type="reset">重填</button></p>
    </form>`,
  play: async ({ canvasElement }) => {
    const picker = pickerIn(canvasElement);
    const form = canvasElement.querySelector('form');
    await waitFor(() => inside(picker, '#search'));
    await expect(form?.checkValidity()).toBe(false);
    await expect(picker.validationMessage).toBe('请选一个网格。');
    picker.value = town[3]?.code ?? '';
    await expect(form && new FormData(form).get('grid')).toBe(town[3]?.code);
  },
};

/** On a phone a switch shows map or list. */
export const 手机: Story = {
  args: { grids: town, values: inventedCases(town), value: town[14]?.code ?? '' },
  globals: { viewport: { value: 'mobile1', isRotated: false } },
};

/** What one sees before there are any grids. */
export const 没有网格: Story = { args: { grids: [] } };

/** What one sees while they are on their way. */
export const 正在读取: Story = { args: { grids: [], loading: true } };

/** In English, larger. */
export const English: Story = {
  args: {
    label: '',
    density: 'comfortable',
    valuesLabel: 'Open cases',
    values: inventedCases(town),
    grids: town.map((grid, i) => ({ ...grid, name: `Micro-grid ${i + 1}`, community: `Community ${(i % 4) + 1}` })),
  },
  decorators: [(story) => html`<div lang="en">${story()}</div>`],
  play: async ({ canvasElement }) => {
    const picker = pickerIn(canvasElement);
    await waitFor(() => expect(inside(picker, '#label').textContent).toBe('Choose a grid'));
  },
};
