import { aTimeout, expect } from '@open-wc/testing';
import { cases as casesView, type Where } from '@keting/domain';
import { luqiao } from '@keting/models';
import type { Desk, LocalDesk } from '@keting/runtime';
import { caseDesk, mustSend, nextGrid, report } from '../case-page/case-desk.ts';
import { until } from '../case-page/until.ts';
import { all, choose, count, onDesk, rows } from './list.ts';
import { manyCases } from './many-cases.ts';

/** A desk with one way of reading in place of its own. */
const reading = (desk: LocalDesk, view: Desk['view']): Desk =>
  new Proxy<Desk>(desk, { get: (from, key): unknown => (key === 'view' ? view : Reflect.get(from, key)) });

/** A desk that never answers a question. */
const silent = (desk: LocalDesk): Desk => reading(desk, () => new Promise(() => undefined));

/** A desk whose answers wait until they are let go. */
function held(desk: LocalDesk): { readonly desk: Desk; letGo(): void } {
  let letGo = (): void => undefined;
  const gate = new Promise<void>((go) => (letGo = go));
  return { desk: reading(desk, async (view, query) => (await gate, desk.view(view, query))), letGo: () => letGo() };
}

/** A desk that notes which cases it is asked for. */
function noting(desk: LocalDesk): { readonly desk: Desk; readonly wheres: (Where | undefined)[] } {
  const wheres: (Where | undefined)[] = [];
  const noted: Desk['view'] = (view, query) => {
    if (view.name === casesView.name) wheres.push(query?.where);
    return desk.view(view, query);
  };
  return { desk: reading(desk, noted), wheres };
}

/** Brings a report to where it is to be verified. */
async function handle(as: (who: string) => Desk, id: string): Promise<void> {
  await mustSend(as('clerk'), { type: 'AcceptCase', data: { case: id } });
  await mustSend(as('clerk'), { type: 'DispatchCase', data: { case: id, handler: 'department-municipal' } });
  await mustSend(as('officer'), { type: 'HandleCase', data: { case: id, result: '已更换井盖' } });
}

