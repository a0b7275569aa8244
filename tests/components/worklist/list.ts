import { fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '@keting/components/kt-desk.js';
import '@keting/components/kt-worklist.js';
import type { KtDesk, KtWorklist } from '@keting/components';
import { luqiao } from '@keting/models';
import type { Desk } from '@keting/runtime';
import { manyCases, now } from './many-cases.ts';

/** A list of so many invented cases, so wide. */
export async function show(count: number, width = 1200): Promise<KtWorklist> {
  const frame = await fixture(html`
    <div lang="zh-Hans">
      <kt-worklist density="dense" .model=${luqiao} .cases=${manyCases(count)} .now=${now}></kt-worklist>
    </div>
  `);
  const list = frame.querySelector('kt-worklist');
  if (!list) throw new Error('no list');
  list.style.width = `${width}px`;
  await nextFrame();
  await nextFrame();
  await list.updateComplete;
  return list;
}

export const all = (list: KtWorklist, selector: string): HTMLElement[] => [
  ...list.renderRoot.querySelectorAll<HTMLElement>(selector),
];
export const rows = (list: KtWorklist): HTMLElement[] => all(list, '.body [role=row]');
/** Row and column of the cell that has the focus. */
export const at = (list: KtWorklist): string => {
  const { row, column } = (list.shadowRoot?.activeElement as HTMLElement | null)?.dataset ?? {};
  return `${row ?? '?'},${column ?? '?'}`;
};
export const count = (list: KtWorklist): string => all(list, '.card-head [role=status]')[0]?.textContent.trim() ?? '';

export async function press(list: KtWorklist, key: string): Promise<void> {
  await sendKeys({ press: key });
  await list.updateComplete;
  await nextFrame();
}

export async function choose(list: KtWorklist, selector: string, value: string): Promise<void> {
  const [field] = all(list, selector) as (HTMLInputElement | HTMLSelectElement)[];
  if (!field) throw new Error(`no ${selector}`);
  field.value = value;
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
  await list.updateComplete;
}

/** The head's cell or a case's cell, as a person finds it. */
export function cell(list: KtWorklist, row: number, column = 0): HTMLElement {
  const [found] = all(list, `[data-row="${row}"][data-column="${column}"]`);
  if (!found) throw new Error(`no cell ${row},${column}`);
  return found;
}

/** A list inside a desk. */
export async function onDesk(desk: Desk | undefined): Promise<{ readonly around: KtDesk; readonly list: KtWorklist }> {
  const around = await fixture<KtDesk>(html`
    <kt-desk lang="zh-Hans" .desk=${desk}><kt-worklist density="dense"></kt-worklist></kt-desk>
  `);
  const list = around.querySelector('kt-worklist');
  if (!list) throw new Error('no list');
  return { around, list };
}
