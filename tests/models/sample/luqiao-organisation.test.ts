import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { Kind } from '@keting/domain';
import { luqiao } from '@keting/models';
import {
  buildSampleDistrict,
  type SampleAppointment,
  type SampleDistrict,
  type SampleUnit,
  type SampleUnitKind,
} from '@keting/models/luqiao/sample';

const district = buildSampleDistrict();
const units = new Map(district.units.map((unit) => [unit.id, unit]));
const people = new Set(district.people.map(({ id }) => id));
const ofKind = (kind: SampleUnitKind): SampleUnit[] => district.units.filter((unit) => unit.kind === kind);
const holders = (unit: string, post: string): SampleAppointment[] =>
  district.appointments.filter((held) => held.unit === unit && held.post === post && held.until === undefined);

const digest = (data: SampleDistrict): string => createHash('sha256').update(JSON.stringify(data)).digest('hex');

/** Changes with the sample, and with nothing else: an engine that counts differently shows here. */
const KNOWN = '94a71a61b632cdb53a21ea5000cdb2b4fd28436e332ccbcd34d9034a26b78c53';

test('the same seed gives the same district, here and on every other machine', () => {
  assert.equal(digest(buildSampleDistrict()), digest(district));
  assert.equal(digest(district), KNOWN);
});

test('another seed gives another district with the same figures', () => {
  const other = buildSampleDistrict('another');
  assert.notEqual(digest(other), digest({ ...district, seed: 'another' }));
  assert.equal(other.grids.length, 2919);
  const kinds = (data: SampleDistrict): string[] => data.units.map(({ kind }) => kind).sort();
  assert.deepEqual(kinds(other), kinds(district));
});

test('every person is invented, says so, and carries 某 for a name', () => {
  assert.equal(people.size, district.people.length);
  for (const { name, invented } of district.people) {
    assert.equal(invented, true);
    assert.match(name, /^.某.?$/u);
  }
  assert.match(district.provenance.invented, /people are invented/);
});

const kindOf = (id: string): Kind | undefined => luqiao.kinds.find((kind) => kind.id === id);

test('[ORG-01] every unit is of a kind of the model and stands under one that may bear it, in a tree with one root', () => {
  assert.equal(units.size, district.units.length);
  const standing = new Set<string>();
  for (const { id, kind, parent, territories, party } of district.units) {
    const rule = kindOf(kind);
    assert.ok(rule, id);
    assert.equal(rule.party, party, id);
    assert.ok(parent === undefined || standing.has(parent), `${id} is listed before the unit above it`);
    const above = parent === undefined ? [] : [units.get(parent)?.kind ?? ''];
    assert.ok(
      above.every((each) => rule.parents.includes(each)),
      `${id} stands under ${above.join()}`,
    );
    assert.ok(territories.length > 0 && territories.every((code) => code.startsWith(luqiao.territory)), id);
    standing.add(id);
  }
  assert.equal(district.units.filter(({ parent }) => parent === undefined).length, 1);
});

test('[ORG-02] every post is one of the model, in a kind that has it, since its record begins or later, within its seats', () => {
  const current = new Map<string, number>();
  for (const { unit, post, from, until, partTimeFrom } of district.appointments) {
    const rule = luqiao.posts.find(({ id }) => id === post);
    const held = units.get(unit);
    assert.ok(held && rule, `${post} in ${unit}`);
    assert.ok(rule.kinds.includes(held.kind), `${post} in ${unit}`);
    assert.ok(from >= held.from && (until === undefined || until > from));
    assert.equal(partTimeFrom !== undefined, rule.partTime === true, `${post} in ${unit}`);
    if (until === undefined && 'max' in rule.seats) {
      const holders = (current.get(`${unit} ${post}`) ?? 0) + 1;
      current.set(`${unit} ${post}`, holders);
      assert.ok(holders <= rule.seats.max, `${post} in ${unit}`);
    }
  }
});

test('[GRID-03] grid posts are those of the model, and no grid falls short of its staffing rules', () => {
  for (const { post } of district.gridAppointments) assert.ok(luqiao.grids.posts.some(({ id }) => id === post));
  const staffed = new Set(district.gridAppointments.map(({ grid, post }) => `${grid} ${post}`));
  const grids = [...district.basicGrids, ...district.grids, ...district.functionalGrids];
  for (const rule of luqiao.grids.staffing) {
    for (const grid of grids.filter(({ kind }) => kind === rule.grid)) {
      assert.ok(rule.min <= 1 && staffed.has(`${grid.code} ${rule.post}`), grid.code);
    }
  }
});