describe('kt-worklist on a desk', () => {
  it('[CASE-04] lists the cases whose turn is a unit of the actor, and follows as they come and go', async () => {
    const { as } = await caseDesk();
    await report(as('resident'), 'one');
    const { list } = await onDesk(as('clerk'));
    await until(() => rows(list).length === 1);
    expect(rows(list)[0]?.textContent)
      .to.contain('井盖破损')
      .and.to.contain('迎宾会客厅')
      .and.to.contain('迎宾社区第 1 微格')
      .and.to.contain('剩 2 工作时');
    await report(as('resident'), 'two', '路边的井盖不见了');
    await until(() => rows(list).length === 2);
    await mustSend(as('clerk'), { type: 'AcceptCase', data: { case: 'one' } });
    await mustSend(as('clerk'), { type: 'DispatchCase', data: { case: 'one', handler: 'department-municipal' } });
    await until(() => rows(list).length === 1);
    expect(rows(list)[0]?.textContent).to.contain('路边的井盖不见了');
  });

  it('[ALL-01] lists to who serves in a grid what they may verify there, until it is verified, and nothing else', async () => {
    const { as } = await caseDesk();
    await report(as('resident'), 'one');
    await report(as('resident'), 'two', '路边的井盖不见了');
    await report(as('resident'), 'next', '隔壁微格的井盖松动', nextGrid);
    for (const id of ['one', 'next']) await handle(as, id);
    const { list } = await onDesk(as('gridder'));
    await until(() => rows(list).length === 1);
    expect(rows(list)[0]?.textContent).to.contain('井盖碎裂').and.to.contain('待核查').and.to.contain('迎宾会客厅');
    await handle(as, 'two');
    await until(() => rows(list).length === 2);
    await mustSend(as('gridder'), { type: 'VerifyCase', data: { case: 'one' } });
    await until(() => rows(list).length === 1);
    expect(rows(list)[0]?.textContent).to.contain('路边的井盖不见了');
  });

  it('[CASE-04] lists to who works also what they reported themselves, once, until it has ended', async () => {
    const { as } = await caseDesk();
    await report(as('gridder'), 'one');
    await report(as('clerk'), 'two', '会客厅门口的井盖松动');
    const gridders = await onDesk(as('gridder'));
    await until(() => rows(gridders.list).length === 1);
    expect(rows(gridders.list)[0]?.textContent).to.contain('井盖碎裂').and.to.contain('待受理');
    const clerks = await onDesk(as('clerk'));
    await until(() => rows(clerks.list).length === 2);
    await handle(as, 'one');
    await until(() => rows(gridders.list)[0]?.textContent.includes('待核查') === true);
    expect(rows(gridders.list), 'to be verified, and own').to.have.length(1);
    await mustSend(as('gridder'), { type: 'VerifyCase', data: { case: 'one' } });
    await until(() => rows(gridders.list).length === 0);
    await handle(as, 'two');
    await mustSend(as('clerk'), { type: 'VerifyCase', data: { case: 'two' } });
    await mustSend(as('clerk'), { type: 'ReplyCase', data: { case: 'two', reply: '井盖已经换好' } });
    await until(() => rows(clerks.list).length === 1);
    expect(rows(clerks.list)[0]?.textContent, 'the turn of the clerk: to reply').to.contain('井盖碎裂');
  });

  it('[CASE-05] of what is read by several pages, none comes before a more urgent one that is still to be read', async () => {
    const { as, clock } = await caseDesk();
    // Own reports are with the officer, and later due than all that waits for the clerk.
    for (let n = 0; n < 3; n += 1) {
      await report(as('clerk'), `own-${n}`, '会客厅门口的井盖松动');
      await mustSend(as('clerk'), { type: 'AcceptCase', data: { case: `own-${n}` } });
      await mustSend(as('clerk'), {
        type: 'DispatchCase',
        data: { case: `own-${n}`, handler: 'department-municipal' },
      });
    }
    clock.time += 60_000;
    for (let n = 0; n < 205; n += 1) await report(as('resident'), `case-${n}`);
    const { list } = await onDesk(as('clerk'));
    await until(() => count(list).includes('200'));
    expect(count(list)).to.equal('已列出 200 件，往下还有');
    const [body] = all(list, '.body');
    if (body) body.scrollTop = body.scrollHeight;
    await until(() => count(list) === '208 件');
    if (body) body.scrollTop = body.scrollHeight;
    await until(() => rows(list).at(-1)?.textContent.includes('会客厅门口') === true);
  });

  it('[CASE-04] reads page by page as one scrolls, and all that a sorting needs', async () => {
    const { as } = await caseDesk();
    for (let n = 0; n < 205; n += 1) await report(as('resident'), `case-${n}`);
    const { list } = await onDesk(as('clerk'));
    await until(() => count(list).includes('200'));
    expect(count(list)).to.equal('已列出 200 件，往下还有');
    const rowCount = (): string | null | undefined => all(list, '[role=grid]')[0]?.getAttribute('aria-rowcount');
    expect(rowCount(), 'how many there will be is not known yet').to.equal('-1');
    const [body] = all(list, '.body');
    if (body) body.scrollTop = body.scrollHeight;
    await until(() => count(list) === '205 件');
    expect(rowCount()).to.equal('206');
  });

  it('[ALL-01] shows nothing of a person who has signed out, also where the page gave the model', async () => {
    const { as } = await caseDesk();
    await report(as('resident'), 'one');
    for (const model of [undefined, luqiao]) {
      const { around, list } = await onDesk(as('clerk'));
      if (model) list.model = model;
      await until(() => rows(list).length === 1);
      await choose(list, '.find', '井盖');
      around.desk = undefined;
      await list.updateComplete;
      expect(rows(list)).to.have.length(0);
      expect(list.renderRoot.textContent).not.to.contain('井盖');
      around.desk = as('clerk');
      await until(() => rows(list).length === 1);
      expect((all(list, '.find')[0] as HTMLInputElement).value, 'nor what was looked for').to.equal('');
    }
  });

  it('[ALL-01] shows nothing of the person before while the desk of the next does not answer', async () => {
    const { as } = await caseDesk();
    await report(as('resident'), 'one');
    const { around, list } = await onDesk(as('clerk'));
    await until(() => rows(list).length === 1);
    around.desk = silent(as('officer'));
    await list.updateComplete;
    expect(rows(list)).to.have.length(0);
  });

  it('[ALL-01] does not hear an answer that comes after its desk has gone', async () => {
    const { as } = await caseDesk();
    await report(as('resident'), 'one');
    const slow = held(as('clerk'));
    const { around, list } = await onDesk(slow.desk);
    around.desk = silent(as('officer'));
    slow.letGo();
    await aTimeout(100);
    expect(rows(list)).to.have.length(0);
  });

  it('[CASE-05] asks for what it is told to list, whenever that is told', async () => {
    const { as } = await caseDesk();
    await report(as('resident'), 'one');
    const { desk, wheres } = noting(as('clerk'));
    const { around } = await onDesk(desk);
    // What waits for a clerk: the turns of the unit, and own reports.
    await until(() => wheres.length === 2);
    const late = document.createElement('kt-worklist');
    around.append(late);
    late.where = { stage: 'handling' };
    await until(() => wheres.length === 3);
    await late.updateComplete;
    expect(wheres[2]).to.deep.equal({ stage: 'handling' });
    late.where = { stage: 'collected' };
    await until(() => rows(late).length === 1);
    expect(wheres[3]).to.deep.equal({ stage: 'collected' });
    expect(wheres).to.have.length(4);
  });

  it('[CASE-05] reads from the desk once the page gives no cases any more', async () => {
    const { as } = await caseDesk();
    await report(as('resident'), 'one');
    const { list } = await onDesk(undefined);
    list.model = luqiao;
    list.cases = manyCases(3);
    await until(() => rows(list).length === 3);
    const { around, list: second } = await onDesk(as('clerk'));
    second.cases = manyCases(3);
    await until(() => rows(second).length === 3);
    second.cases = undefined;
    await until(() => rows(second).length === 1);
    expect(around.contains(second)).to.equal(true);
  });

  it('[ALL-05] looks anew how much room there is when it is put elsewhere', async () => {
    const { as } = await caseDesk();
    await report(as('resident'), 'one');
    const { around, list } = await onDesk(as('clerk'));
    const [phone, wall] = [document.createElement('div'), document.createElement('div')];
    phone.style.width = '380px';
    wall.style.width = '1200px';
    around.append(phone, wall);
    phone.append(list);
    await until(() => all(list, '.narrow').length === 1);
    wall.append(list);
    await until(() => all(list, '.frame').length === 1 && all(list, '.narrow').length === 0);
  });
});

