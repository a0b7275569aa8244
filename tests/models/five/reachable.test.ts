import { contexts, type GovernanceModel } from '@keting/domain';
import { models } from '@keting/models';
import assert from 'node:assert/strict';
import { test } from 'node:test';

type Permission = GovernanceModel['permissions'][number];
type By = Permission['by'][number];

const isProcess = (by: By): boolean => typeof by === 'object' && 'process' in by;

/** Whether a permission that speaks to one speaks to the other too. */
function covers(wider: By, by: By): boolean {
  if (wider === 'anyone') return true;
  if (wider === 'signed-in') return by !== 'anyone';
  if (typeof by === 'string' || !('post' in wider) || !('post' in by) || wider.post !== by.post) return false;
  return wider.kinds === undefined || by.kinds?.every((kind) => wider.kinds?.includes(kind)) === true;
}

/** Where one sees enough to act: everywhere, in the same place, or in the territory of the unit for which one acts. */
const sees = (wider: Permission['where'], where: Permission['where']): boolean =>
  wider === 'everywhere' || wider === where || (wider === 'territory' && (where === 'unit' || where === 'handler'));

/** Steps that somebody may take on what they may not see: a desk tells them that there is no such thing. */
const outOfSight = ({ permissions }: GovernanceModel): readonly string[] =>
  contexts.flatMap((context) =>
    Object.entries(context.commands)
      .filter(([, { begins }]) => begins !== true)
      .flatMap(([type]) =>
        permissions
          .filter((permission) => permission.do.includes(type))
          .flatMap(({ by, where }) => by.filter((one) => !isProcess(one)).map((one) => ({ one, where })))
          .filter(
            ({ one, where }) =>
              !permissions.some(
                (sight) =>
                  sight.do.includes(context.sees) && sees(sight.where, where) && sight.by.some((by) => covers(by, one)),
              ),
          )
          .map(({ one, where }) => `${type} by ${JSON.stringify(one)} (${where}) without ${context.sees}`),
      ),
  );

/** By what a row has to be known where a permission holds in one's territory, unit or hand, or over what is one's own. */
const parts = { territory: 'territory', unit: 'unit', handler: 'handler', own: 'owner' } as const;

const streamsAreSeenBy = new Set(contexts.map(({ sees: sight }) => sight));

/** Permissions to see a table none of whose rows says whether it lies there: nobody is shown anything by them. */
const blind = ({ permissions }: GovernanceModel): readonly string[] =>
  contexts
    .flatMap(({ views }) => views)
    .filter(({ name, within }) => within === undefined && !streamsAreSeenBy.has(`see:${name}`))
    .flatMap(({ name, about }) =>
      permissions
        .filter((permission) => permission.do.includes(`see:${name}`))
        .filter(({ where }) => where !== 'everywhere' && about[parts[where]] === undefined)
        .map(({ where, by }) => `see:${name} (${where}) by ${JSON.stringify(by)}`),
    );

for (const model of models) {
  test(`[ALL-01] in ${model.id} whoever may take a step on something may see it`, () => {
    assert.deepEqual(outOfSight(model), []);
  });

  test(`[ALL-01] in ${model.id} whoever may see a table is shown what lies where they may`, () => {
    assert.deepEqual(blind(model), []);
  });
}