test('[CASE-03] every department that the model dispatches to is there', () => {
  for (const { unit } of luqiao.cases.dispatch) assert.ok(unit === undefined || units.has(unit), unit);
});

test('[ORG-01] the organisation has 6 streets, 4 towns and 2 zones, 19 living rooms, and a committee for each of 228', () => {
  const count = (kind: SampleUnitKind): number => ofKind(kind).length;
  assert.deepEqual([count('street-committee'), count('town-committee')], [6, 6]);
  assert.deepEqual([count('living-room'), count('joint-party-committee')], [19, 19]);
  assert.equal(count('residents-committee') + count('village-committee'), 228);
  assert.equal(count('community-branch') + count('village-branch'), 228);
});

test('[ORG-01] a living room answers for what its big party committee does', () => {
  for (const { parent, territories } of ofKind('living-room')) {
    assert.deepEqual(units.get(parent ?? '')?.territories, territories);
  }
});

test('[ORG-01] the big party committees cover all communities and villages of the six streets, each once', () => {
  const covered = ofKind('joint-party-committee').flatMap(({ territories }) => territories);
  assert.equal(new Set(covered).size, covered.length);
  const streets = district.communities.filter(({ street }) => street < '331004100000').map(({ code }) => code);
  assert.deepEqual([...covered].sort(), [...streets].sort());
});

test('[ORG-02] a big party committee is headed by a street committee member, the community secretary and the village secretaries', () => {
  for (const joint of ofKind('joint-party-committee')) {
    const [secretary, ...others] = holders(joint.id, 'joint-secretary');
    assert.ok(secretary !== undefined && others.length === 0);
    assert.ok(holders(joint.parent ?? '', 'member').some(({ person }) => person === secretary.person));
    const [fullTime] = holders(joint.id, 'full-time-deputy');
    assert.equal(fullTime?.person, holders(`branch-${joint.territories[0] ?? ''}`, 'secretary')[0]?.person);
    const villages = ofKind('village-branch').filter(({ parent }) => parent === joint.id);
    assert.deepEqual(
      holders(joint.id, 'deputy').map(({ person, partTimeFrom }) => [person, partTimeFrom]),
      villages.map(({ id }) => [holders(id, 'secretary')[0]?.person, id]),
    );
  }
});

test('[ORG-02] no street committee member heads two big party committees', () => {
  const secretaries = ofKind('joint-party-committee').map(({ id }) => holders(id, 'joint-secretary')[0]?.person);
  assert.equal(new Set(secretaries).size, 19);
});

test('[ORG-02] a post ended is followed by the next holder on the day it ended', () => {
  const ended = district.appointments.filter(({ until }) => until !== undefined);
  assert.ok(ended.length > 0);
  for (const { unit, post, until } of ended) assert.equal(holders(unit, post)[0]?.from, until);
});

test('[ORG-03] a party organisation and the body beside it name each other', () => {
  for (const unit of district.units.filter(({ pairedWith }) => pairedWith !== undefined)) {
    const other = units.get(unit.pairedWith ?? '');
    assert.equal(other?.pairedWith, unit.id);
    const kinds: string[] = [unit.kind, other.kind];
    assert.ok(
      kinds.some((kind) => kinds.includes(kindOf(kind)?.pairsWith ?? '')),
      unit.id,
    );
    assert.notEqual(other.party, unit.party);
  }
});

test('[ORG-04] council members keep their own unit, which they head and which lies in the area of the living room', () => {
  const council = district.appointments.filter(({ post }) => post === 'council-member');
  for (const { unit, person, partTimeFrom } of council) {
    const own = units.get(partTimeFrom ?? '');
    assert.ok(own !== undefined);
    assert.equal(holders(own.id, 'secretary')[0]?.person, person);
    assert.ok(units.get(unit)?.territories.includes(own.territories[0]?.slice(0, 12) ?? ''));
  }
  const rooms = new Set(council.map(({ unit }) => unit));
  assert.equal(rooms.size, 19, 'every living room has a council');
});

