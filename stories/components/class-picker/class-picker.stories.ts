import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { luqiao } from '@keting/models';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '@keting/components/kt-class-picker.js';
import type { KtClassPicker } from '@keting/components';

type Args = Pick<KtClassPicker, 'density' | 'disabled' | 'error' | 'label' | 'lang' | 'required' | 'value'>;

const meta: Meta<Args> = {
  title: '元素/类别 kt-class-picker',
  component: 'kt-class-picker',
  args: { value: '', label: '什么事', error: '', required: false, disabled: false },
  argTypes: {
    value: { control: 'select', options: ['', ...luqiao.cases.classes.map(({ id }) => id)] },
    label: { control: 'text' },
    error: { control: 'text' },
    required: { control: 'boolean' },
    disabled: { control: 'boolean' },
    density: { control: 'inline-radio', options: ['dense', 'comfortable', 'large'] },
  },
  render: ({ density, disabled, error, label, lang, required, value }) => html`
    <kt-class-picker
      lang=${lang || 'zh-Hans'}
      name="class"
      .classes=${luqiao.cases.classes}
      .density=${density}
      .error=${error}
      .label=${label}
      .value=${value}
      ?disabled=${disabled}
      ?required=${required}
    ></kt-class-picker>
  `,
};

export default meta;
type Story = StoryObj<Args>;

function pickerIn(canvas: HTMLElement): KtClassPicker {
  const found = canvas.querySelector('kt-class-picker');
  if (!found) throw new Error('no kt-class-picker');
  return found;
}

async function inputOf(picker: KtClassPicker): Promise<HTMLInputElement> {
  await picker.updateComplete;
  const found = picker.shadowRoot?.querySelector('input');
  if (!found) throw new Error('no input');
  return found;
}

/** A word finds the class, and Enter picks it. */
export const 默认: Story = {
  play: async ({ canvasElement }) => {
    const picker = pickerIn(canvasElement);
    await userEvent.type(await inputOf(picker), '路灯{Enter}');
    await waitFor(() => expect(picker.value).toBe('street-lamp'));
  },
};

/** Open, with every class under the heading of its group. */
export const 展开: Story = {
  args: { value: 'garbage' },
  play: async ({ canvasElement }) => {
    const picker = pickerIn(canvasElement);
    await userEvent.click(await inputOf(picker));
    await waitFor(() => expect(picker.shadowRoot?.querySelectorAll('[role=option]').length).toBe(17));
  },
};

/** Required, and asked for. */
export const 必填: Story = {
  args: { required: true },
  play: async ({ canvasElement }) => {
    const picker = pickerIn(canvasElement);
    await picker.updateComplete;
    await expect(picker.checkValidity()).toBe(false);
    await waitFor(() => expect(picker.shadowRoot?.querySelector('#error')?.textContent).toContain('请选择'));
  },
};

export const 不可用: Story = { args: { disabled: true, value: 'garbage' } };

/** For older people. */
export const 大字: Story = { args: { density: 'large', value: 'manhole-cover' } };

export const English: Story = { args: { lang: 'en', label: 'What is it about', value: 'manhole-cover' } };
