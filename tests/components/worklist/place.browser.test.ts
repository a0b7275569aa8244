import { expect, oneEvent } from '@open-wc/testing';
import type { KtCaseOpenedEvent, KtWorklist, WorklistCase } from '@keting/components';
import { all, at, cell, choose, press, rows, show } from './list.ts';
import { manyCases, now } from './many-cases.ts';

const focused = (list: KtWorklist): string => list.shadowRoot?.activeElement?.textContent.trim() ?? '';
const urgent = (id: string): WorklistCase => {
  const [one] = manyCases(1);
  if (!one) throw new Error('no case');
  return { ...one, id, number: id, due: now - 1e9 };
};

async function give(list: KtWorklist, cases: readonly WorklistCase[]): Promise<void> {
  list.cases = cases;
  await list.updateComplete;
  await list.updateComplete;
}

describe('the keyboard in a worklist that changes', () => {
  it('[ALL-05] stays with its case when another comes above it: Enter opens what one reads', async () => {
    const list = await show(20);
    cell(list, 2).focus();
    await list.updateComplete;
    const number = focused(list);
    await give(list, [urgent('NEW'), ...manyCases(20)]);
    expect([focused(list), at(list)]).to.deep.equal([number, '3,0']);
    const opened = oneEvent<KtCaseOpenedEvent>(list, 'kt-case-opened');
    await press(list, 'Enter');
    const { id } = await opened;
    expect(list.cases?.find((one) => one.id === id)?.number).to.equal(number);
    await press(list, 'ArrowDown');
    expect(at(list)).to.equal('4,0');
  });

  it('[ALL-05] stays with its case when the order of the cases turns', async () => {
    const list = await show(20);
    cell(list, 0).focus();
    await list.updateComplete;
    const number = focused(list);
    await give(
      list,
      manyCases(20).map((one) => (one.number === number ? { ...one, due: now + 1e12 } : one)),
    );
    expect(focused(list)).to.equal(number);
    expect(Number(at(list).split(',')[0])).to.be.greaterThan(10);
  });

  it('[ALL-05] goes to the case that takes the place of one that leaves, to the last at the end', async () => {
    const list = await show(20);
    cell(list, 2, 1).focus();
    await list.updateComplete;
    const next = cell(list, 3).textContent.trim();
    const number = cell(list, 2).textContent.trim();
    await give(
      list,
      manyCases(20).filter((one) => one.number !== number),
    );
    expect(at(list)).to.equal('2,1');
    expect(cell(list, 2).textContent.trim()).to.equal(next);
    cell(list, 18).focus();
    const last = focused(list);
    await give(list, list.cases?.filter((one) => one.number !== last) ?? []);
    expect(at(list)).to.equal('17,0');
  });

  it('[ALL-05] stays at the list when its last case leaves, and leaves the focus alone that was elsewhere', async () => {
    const list = await show(2);
    cell(list, 1).focus();
    await give(list, []);
    expect(list.shadowRoot?.activeElement?.classList.contains('frame')).to.equal(true);
    (document.activeElement as HTMLElement).blur();
    await give(list, manyCases(3));
    expect(document.activeElement?.localName).to.equal('body');
    expect(all(list, '.body [tabindex="0"]'), 'the first case is the tab stop again').to.have.length(1);
  });

  it('[ALL-05] keeps its case in sight when many come above it', async () => {
    const list = await show(20);
    cell(list, 3).focus();
    await list.updateComplete;
    await give(list, [...Array.from({ length: 60 }, (_, n) => urgent(`NEW-${n}`)), ...manyCases(20)]);
    const [body] = all(list, '.body');
    const inside = list.shadowRoot?.activeElement?.getBoundingClientRect();
    const frame = body?.getBoundingClientRect();
    expect(at(list)).to.equal('63,0');
    expect(inside?.top).to.be.at.least(frame?.top ?? NaN);
    expect(inside?.bottom).to.be.at.most(frame?.bottom ?? NaN);
  });

  it('[ALL-05] starts at the top of what a filter finds', async () => {
    const list = await show(400);
    cell(list, 5).focus();
    await choose(list, '.find', '路灯');
    expect(all(list, '.body [tabindex="0"]')[0]?.dataset['row']).to.equal('0');
    expect(rows(list).length).to.be.greaterThan(3);
  });
});
