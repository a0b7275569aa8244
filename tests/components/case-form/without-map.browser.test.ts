import { expect, fixture, html } from '@open-wc/testing';
import { luqiao } from '@keting/models';
import '@keting/components/kt-case-form.js';
import type { KtCaseForm } from '../../../packages/components/src/case-form/case-form.ts';
import type { CaseDraft } from '../../../packages/components/src/case-form/draft.ts';
import { until } from '../case-page/until.ts';

/** On this page the code of map and list cannot be fetched. */
function cutOff(): HTMLScriptElement {
  const code = new URL('../../../packages/components/src/grid-picker/kt-grid-picker.ts', import.meta.url).href;
  const map = document.createElement('script');
  map.type = 'importmap';
  map.textContent = JSON.stringify({ imports: { [code]: 'data:text/javascript,throw new Error("cut off")' } });
  return map;
}

function inside<Kind extends HTMLElement = HTMLElement>(form: KtCaseForm, selector: string): Kind {
  const found = form.shadowRoot?.querySelector<Kind>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

async function opened(draft: Partial<CaseDraft>): Promise<KtCaseForm> {
  const form = await fixture<KtCaseForm>(
    html`<kt-case-form .model=${luqiao} .grids=${[]} .draft=${draft}></kt-case-form>`,
  );
  inside(form, '#place').click();
  await until(() => inside(form, '#place-error').textContent.includes('地图和列表没有打开'));
  return form;
}

describe('kt-case-form where map and list cannot come', () => {
  before(() => document.head.append(cutOff()));

  it('[GRID-04] says so, and takes a coordinate; what was written stays', async () => {
    const form = await opened({ text: '井盖碎裂，晚上骑车很危险' });
    expect(inside<HTMLDialogElement>(form, 'dialog').open).to.be.false;
    await until(() => form.shadowRoot?.activeElement === inside(form, '#place'));
    const field = inside<HTMLInputElement>(form, 'input#place');
    field.value = '121.38, 28.57';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await form.updateComplete;
    expect(form.value.place).to.deep.equal({ position: [121.38, 28.57], system: 'WGS-84' });
    expect(form.value.text).to.equal('井盖碎裂，晚上骑车很危险');
    expect(inside(form, '#place-error').textContent).to.equal('');
    await expect(form).to.be.accessible();
  });

  it('[GRID-04] a grid chosen before stays chosen', async () => {
    const form = await opened({ place: { grid: '33100400100400107' } });
    expect(inside(form, '#place').localName).to.equal('button');
    expect(form.value.place).to.deep.equal({ grid: '33100400100400107' });
  });
});
