import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '@keting/components/kt-photo-field.js';
import type { KtPhotoField } from '@keting/components';
import { photo } from '../case-form/sample.ts';

type Args = Pick<KtPhotoField, 'density' | 'disabled' | 'error' | 'label' | 'lang' | 'max' | 'maxBytes'>;

const meta: Meta<Args> = {
  title: '元素/照片 kt-photo-field',
  component: 'kt-photo-field',
  args: { max: 6, maxBytes: 10_000_000, disabled: false, error: '', label: '现场照片' },
  argTypes: {
    max: { control: { type: 'number', min: 1 } },
    maxBytes: { control: { type: 'number', min: 1 } },
    disabled: { control: 'boolean' },
    error: { control: 'text' },
    label: { control: 'text' },
    density: { control: 'inline-radio', options: ['dense', 'comfortable', 'large'] },
  },
  render: ({ density, disabled, error, label, lang, max, maxBytes }) => html`
    <kt-photo-field
      lang=${lang || 'zh-Hans'}
      name="photos"
      .density=${density}
      .error=${error}
      .label=${label}
      .max=${max}
      .maxBytes=${maxBytes}
      ?disabled=${disabled}
    ></kt-photo-field>
  `,
};

export default meta;
type Story = StoryObj<Args>;

function fieldIn(canvas: HTMLElement): KtPhotoField {
  const found = canvas.querySelector('kt-photo-field');
  if (!found) throw new Error('no kt-photo-field');
  return found;
}

const all = (field: KtPhotoField, selector: string): HTMLElement[] => [
  ...(field.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

/** Two photos are added, and one is taken away again. */
export const 默认: Story = {
  play: async ({ canvasElement }) => {
    const field = fieldIn(canvasElement);
    await field.add([await photo('#6b7f8c'), await photo('#8c6b5a')]);
    await waitFor(() => expect(all(field, '.remove').length).toBe(2));
    const [first] = all(field, '.remove');
    if (first) await userEvent.click(first);
    await waitFor(() => expect(field.photos.length).toBe(1));
  },
};

/** Nothing added yet. */
export const 空白: Story = {};

/** A film of 50 MB and a contract are told by name; the photo stays. */
export const 不合格: Story = {
  play: async ({ canvasElement }) => {
    const field = fieldIn(canvasElement);
    const large = new File(['x'], '现场录像.mp4');
    Object.defineProperty(large, 'size', { value: 50_000_000 });
    await field.add([await photo('#6b7f8c'), large, new File(['%PDF'], '合同.pdf')]);
    await waitFor(() => expect(all(field, '.error').length).toBe(2));
  },
};

/** No more room: the button that adds is gone. */
export const 已满: Story = {
  args: { max: 2 },
  play: async ({ canvasElement }) => {
    const field = fieldIn(canvasElement);
    await field.add([await photo('#6b7f8c'), await photo('#8c6b5a')]);
    await waitFor(() => expect(all(field, '.add').length).toBe(0));
  },
};

/** The page says what is wrong. */
export const 有误: Story = { args: { error: '请至少添加一张处置后的照片。' } };

export const 不可用: Story = { args: { disabled: true } };

/** For older people. */
export const 大字: Story = { args: { density: 'large' } };

export const English: Story = { args: { lang: 'en', label: 'Photos of the place' } };
