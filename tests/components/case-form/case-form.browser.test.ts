import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '@keting/components/kt-case-form.js';
import '@keting/components/kt-desk.js';
import type { Desk, Receipt } from '@keting/runtime';
import { luqiao } from '@keting/models';
import type { KtCaseForm } from '../../../packages/components/src/case-form/case-form.ts';
import type { CaseDraft } from '../../../packages/components/src/case-form/draft.ts';
import { cases, commandId, type Command } from '@keting/domain';
import { caseDesk, grid } from '../case-page/case-desk.ts';
import type { GridPickerGrid } from '../../../packages/components/src/grid-picker/grid.ts';
import { until } from '../case-page/until.ts';
import { picture } from '../photo-field/picture.ts';

const square = (x: number, y: number): GridPickerGrid['polygons'] => [
  [
    [
      [x, y],
      [x + 0.01, y],
      [x + 0.01, y + 0.01],
      [x, y + 0.01],
      [x, y],
    ],
  ],
];
const grids: readonly GridPickerGrid[] = [
  {
    code: '33100400100400107',
    name: '第 7 微格',
    community: '迎宾社区',
    staff: '由林某某负责',
    polygons: square(121.37, 28.56),
  },
  {
    code: '33100400100400108',
    name: '第 8 微格',
    community: '迎宾社区',
    staff: '由陈某某负责',
    polygons: square(121.38, 28.56),
  },
];
const whole: Partial<CaseDraft> = {
  class: 'manhole-cover',
  answers: { danger: 'cracked' },
  place: { grid: '33100400100400107' },
  text: '井盖碎裂，晚上骑车很危险',
};
const taken = { ok: true, id: 'x', number: '2026-1122-0417', at: 0, events: [] } as unknown as Receipt;

interface Shown {
  readonly form: KtCaseForm;
  readonly sent: Command[];
}

/** A form on a page that takes its commands and answers each as told. */
async function show(
  draft: Partial<CaseDraft> = {},
  answer: (command: Command) => Promise<Receipt> | undefined = () => Promise.resolve(taken),
): Promise<Shown> {
  const sent: Command[] = [];
  const form = await fixture<KtCaseForm>(html`
    <kt-case-form
      .model=${luqiao}
      .grids=${grids}
      .draft=${draft}
      .attach=${() => Promise.resolve('file-1')}
      @kt-command=${(event: HTMLElementEventMap['kt-command']) => {
        sent.push(event.command);
        const answered = answer(event.command);
        if (answered) event.respondWith(answered);
      }}
    ></kt-case-form>
  `);
  return { form, sent };
}

function inside<Kind extends HTMLElement = HTMLElement>(root: HTMLElement, selector: string): Kind {
  const found = root.shadowRoot?.querySelector<Kind>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}
const has = (root: HTMLElement, selector: string): boolean => root.shadowRoot?.querySelector(selector) !== null;
const textOf = (root: HTMLElement, selector: string): string => inside(root, selector).textContent.trim();
const problems = (form: KtCaseForm): string[] =>
  [...(form.shadowRoot?.querySelectorAll('.problems li') ?? [])].map(({ textContent }) => textContent.trim());

async function type(form: KtCaseForm, selector: string, value: string): Promise<void> {
  const field = inside<HTMLInputElement>(form, selector);
  field.focus();
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await form.updateComplete;
}

async function leave(form: KtCaseForm, selector: string): Promise<void> {
  inside(form, selector).blur();
  await form.updateComplete;
}

/** A file of so many bytes that is never read: its size must be enough. */
const large = (name: string, size: number): File => {
  const file = new File(['x'], name);
  Object.defineProperty(file, 'size', { value: size });
  file.arrayBuffer = () => Promise.reject(new Error('a file that is too large was read'));
  return file;
};

