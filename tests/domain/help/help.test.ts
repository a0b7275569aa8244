import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  gridContext,
  helpContext,
  helpCounts,
  helps,
  organisationContext,
  teamsFor,
  unitId,
  type HelpCommand,
  type HelpEvent,
  type HelpTeam,
  type Message,
} from '@keting/domain';
import { given, recorded, sampleModel, sealed } from '@keting/domain/testing';
import { openDesk } from '../../support/open-desk.ts';
import { smallDistrict } from '../organisation/small-district.ts';

const base = sampleModel();
const label = base.name;
const skill = (id: string) => ({ id, label, source: 'ours' });
const model = {
  ...base,
  help: { units: ['living-room', 'street-office'], skills: [skill('mediation'), skill('law')], source: 'ours' },
};
const grid = '99010100100100101';
const units = [
  { id: unitId.parse('room'), kind: 'living-room', territories: ['990101001001'] },
  { id: unitId.parse('placeless'), kind: 'living-room', territories: [] },
  { id: unitId.parse('firm'), kind: 'firm', territories: ['990101001001'] },
];
const team = (id: string, territory: string): HelpTeam => ({
  stage: 'standing',
  id,
  unit: 'room',
  territory,
  skills: ['mediation'],
});
const near = team('near', '990101001001');
const wide = team('wide', '990101001');
const scene = (...past: readonly HelpEvent[]) =>
  given(helpContext, ...past)
    .under(model)
    .withAll('unitOf', (id) => units.find((one) => one.id === id))
    .withAll('gridOf', (code) => (code === grid ? { code, kind: 'micro', community: '990101001001' } : undefined))
    .with(teamsFor('mediation', grid), [near, wide]);
const ask = (
  type: HelpCommand['type'],
  data: Readonly<Record<string, unknown>> = {},
): Message<HelpCommand['type']> => ({ type, data: { help: 'h1', ...data } });
const asking = (data: Readonly<Record<string, unknown>> = {}) =>
  ask('AskHelp', {
    skill: 'mediation',
    grid,
    helped: 'resident',
    need: 'A quarrel over a wall',
    contact: { phone: '13800000000' },
    ...data,
  });
const forming = (data: Readonly<Record<string, unknown>> = {}): Message<HelpCommand['type']> => ({
  type: 'FormHelpTeam',
  data: { team: 't1', unit: 'room', skills: ['mediation', 'law'], ...data },
});
const asked = scene().when(asking()).events;
const matched = [...asked, ...scene(...asked).when(ask('MatchHelp', { team: 'near' })).events];
const helped = [...matched, ...scene(...matched).when(ask('NameHelper', { helper: 'lawyer' })).events];
const ending = ask('EndHelp', { settled: true, result: 'Both signed' });

test('[CASE-11] a unit keeps a team with skills of the model, over its own territory', () => {
  const { events, state } = scene()
    .when(forming())
    .then({ type: 'HelpTeamFormed', data: { territory: '990101001001', skills: ['mediation', 'law'] } });
  assert.equal(state.stage, 'standing');
  for (const unit of ['firm', 'placeless', 'nobody']) {
    scene()
      .when(forming({ unit }))
      .refuses('help-unit-unfit', { ids: [unit] });
  }
  scene()
    .when(forming({ skills: ['magic'] }))
    .refuses('help-skill-unknown', { params: { skills: ['magic'] } });
  scene(...events)
    .when(forming())
    .refuses('help-team-exists', { ids: ['t1'] });
  const dissolve = { type: 'DissolveHelpTeam' as const, data: { team: 't1' } };
  const gone = scene(...events)
    .when(dissolve)
    .then({ type: 'HelpTeamDissolved' });
  for (const past of [[], [...events, ...gone.events]]) {
    scene(...past)
      .when(dissolve)
      .refuses('help-team-unknown', { ids: ['t1'] });
  }
  scene().under(base).when(forming()).refuses('help-lacking');
});

test('[CASE-11] a team of a unit with several territories is found in each of them, the nearest first', async () => {
  const desk = openDesk([organisationContext, gridContext, helpContext], {
    base: sampleModel({ help: { ...model.help, units: ['joint-committee', 'street-committee'] } }),
  });
  const form = (id: string, unit: string) => ({
    type: 'FormHelpTeam' as const,
    data: { team: id, unit, skills: ['mediation'] },
  });
  await desk.all(...smallDistrict, form('of-the-street', 'street'), form('of-three', 'joint'));
  const teams = async (at: string) => (await desk.fact(teamsFor('mediation', at))).map(({ id }) => id);
  for (const community of ['990101001001', '990101001201', '990101001202'])
    assert.deepEqual(await teams(`${community}001`), ['of-three', 'of-the-street']);
  assert.deepEqual(await teams('990101001301001'), ['of-the-street']);
});

