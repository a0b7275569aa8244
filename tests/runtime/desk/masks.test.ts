import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cases, people, peopleContext, type CaseRow, type GovernanceModel } from '@keting/domain';
import { report, smallDesk, smallModel, straightWay, type SmallDesk } from './small-place.ts';

const address = '文化路12号3单元402室';
const contact = { name: '张三丰', phone: '13812345678' };

/** Clerks see addresses whole, and contacts; handlers see neither by their rules. */
const model: GovernanceModel = {
  ...smallModel,
  permissions: [
    ...smallModel.permissions,
    { do: ['see:addresses'], by: [{ post: 'clerk' }], where: 'territory' },
    { do: ['see:contacts', 'see:addresses'], by: ['signed-in'], where: 'own' },
    { do: ['RegisterPerson'], by: [{ post: 'clerk' }], where: 'everywhere' },
    { do: ['see:people'], by: ['signed-in'], where: 'everywhere' },
  ],
};

/** A case that its handler has, reported as told. */
async function handled(told: Readonly<Record<string, unknown>>): Promise<SmallDesk> {
  const small = smallDesk({ model, contexts: [peopleContext] });
  const [, ...rest] = straightWay('c1').slice(0, 3);
  assert.ok((await small.as('reporter').send(report('c1', { address, ...told }))).ok);
  for (const [who, command] of rest) assert.ok((await small.as(who).send(command)).ok);
  return small;
}

async function shown({ as }: SmallDesk, who: string, column: 'address' | 'contact'): Promise<string | undefined> {
  const { rows, contents } = await as(who).view(cases);
  const row: CaseRow | undefined = rows[0];
  assert.ok(row, `${who} sees the case`);
  return contents[row[column]?.content ?? ''];
}

test('[ALL-02] an address is whole for whoever has need of it, and masked for whoever else sees the case', async () => {
  const small = await handled({});
  assert.equal(await shown(small, 'reporter', 'address'), address);
  assert.equal(await shown(small, 'clerk', 'address'), address);
  assert.equal(await shown(small, 'handler', 'address'), '文化路****');
});

test('[ALL-02] a masked reporter’s contact is masked for the handler, and whole for the desk that calls back', async () => {
  const small = await handled({ mode: 'masked', contact: { phone: contact.phone } });
  assert.equal(await shown(small, 'clerk', 'contact'), JSON.stringify({ phone: contact.phone }));
  assert.equal(await shown(small, 'handler', 'contact'), JSON.stringify({ phone: '138****5678' }));
});

test('[ALL-02] a handler sees who reported where the reporter agrees, and only there', async () => {
  const named = await handled({ mode: 'named', contact });
  assert.equal(await shown(named, 'handler', 'contact'), JSON.stringify(contact));
  const [open] = (await named.as('handler').view(cases)).rows;
  assert.equal(open?.named, 'reporter');
  const masked = await handled({ mode: 'masked' });
  const { rows } = await masked.as('handler').view(cases);
  assert.deepEqual([rows[0]?.named, rows[0]?.reporter], [undefined, undefined]);
  assert.doesNotMatch(JSON.stringify(rows), /"reporter"/);
});

test('[ALL-02] a telephone in the list of persons is masked, except for oneself', async () => {
  const { as } = smallDesk({ model, contexts: [peopleContext] });
  const data = { person: 'reporter', ...contact };
  assert.ok((await as('clerk').send({ type: 'RegisterPerson', data })).ok);
  const phone = async (who: string) => {
    const { rows, contents } = await as(who).view(people);
    return contents[rows[0]?.phone?.content ?? ''];
  };
  assert.equal(await phone('handler'), '138****5678');
  assert.equal(await phone('reporter'), contact.phone);
});
