import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { contexts, processes, process as processActor, type GovernanceModel } from '@keting/domain';
import { plainCalendar } from '@keting/domain/testing';
import { bengbu, chengcheng, nanjing, shibei } from '@keting/models';
import { buildBengbu } from '@keting/models/bengbu/sample';
import { buildChengcheng } from '@keting/models/chengcheng/sample';
import { buildNanjing } from '@keting/models/nanjing/sample';
import { buildShibei, placeCommands, type PlaceSample } from '@keting/models/shibei/sample';
import { createDesk, memoryStore, newId, viewsOf, type Clock } from '@keting/runtime';
import { inCounty } from '../../../examples/portal/server/in-county.ts';

/** Monday 2 March 2026, 09:00; nothing falls due. */
const clock: Clock = { now: () => Date.parse('2026-03-02T01:00:00Z'), at: () => () => undefined };

const samples = {
  shibei: buildShibei(),
  chengcheng: buildChengcheng(),
  nanjing: buildNanjing(),
  bengbu: buildBengbu(),
};

const unitsOf = ({ units }: PlaceSample, ...kinds: readonly string[]) =>
  units.filter(({ kind }) => kinds.includes(kind));
const seatsOf = ({ appointments }: PlaceSample, ...posts: readonly string[]) =>
  appointments.filter(({ post }) => posts.includes(post));

suite('the samples have the sizes of their accounts', () => {
  test('[ORG-04] Shibei: 525 secretaries of resident units are part-time members of a street’s or a community’s body', () => {
    const seats = seatsOf(samples.shibei, 'part-time-member');
    assert.equal(seats.length, 525);
    assert.equal(new Set(seats.map(({ person }) => person)).size, 525);
    assert.ok(seats.every(({ partTimeFrom }) => partTimeFrom?.startsWith('unit-branch-')));
    assert.equal(unitsOf(samples.shibei, 'street-committee').length, 22);
    assert.equal(unitsOf(samples.shibei, 'community-committee').length, 137);
  });

  test('[ORG-07] Chengcheng: 198 temporary branches of compounds with 3,600 members, in three communities, until a day', () => {
    const branches = unitsOf(samples.chengcheng, 'temporary-branch');
    assert.equal(branches.length, 198);
    assert.equal(new Set(branches.map(({ parent }) => parent)).size, 3);
    const ids = new Set(branches.map(({ id }) => id));
    const members = samples.chengcheng.appointments.filter(({ unit }) => ids.has(unit));
    assert.equal(members.length, 3600);
    assert.ok(members.every(({ until }) => until === '2030-01-01'));
  });

  test('[DEL-03] Nanjing: 130 units sit in the two councils of ten sub-districts', () => {
    assert.equal(unitsOf(samples.nanjing, 'building-council').length, 10);
    assert.equal(unitsOf(samples.nanjing, 'party-conference').length, 10);
    assert.equal(unitsOf(samples.nanjing, 'resident-unit').length, 130);
  });

  test('[ORG-03] Bengbu: 3,950 and 1,187 branches, each with its council, 32,000 council members, most heads head both', () => {
    const { bengbu: sample } = samples;
    assert.equal(unitsOf(sample, 'village-committee').length, 913);
    assert.equal(unitsOf(sample, 'residents-committee').length, 226);
    assert.equal(unitsOf(sample, 'natural-village-branch').length, 3950);
    assert.equal(unitsOf(sample, 'compound-branch').length, 1187);
    assert.equal(
      unitsOf(sample, 'villagers-council').filter(({ pairedWith }) => pairedWith !== undefined).length,
      3950,
    );
    assert.equal(
      unitsOf(sample, 'residents-council').filter(({ pairedWith }) => pairedWith !== undefined).length,
      1187,
    );
    const { coverage } = bengbu;
    assert.ok(coverage);
    const compounds = unitsOf(sample, 'compound-branch');
    const owned = new Set(unitsOf(sample, 'owners-committee').map(({ territories }) => territories.join()));
    const share = compounds.filter(({ territories }) => owned.has(territories.join())).length / compounds.length;
    assert.equal((100 * share).toFixed(1), '81.7', 'compounds with an owners’ committee of their own');
    assert.equal(seatsOf(sample, 'council-head', 'council-member').length, 32_000);
    assert.equal(seatsOf(sample, 'part-time-member').length, 620);
  });
});

test('the same seed gives the same sample, another seed another of the same sizes', () => {
  assert.deepEqual(buildNanjing(), samples.nanjing);
  const other = buildNanjing('another');
  assert.notDeepEqual(other.grids[0]?.polygons, samples.nanjing.grids[0]?.polygons);
  assert.equal(other.units.length, samples.nanjing.units.length);
});

// Of Bengbu one county: the whole of it has 60,000 commands, alike in all nine.
suite('every sample is accepted under its model, of Bengbu one county', () => {
  const places: readonly (readonly [GovernanceModel, PlaceSample])[] = [
    [shibei, samples.shibei],
    [chengcheng, samples.chengcheng],
    [nanjing, samples.nanjing],
    [bengbu, inCounty(samples.bengbu, '340302')],
  ];
  for (const [model, sample] of places) {
    test(`[ORG-01] [GRID-01] ${model.id}`, async () => {
      const troubles: unknown[] = [];
      const desk = createDesk({
        ...{ model, contexts, processes, calendar: plainCalendar, clock, newId },
        store: memoryStore({ views: viewsOf(contexts) }),
        onTrouble: (trouble) => troubles.push(trouble),
      }).as(processActor('setup'));
      for (const command of placeCommands(sample)) {
        const receipt = await desk.send(command);
        assert.ok(receipt.ok, `${command.type} ${JSON.stringify(receipt)}`);
      }
      await desk.settled();
      assert.deepEqual(troubles, []);
    });
  }
});