describe('kt-case-form asks', () => {
  it('[CASE-01] asks what, where, photos, description and contact, and passes axe', async () => {
    const { form } = await show();
    await expect(form).to.be.accessible();
    expect(textOf(form, '#place')).to.contain('选择地点');
    expect(inside(form, '#class')).to.have.property('label', '什么事');
  });

  it('[CASE-02] asks for the chosen class’s own fields, and keeps what was typed when the class changes', async () => {
    const { form } = await show({ ...whole, class: 'labour-dispute', answers: { workers: '23' } });
    expect(inside<HTMLInputElement>(form, '#field-workers').value).to.equal('23');
    expect(has(form, '#field-owed-since')).to.be.true;
    form.draft = { ...form.value, class: 'dangerous-building' };
    await form.updateComplete;
    expect(has(form, '#field-workers')).to.be.false;
    expect(has(form, '#field-people-inside')).to.be.true;
    expect(form.value.answers['workers']).to.equal('23');
  });

  it('[GRID-04] shows the grid of the place and who looks after it', async () => {
    const { form } = await show(whole);
    expect(textOf(form, '#place')).to.contain('迎宾社区 · 第 7 微格');
    expect(textOf(form, '#place-staff')).to.equal('由林某某负责');
  });

  it('[GRID-04] the dialog opens at once, and map and list come into it when their code is here', async () => {
    const { form } = await show(whole);
    inside(form, '#place').click();
    await form.updateComplete;
    expect(inside<HTMLDialogElement>(form, 'dialog').open).to.be.true;
    expect(textOf(form, 'dialog [role=status]')).to.equal('正在打开地图和列表…');
    const picker = inside(form, 'kt-grid-picker');
    await until(() => picker.shadowRoot?.querySelector('#search') && !has(form, 'dialog [role=status]'));
    expect(picker).to.have.property('value', '33100400100400107');
  });

  it('[GRID-04] takes a place from the map and list in a dialog, by keyboard alone', async () => {
    const { form } = await show();
    inside(form, '#place').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => form.shadowRoot?.querySelector('dialog')?.open);
    const picker = inside(form, 'kt-grid-picker');
    await until(() => picker.shadowRoot?.querySelector('#search'));
    inside(picker, '#search').focus();
    await sendKeys({ type: '8' });
    await sendKeys({ press: 'Enter' });
    const take = inside<HTMLButtonElement>(form, '.dialog-foot .primary');
    await until(() => !take.disabled);
    take.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => form.value.place !== undefined);
    expect(form.value.place).to.deep.equal({ grid: '33100400100400108' });
    expect(inside<HTMLDialogElement>(form, 'dialog').open).to.be.false;
  });

  it('[GRID-04] without grids takes a coordinate, and says when it is none', async () => {
    const form = await fixture<KtCaseForm>(html`<kt-case-form .model=${luqiao}></kt-case-form>`);
    await type(form, '#place', '121.38, 28.57');
    expect(form.value.place).to.deep.equal({ position: [121.38, 28.57], system: 'WGS-84' });
    await type(form, '#place', '菜场旁边');
    await leave(form, '#place');
    expect(textOf(form, '#place-error')).to.contain('看不懂这个坐标');
    expect(inside<HTMLInputElement>(form, '#place').value).to.equal('菜场旁边');
  });

  it('[ALL-02] says what each way of contact means, and asks no name of who stays hidden', async () => {
    const { form } = await show();
    expect(has(form, '#name')).to.be.false;
    inside(form, '#mode-named').click();
    await form.updateComplete;
    expect(has(form, '#name')).to.be.true;
    inside(form, '#mode-anonymous').click();
    await form.updateComplete;
    expect(has(form, '#phone')).to.be.false;
    expect(textOf(form, '#mode-means')).to.contain('凭证码');
  });

  it('[ALL-05] every field is reached by the Tab key, in order', async () => {
    const { form } = await show(whole);
    inside(form, '#class').focus();
    const seen: string[] = [];
    for (let n = 0; n < 8; n += 1) {
      seen.push(form.shadowRoot?.activeElement?.id ?? '');
      await sendKeys({ press: 'Tab' });
    }
    expect(seen).to.deep.equal(['class', 'field-danger', 'place', 'address', 'photos', 'text', 'mode-masked', 'phone']);
    expect(form.shadowRoot?.activeElement?.getAttribute('type')).to.equal('submit');
  });

  it('[ALL-04] speaks the language of the page, and follows when it changes', async () => {
    const { form } = await show();
    form.lang = 'en';
    await until(() => textOf(form, '.submit') === 'Submit');
    form.lang = 'zh-Hant';
    await until(() => textOf(form, '#place').includes('選擇地點'));
  });
});

