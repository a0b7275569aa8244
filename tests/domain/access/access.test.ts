import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  anonymous,
  hashText,
  inScope,
  parseModel,
  permits,
  person,
  personId,
  process,
  receiptOwner,
  scopeOf,
  type Acting,
  type GovernanceModel,
  type Standing,
} from '@keting/domain';
import { sampleModel } from '@keting/domain/testing';
import fc from 'fast-check';
import { runs } from '../../support/runs.ts';

const base = sampleModel();
const under = (...permissions: GovernanceModel['permissions']): GovernanceModel => ({ ...base, permissions });

const clerk: Standing = {
  post: 'clerk',
  unit: 'room',
  kind: 'living-room',
  territories: ['990101001', '990101002001'],
};
const ada = personId.parse('ada');
const acting = (...standings: readonly Standing[]): Acting => ({ actor: person(ada), standings });

test('[ALL-01] what no permission allows is refused', () => {
  const model = under({ do: ['AcceptCase'], by: [{ post: 'clerk' }], where: 'territory' });
  assert.equal(permits(model, acting(clerk), 'AcceptCase', { territory: '99010100100101' }), true);
  assert.equal(permits(model, acting(clerk), 'VoidCase', { territory: '99010100100101' }), false);
  assert.equal(permits(model, acting(), 'AcceptCase', { territory: '99010100100101' }), false);
  assert.equal(permits(model, { actor: anonymous, standings: [] }, 'AcceptCase', {}), false);
});

test('[ALL-01] a post reaches as far as its territories and no further', () => {
  const model = under({ do: ['AcceptCase'], by: [{ post: 'clerk' }], where: 'territory' });
  const may = (territory: string | undefined) => permits(model, acting(clerk), 'AcceptCase', { territory });
  assert.equal(may('990101001'), true);
  assert.equal(may('990101002001' + '00101'), true);
  assert.equal(may('990101002002'), false);
  assert.equal(may('99010100'), false, 'a territory does not reach what holds it');
  assert.equal(may(undefined), false);
});

test('[ALL-01] what is about several places is for those whose territories hold every one of them', () => {
  const model = under({ do: ['FoundUnit'], by: [{ post: 'clerk' }], where: 'territory' });
  const may = (...territory: readonly string[]) => permits(model, acting(clerk), 'FoundUnit', { territory });
  assert.equal(may('990101001001', '990101002001'), true, 'each in another of the clerk’s territories');
  assert.equal(may('990101001001', '990101'), false);
  assert.equal(may('990101', '990101001001'), false);
  assert.equal(may(), false, 'what is about no place is in nobody’s territory');
  const two = acting({ ...clerk, territories: ['990101001'] }, { ...clerk, territories: ['990102'] });
  assert.equal(permits(model, two, 'FoundUnit', { territory: ['990101001', '990102003'] }), true, 'two posts together');
});

test('[ALL-01] a post is one in a unit of the kinds that the permission names, and in any where it names none', () => {
  const rooms = { post: 'clerk', kinds: ['living-room', 'firm'] };
  const model = under(
    { do: ['A'], by: [rooms], where: 'territory' },
    { do: ['B'], by: [{ post: 'clerk' }], where: 'territory' },
  );
  const may = (action: string, kind: string) =>
    permits(model, acting({ ...clerk, kind }), action, { territory: '990101001' });
  assert.equal(may('A', 'living-room'), true);
  assert.equal(may('A', 'firm'), true);
  assert.equal(may('A', 'street-office'), false);
  assert.equal(may('B', 'street-office'), true);
  const officer = acting({ ...clerk, post: 'officer' });
  assert.equal(permits(model, officer, 'A', { territory: '990101001' }), false, 'another post in such a unit');
});

test('[ALL-01] a unit’s holders reach what is its turn, a handler’s what it handles', () => {
  const model = under(
    { do: ['A'], by: [{ post: 'clerk' }], where: 'unit' },
    { do: ['B'], by: [{ post: 'clerk' }], where: 'handler' },
  );
  assert.equal(permits(model, acting(clerk), 'A', { unit: 'room' }), true);
  assert.equal(permits(model, acting(clerk), 'A', { unit: 'other', handler: 'room' }), false);
  assert.equal(permits(model, acting(clerk), 'B', { unit: 'other', handler: 'room' }), true);
});

