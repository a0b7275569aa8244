import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gridsAt, question, stallGrid, type Context, type Question } from '@keting/domain';
import { CompositionError, type Answer, type LocalDesk } from '@keting/runtime';
import * as z from 'zod/mini';
import { standIn } from '../../support/stand-in.ts';
import { elsewhere, grids, smallDesk, smallModel } from './small-place.ts';

const codeOf = (answer: Answer) => (answer.ok ? 'answered' : answer.refusal.code);

test('[GRID-02] given a place, then its territorial grid and the functional ones are one question, that one first', async () => {
  const { as } = smallDesk();
  const at = (longitude: number) => as('reporter').ask(gridsAt, { position: [longitude, 28], system: 'WGS-84' });
  const codes = async (longitude: number) => {
    const answer = await at(longitude);
    return answer.ok && answer.rows.map(({ code, kind }) => `${kind} ${code}`);
  };
  assert.deepEqual(await codes(99), [`micro ${grids[0]}`, `functional ${grids[1]}`]);
  assert.deepEqual(await codes(100.5), [`micro ${grids[1]}`]);
  assert.deepEqual(await codes(102), []);
});

test('[GRID-01] given a stall, then its trade micro-grid is one question', async () => {
  const { as } = smallDesk();
  const market = grids[0].slice(0, 15);
  const found = await as('reporter').ask(stallGrid, { market, stall: 3 });
  assert.deepEqual(found.ok && found.rows.map(({ code }) => code), [grids[0]]);
  assert.deepEqual(await as('reporter').ask(stallGrid, { market, stall: 30 }), { ok: true, rows: [] });
});

test('a question that no context asks is refused, and so is data that does not fit, field by field', async () => {
  const { as } = smallDesk();
  const desk = as('clerk');
  const unknown: Question = { ...gridsAt, name: 'weather' };
  const refused = await desk.ask(unknown, {});
  assert.deepEqual(refused, {
    ok: false,
    refusal: { code: 'question-unknown', rule: 'KERNEL', ids: ['weather'], params: {} },
  });
  const asked: Question = stallGrid;
  assert.deepEqual(await desk.ask(asked, { market: 'x', stall: 0, day: 1 }), {
    ok: false,
    refusal: {
      code: 'question-invalid',
      rule: 'KERNEL',
      ids: ['stall-grid'],
      params: {},
      faults: [
        { path: 'market', code: 'wrong-form' },
        { path: 'stall', code: 'too-small', limit: 1 },
        { path: '', code: 'unknown-field' },
      ],
    },
  });
  assert.equal(codeOf(await desk.ask(asked, undefined)), 'question-invalid');
});

test('[ALL-01] of an answer each row is seen as the rules say of what it is about, and nothing where they allow none', async () => {
  const everyGrid = question({
    ...{ name: 'every-grid', data: z.strictObject({}), row: z.object({ grid: z.string() }) },
    ...{ sees: ['see:every-grid'] as const, about: { territory: 'grid' as const } },
    rows: () => [...grids, elsewhere].map((grid) => ({ grid })),
  });
  const here: Context = standIn({}, { questions: [everyGrid] });
  const permissions = [
    ...smallModel.permissions,
    { do: ['see:every-grid'], by: [{ post: 'clerk' }], where: 'territory' as const },
  ];
  const { as, desk } = smallDesk({ contexts: [here], model: { ...smallModel, permissions } });
  const told = (one: LocalDesk) => one.ask(everyGrid, {});
  assert.deepEqual(await told(as('clerk')), { ok: true, rows: grids.map((grid) => ({ grid })) });
  assert.deepEqual(await told(as('stranger')), { ok: true, rows: [{ grid: elsewhere }] });
  assert.equal(codeOf(await told(as('reporter'))), 'not-permitted');
  assert.equal(codeOf(await told(desk)), 'not-permitted');
});

test('a desk with two questions of one name is put together wrongly', () => {
  const twice: Context = standIn({}, { questions: [gridsAt] });
  assert.throws(() => smallDesk({ contexts: [twice] }), CompositionError);
});