describe("a reporter's list", () => {
  it('[CASE-02] lists what a resident has reported, speaks of matters, and leaves deadlines to those who work; passes axe', async () => {
    const { as } = await caseDesk();
    await report(as('resident'), 'one');
    await report(as('another'), 'two', '路边的井盖不见了');
    const { list } = await onDesk(as('resident'));
    list.audience = 'reporter';
    await until(() => rows(list).length === 1);
    await list.updateComplete;
    expect(rows(list)[0]?.textContent).to.contain('井盖碎裂');
    expect(all(list, '#title')[0]?.textContent).to.equal('我的事项');
    expect(all(list, '[role=grid]')[0]?.getAttribute('aria-label')).to.equal('我的事项');
    expect(all(list, '.find')[0]?.getAttribute('aria-label')).to.equal('在事项中查找');
    expect(all(list, '.segments')).to.have.length(0);
    await expect(list).to.be.accessible();
    await choose(list, '.find', '没有这样的词');
    expect(all(list, '.empty')[0]?.textContent).to.contain('没有符合条件的事项');
  });

  it('[CASE-04] says whose turn it is: the unit that is at it, and the reporter where they are to rate', async () => {
    const { as } = await caseDesk();
    const { list } = await onDesk(as('resident'));
    list.audience = 'reporter';
    const [one, two] = manyCases(2);
    if (!one || !two) throw new Error('no cases');
    list.cases = [one, { ...two, stage: 'replied', turn: undefined, turnName: undefined, due: undefined }];
    await until(() => rows(list).length === 2);
    const turns = (): string[] => all(list, '.cell.turn').map((part) => part.textContent.trim());
    expect(turns()).to.have.members(['迎宾会客厅', '等您评价']);
    list.audience = 'worker';
    await list.updateComplete;
    expect(turns()).to.have.members(['迎宾会客厅', '上报人']);
  });

  it('[CASE-02] who has reported nothing is told what will stand here', async () => {
    const { as } = await caseDesk();
    const { list } = await onDesk(as('resident'));
    list.audience = 'reporter';
    await until(() => all(list, '.empty h3').length === 1);
    expect(all(list, '.empty')[0]?.textContent).to.contain('这里还没有事项').and.to.contain('作评价');
  });
});
