import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { SizeController } from '../../../packages/components/src/base/size-controller.ts';
import { until } from '../case-page/until.ts';

class XMeasured extends LitElement {
  width = 0;
  measured = 0;

  constructor() {
    super();
    this.style.display = 'block';
    new SizeController(
      this,
      () => [this],
      () => {
        this.measured += 1;
        this.width = this.clientWidth;
      },
    );
  }
}
customElements.define('x-measured', XMeasured);

async function places(): Promise<{ narrow: HTMLElement; wide: HTMLElement; measured: XMeasured }> {
  const page = await fixture<HTMLElement>(
    html`<div>
      <div></div>
      <div></div>
    </div>`,
  );
  const [narrow, wide] = [...page.children] as HTMLElement[];
  if (!narrow || !wide) throw new Error('no places');
  narrow.style.width = '200px';
  wide.style.width = '600px';
  const measured = new XMeasured();
  narrow.append(measured);
  await until(() => measured.width === 200);
  return { narrow, wide, measured };
}

describe('SizeController', () => {
  it('[ALL-06] measures an element anew that is moved, though nothing else of it changes', async () => {
    const { wide, measured } = await places();
    wide.append(measured);
    await until(() => measured.width === 600);
    wide.style.width = '500px';
    await until(() => measured.width === 500);
  });

  it('[ALL-06] measures nothing that has been taken out, also when that is drawn once more', async () => {
    const { wide, measured } = await places();
    measured.remove();
    measured.requestUpdate();
    await measured.updateComplete;
    const { measured: before } = measured;
    wide.append(measured);
    await until(() => measured.width === 600);
    expect(measured.measured).to.equal(before + 1);
  });
});
