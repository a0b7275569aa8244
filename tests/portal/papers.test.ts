import { hashText } from '@keting/domain';
import { bengbu, luqiao } from '@keting/models';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { specOf } from '../../examples/portal/src/capabilities/domain.ts';
import { dataOf, papersIn, type Reading } from '../../examples/portal/src/capabilities/form-data.ts';
import { formOf } from '../../examples/portal/src/capabilities/shape.ts';

/** The form of a secret ballot on an item of a sitting, with so many papers put in. */
const reading = (papers: string): Reading => ({
  entries: new Map(
    Object.entries({
      ...{ 'subject?': '1', 'subject.sitting': 's1', 'subject.item': '1' },
      ...{ form: 'secret', closesAt: '2030-01-05T19:00', papers },
    }),
  ),
  utcOffsetMinutes: 480,
  idOf: (_, text) => text,
  newId: (name) => `drawn-by-chance-${name}`,
});

const opened = (papers: string, model = luqiao): unknown =>
  dataOf({ name: '', required: true, shape: formOf('OpenBallot', specOf('OpenBallot'), model) }, '', reading(papers));

test('[DEL-03] the form of a secret ballot draws as many papers as it is asked for, and sends their hashes alone', () => {
  const drawn = papersIn('papers', reading('3'));
  assert.equal(new Set(drawn).size, 3);
  for (const model of [luqiao, bengbu]) {
    const read = z.safeParse(specOf('OpenBallot').schema(model), opened('3', model));
    assert.ok(read.success);
    assert.deepEqual(Reflect.get(Object(opened('3', model)), 'papers'), drawn.map(hashText));
    assert.doesNotMatch(JSON.stringify(opened('3', model)), /papers\.\d/);
  }
});

test('[DEL-03] each paper that is drawn is long enough to vote by', () => {
  const vote = { ballot: 'b1', paper: papersIn('papers', reading('1'))[0], choice: 'inFavour' };
  assert.ok(z.safeParse(specOf('CastPaper').schema(luqiao), vote).success);
});

test('[DEL-03] what is no number of papers is refused; an open ballot has none', () => {
  for (const wrong of ['0', '-2', '1.5', 'all', '10001'])
    assert.equal(z.safeParse(specOf('OpenBallot').schema(luqiao), opened(wrong)).success, false, wrong);
  assert.equal('papers' in Object(opened('')), false);
});
