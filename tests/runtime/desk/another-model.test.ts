import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contexts, type GovernanceModel } from '@keting/domain';
import { Trouble } from '@keting/runtime';
import * as z from 'zod/mini';
import { ways } from './all-contexts/histories.ts';
import { model } from './all-contexts/model.ts';
import { openPlace, taken } from './all-contexts/place.ts';
import { isWait, order } from './all-contexts/steps.ts';

const awarded = z.object({ points: z.number(), model: z.string() });
const label = { 'zh-Hans': '试', 'zh-Hant': '試', en: 'Trial' };

const next: GovernanceModel = { ...model, version: '2' };

test('[ALL-03] what began under an earlier model goes on where the desk has that model, at whatever step the models change', async () => {
  for (const way of ways) {
    for (const at of way.keys()) {
      let place = await openPlace();
      for (const [n, step] of way.entries()) {
        if (n === at) place = place.under(next, [model]);
        assert.equal(await taken(place, step), undefined, `${JSON.stringify(step)}, from step ${at} on under another`);
      }
    }
  }
});

test('[ALL-03] where the desk does not have the earlier model, what outlives its model goes on, and nothing else does', async () => {
  const lasting = new Set(contexts.flatMap((context) => context.lasting ?? []));
  let went = 0;
  for (const way of ways) {
    for (const at of way.keys()) {
      const step = way[at];
      if (step === undefined || isWait(step)) continue;
      const before = await openPlace();
      for (const one of way.slice(0, at)) await taken(before, one);
      const place = before.under(next, []);
      const context = contexts.find(({ commands }) => step.type in commands);
      const stream = context?.commands[step.type]?.stream(step.data);
      assert.ok(stream !== undefined);
      const known = (await before.store.history(stream)).length > 0;
      const expected = known && !lasting.has(stream.slice(0, stream.indexOf('/'))) ? 'model-unknown' : undefined;
      if (expected === undefined) went += 1;
      const code = await taken(place, step);
      assert.equal(code, expected, JSON.stringify(step));
    }
  }
  assert.ok(went > 0);
});

/** What every model has. */
const always: ReadonlySet<string> = new Set([
  ...['id', 'version', 'name', 'territory', 'basis', 'workingTime', 'tiers', 'kinds', 'posts', 'grids', 'cases'],
  ...['meetings', 'permissions'],
]);

/** The model without one of its sections, or with hardly a post or a kind of unit left. */
const poorer: Readonly<Record<string, GovernanceModel>> = {
  'no posts': { ...next, posts: [] },
  'one kind of unit': { ...next, kinds: model.kinds.slice(0, 1) },
  ...Object.fromEntries(
    Object.keys(model)
      .filter((section) => !always.has(section))
      .map((section) => [`no ${section}`, { ...next, [section]: undefined }]),
  ),
};

/** Ways that end at what outlives its model: a matter takes the model of its beginning along. */
const lastingWays = ways.filter((way) => {
  const last = way.at(-1);
  const of = contexts.find(({ commands }) => last !== undefined && !isWait(last) && last.type in commands);
  return of?.lasting !== undefined;
});

for (const [lacking, rules] of Object.entries(poorer)) {
  test(`[ALL-03] under a model that has ${lacking} whatever outlived the old one is refused with a reason, or goes on`, async () => {
    for (const way of lastingWays) {
      const place = await openPlace();
      for (const step of way.slice(0, -1)) await taken(place, step);
      const after = place.under(rules, [model]);
      for (const step of way.slice(-1)) assert.match((await taken(after, step)) ?? 'accepted', /^[a-z-]+$/);
      for (const trouble of after.trouble) assert.ok(trouble instanceof Trouble, String(trouble));
    }
  });
}

test('[ORG-02] a unit that was founded under an earlier model has the posts of today’s', async () => {
  const place = await openPlace();
  const herald = { id: 'herald', label, kinds: ['community-branch'], seats: { max: 1 }, source: 'ours' };
  const appoint = order('AppointHolder', { unit: 'branch', post: 'herald', person: 'wang', from: '2026-03-02' });
  assert.equal(await taken(place, appoint), 'post-unknown');
  const today = place.under({ ...next, posts: [...model.posts, herald] }, []);
  assert.equal(await taken(today, appoint), undefined);
  const [appointed] = (await place.store.history('unit/branch')).slice(-1);
  const [founded] = await place.store.history('unit/branch');
  assert.notEqual(appointed?.model, founded?.model, 'the record says under which model it was decided');
});

test('[PTS-02] an account that was opened under an earlier model earns by the rules of today, and the award names their version', async () => {
  const { points } = model;
  assert.ok(points !== undefined);
  const place = await openPlace();
  const award = (n: number) =>
    order('AwardPoints', {
      ...{ person: 'wang', rule: 'good-deed', evidence: `list/${n}`, unit: 'committee' },
      reason: 'it helped',
    });
  assert.equal(await taken(place, award(1)), undefined);
  const rules = points.rules.map((rule) => (rule.id === 'good-deed' ? { ...rule, earns: { each: 7 } } : rule));
  const today = place.under({ ...next, points: { ...points, rules } }, []);
  assert.equal(await taken(today, award(2)), undefined);
  const history = await place.store.history('account/wang');
  assert.deepEqual(
    history.filter(({ type }) => type === 'PointsAwarded').map(({ data }) => awarded.parse(data)),
    [
      { points: 5, model: model.version },
      { points: 7, model: '2' },
    ],
  );
});