describe('kt-case-form on bad input', () => {
  it('[CASE-01] an empty form is not sent: a summary takes the focus and leads to each field', async () => {
    const { form, sent } = await show();
    await form.submit();
    expect(sent).to.be.empty;
    expect(form.shadowRoot?.activeElement?.id).to.equal('problems');
    expect(problems(form)).to.deep.equal(['请选择是什么事。', '请选择在哪里。', '请写一写是什么情况。']);
    inside(form, '.problems li:last-child button').click();
    expect(form.shadowRoot?.activeElement?.id).to.equal('text');
    await expect(form).to.be.accessible();
  });

  it('[CASE-01] a field says what is wrong when it is left, not while it is still untouched', async () => {
    const { form } = await show();
    inside(form, '#text').focus();
    await leave(form, '#text');
    expect(textOf(form, '#text-error')).to.equal('');
    await type(form, '#text', '坏了');
    expect(textOf(form, '#text-error')).to.equal('');
    await leave(form, '#text');
    expect(textOf(form, '#text-error')).to.equal('请再写清楚一些，至少 5 个字，还差 3 个。');
    await type(form, '#text', '井盖坏了一半');
    expect(textOf(form, '#text-error')).to.equal('');
  });

  it('[CASE-01] an oversized text is told with how much to take out, and stays as it was typed', async () => {
    const long = '坏'.repeat(1012);
    const { form, sent } = await show({ ...whole, text: long });
    await form.submit();
    expect(sent).to.be.empty;
    expect(textOf(form, '#text-error')).to.equal('最多 1,000 个字，请删去 12 个。');
    expect(textOf(form, '#text-count')).to.contain('多了 12 个字');
    expect(inside<HTMLTextAreaElement>(form, '#text').value).to.equal(long);
  });

  it('[CASE-01] a photo of 50 MB and one of a wrong type are refused by name; everything else stays', async () => {
    const { form } = await show(whole);
    const field = inside(form, 'kt-photo-field') as unknown as HTMLElement & { add(files: File[]): Promise<void> };
    await field.add([
      await picture('image/jpeg', 'photo'),
      large('大片.mp4', 50_000_000),
      new File(['%PDF-1.7'], '合同.pdf'),
    ]);
    await form.updateComplete;
    const told = [...(field.shadowRoot?.querySelectorAll('.error') ?? [])].map(({ textContent }) => textContent);
    expect(told).to.have.length(2);
    expect(told[0]).to.contain('“大片.mp4”有 50 MB，超过 10 MB');
    expect(told[1]).to.contain('“合同.pdf”不是可以上传的类型');
    expect(form.value.photos).to.have.length(1);
    expect(form.value).to.include({ class: 'manhole-cover', text: whole.text });
    await expect(form).to.be.accessible();
  });

  it('[GRID-04] a place outside the district is told beside the place, and loses nothing typed', async () => {
    const refusal = { code: 'place-outside', rule: 'GRID-04', ids: [], params: {} };
    const place = { position: [116.4, 39.9] as [number, number], system: 'WGS-84' as const };
    const { form } = await show({ ...whole, place }, () =>
      Promise.resolve({ ok: false, id: 'x', refusal } as unknown as Receipt),
    );
    await form.submit();
    expect(textOf(form, '#place-error')).to.equal('这个地点不在本区范围内，请重新选择。');
    expect(problems(form)).to.deep.equal(['这个地点不在本区范围内，请重新选择。']);
    expect(form.value.text).to.equal(whole.text);
    form.draft = { ...form.value, place: { grid: '33100400100400107' } };
    await form.updateComplete;
    expect(textOf(form, '#place-error')).to.equal('');
  });

  it('[CASE-01] a refusal that is about no field is told above the button, in the page’s language', async () => {
    const refusal = { code: 'not-permitted', rule: 'ALL-01', ids: [], params: {} };
    const { form } = await show(whole, () => Promise.resolve({ ok: false, id: 'x', refusal } as unknown as Receipt));
    await form.submit();
    await form.updateComplete;
    expect(textOf(form, '.notice')).to.contain('不在您的职责');
    expect(form.value.text).to.equal(whole.text);
  });

  it('[CASE-01] a page that takes the report over and answers nothing: the form says nothing of its own', async () => {
    const { form, sent } = await show(whole, () => undefined);
    form.addEventListener('kt-command', (event) => event.preventDefault());
    await form.submit();
    await form.updateComplete;
    expect(sent).to.have.length(1);
    expect([has(form, '.notice'), has(form, '#done'), form.value.text]).to.deep.equal([false, false, whole.text]);
  });

  it('[CASE-01] nobody answers, or the line breaks: it says so, keeps everything, and can be sent again', async () => {
    const nobody = await show(whole, () => undefined);
    await nobody.form.submit();
    await nobody.form.updateComplete;
    expect(textOf(nobody.form, '.notice')).to.contain('还没有接通');

    let line = false;
    const { form, sent } = await show(whole, () => (line ? Promise.resolve(taken) : Promise.reject(new Error('down'))));
    await form.submit();
    await form.updateComplete;
    expect(textOf(form, '.notice')).to.contain('不会重复上报');
    line = true;
    await form.submit();
    await form.updateComplete;
    expect(textOf(form, '.number')).to.equal('2026-1122-0417');
    expect(sent[0]?.id).to.equal(sent[1]?.id);
  });
});