test('[ORG-06] 9 of 76 markets, 11.8 %, have a party organisation of their own; 22 are large', () => {
  const markets = ofKind('market');
  const own = markets.filter(({ pairedWith }) => pairedWith !== undefined);
  assert.deepEqual([markets.length, own.length], [76, 9]);
  assert.equal(Math.round((own.length / markets.length) * 1000) / 10, 11.8);
  assert.equal(markets.filter(({ isLarge }) => isLarge).length, 22);
  assert.ok(
    markets.every(({ territories }) => territories.every((code) => code < '331004100')),
    'they stand in the main urban area',
  );
});

test('[ORG-06] 43 % of the firms with 30 and more staff have a party organisation', () => {
  const firms = ofKind('firm');
  assert.ok(firms.every(({ staff }) => staff !== undefined && staff >= 30));
  assert.equal(firms.filter(({ pairedWith }) => pairedWith !== undefined).length / firms.length, 0.43);
});

test('[ORG-06] a market, tower, firm or agency stands on a grid of the district', () => {
  const codes = new Set([...district.basicGrids, ...district.grids].map(({ code }) => code));
  for (const kind of ['market', 'tower', 'firm', 'agency'] as const) {
    for (const { territories, id } of ofKind(kind))
      assert.ok(
        territories.every((code) => codes.has(code)),
        id,
      );
  }
});

test('names of markets, towers, firms and agencies, and credit codes, are each borne by one', () => {
  for (const kind of ['market', 'tower', 'firm', 'agency'] as const) {
    const names = ofKind(kind).map(({ name }) => name);
    assert.equal(new Set(names).size, names.length, kind);
  }
  const codes = district.units.flatMap(({ creditCode }) => creditCode ?? []);
  assert.equal(new Set(codes).size, 376);
});

test('[GRID-03] 3,081 party members serve in the 2,919 micro-grids, at least one in each, and a resident in each', () => {
  const territorial = new Set(district.grids.map(({ code }) => code));
  const serving = district.gridAppointments.filter(({ grid }) => territorial.has(grid));
  const party = serving.filter(({ post }) => post === 'party-micro-grid-member');
  const resident = serving.filter(({ post }) => post === 'resident-micro-grid-member');
  assert.deepEqual([party.length, resident.length], [3081, 2919]);
  assert.equal(new Set(party.map(({ grid }) => grid)).size, 2919);
  assert.equal(new Set(resident.map(({ grid }) => grid)).size, 2919);
  assert.equal(new Set(serving.map(({ person }) => person)).size, 6000, 'nobody serves twice');
});

test('[GRID-02] the members of functional micro-grids serve in them', () => {
  const serving = new Set(district.gridAppointments.map(({ grid, person }) => `${grid} ${person}`));
  for (const { code, members } of district.functionalGrids) {
    assert.ok(members.every((person) => serving.has(`${code} ${person}`)));
  }
});

test('[ORG-02] every post is held by a person of the sample, in a unit or grid of the sample', () => {
  const grids = new Set([...district.grids, ...district.functionalGrids].map(({ code }) => code));
  for (const { unit, person, partTimeFrom } of district.appointments) {
    assert.ok(units.has(unit) && people.has(person) && (partTimeFrom === undefined || units.has(partTimeFrom)));
  }
  for (const { grid, person } of district.gridAppointments) assert.ok(grids.has(grid) && people.has(person));
  for (const { grid, person } of district.residents) assert.ok(grids.has(grid) && people.has(person));
});

test('where a living room stands, there is a resident who reports', () => {
  for (const { territories } of ofKind('living-room')) {
    assert.ok(district.residents.some(({ grid }) => grid.startsWith(territories[0] ?? '')));
  }
});

test('every living room has clerks, every street office clerks, every department a director and officers with duties', () => {
  for (const { id } of ofKind('living-room')) assert.equal(holders(id, 'living-room-clerk').length, 3);
  for (const { id } of ofKind('street-office')) assert.ok(holders(id, 'street-clerk').length > 0);
  for (const { unit, duties } of district.departments) {
    assert.ok(duties.length > 0 && holders(unit, 'officer').length > 0);
    assert.equal(holders(unit, 'director').length, 1);
  }
});
