import { caseCommands, type GovernanceModel, type Permission } from '@keting/domain';
import type { Dice } from './dice.ts';
import { straightWay, type WayStep } from './cases.ts';
import { drawnKinds } from './grids.ts';
import { isPlain } from './units.ts';

type Model = Omit<GovernanceModel, 'permissions'>;
type By = Permission['by'][number];
type Where = Permission['where'];

/** Only who holds a post has a territory, a unit, or what a unit handles. */
const bounded = ['territory', 'unit', 'handler', 'own'] as const;
const actions = [...caseCommands, 'ReportCase', 'see:cases'];

interface Seat {
  readonly id: string;
  readonly kinds: readonly string[];
}

/** A post by its name, or with some of the kinds that have it. */
const holding = ({ id, kinds }: Seat, dice: Dice): By =>
  kinds.length > 0 && dice.chance(4) ? { post: id, kinds: dice.some(kinds, 1) } : { post: id };

/** Whoever it falls to: holders of any post, a process, or everyone within a bound, so that somebody is left to refuse. */
function anyone(seats: readonly Seat[], dice: Dice): Pick<Permission, 'by' | 'where'> {
  if (dice.chance(2)) return { by: [dice.one(['signed-in', 'anyone'] as const)], where: 'own' };
  if (dice.chance(2)) return { by: [{ process: dice.one(['clock', 'escalation']) }], where: 'everywhere' };
  return {
    by: dice.some(seats, 1).map((seat) => holding(seat, dice)),
    where: dice.one(['everywhere', ...bounded]),
  };
}

const seatsOf = ({ posts, grids }: Model): readonly Seat[] => [
  ...posts,
  ...grids.posts.map((post) => ({ id: post.id, kinds: post.grids })),
];

/** Permissions as they come: whoever may do any of the steps. */
export const anyPermissions = (model: Model, dice: Dice): Permission[] =>
  dice.list(0, 4, () => ({ do: dice.some(actions, 1), ...anyone(seatsOf(model), dice) }));

interface Grant {
  readonly by: By;
  readonly where: Where;
}

/** Posts that somebody can be found for: plain ones, and those of the grid that the case lies in. */
function filled(model: Model): { readonly units: readonly Seat[]; readonly grid: readonly Seat[] } {
  const [kind] = drawnKinds({ ...model, permissions: [] }).slice(-1);
  return {
    units: model.posts.filter(isPlain),
    grid: model.grids.posts
      .filter(({ grids }) => grids.some((one) => one === kind))
      .map(({ id }) => ({ id, kinds: [] })),
  };
}

/** Whose post lies in the unit whose turn it is, where it is some unit's. */
function inTurn({ posts, cases }: Model, stage: string): readonly Grant[] {
  const turn = cases.stages.find(({ id }) => id === stage)?.turn;
  const first = typeof turn === 'object' ? turn.kinds[0] : undefined;
  return posts
    .filter((post) => isPlain(post) && first !== undefined && post.kinds.includes(first))
    .map(({ id }) => ({ by: { post: id }, where: 'unit' }));
}

/** Ways to let a step be taken that somebody can meet. Handling is the handler's: holders of one post in some unit. */
function grants(model: Model, handler: Seat, step: WayStep, stage: string, dice: Dice): readonly Grant[] {
  const { units, grid } = filled(model);
  const over = (seats: readonly Seat[]): readonly Grant[] =>
    seats
      .map((seat) => holding(seat, dice))
      .flatMap((by) => (['everywhere', 'territory'] as const).map((where) => ({ by, where })));
  const own: readonly Grant[] = [{ by: { post: handler.id }, where: 'handler' }];
  if (step === 'HandleCase') return [...over([handler]), ...own];
  return [
    ...over([...units, ...grid]),
    ...inTurn(model, stage),
    ...(step === 'StartCase' ? own : []),
    ...(step === 'RateCase' ? [{ by: 'anyone' as const, where: 'own' as const }] : []),
  ];
}

/** Whether reporters can be known by name. Who cannot stands in no post either. */
const named = ({ cases }: Model): boolean => cases.report.contacts.some((mode) => mode !== 'anonymous');

function toReport(model: Model, dice: Dice): Permission {
  const { units } = filled(model);
  const by: readonly By[] = named(model)
    ? ['anyone', 'signed-in', ...units.map((seat) => holding(seat, dice))]
    : ['anyone'];
  return { do: ['ReportCase'], by: [dice.one(by)], where: 'everywhere' };
}

/** Permissions as they come, and among them somebody for every step from the report to the rating. */
export function permissionsWithWay(model: Model, dice: Dice): Permission[] {
  const handler = dice.one(filled(model).units);
  const way = straightWay(model.cases).map(({ step, stage }): Permission => {
    const { by, where } = dice.one(grants(model, handler, step, stage, dice));
    return { do: ['see:cases', step], by: [by], where };
  });
  const report = toReport(model, dice);
  const more = anyPermissions(model, dice);
  return dice.chance(5) ? [...more, report, ...way] : [...way, report, ...more];
}