describe('kt-case-form sends', () => {
  it('[CASE-01] sends plain data once, however often the button is pressed, and shows the receipt', async () => {
    let answer: (receipt: Receipt) => void = () => undefined;
    const { form, sent } = await show(whole, () => new Promise((resolve) => (answer = resolve)));
    const field = inside(form, 'kt-photo-field') as unknown as HTMLElement & { add(files: File[]): Promise<void> };
    await field.add([await picture('image/png', 'photo')]);
    const button = inside(form, '.submit');
    button.click();
    button.click();
    await until(() => sent.length > 0);
    expect(inside(form, 'form').getAttribute('aria-busy')).to.equal('true');
    answer(taken);
    await until(() => has(form, '.number'));
    expect(sent).to.have.length(1);
    const [command] = sent;
    expect(command?.type).to.equal('ReportCase');
    expect(JSON.parse(JSON.stringify(command?.data))).to.deep.include({
      class: 'manhole-cover',
      fields: { danger: 'cracked' },
      photos: ['file-1'],
      mode: 'masked',
    });
    expect(textOf(form, '.steps')).to.contain('分流交办').and.to.contain('3 工作日加 2 工作时内');
    expect(form.shadowRoot?.activeElement?.id).to.equal('done');
    await expect(form).to.be.accessible();
  });

  it('[CASE-01] where the page shows cases, the receipt leads to the one reported, but not to an anonymous one', async () => {
    const { form } = await show(whole);
    form.follows = true;
    await form.submit();
    await until(() => has(form, '.receipt .primary'));
    const opened = new Promise<string>((resolve) => {
      form.addEventListener('kt-case-opened', ({ id }) => resolve(id), { once: true });
    });
    inside(form, '.receipt .primary').click();
    expect(await opened).to.not.equal('');
    const { form: other } = await show({ ...whole, mode: 'anonymous' });
    other.follows = true;
    await other.submit();
    await until(() => has(other, '.secret'));
    expect(has(other, '.receipt .primary')).to.be.false;
  });

  it('[CASE-01] while the line is down it says that the report waits on this device, and still shows the secret', async () => {
    const queued = { ok: 'queued', id: commandId.parse('018e0000-0000-7000-8000-000000000001') } as const;
    const { form, sent } = await show({ ...whole, mode: 'anonymous' }, () => Promise.resolve(queued));
    const told: (string | undefined)[] = [];
    form.addEventListener('kt-case-reported', ({ number }) => told.push(number));
    await form.submit();
    await until(() => has(form, '.secret'));
    expect(textOf(form, '.receipt .head')).to.contain('已存在这台设备上').and.contain('网络恢复后会自动送出');
    expect(textOf(form, '.secret output').replace(/ /g, '')).to.match(/^[0-9A-Z]{26}$/);
    expect([has(form, '.number'), has(form, '.steps'), sent.length]).to.deep.equal([false, false, 1]);
    expect(told).to.deep.equal([undefined]);
    await expect(form).to.be.accessible();
  });

  it('[CASE-01] an anonymous receipt shows its secret once; another report begins empty', async () => {
    const { form } = await show({ ...whole, mode: 'anonymous' });
    await form.submit();
    await until(() => has(form, '.secret'));
    expect(textOf(form, '.secret output').replace(/ /g, '')).to.match(/^[0-9A-Z]{26}$/);
    expect(textOf(form, '.secret')).to.contain('只在这里显示一次');
    await expect(form).to.be.accessible();
    inside(form, '.receipt > .buttons .button:last-child').click();
    await form.updateComplete;
    expect(has(form, '.secret')).to.be.false;
    expect(form.value.text).to.equal('');
  });

  it('[CASE-01] tells a host of each change, so that it can keep the draft and hand it back', async () => {
    const { form } = await show();
    const kept: CaseDraft[] = [];
    form.addEventListener('kt-draft', ({ draft }) => kept.push(draft));
    await type(form, '#text', '路灯不亮');
    await type(form, '#address', '邮亭路 26 号');
    const other = await show(kept[kept.length - 1]);
    expect(other.form.value).to.include({ text: '路灯不亮', address: '邮亭路 26 号' });
    expect(inside<HTMLTextAreaElement>(other.form, '#text').value).to.equal('路灯不亮');
  });

  it('[CASE-01] handed back to the same form at every change, the draft changes nothing: typing, faults and the case stay', async () => {
    let answered = 0;
    const { form, sent } = await show({ ...whole, text: '' }, () => {
      answered += 1;
      return answered === 1 ? Promise.reject(new Error('down')) : Promise.resolve(taken);
    });
    form.addEventListener('kt-draft', ({ draft }) => (form.draft = { ...draft, answers: { ...draft.answers } }));
    await type(form, '#text', '坏了');
    await leave(form, '#text');
    expect(textOf(form, '#text-error')).to.contain('至少 5 个字');
    await type(form, '#text', '井盖碎裂，晚上骑车很危险');
    await form.submit();
    await type(form, '#text', '井盖碎裂，晚上骑车很危险。');
    await form.submit();
    const ids = sent.map(({ data }) => (data as { case: string }).case);
    expect(ids).to.have.length(2);
    expect(ids[0]).to.equal(ids[1]);

    const bare = await fixture<KtCaseForm>(html`<kt-case-form .model=${luqiao}></kt-case-form>`);
    bare.addEventListener('kt-draft', ({ draft }) => (bare.draft = draft));
    await type(bare, '#place', '121.38, ');
    expect(inside<HTMLInputElement>(bare, '#place').value).to.equal('121.38, ');
  });

  it('[ALL-05] Enter in a line whose report does not arrive: the focus comes back to the line', async () => {
    const { form } = await show(whole, () => new Promise((_, fail) => setTimeout(() => fail(new Error('down')), 100)));
    inside(form, '#address').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => has(form, '.notice'));
    await until(() => form.shadowRoot?.activeElement?.id === 'address');
  });

  it('[ALL-05] the place’s dialog gives the focus back, also where the browser does not', async () => {
    const { form } = await show(whole);
    inside(form, '#place').click();
    await form.updateComplete;
    const dialog = inside<HTMLDialogElement>(form, 'dialog');
    await until(() => dialog.open);
    dialog.close();
    (form.shadowRoot?.activeElement as HTMLElement | null)?.blur();
    await until(() => form.shadowRoot?.activeElement?.id === 'place');
  });

  it('[CASE-01] what was refused is worded when it is shown; what is about no field stands above the button', async () => {
    const faults = [
      { path: 'photos.0', code: 'wrong' },
      { path: 'channel', code: 'wrong' },
    ];
    const refusal = { code: 'command-invalid', rule: 'r', ids: [], params: {}, faults };
    const { form } = await show(whole, () => Promise.resolve({ ok: false, refusal } as unknown as Receipt));
    await form.submit();
    await until(() => problems(form).length === 1);
    expect(problems(form)).to.deep.equal(['照片填写有误，请检查。']);
    expect(textOf(form, '.notice')).not.to.equal('');
    form.lang = 'en';
    await until(() => problems(form)[0] === 'Photos: check what you wrote.');
  });

  it('[GRID-04] an answer to “where I am” does not take the place of what was typed after', async () => {
    const answers: PositionCallback[] = [];
    const real = Object.getOwnPropertyDescriptor(navigator, 'geolocation');
    const geolocation = { getCurrentPosition: (told: PositionCallback) => answers.push(told) };
    Object.defineProperty(navigator, 'geolocation', { value: geolocation, configurable: true });
    try {
      const form = await fixture<KtCaseForm>(html`<kt-case-form .model=${luqiao}></kt-case-form>`);
      const here = () => inside(form, '.pair button').click();
      const tell = () => {
        for (const told of answers.splice(0)) {
          told({ coords: { longitude: 121.1, latitude: 28.1 } } as unknown as GeolocationPosition);
        }
      };
      here();
      await type(form, '#place', '121.40, 28.60');
      tell();
      expect(form.value.place).to.deep.equal({ position: [121.4, 28.6], system: 'WGS-84' });
      here();
      form.reset();
      tell();
      expect(form.value.place).to.equal(undefined);
      here();
      tell();
      expect(form.value.place).to.deep.equal({ position: [121.1, 28.1], system: 'WGS-84' });
    } finally {
      if (real) Object.defineProperty(navigator, 'geolocation', real);
      else Reflect.deleteProperty(navigator, 'geolocation');
    }
  });

  it('[ALL-05] a whole report is written and sent by keyboard alone', async () => {
    const { form, sent } = await show({ place: { grid: '33100400100400107' } });
    inside(form, '#class').focus();
    await sendKeys({ type: '井盖' });
    await sendKeys({ press: 'Enter' });
    await form.updateComplete;
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'ArrowDown' });
    for (let n = 0; n < 4; n += 1) await sendKeys({ press: 'Tab' });
    expect(form.shadowRoot?.activeElement?.id).to.equal('text');
    await sendKeys({ type: '井盖碎了一半' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'ArrowLeft' });
    await aTimeout(0);
    expect(form.value.mode).to.equal('anonymous');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await until(() => sent.length > 0);
    expect(sent[0]?.data).to.include({ class: 'manhole-cover', mode: 'anonymous', text: '井盖碎了一半' });
  });
});

