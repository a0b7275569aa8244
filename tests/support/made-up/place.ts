import assert from 'node:assert/strict';
import {
  caseContext,
  gridContext,
  meetingContext,
  organisationContext,
  peopleContext,
  person,
  personId,
  startOfDay,
  type Actor,
  type Context,
  type DrawnGrid,
  type GovernanceModel,
  type Message,
  type Standing,
} from '@keting/domain';
import { plainCalendar } from '@keting/domain/testing';
import { createDesk, memoryStore, newId, viewsOf, type LocalDesk } from '@keting/runtime';
import { openModel } from '../open-desk.ts';
import { drawnKinds } from './grids.ts';
import { secret } from './report.ts';

const contexts: readonly Context[] = [organisationContext, gridContext, peopleContext, caseContext, meetingContext];

const community = '990101001001';
/** What units of the first tiers answer for; all that come after answer for the community. */
const territories = ['990101', '990101001', community] as const;

/** Someone in a made-up place, with the posts by which they may act. */
export interface Someone {
  readonly actor: Actor;
  readonly standings: readonly Standing[];
}

/** A place as a made-up model has it: a unit of every kind, a person on every post that can be filled, and one grid. */
export interface MadeUpPlace {
  readonly desk: LocalDesk;
  /** The grid that everything lies in. */
  readonly grid: string;
  /** A position in it, in WGS-84. */
  readonly position: readonly [number, number];
  readonly units: readonly { readonly id: string; readonly kind: string }[];
  /** Holders of posts, a resident who holds none, and who shows the receipt of an anonymous report. */
  readonly everyone: readonly Someone[];
  /** A person whom no post lets do anything. */
  readonly stranger: Someone;
}

const plainly = (id: string): Someone => ({ actor: person(personId.parse(id)), standings: [] });

const territoryOf = ({ tiers }: GovernanceModel, tier: string): string =>
  territories[
    Math.min(
      2,
      tiers.findIndex(({ id }) => id === tier),
    )
  ] ?? community;

const unitOf = (kind: string): string => `at-${kind}`;

const founding = (model: GovernanceModel): readonly Message[] =>
  model.kinds.map(({ id, tier, parents }) => {
    const [parent] = parents;
    return {
      type: 'FoundUnit',
      data: {
        unit: unitOf(id),
        kind: id,
        name: id,
        territories: [territoryOf(model, tier)],
        on: '2020-01-01',
        ...(parent === undefined ? {} : { parent: unitOf(parent) }),
      },
    };
  });

const polygons: NonNullable<DrawnGrid['polygons']> = [
  [
    [
      [120, 28],
      [120.01, 28],
      [120.01, 28.01],
      [120, 28.01],
      [120, 28],
    ],
  ],
];

/** One grid over the whole community, and in it one micro-grid where the model has any. */
const drawing = (model: GovernanceModel): readonly DrawnGrid[] =>
  drawnKinds(model).map((kind, i) => ({ code: `${community}001${i === 0 ? '' : '01'}`, kind, name: kind, polygons }));

interface Seat {
  readonly message: Message;
  readonly who: string;
  readonly standing: Standing;
}

/** Who would sit where: holders of a post that rests on another are those of that other. */
function seatsOf(model: GovernanceModel): readonly Seat[] {
  const holder = (post: string, unit: string): string =>
    `${String(model.posts.findIndex(({ id }) => id === post))}-${unit}`;
  const other = (unit: string) => model.kinds.map(({ id }) => unitOf(id)).find((id) => id !== unit);
  return model.posts.flatMap(({ id: post, kinds, heldBy, partTime }) =>
    kinds.map((kind) => {
      const unit = unitOf(kind);
      const [base] = heldBy?.posts ?? [];
      const who = heldBy === undefined || base === undefined ? holder(post, unit) : holder(base, unitOf(heldBy.kind));
      const tier = model.kinds.find(({ id }) => id === kind)?.tier ?? '';
      return {
        who,
        message: {
          type: 'AppointHolder',
          data: {
            unit,
            post,
            person: who,
            from: '2020-01-01',
            ...(partTime === true ? { partTimeFrom: other(unit) } : {}),
          },
        },
        standing: { post, unit, kind, territories: [territoryOf(model, tier)] },
      };
    }),
  );
}

function staffOf(model: GovernanceModel, { code, kind }: DrawnGrid): readonly Seat[] {
  return model.grids.posts
    .filter(({ grids }) => grids.some((one) => one === kind))
    .map(({ id }, i) => ({
      who: `staff-${i}`,
      message: { type: 'AssignGridMember', data: { grid: code, post: id, person: `staff-${i}`, from: '2020-01-01' } },
      standing: { post: id, unit: code, kind, territories: [code] },
    }));
}

/**
 * Founds the place at a real desk, before the model's own permissions hold there: those speak of cases alone. A seat that the
 * model keeps empty there stays empty.
 */
export async function foundPlace(model: GovernanceModel): Promise<MadeUpPlace> {
  const store = memoryStore({ views: viewsOf(contexts) });
  const before = openModel(contexts, model);
  const now = startOfDay('2026-03-02', model.workingTime) + 9 * 3_600_000;
  const parts = {
    store,
    contexts,
    calendar: plainCalendar,
    clock: { now: () => now, at: () => () => undefined },
    newId,
  };
  const founder = createDesk({ ...parts, model: before });
  const accepted = async (message: Message) => {
    const receipt = await founder.send(message);
    assert.ok(receipt.ok, `${JSON.stringify(message)}: ${receipt.ok ? '' : JSON.stringify(receipt.refusal)}`);
  };
  for (const message of founding(model)) await accepted(message);
  const grids = drawing(model);
  await accepted({ type: 'DrawPartition', data: { community, outline: polygons, grids } });
  const held = new Map<string, Standing[]>();
  const [grid] = grids.slice(-1);
  assert.ok(grid);
  for (const { message, who, standing } of [...seatsOf(model), ...staffOf(model, grid)]) {
    if ((await founder.send(message)).ok) held.set(who, [...(held.get(who) ?? []), standing]);
  }
  return {
    desk: createDesk({ ...parts, model, earlierModels: [before] }),
    grid: grid.code,
    position: [120.005, 28.005],
    units: model.kinds.map(({ id }) => ({ id: unitOf(id), kind: id })),
    everyone: [
      ...[...held].map(([who, standings]) => ({ ...plainly(who), standings })),
      plainly('resident'),
      { actor: { kind: 'anonymous', receipt: secret }, standings: [] },
    ],
    stranger: plainly('stranger'),
  };
}
