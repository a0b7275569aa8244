import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contexts, permits, type GovernanceModel } from '@keting/domain';
import { bengbu, chengcheng, luqiao, nanjing, shibei } from '@keting/models';
import { sixthPlace } from '../../models/sixth-place/sixth-place.ts';
import { actionsOf, askersOf, says, subjects, type Asker } from '../../support/access-cells.ts';
import { walkCommands, walkInner, walkViews, type Walked } from '../../support/access-walk.ts';
import { smallModel } from './small-place.ts';

const places: Readonly<Record<string, GovernanceModel>> = {
  'the small place': smallModel,
  Luqiao: luqiao,
  Shibei: shibei,
  Chengcheng: chengcheng,
  Nanjing: nanjing,
  Bengbu: bengbu,
  'the sixth place': sixthPlace,
};

const actions = actionsOf(contexts);

/** What the rules say of everything to somebody, as one text: who is told the same of everything is of one kind. */
const saidTo = (model: GovernanceModel, asker: Asker): string =>
  actions
    .flatMap((action) => [...subjects.values()].map((subject) => (says(model, asker, action, subject) ? '1' : '0')))
    .join('');

/** One of each kind, so that no two that a desk is asked for differ by their name alone. */
const oneOfEach = (model: GovernanceModel): readonly Asker[] => [
  ...new Map(askersOf(model).map((asker) => [`${asker.actor.kind} ${saidTo(model, asker)}`, asker])).values(),
];

interface Walks {
  readonly commands: Walked;
  readonly views: Walked;
  readonly inner: Walked;
}

async function walk(model: GovernanceModel, askers: readonly Asker[]): Promise<Walks> {
  return {
    commands: await walkCommands(model, contexts, askers),
    views: await walkViews(model, contexts, askers),
    inner: await walkInner(model, contexts, askers),
  };
}

/** The walks are made before any test begins: node:test follows each promise within a test, and there are a million. */
const walks = new Map<string, { readonly ruled: Walks; readonly silent: Walks }>();
for (const [named, model] of Object.entries(places)) {
  const askers = oneOfEach(model);
  walks.set(named, { ruled: await walk(model, askers), silent: await walk({ ...model, permissions: [] }, askers) });
}

const walksOf = (named: string) => {
  const found = walks.get(named);
  assert.ok(found);
  return found;
};

/** The first cells that are not as the rules say; there are none. */
const right = ({ wrong }: Walked): void => {
  assert.deepEqual(wrong.slice(0, 10), []);
};

for (const [named, model] of Object.entries(places)) {
  test(`[ALL-01] under the rules of ${named}, every action to every kind of actor about everything is as the model's lines say`, () => {
    let allowed = 0;
    for (const action of actions)
      for (const asker of askersOf(model))
        for (const [name, subject] of subjects) {
          const may = says(model, asker, action, subject);
          assert.equal(permits(model, asker, action, subject), may, `${asker.name}: ${action} ${name}`);
          allowed += Number(may);
        }
    assert.ok(allowed > 100);
  });

  test(`[ALL-01] under the rules of ${named}, every command of every context is answered as they say, by can and by send`, () => {
    const { commands } = walksOf(named).ruled;
    right(commands);
    assert.deepEqual(
      Object.keys(commands.counts).sort(),
      ['let-in', 'not-found', 'not-permitted'],
      'of every kind some',
    );
  });

  test(`[ALL-01] under the rules of ${named}, every view shows the rows, columns and texts that they say and no more`, () => {
    const { views, inner } = walksOf(named).ruled;
    right(views);
    right(inner);
    const { shown = 0, hidden = 0, column = 0, text = 0 } = views.counts;
    assert.ok(shown > 0 && hidden > shown, 'some is shown, and more is not');
    assert.ok(column > 0 && text > 0, 'of what is shown, columns and texts were looked at');
  });

  test(`[ALL-01] without the rules of ${named} each command is refused and each view empty, to every kind of actor it has`, () => {
    const { commands, views, inner } = walksOf(named).silent;
    for (const walked of [commands, views, inner]) right(walked);
    assert.equal(commands.counts['let-in'], undefined);
    assert.equal((views.counts['shown'] ?? 0) + (inner.counts['shown'] ?? 0), 0);
  });
}