test('[CASE-11] help is asked for by skill and place; what it is about can be erased', () => {
  scene()
    .when(asking())
    .then({
      type: 'HelpAsked',
      data: {
        cohort: { grid, skill: 'mediation' },
        helped: 'resident',
        need: sealed('A quarrel over a wall'),
        contact: sealed({ phone: '13800000000' }),
      },
    });
  const [nameless] = scene().when(asking({ helped: undefined, contact: undefined })).events;
  assert.deepEqual(Object.keys(nameless?.data ?? {}), ['cohort', 'need'], 'what was not said is not on record');
  scene()
    .when(asking({ skill: 'magic' }))
    .refuses('help-skill-unknown', { params: { skills: ['magic'] } });
  scene()
    .when(asking({ grid: 'moon' }))
    .refuses('help-grid-unknown', { ids: ['moon'] });
  scene(...asked)
    .when(asking())
    .refuses('help-exists', { ids: ['h1'] });
});

test('[CASE-11] a request is matched by skill and area: the nearest team is proposed, another needs a reason', () => {
  const first = scene(...asked)
    .when(ask('MatchHelp', { team: 'near' }))
    .then({ type: 'HelpMatched', data: { team: 'near', unit: 'room' } });
  assert.deepEqual(Object.keys(first.events[0]?.data ?? {}), ['cohort', 'team', 'unit']);
  scene(...asked)
    .when(ask('MatchHelp', { team: 'wide' }))
    .refuses('help-reason-required', { ids: ['wide'], params: { proposed: 'near' } });
  scene(...asked)
    .when(ask('MatchHelp', { team: 'wide', reason: 'They know it' }))
    .then({ type: 'HelpMatched', data: { team: 'wide', reason: sealed('They know it') } });
  scene(...asked)
    .when(ask('MatchHelp', { team: 'elsewhere' }))
    .refuses('help-team-unfit', { ids: ['elsewhere'], params: { skill: 'mediation' } });
  scene(...matched)
    .when(ask('MatchHelp', { team: 'near' }))
    .refuses('help-team-same', { ids: ['near'] });
  scene(...matched)
    .when(ask('MatchHelp', { team: 'wide', reason: 'Away' }))
    .then({ type: 'HelpMatched', data: { was: 'near' } });
  scene()
    .when(ask('MatchHelp', { team: 'near' }))
    .refuses('help-unknown', { ids: ['h1'] });
});

test('[CASE-11] who helps is on record before it ends settled; what nobody could help with ends unsettled', () => {
  scene(...asked)
    .when(ask('NameHelper', { helper: 'lawyer' }))
    .refuses('help-not-matched', { ids: ['h1'] });
  scene(...matched)
    .when(ask('NameHelper', { helper: 'lawyer' }))
    .then({ type: 'HelperNamed', data: { helper: 'lawyer' } });
  scene(...helped)
    .when(ask('NameHelper', { helper: 'lawyer' }))
    .refuses('helper-named-already', { ids: ['h1', 'lawyer'] });
  scene(...matched)
    .when(ending)
    .refuses('help-not-matched', { ids: ['h1'] });
  for (const past of [asked, matched]) {
    scene(...past)
      .when(ask('EndHelp', { settled: false, result: 'Nobody here can help' }))
      .then({ type: 'HelpEnded', data: { settled: false } });
  }
  const { events } = scene(...helped)
    .when(ending)
    .then({ type: 'HelpEnded', data: { settled: true, result: sealed('Both signed') } });
  scene(...helped, ...events)
    .when(ending)
    .refuses('help-over', { ids: ['h1'] });
});

test('[CASE-11] whose matter it is and how to reach them is hidden from whoever only sees the request', () => {
  assert.ok(helps.kind === 'table');
  assert.deepEqual(helps.hides, { helped: 'see:helped' });
  assert.deepEqual(
    Object.entries(helps.contents ?? {}).filter(([column]) => column === 'contact'),
    [['contact', 'see:helped']],
  );
  assert.deepEqual({ ...helps.masks }, { contact: { as: 'contact' } });
});

test('[CASE-11] 511 disputes are asked for, matched and settled, counted by place, skill and day', () => {
  assert.ok(helpCounts.kind === 'counter');
  const view = helpCounts;
  const ended = [...helped, ...scene(...helped).when(ending).events];
  const again = [...matched, ...scene(...matched).when(ask('MatchHelp', { team: 'wide', reason: 'Away' })).events];
  const sums: Record<string, number> = {};
  const count = (past: readonly HelpEvent[]) => {
    for (const event of past.filter(({ type }) => view.on.includes(type))) {
      for (const { add } of view.deltas(recorded(event, { stream: 'help/h1', version: 1, at: 0 }))) {
        for (const [column, by] of Object.entries(add)) sums[column] = (sums[column] ?? 0) + by;
      }
    }
  };
  for (let i = 0; i < 511; i += 1) count(ended);
  assert.deepEqual(sums, { asked: 511, matched: 511, ended: 511, settled: 511 });
  count(again);
  assert.deepEqual(sums, { asked: 512, matched: 512, ended: 511, settled: 511 });
});
