import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  organisationContext,
  permits,
  person as actor,
  personId,
  type CommandSpec,
  type GovernanceModel,
  type OrganisationCommand,
  type UnitFact,
  type UnitState,
} from '@keting/domain';
import { given, KnownFacts, sampleModel } from '@keting/domain/testing';
import { found, founded, unit } from './small-district.ts';

type Where = GovernanceModel['permissions'][number]['where'];

const street = '990101001';
const place = (id: string, ...territories: readonly string[]): readonly [string, UnitFact] => [
  id,
  { id: unit(id), kind: 'community-branch', territories },
];
const standing = new Map([
  place('district', '990101'),
  place('street', street),
  place('other-street', '990101002'),
  place('joint', `${street}001`, `${street}201`),
]);
const facts = new KnownFacts().withRule('unitOf', (id) => standing.get(String(id)));

/** Whether a member whose post is over these territories may, where the model lets members do it in that reach. */
function may(
  territories: readonly string[],
  command: OrganisationCommand,
  { state, where = 'territory' }: { readonly state?: UnitState | undefined; readonly where?: Where } = {},
): boolean {
  const model = { ...sampleModel(), permissions: [{ do: [command.type], by: [{ post: 'member' }], where }] };
  const post = { post: 'member', unit: 'joint', kind: 'joint-committee', territories };
  const spec: CommandSpec = organisationContext.commands[command.type];
  const asked =
    spec.about === undefined ? state && organisationContext.about(state) : spec.about(command.data, state, facts.read);
  return permits(model, { actor: actor(personId.parse('p1')), standings: [post] }, command.type, asked ?? {});
}

const stateOf = (parent: string, ...territories: string[]): UnitState | undefined =>
  given(organisationContext, founded('party-group', parent, { territories })).state('unit/group');

test('[ORG-01] [ALL-01] who founds a unit reaches every territory of it, not only the first', () => {
  const office = (...territories: string[]) => found('u', 'street-office', 'street', { territories });
  assert.equal(may([street], office(street, `${street}001`)), true);
  assert.equal(may([street], office(street, '990101')), false);
  assert.equal(may([street], office('990101', street)), false);
});

test('[ORG-01] [ALL-01] who founds a unit reaches the superior that it will stand under', () => {
  const branch = (parent: string) => found('u', 'community-branch', parent, { territories: [`${street}001`] });
  assert.equal(may([`${street}001`], branch('joint')), false, 'the joint committee is over a second community');
  assert.equal(may([`${street}001`, `${street}201`], branch('joint')), true);
  assert.equal(may([street], branch('other-street')), false);
});

test('[ORG-01] [ALL-01] a unit under none is for who may found units everywhere, however far their posts reach', () => {
  const root = found('second', 'district-committee', undefined, { territories: ['990101'] });
  assert.equal(may(['990101'], root), false);
  assert.equal(may(['990101'], root, { where: 'everywhere' }), true);
});

test('[ORG-01] [ALL-01] a superior that is not there is no matter of permission: the rule refuses it', () => {
  const orphan = found('u', 'community-branch', 'nowhere', { territories: [`${street}001`] });
  assert.equal(may([street], orphan), true);
});

test('[ORG-01] [ALL-01] who moves a unit reaches it, where it stood and where it will stand', () => {
  const to = (parent: string): OrganisationCommand => ({
    type: 'MoveUnit',
    data: { unit: unit('group'), parent: unit(parent) },
  });
  const group = stateOf('joint', `${street}001`);
  assert.equal(may([street], to('street'), { state: group }), true);
  assert.equal(may([street], to('other-street'), { state: group }), false, 'where it will stand');
  assert.equal(may([`${street}001`], to('joint'), { state: group }), false, 'where it stands');
  const strange = stateOf('other-street', `${street}001`);
  assert.equal(may([street], to('street'), { state: strange }), false, 'where it stood');
  assert.equal(
    may([street], to('street'), { state: group, where: 'unit' }),
    false,
    'a unit of one’s own is not enough',
  );
});

test('[ORG-03] [ALL-01] who pairs bodies reaches both', () => {
  const pair = (other: string): OrganisationCommand => ({
    type: 'PairBodies',
    data: { unit: unit('group'), with: unit(other) },
  });
  const group = stateOf('joint', `${street}001`);
  assert.equal(may([street], pair('joint'), { state: group }), true);
  assert.equal(may([street], pair('other-street'), { state: group }), false);
  assert.equal(may(['990101002'], pair('other-street'), { state: group }), false);
});

test('[ORG-01] [ALL-01] a unit is about all the territories that it answers for', () => {
  const joint = stateOf('street', `${street}001`, `${street}201`);
  const dissolve: OrganisationCommand = { type: 'DissolveUnit', data: { unit: unit('group'), on: '2026-03-02' } };
  assert.equal(may([`${street}001`], dissolve, { state: joint }), false);
  assert.equal(may([street], dissolve, { state: joint }), true);
});
