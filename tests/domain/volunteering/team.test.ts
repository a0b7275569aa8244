import assert from 'node:assert/strict';
import { test } from 'node:test';
import { permits, person, personId, teamContext, teams, unitId, type TeamEvent } from '@keting/domain';
import { given, sampleModel } from '@keting/domain/testing';
import { bengbu, chengcheng, luqiao, nanjing, shibei } from '@keting/models';
import { rowsOf } from './rows.ts';
import { rules, volunteerModel } from './rules.ts';

const territory = '990101001001';
const unit = unitId.parse('east');
const scene = (...past: readonly TeamEvent[]) =>
  given(teamContext, ...past)
    .under(volunteerModel())
    .withAll('unitOf', (id) =>
      id === 'nowhere'
        ? undefined
        : { id, kind: id === 'east' ? 'residents-committee' : 'living-room', territories: [territory] },
    );

const found = (data: object = {}) =>
  ({ type: 'FoundTeam', data: { team: 't', unit: 'east', kind: 'doctors', name: 'White coats', ...data } }) as const;
const founded: TeamEvent = {
  type: 'TeamFounded',
  data: { unit, territory, kind: 'doctors', by: 'trade', name: 'White coats' },
};
const joined = (who: string): TeamEvent => ({
  type: 'TeamJoined',
  data: { person: personId.parse(who), unit, territory },
});
const of = (type: 'JoinTeam' | 'LeaveTeam', who: string) => ({ type, data: { team: 't', person: who } }) as const;
const disband = { type: 'DisbandTeam', data: { team: 't' } } as const;

test('[VOL-02] a team is brought together by affiliation, activity, area or trade', () => {
  for (const { id, by } of rules.service.teams) {
    scene()
      .when(found({ kind: id }))
      .then({ type: 'TeamFounded', data: { by, unit: 'east', territory } });
  }
  assert.deepEqual(
    rules.service.teams.map(({ by }) => by),
    ['affiliation', 'activity', 'area', 'trade'],
  );
  scene()
    .when(found({ kind: 'unheard-of' }))
    .refuses('team-kind-unknown', { params: { kind: 'unheard-of' } });
});

test('[VOL-02] a team is founded once, in a unit that has teams', () => {
  scene(founded)
    .when(found())
    .refuses('team-exists', { ids: ['t'] });
  scene()
    .when(found({ unit: 'room' }))
    .refuses('service-unit-unfit', { ids: ['room'] });
  scene()
    .when(found({ unit: 'nowhere' }))
    .refuses('service-unit-unfit', { ids: ['nowhere'] });
  given(teamContext)
    .under(sampleModel())
    .when(found())
    .refuses('service-lacking', { ids: ['t'] });
});

test('[VOL-02] one joins a team once, and leaves it', () => {
  scene(founded)
    .when(of('JoinTeam', 'li'))
    .then({ type: 'TeamJoined', data: { person: 'li' } });
  scene(founded, joined('li'))
    .when(of('JoinTeam', 'li'))
    .refuses('already-member', { ids: ['t', 'li'] });
  scene(founded, joined('li'))
    .when(of('LeaveTeam', 'li'))
    .then({ type: 'TeamLeft', data: { person: 'li', unit: 'east', territory } });
  scene(founded)
    .when(of('LeaveTeam', 'li'))
    .refuses('not-member', { ids: ['t', 'li'] });
  scene()
    .when(of('JoinTeam', 'li'))
    .refuses('team-unknown', { ids: ['t'] });
});

test('[VOL-02] a team bears a thousand members and no more', () => {
  const thousand = Array.from({ length: 1000 }, (_, n) => joined(`p${n}`));
  scene(founded, ...thousand)
    .when(of('JoinTeam', 'li'))
    .refuses('team-full', { ids: ['t'], params: { limit: 1000 } });
});

test('[VOL-02] a team that is disbanded lets its members go, and takes none', () => {
  const disbanded: TeamEvent = { type: 'TeamDisbanded', data: { members: [personId.parse('li')] } };
  scene(founded, joined('li')).when(disband).then(disbanded);
  scene(founded, joined('li'), disbanded)
    .when(of('JoinTeam', 'li'))
    .refuses('team-unknown', { ids: ['t'] });
  const happened = (...events: readonly TeamEvent[]) => events.map((event) => ({ stream: 'team/t', event }) as const);
  const before = happened(founded, joined('li'), joined('wang'), {
    type: 'TeamLeft',
    data: { person: personId.parse('wang'), unit, territory },
  });
  assert.deepEqual(rowsOf(teamContext, 'teams', before), [
    { id: 't', name: 'White coats', unit: 'east', territory, kind: 'doctors', by: 'trade', members: 1 },
  ]);
  assert.deepEqual(rowsOf(teamContext, 'team-members', before), [
    { id: 't/li', team: 't', person: 'li', unit: 'east', territory },
  ]);
  const after = [...before, ...happened(disbanded)];
  assert.deepEqual(rowsOf(teamContext, 'teams', after), []);
  assert.deepEqual(rowsOf(teamContext, 'team-members', after), []);
});

test('[ALL-02] how many are in a team is told to those who may see who they are, and to nobody else', () => {
  assert.deepEqual(teams.hides, { members: 'see:team-members' });
  const about = { territory, unit: 'east' };
  for (const model of [shibei, luqiao, chengcheng, nanjing, bengbu]) {
    const resident = { actor: person(personId.parse('li')), standings: [] };
    assert.ok(permits(model, resident, 'see:teams', about), model.id);
    assert.ok(!permits(model, resident, 'see:team-members', about), model.id);
  }
});
