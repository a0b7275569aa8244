import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { luqiao } from '@keting/models';
import type { Receipt } from '@keting/runtime';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '@keting/components/kt-case-form.js';
import type { KtCaseForm, KtCommandEvent, KtPhotoField } from '@keting/components';
import { grids, photo, refused, taken, whole } from './sample.ts';

type Args = Pick<KtCaseForm, 'channel' | 'density' | 'draft' | 'lang'> & {
  readonly grids?: KtCaseForm['grids'] | undefined;
  readonly answer?: () => Promise<Receipt> | undefined;
};

const meta: Meta<Args> = {
  title: '元素/上报表单 kt-case-form',
  component: 'kt-case-form',
  args: { channel: 'resident', grids, answer: () => Promise.resolve(taken) },
  argTypes: {
    channel: { control: 'inline-radio', options: ['resident', 'gridder', 'hotline', 'platform'] },
    density: { control: 'inline-radio', options: ['dense', 'comfortable', 'large'] },
    grids: { control: false },
    draft: { control: false },
    answer: { control: false },
  },
  render: ({ channel, density, draft, grids: given, lang, answer }) => html`
    <kt-case-form
      lang=${lang || 'zh-Hans'}
      .model=${luqiao}
      .grids=${given}
      .draft=${draft}
      .density=${density}
      .attach=${() => Promise.resolve('file-1')}
      channel=${channel}
      @kt-command=${(event: KtCommandEvent) => {
        const answered = answer?.();
        if (answered) event.respondWith(answered);
      }}
    ></kt-case-form>
  `,
};

export default meta;
type Story = StoryObj<Args>;

function formIn(canvas: HTMLElement): KtCaseForm {
  const found = canvas.querySelector('kt-case-form');
  if (!found) throw new Error('no kt-case-form');
  return found;
}

function inside<Kind extends HTMLElement = HTMLElement>(root: HTMLElement, selector: string): Kind {
  const found = root.shadowRoot?.querySelector<Kind>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

const press = (form: KtCaseForm, selector: string): Promise<void> => userEvent.click(inside(form, selector));

/** An empty form, filled and sent: class by a word, place from the list, description, and the receipt. */
export const 默认: Story = {
  play: async ({ canvasElement }) => {
    const form = formIn(canvasElement);
    await form.updateComplete;
    const picker = inside(form, 'kt-class-picker');
    await waitFor(() => inside(picker, 'input'));
    await userEvent.type(inside(picker, 'input'), '路灯{Enter}');
    await press(form, '#place');
    const map = await waitFor(() => inside(form, 'kt-grid-picker'));
    await userEvent.type(await waitFor(() => inside(map, '#search')), '听潮 7{Enter}');
    await press(form, '.dialog-foot .primary');
    await userEvent.type(inside(form, '#text'), '路灯不亮一个星期了，老人晚上不敢出门。');
    await press(form, '.submit');
    await waitFor(() => expect(inside(form, '.number').textContent).toBe('2026-1122-0417'));
  },
};

/** Nothing typed yet. */
export const 空白: Story = {};

/** The class asks for its own fields: a number, a date. */
export const 类别字段: Story = {
  args: { draft: { ...whole, class: 'labour-dispute', answers: { 'owed-since': '2026-05-01' } } },
  play: async ({ canvasElement }) => {
    const form = formIn(canvasElement);
    await form.updateComplete;
    await expect(inside<HTMLInputElement>(form, '#field-owed-since').value).toBe('2026-05-01');
    await userEvent.type(inside(form, '#field-workers'), '二十');
    await userEvent.tab();
    await expect(inside(form, '#error-workers').textContent).toContain('请用数字填写');
  },
};

/** Submitted too early: the summary leads to each field, and what was typed stays. */
export const 填写有误: Story = {
  args: { draft: { text: '坏了', phone: '不知道' } },
  play: async ({ canvasElement }) => {
    const form = formIn(canvasElement);
    await form.updateComplete;
    await press(form, '.submit');
    await waitFor(() => expect(form.shadowRoot?.querySelectorAll('.problems li').length).toBe(4));
    await expect(inside<HTMLTextAreaElement>(form, '#text').value).toBe('坏了');
  },
};

/** A photo of 50 MB and a file of a wrong type are told by name; the good ones stay. */
export const 照片不合格: Story = {
  args: { draft: whole },
  play: async ({ canvasElement }) => {
    const form = formIn(canvasElement);
    await form.updateComplete;
    const field = inside<KtPhotoField>(form, 'kt-photo-field');
    const large = new File(['x'], '现场录像.mp4');
    Object.defineProperty(large, 'size', { value: 50_000_000 });
    await field.add([await photo('#6b7f8c'), await photo('#8c6b5a'), large, new File(['%PDF'], '合同.pdf')]);
    await waitFor(() => expect(field.shadowRoot?.querySelectorAll('.error').length).toBe(2));
    await expect(form.value.photos.length).toBe(2);
  },
};

/** The desk refuses the place: told beside it. */
export const 地点在区外: Story = {
  args: { draft: whole, answer: () => Promise.resolve(refused('place-outside', 'GRID-04')) },
  play: async ({ canvasElement }) => {
    const form = formIn(canvasElement);
    await form.updateComplete;
    await press(form, '.submit');
    await waitFor(() => expect(inside(form, '#place-error').textContent).toContain('不在本区范围内'));
  },
};

/** The line is down: everything stays, and it can be sent again. */
export const 网络断开: Story = {
  args: { draft: whole, answer: () => Promise.reject(new Error('the line is down')) },
  play: async ({ canvasElement }) => {
    const form = formIn(canvasElement);
    await form.updateComplete;
    await press(form, '.submit');
    await waitFor(() => expect(inside(form, '.notice').textContent).toContain('不会重复上报'));
  },
};

/** On its way. */
export const 正在提交: Story = {
  args: { draft: whole, answer: () => new Promise(() => undefined) },
  play: async ({ canvasElement }) => {
    const form = formIn(canvasElement);
    await form.updateComplete;
    await press(form, '.submit');
    await waitFor(() => expect(inside(form, 'form').getAttribute('aria-busy')).toBe('true'));
  },
};

/** An anonymous receipt, with the secret that is shown once. */
export const 匿名回执: Story = {
  args: { draft: { ...whole, mode: 'anonymous' } },
  play: async ({ canvasElement }) => {
    const form = formIn(canvasElement);
    await form.updateComplete;
    await press(form, '.submit');
    await waitFor(() => inside(form, '.secret'));
  },
};

/** Without grids a coordinate is asked for. */
export const 填坐标: Story = {
  args: { grids: undefined },
  play: async ({ canvasElement }) => {
    const form = formIn(canvasElement);
    await form.updateComplete;
    await userEvent.type(inside(form, '#place'), '121.38，28.57');
    await expect(form.value.place).toEqual({ position: [121.38, 28.57], system: 'WGS-84' });
  },
};

/** For older people. */
export const 大字: Story = { args: { density: 'large', draft: { ...whole, mode: 'named' } } };

export const 繁體: Story = { args: { lang: 'zh-Hant', draft: whole } };

export const English: Story = {
  args: { lang: 'en', draft: whole },
  play: async ({ canvasElement }) => {
    const form = formIn(canvasElement);
    await form.updateComplete;
    await expect(inside(form, '.submit').textContent.trim()).toBe('Submit');
  },
};
