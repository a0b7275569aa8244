import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '@keting/components/kt-photo-field.js';
import type { KtPhotoField } from '../../../packages/components/src/photo-field/photo-field.ts';
import { until } from '../case-page/until.ts';
import { picture } from './picture.ts';

const show = (max = 6): Promise<KtPhotoField> =>
  fixture<KtPhotoField>(html`<kt-photo-field lang="zh-Hans" .max=${max}></kt-photo-field>`);
const all = (field: KtPhotoField, selector: string): HTMLElement[] => [
  ...field.renderRoot.querySelectorAll<HTMLElement>(selector),
];
const told = (field: KtPhotoField): string[] => all(field, '.error').map(({ textContent }) => textContent);

describe('kt-photo-field', () => {
  it('[CASE-01] takes photos of each type by their bytes, whatever they are called, and draws them', async () => {
    const field = await show();
    await field.add([
      await picture('image/jpeg', '1.txt'),
      await picture('image/png', '2.jpg'),
      await picture('image/webp', '3'),
    ]);
    await field.updateComplete;
    expect(field.photos.map(({ type }) => type)).to.deep.equal(['image/jpeg', 'image/png', 'image/webp']);
    expect(told(field)).to.be.empty;
    await until(() =>
      all(field, 'canvas').every((canvas) => {
        const middle = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(120, 120, 1, 1).data;
        return middle !== undefined && (middle[0] ?? 0) > 150 && (middle[3] ?? 0) === 255;
      }),
    );
    await expect(field).to.be.accessible();
  });

  it('[CASE-01] strips what a camera hides before anyone sees the bytes', async () => {
    const field = await show();
    const photo = new Uint8Array(await (await picture('image/jpeg', 'a')).arrayBuffer());
    const note = new TextEncoder().encode('N28.56 E121.37');
    const hidden = Uint8Array.from([0xff, 0xd8, 0xff, 0xfe, 0, note.length + 2, ...note, ...photo.subarray(2)]);
    await field.add([new File([hidden], 'a.jpg')]);
    expect(field.photos).to.have.length(1);
    expect(new TextDecoder('latin1').decode(field.photos[0]?.bytes)).not.to.contain('N28.56');
  });

  it('[CASE-01] more than there is room for: the first are taken, the rest are told', async () => {
    const field = await show(2);
    const files = await Promise.all(['a', 'b', 'c', 'd'].map((name) => picture('image/png', name)));
    await field.add(files);
    await field.updateComplete;
    expect(field.photos).to.have.length(2);
    expect(told(field)).to.deep.equal(['最多 2 张，还有 2 张没有加入。']);
    expect(all(field, '.add')).to.be.empty;
  });

  it('[CASE-01] a picture that cannot be drawn is refused as broken', async () => {
    const field = await show();
    const whole = new Uint8Array(await (await picture('image/png', 'a')).arrayBuffer());
    const broken = whole.slice();
    broken.fill(0, 16, 24);
    await field.add([new File([broken], '坏图.png')]);
    await field.updateComplete;
    expect(field.photos).to.be.empty;
    expect(told(field)[0]).to.contain('“坏图.png”打不开');
  });

  it('[CASE-01] a file that can no longer be read is told, and the others are taken', async () => {
    const field = await show();
    const gone = new File(['x'], '已拔出.jpg');
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    await field.add([gone, await picture('image/png', 'b')]);
    await field.updateComplete;
    expect(field.photos).to.have.length(1);
    expect(told(field)[0]).to.contain('“已拔出.jpg”读取不了');
  });

  it('[ALL-05] by keyboard: remove goes to the next photo, then to the button that adds', async () => {
    const field = await show();
    await field.add([await picture('image/png', 'a'), await picture('image/png', 'b')]);
    await field.updateComplete;
    all(field, '.remove')[0]?.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => field.photos.length === 1);
    await until(() => field.shadowRoot?.activeElement?.classList.contains('remove'));
    const changed = oneEvent(field, 'kt-photos-changed');
    await sendKeys({ press: ' ' });
    await changed;
    await until(() => field.shadowRoot?.activeElement?.classList.contains('add'));
  });

  it('[CASE-01] files that are dropped are taken', async () => {
    const field = await show();
    const dropped = new DataTransfer();
    dropped.items.add(await picture('image/png', 'a'));
    all(field, '.field')[0]?.dispatchEvent(
      new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }),
    );
    await until(() => field.photos.length === 1);
  });

  it('in a form it sends the files under its name, is disabled with its fieldset, and empties on reset', async () => {
    const form = await fixture<HTMLFormElement>(html`
      <form>
        <fieldset><kt-photo-field name="photos"></kt-photo-field></fieldset>
      </form>
    `);
    const field = form.querySelector('kt-photo-field');
    if (!field) throw new Error('no field');
    await field.add([await picture('image/png', 'a')]);
    await field.updateComplete;
    const [sent] = new FormData(form).getAll('photos');
    expect(sent).to.be.instanceOf(File);
    expect((sent as File).type).to.equal('image/png');
    const fieldset = form.querySelector('fieldset');
    if (fieldset) fieldset.disabled = true;
    await field.updateComplete;
    expect(all(field, 'button:not([disabled])')).to.be.empty;
    const changes: unknown[] = [];
    field.addEventListener('kt-photos-changed', (event) => changes.push(event));
    form.reset();
    expect(field.photos).to.be.empty;
    expect(changes).to.be.empty;
  });

  it('in a form it tells its photos at once, and its label leads to it', async () => {
    const form = await fixture<HTMLFormElement>(html`
      <form><label for="photos">照片</label><kt-photo-field id="photos" name="photos"></kt-photo-field></form>
    `);
    const field = form.querySelector('kt-photo-field');
    if (!field) throw new Error('no field');
    field.photos = [{ id: 'a', type: 'image/png', bytes: new Uint8Array(1) }];
    expect(new FormData(form).getAll('photos')).to.have.length(1);
    form.querySelector('label')?.click();
    expect(field.matches(':focus-within')).to.be.true;
  });

  it('[CASE-01] what was being looked at when its form is reset is not added after', async () => {
    const field = await show();
    const adding = field.add([await picture('image/png', 'a'), await picture('image/png', 'b')]);
    field.formResetCallback();
    await adding;
    expect(field.photos).to.be.empty;
    await field.add([await picture('image/png', 'c')]);
    expect(field.photos).to.have.length(1);
  });

  it('[CASE-01] files added while others are still looked at do not hide what is wrong with those', async () => {
    const field = await show();
    let read: () => void = () => undefined;
    const slow = new File(['x'], '慢.jpg');
    slow.arrayBuffer = () => new Promise((resolve) => (read = () => resolve(new ArrayBuffer(4))));
    const first = field.add([new File(['%PDF-1.7'], '合同.pdf'), slow]);
    await until(() => told(field).length === 1);
    await field.add([await picture('image/png', 'b')]);
    read();
    await first;
    await field.updateComplete;
    expect(told(field)).to.have.length(2);
    expect(told(field)[0]).to.contain('合同.pdf');
  });

  it('[ALL-05] when there is no more room the focus goes from the button that adds to the last photo', async () => {
    const field = await show(1);
    all(field, '.add')[0]?.focus();
    await field.add([await picture('image/png', 'a')]);
    await until(() => field.shadowRoot?.activeElement?.classList.contains('remove'));
  });
});
