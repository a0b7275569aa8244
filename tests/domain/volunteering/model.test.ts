import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseModel, type Permission } from '@keting/domain';
import { rules, volunteerModel } from './rules.ts';

const faultsOf = (data: unknown) => {
  const parsed = parseModel(data);
  return parsed.ok ? [] : parsed.faults.map(({ path, code, at }) => `${path.join('.')} ${code} ${at}`);
};
const permitted = (what: string, where: Permission['where']) =>
  faultsOf(volunteerModel([{ do: [what], by: [{ post: 'director' }], where }]));

suite('volunteering in a governance model', () => {
  test('[VOL-01] every part may be left out, and what is there hangs together', () => {
    assert.deepEqual(faultsOf(volunteerModel()), []);
    assert.deepEqual(faultsOf({ ...volunteerModel(), volunteering: {} }), []);
    const wrong = {
      ...rules,
      checkIn: { ...rules.checkIn, communities: ['moon'], units: ['sun'] },
      wishes: { ...rules.wishes, kinds: [...rules.wishes.kinds, ...rules.wishes.kinds.slice(0, 1)] },
      service: {
        ...rules.service,
        units: ['star'],
        teams: [...rules.service.teams, ...rules.service.teams.slice(0, 1)],
      },
    };
    assert.deepEqual(faultsOf({ ...volunteerModel(), volunteering: wrong }), [
      'volunteering.checkIn.units.0 unknown-reference sun',
      'volunteering.checkIn.communities.0 unknown-reference moon',
      'volunteering.service.units.0 unknown-reference star',
      'volunteering.service.teams.4.id duplicate-id branch-team',
      'volunteering.wishes.kinds.2.id duplicate-id repair',
    ]);
  });

  test('[VOL-01] no model shows who has not reported to anyone but the own unit', () => {
    assert.deepEqual(permitted('see:missing-check-ins', 'unit'), []);
    for (const where of ['everywhere', 'territory', 'handler', 'own'] as const) {
      const at = volunteerModel().permissions.length;
      assert.deepEqual(permitted('see:missing-check-ins', where), [
        `permissions.${at}.do.0 reaches-too-far see:missing-check-ins`,
      ]);
    }
  });

  test('[VOL-04] [VOL-05] no model opens wishers, records of service or reports further', () => {
    for (const what of ['see:wishers', 'see:own-wishes', 'see:service-records', 'see:service-reports']) {
      assert.deepEqual(permitted(what, 'own'), []);
      assert.equal(permitted(what, 'territory').length, 1, what);
      assert.equal(permitted(what, 'everywhere').length, 1, what);
    }
    assert.deepEqual(permitted('see:sent-reports', 'unit'), []);
    assert.equal(permitted('see:sent-reports', 'everywhere').length, 1);
  });
});