describe('kt-case-form on a desk', () => {
  const on = async (desk: Desk, draft: Partial<CaseDraft>): Promise<KtCaseForm> => {
    const frame = await fixture(html`
      <kt-desk lang="zh-Hans" .desk=${desk}><kt-case-form .draft=${draft}></kt-case-form></kt-desk>
    `);
    const form = frame.querySelector('kt-case-form');
    if (!form) throw new Error('no form');
    return form;
  };

  it('[CASE-01] reports with a photo, and the case is there with its number', async () => {
    const { as } = await caseDesk();
    const form = await on(as('resident'), { ...whole, place: { grid } });
    const field = inside(form, 'kt-photo-field') as unknown as HTMLElement & { add(files: File[]): Promise<void> };
    await field.add([await picture('image/jpeg', 'photo')]);
    await form.submit();
    await until(() => has(form, '.number'));
    expect(textOf(form, '.number')).to.equal('2026-1120-0001');
    const { rows } = await as('clerk').view(cases);
    expect(rows).to.have.length(1);
    expect(await as('clerk').file(rows[0]?.photos[0] ?? '')).to.have.property('type', 'image/jpeg');
  });

  it('[GRID-04] picks from the grids of the desk and tells who looks after the place, by name to who may know', async () => {
    const { as } = await caseDesk();
    const resident = await on(as('resident'), { place: { grid } });
    await until(() => textOf(resident, '#place').includes('迎宾社区第 1 微格'));
    await until(() => textOf(resident, '#place-staff') !== '');
    expect(textOf(resident, '#place-staff')).not.to.contain('林某某');
    const clerk = await on(as('clerk'), { place: { grid } });
    await until(() => textOf(clerk, '#place-staff') === '由林某某、张某某负责');
    inside(clerk, '#place').click();
    await until(() => clerk.shadowRoot?.querySelector('dialog')?.open);
    const picker = inside(clerk, 'kt-grid-picker');
    await until(() => picker.shadowRoot?.querySelectorAll('#options [role=option]').length === 2);
  });

  it('[GRID-04] a coordinate outside every grid is refused by the desk, beside the place', async () => {
    const { as } = await caseDesk();
    const form = await on(as('resident'), { ...whole, place: { position: [116.4, 39.9], system: 'WGS-84' } });
    await form.submit();
    await until(() => textOf(form, '#place-error') !== '');
    expect(textOf(form, '#place-error')).to.equal('这个地点不在本区范围内，请重新选择。');
    expect(form.value.text).to.equal(whole.text);
  });

  it('[ALL-01] who signs out takes along what they wrote, and the secret of their receipt', async () => {
    const { as } = await caseDesk();
    const draft = { ...whole, place: { grid }, mode: 'named' as const, name: '张某某', phone: '13800000000' };
    const form = await on(as('resident'), draft);
    const frame = form.closest('kt-desk');
    if (!frame) throw new Error('no desk');
    expect(form.value.name).to.equal('张某某');
    for (const next of [undefined, as('clerk')]) {
      frame.desk = next;
      await frame.updateComplete;
      await form.updateComplete;
      expect(form.value).to.include({ class: '', text: '', name: '', phone: '' });
    }
    form.draft = { ...whole, place: { grid }, mode: 'anonymous' };
    await form.submit();
    await until(() => has(form, '.secret'));
    frame.desk = as('resident');
    await until(() => !has(form, '.secret'));
    expect(form.value.text).to.equal('');
  });

  it('[CASE-01] what is written stays when the form is moved about on its desk', async () => {
    const { as } = await caseDesk();
    const form = await on(as('resident'), {});
    await type(form, '#text', '路灯不亮');
    const aside = document.createElement('div');
    form.parentElement?.append(aside);
    aside.append(form);
    await form.updateComplete;
    expect(form.value.text).to.equal('路灯不亮');
  });

  it('[ALL-04] who looks after the place is told in the language that the page changes to', async () => {
    const { as } = await caseDesk();
    const clerk = await on(as('clerk'), { place: { grid } });
    await until(() => textOf(clerk, '#place-staff') === '由林某某、张某某负责');
    clerk.lang = 'en';
    await until(() => textOf(clerk, '#place-staff').includes('林某某, 张某某'));
  });

  it('[CASE-01] who is not signed in can report anonymously only', async () => {
    const { nobody } = await caseDesk();
    const form = await on(nobody, { ...whole, place: { grid } });
    expect(form.shadowRoot?.querySelectorAll('[type=radio]')).to.have.length(1);
    await form.submit();
    await until(() => has(form, '.secret'));
  });
});
