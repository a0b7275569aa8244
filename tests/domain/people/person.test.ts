import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mask, maskAddress, maskName, maskPhone, people, peopleContext, type PersonEvent } from '@keting/domain';
import { given, recorded, sealed } from '@keting/domain/testing';
import * as fc from 'fast-check';
import { openDesk } from '../../support/open-desk.ts';
import { runs } from '../../support/runs.ts';

const register = {
  type: 'RegisterPerson' as const,
  data: { person: 'p1', name: '林某某', phone: '13800000000', invented: true },
};
const registered: PersonEvent = { type: 'PersonRegistered', data: { name: sealed('林某某'), invented: true } };

test('[ALL-02] the record of a person holds references to name and telephone, never the texts', () => {
  const { events } = given(peopleContext)
    .when(register)
    .then({ type: 'PersonRegistered', data: { name: sealed('林某某'), phone: sealed('13800000000'), invented: true } });
  assert.doesNotMatch(JSON.stringify(events), /林|138/);
});

test('[ALL-02] a person is registered once', () => {
  given(peopleContext, registered)
    .when(register)
    .refuses('person-exists', { ids: ['p1'] });
});

test('[ALL-02] a name and a telephone number are told to be wrong field by field', () => {
  given(peopleContext)
    .when({ type: 'RegisterPerson', data: { person: 'p1', name: ' ', phone: 'call me' } })
    .invalid({ path: 'name', code: 'too-short' }, { path: 'phone', code: 'wrong-form' });
});

test('[ALL-02] who may see names finds them beside the row', async () => {
  const desk = openDesk([peopleContext]);
  await desk.all(register);
  const { rows, contents } = await desk.view(people);
  assert.equal(rows[0]?.invented, true);
  assert.equal(contents[rows[0].name.content], '林某某');
});

test('[ALL-02] names, telephones and addresses are masked by how they are written, never by their length', () => {
  assert.equal(maskPhone('13812345678'), '138****5678');
  assert.equal(maskPhone('+86 138 1234 5678'), '861****5678');
  assert.equal(maskPhone('82345678'), '****78', 'of a landline only the last two digits show');
  assert.equal(maskPhone('0576-82345678'), '****78', 'and of its area code nothing');
  assert.equal(maskPhone('12345'), '****', 'of a short number nothing shows');
  assert.equal(maskName('张三丰'), '张**');
  assert.equal(maskName('张三'), '张**');
  assert.equal(maskName(' Ada Lovelace'), 'A**');
  assert.equal(maskAddress('文化路12号3单元402室'), '文化路****');
  assert.equal(maskAddress('三单元'), '****');
  assert.equal(maskAddress('路桥街道文化路南侧'), '路桥街道****');
  assert.equal(maskAddress('王大爷家'), '王大****', 'one without a number is not shown whole');
  assert.equal(maskAddress('红旗小区东门'), '红旗小****');
  assert.equal(maskAddress('A栋B座'), '****');
  assert.equal(
    mask(JSON.stringify({ name: '张三丰', phone: '13812345678' }), 'contact'),
    JSON.stringify({ name: '张**', phone: '138****5678' }),
  );
});

test('[ALL-02] what is masked never shows more of a telephone than seven digits, of a name than one character', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[+0-9][0-9 -]{4,19}$/),
      fc.string({ minLength: 1, maxLength: 50 }),
      (phone, name) => {
        assert.ok(maskPhone(phone).replace(/\D/g, '').length <= 7);
        assert.ok([...maskName(name)].length <= 3);
        assert.ok([...maskAddress(name)].length <= 10);
        const [digits, characters] = [phone.replace(/\D/g, '').length, [...name.trim()].length];
        assert.ok(maskPhone(phone).replace(/\D/g, '').length * 11 <= digits * 7, 'no more than of a mobile number');
        assert.ok(([...maskAddress(name)].length - 4) * 2 <= characters, 'no more than half of an address');
      },
    ),
    { numRuns: runs() },
  );
});

test('[ALL-02] a person whom an earlier release registered is registered, and may agree and be erased', () => {
  // States are kept as they were made; this is the shape that release 0.1.0 gave them.
  const former = { id: 'p1', invented: false };
  const event = recorded<PersonEvent>(
    { type: 'ConsentGiven', data: { purpose: 'honours' } },
    { stream: 'person/p1', version: 2, at: 0 },
  );
  const now: unknown = Reflect.apply(Reflect.get(peopleContext, 'evolve'), undefined, [former, event]);
  assert.deepEqual(now, {
    stage: 'registered',
    id: 'p1',
    invented: false,
    consents: ['honours'],
  });
});
