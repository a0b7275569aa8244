import { expect, fixture, html } from '@open-wc/testing';
import '@keting/components/kt-desk.js';
import type { KtDesk } from '@keting/components';
import { LitElement } from 'lit';
import * as source from '../../../packages/components/src/org-chart/desk-source.ts';
import { DeskUnits } from '../../../packages/components/src/org-chart/desk-units.ts';
import { caseDesk } from '../case-page/case-desk.ts';
import { until } from '../case-page/until.ts';

/** How often what reads a desk has been fetched, and whether the line is there to fetch it. */
const line = { asked: 0, down: true };

class XUnits extends LitElement {
  readonly read = new DeskUnits(this, () => {
    line.asked += 1;
    return line.down ? Promise.reject(new Error('cut off')) : Promise.resolve(source);
  });

  protected override render() {
    this.read.read(undefined, 'zh-Hans');
    return html`${this.read.status} ${this.read.units?.length ?? 'none'}`;
  }
}
customElements.define('x-units', XUnits);

async function onDesk(): Promise<{ around: KtDesk; element: XUnits; text: () => string }> {
  Object.assign(line, { asked: 0, down: true });
  const { as } = await caseDesk();
  const around = await fixture<KtDesk>(html`<kt-desk .desk=${as('clerk')}><x-units></x-units></kt-desk>`);
  const element = around.querySelector<XUnits>('x-units');
  if (!element) throw new Error('no element');
  return { around, element, text: () => element.renderRoot.textContent };
}

describe('the units of a desk where what reads it cannot be fetched', () => {
  it('[ORG-01] says that it failed, and fetches once more when it is asked to', async () => {
    const { element, text } = await onDesk();
    await until(() => text() === 'failed none');
    element.read.again();
    await until(() => line.asked === 2 && text() === 'failed none');
    line.down = false;
    element.read.again();
    await until(() => text() === 'ready 5');
    element.read.again();
    await until(() => text() === 'ready 5');
    expect(line.asked, 'what is there is not fetched again').to.equal(3);
  });

  it('[ALL-01] says nothing more of a desk that has gone', async () => {
    const { around, text } = await onDesk();
    await until(() => text() === 'failed none');
    around.desk = undefined;
    await until(() => text() === 'ready none');
  });
});