test('[ALL-01] one’s own is one’s own, and a receipt’s secret owns an anonymous report', () => {
  const model = under({ do: ['RateCase'], by: ['anyone'], where: 'own' });
  const owner = receiptOwner(hashText('abc'));
  assert.equal(permits(model, acting(), 'RateCase', { owner: 'ada' }), true);
  assert.equal(permits(model, acting(), 'RateCase', { owner: 'ben' }), false);
  assert.equal(permits(model, acting(), 'RateCase', {}), false);
  assert.equal(
    permits(model, { actor: { kind: 'anonymous', receipt: 'abc' }, standings: [] }, 'RateCase', { owner }),
    true,
  );
  assert.equal(
    permits(model, { actor: { kind: 'anonymous', receipt: 'abd' }, standings: [] }, 'RateCase', { owner }),
    false,
  );
  assert.equal(permits(model, { actor: anonymous, standings: [] }, 'RateCase', { owner: undefined }), false);
  const reader: Acting = { actor: { kind: 'anonymous', receipt: hashText('abc') }, standings: [] };
  assert.equal(permits(model, reader, 'RateCase', { owner }), false, 'the hash, as the record shows it, opens nothing');
});

test('[ALL-01] a process does what it is allowed by name', () => {
  const model = under({ do: ['SuperviseCase'], by: [{ process: 'clock' }], where: 'everywhere' });
  assert.equal(permits(model, { actor: process('clock'), standings: [] }, 'SuperviseCase', {}), true);
  assert.equal(permits(model, { actor: process('other'), standings: [] }, 'SuperviseCase', {}), false);
  assert.equal(permits(model, acting(clerk), 'SuperviseCase', {}), false);
});

test('[ALL-01] a permission names kinds of units or of grids that are there', () => {
  const faults = (kinds: readonly string[], post = 'clerk') => {
    const parsed = parseModel({ ...base, permissions: [{ do: ['A'], by: [{ post, kinds }], where: 'unit' }] });
    return parsed.ok ? [] : parsed.faults.map(({ path, code, at }) => [path.join('.'), code, at]);
  };
  assert.deepEqual(faults(['living-room', 'street-office']), []);
  assert.deepEqual(faults(['micro'], 'party-member'), []);
  assert.deepEqual(faults(['living-room', 'palace']), [['permissions.0.by.0.kinds.1', 'unknown-reference', 'palace']]);
  assert.equal(faults([]).length, 1, 'a permission for no kind at all would speak of nobody');
});

const code = fc.constantFrom('990101', '990101001', '990101001001', '99010100100100101', '990102', '990102003');
const name = fc.constantFrom('room', 'office', 'far');
const standing: fc.Arbitrary<Standing> = fc.record({
  post: fc.constantFrom('clerk', 'officer'),
  unit: name,
  kind: fc.constantFrom('living-room', 'street-office'),
  territories: fc.array(code, { minLength: 1, maxLength: 2 }),
});
const permission: fc.Arbitrary<GovernanceModel['permissions'][number]> = fc.record({
  do: fc.constant(['see:things']),
  by: fc.uniqueArray(
    fc.constantFrom<GovernanceModel['permissions'][number]['by'][number]>(
      { post: 'clerk' },
      { post: 'officer' },
      { post: 'officer', kinds: ['street-office'] },
      'signed-in',
      'anyone',
    ),
    { minLength: 1, maxLength: 2 },
  ),
  where: fc.constantFrom('everywhere', 'territory', 'unit', 'handler', 'own'),
});
const row = fc.record({ territory: code, unit: name, handler: name, owner: fc.constantFrom('ada', 'ben') });
const about = { territory: 'territory', unit: 'unit', handler: 'handler', owner: 'owner' } as const;

test('[ALL-01] the rows one may see are those that the same rule permits one by one', () => {
  fc.assert(
    fc.property(
      fc.array(permission, { maxLength: 4 }),
      fc.array(standing, { maxLength: 3 }),
      row,
      (permissions, standings, one) => {
        const model = under(...permissions);
        const who = acting(...standings);
        const scope = scopeOf(model, who, 'see:things', about);
        assert.equal(inScope(one, scope), permits(model, who, 'see:things', one));
      },
    ),
    { numRuns: runs() },
  );
});
