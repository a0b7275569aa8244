import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '@keting/components/kt-desk.js';
import '@keting/components/kt-grid-picker.js';
import type { KtDesk } from '@keting/components';
import { gridContext, person, personId, unitTerritories, units, type Context } from '@keting/domain';
import { createDesk, memoryStore, viewsOf, type Desk, type LocalDesk } from '@keting/runtime';
import type { KtGridPicker } from '../../../packages/components/src/grid-picker/grid-picker.ts';
import { placeWith } from '../../domain/deliberation/place.ts';
import { drawn, homes, draw, outline, box } from '../../domain/grid/small-community.ts';

/** Units are told, not recorded: there are none. */
const told: Context = {
  name: 'told',
  streams: ['told'],
  commands: {},
  events: {},
  decide: () => ({ events: [] }),
  evolve: () => undefined,
  views: [units, unitTerritories],
  facts: {},
  sees: 'see:told',
  about: () => ({}),
};

const base = placeWith({
  permissions: [{ do: ['DrawPartition', 'see:grids', 'see:told'], by: ['signed-in'], where: 'everywhere' }],
});
const model = {
  ...base,
  territory: '990101',
  grids: {
    ...base.grids,
    kinds: (['basic', 'dedicated', 'micro'] as const).map((id) => ({ ...base.grids.kinds[0]!, id })),
  },
};

let ids = 0;

function emptyDesk(): LocalDesk {
  const contexts = [gridContext, told];
  return createDesk({
    model,
    store: memoryStore({ views: viewsOf(contexts) }),
    calendar: { day: () => 'working' },
    clock: { now: () => Date.UTC(2026, 0, 5, 2), at: () => () => undefined },
    newId: () => `01890000-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`,
    contexts,
    processes: [],
    actor: person(personId.parse('clerk')),
  });
}

async function send(desk: Desk, command: ReturnType<typeof draw>): Promise<void> {
  const receipt = await desk.send(command);
  if (!receipt.ok) throw new Error(JSON.stringify(receipt.refusal));
}

const onDesk = async (desk: Desk): Promise<[KtDesk, KtGridPicker]> => {
  const holder = await fixture<KtDesk>(html`<kt-desk .desk=${desk}><kt-grid-picker></kt-grid-picker></kt-desk>`);
  const element = holder.querySelector('kt-grid-picker')!;
  return [holder, element];
};

const namesIn = (element: KtGridPicker): string[] =>
  [...element.shadowRoot!.querySelectorAll('#options [role=option] .name')].map((name) => name.textContent);

describe('kt-grid-picker on a desk', () => {
  it('[GRID-04] shows the grids of the desk, and those that come later', async () => {
    const desk = emptyDesk();
    const [, element] = await onDesk(desk);
    await waitUntil(() => element.shadowRoot!.querySelector('.empty')?.textContent.includes('这里还没有网格'));
    await send(desk, draw());
    await waitUntil(() => namesIn(element).length === 4);
    expect(namesIn(element)).to.deep.equal(['Grid 00101', 'Grid 00102', 'Grid 00201', 'Grid 00202']);
    expect(element.locate([120.015, 28.005])).to.deep.equal({ ok: true, grid: '99010100100100102' });
    await send(desk, draw([{ ...homes, polygons: box(0, 0, 3, 1) }], { outline }));
    await waitUntil(() => namesIn(element).length === 1);
    expect(element.value, 'a new drawing does not take a choice away').to.equal('99010100100100102');
  });

  it('[GRID-04] grids it is given go before those of the desk', async () => {
    const desk = emptyDesk();
    await send(desk, draw());
    const [, element] = await onDesk(desk);
    await waitUntil(() => namesIn(element).length === drawn.length - 2);
    element.grids = [{ code: 'X', name: '只此一格', polygons: box(0, 0, 1, 1) }];
    await waitUntil(() => namesIn(element).length === 1);
    element.grids = [];
    await waitUntil(() => namesIn(element).length === 4);
  });

  it('[GRID-04] another desk takes the place of the first', async () => {
    const first = emptyDesk();
    await send(first, draw());
    const [holder, element] = await onDesk(first);
    await waitUntil(() => namesIn(element).length === 4);
    holder.desk = emptyDesk();
    await waitUntil(() => element.shadowRoot!.querySelector('.empty') !== null);
  });

  it('[ALL-02] when the desk goes, nothing of it stays', async () => {
    const desk = emptyDesk();
    await send(desk, draw());
    const [holder, element] = await onDesk(desk);
    await waitUntil(() => namesIn(element).length === 4);
    holder.desk = undefined;
    await waitUntil(() => namesIn(element).length === 0);
  });

  it('[GRID-04] says so when the grids cannot be read', async () => {
    const broken = Object.assign(emptyDesk(), { view: () => Promise.reject(new Error('the line is down')) });
    const [, element] = await onDesk(broken);
    await waitUntil(() => element.shadowRoot!.querySelector('.empty')?.textContent.includes('没有读出来'));
  });
});
