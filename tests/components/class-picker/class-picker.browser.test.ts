import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '@keting/components/kt-class-picker.js';
import { luqiao } from '@keting/models';
import type { KtClassPicker } from '../../../packages/components/src/class-picker/class-picker.ts';

const show = (value = ''): Promise<KtClassPicker> =>
  fixture<KtClassPicker>(
    html`<kt-class-picker lang="zh-Hans" .classes=${luqiao.cases.classes} .value=${value}></kt-class-picker>`,
  );
const input = (picker: KtClassPicker): HTMLInputElement => {
  const found = picker.renderRoot.querySelector('input');
  if (!found) throw new Error('no input');
  return found;
};
const options = (picker: KtClassPicker): string[] =>
  [...picker.renderRoot.querySelectorAll('[role=option]')].map(({ textContent }) => textContent.trim());
const active = (picker: KtClassPicker): string => picker.renderRoot.querySelector('.active')?.textContent.trim() ?? '';
const isOpen = (picker: KtClassPicker): boolean => input(picker).getAttribute('aria-expanded') === 'true';

async function press(picker: KtClassPicker, ...keys: string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
  await picker.updateComplete;
}

describe('kt-class-picker', () => {
  it('[CASE-02] opens with every class under the heading of its group, and passes axe open and closed', async () => {
    const picker = await show();
    await expect(picker).to.be.accessible();
    picker.focus();
    await press(picker, 'ArrowDown');
    expect(isOpen(picker)).to.be.true;
    expect(options(picker)).to.have.length(17);
    expect([...picker.renderRoot.querySelectorAll('.heading')].map(({ textContent }) => textContent)).to.deep.equal([
      '安全隐患',
      '矛盾纠纷',
      '群众诉求',
      '公共设施',
      '市容秩序',
    ]);
    await expect(picker).to.be.accessible();
  });

  it('[CASE-02] typing finds by label, group, catalogue number and in every language', async () => {
    const picker = await show();
    picker.focus();
    for (const [typed, found] of [
      ['井', '井盖破损'],
      ['manhole', '井盖破损'],
      ['公共 路灯', '路灯不亮'],
      ['纠纷 劳资', '劳资纠纷'],
    ] as const) {
      input(picker).select();
      await sendKeys({ type: typed });
      await picker.updateComplete;
      expect(options(picker)).to.deep.equal([found]);
    }
  });

  it('[CASE-02] words that find nothing are told and stay on Enter; Escape closes, and then takes them back', async () => {
    const picker = await show('garbage');
    picker.focus();
    input(picker).select();
    await sendKeys({ type: '火星' });
    await picker.updateComplete;
    expect(picker.renderRoot.querySelector('.none')?.textContent).to.contain('没有找到“火星”');
    await press(picker, 'Enter');
    expect(input(picker).value).to.equal('火星');
    await press(picker, 'Escape');
    expect(isOpen(picker)).to.be.false;
    expect(input(picker).value).to.equal('火星');
    await press(picker, 'Escape');
    expect(input(picker).value).to.equal('垃圾堆放');
    expect(picker.value).to.equal('garbage');
  });

  it('[ALL-05] has every key of the combobox: arrows around the ends, Alt opens and closes, Enter picks, Tab leaves', async () => {
    const picker = await show();
    picker.focus();
    await press(picker, 'Alt+ArrowDown');
    expect(isOpen(picker)).to.be.true;
    await press(picker, 'Alt+ArrowUp');
    expect(isOpen(picker)).to.be.false;
    await press(picker, 'ArrowUp');
    expect(active(picker)).to.equal('“四小车”');
    await press(picker, 'ArrowDown');
    expect(active(picker)).to.equal('消防隐患');
    expect(input(picker).getAttribute('aria-activedescendant')).to.equal('option-0');
    const picked = oneEvent(picker, 'kt-class-picked');
    await press(picker, 'Enter');
    expect(await picked).to.have.property('value', 'fire-hazard');
    expect(input(picker).value).to.equal('消防隐患');
    expect(picker.renderRoot.querySelector('.group-tag')?.textContent).to.equal('安全隐患');
    await press(picker, 'ArrowDown', 'Tab');
    expect(isOpen(picker)).to.be.false;
  });

  it('[CASE-02] a press with the pointer picks', async () => {
    const picker = await show();
    input(picker).click();
    await picker.updateComplete;
    const option = [...picker.renderRoot.querySelectorAll<HTMLElement>('[role=option]')].find(
      ({ textContent }) => textContent.trim() === '排水堵塞',
    );
    option?.click();
    await picker.updateComplete;
    expect(picker.value).to.equal('drainage');
  });

  it('in a form it sends its value, and is disabled with its fieldset', async () => {
    const form = await fixture<HTMLFormElement>(html`
      <form>
        <fieldset>
          <kt-class-picker name="class" .classes=${luqiao.cases.classes} .value=${'garbage'}></kt-class-picker>
        </fieldset>
      </form>
    `);
    expect(new FormData(form).get('class')).to.equal('garbage');
    const fieldset = form.querySelector('fieldset');
    if (fieldset) fieldset.disabled = true;
    const picker = form.querySelector('kt-class-picker');
    await picker?.updateComplete;
    expect(picker && input(picker).disabled).to.be.true;
  });

  it('in a form it tells its value at once, is missed where it is required, resets to its attribute, and is kept', async () => {
    const form = await fixture<HTMLFormElement>(html`
      <form>
        <label for="picker">类别</label>
        <kt-class-picker
          lang="zh-Hans"
          id="picker"
          name="class"
          required
          .classes=${luqiao.cases.classes}
        ></kt-class-picker>
      </form>
    `);
    const picker = form.querySelector('kt-class-picker');
    if (!picker) throw new Error('no picker');
    expect(input(picker).getAttribute('aria-required')).to.equal('true');
    expect(form.checkValidity()).to.be.false;
    await picker.updateComplete;
    expect(picker.renderRoot.querySelector('#error')?.textContent).to.contain('请选择是什么事。');
    picker.value = 'garbage';
    expect(new FormData(form).get('class')).to.equal('garbage');
    expect(form.checkValidity()).to.be.true;
    form.reset();
    expect(picker.value).to.equal('');
    picker.setAttribute('value', 'drainage');
    picker.formStateRestoreCallback('garbage');
    expect(picker.value).to.equal('garbage');
    form.reset();
    expect(new FormData(form).get('class')).to.equal('drainage');
    form.querySelector('label')?.click();
    expect(picker.shadowRoot?.activeElement).to.equal(input(picker));
  });

  it('fires input and change when a class is picked, and not while words are looked for', async () => {
    const picker = await show();
    const heard: string[] = [];
    for (const type of ['input', 'change']) picker.addEventListener(type, () => heard.push(`${type} ${picker.value}`));
    picker.focus();
    await sendKeys({ type: '井盖' });
    expect(heard).to.be.empty;
    await press(picker, 'Enter');
    expect(heard).to.deep.equal(['input manhole-cover', 'change manhole-cover']);
  });
});
