// What became of the units of a place, of their posts and of those who work in them.

import { deed, type Deed } from './deed.ts';
import { newHeads, newUnits, type NewUnit } from './new-units.ts';
import type { Scene } from './scene.ts';

type Head = NonNullable<NewUnit['head']>;

/** Somebody who was not on record takes the head of a unit, so many days before today. */
const appointed = (scene: Scene, daysAgo: number, unit: string, { person, name, post }: Head): readonly Deed[] => [
  deed(scene.at(daysAgo, '09:20'), 'RegisterPerson', { person, name, invented: true }),
  deed(scene.at(daysAgo, '09:30'), 'AppointHolder', { unit, post, person, from: scene.day(daysAgo) }),
];

/** A unit that stands under the community, or is taken in and belongs where the model says. */
function begun(scene: Scene, one: NewUnit, daysAgo: number): readonly Deed[] {
  const { unit, kind, name, inCompound, staff, pairsWith, head } = one;
  const of = { unit, kind, name, territories: [inCompound ? scene.grid(0) : scene.community], on: scene.day(daysAgo) };
  const at = scene.at(daysAgo, '09:00');
  return [
    staff === undefined
      ? deed(at, 'FoundUnit', { ...of, parent: scene.unit('residents-committee') })
      : deed(at, 'TakeInUnit', { ...of, staff }),
    ...(pairsWith === undefined ? [] : [deed(scene.at(daysAgo, '09:10'), 'PairBodies', { unit, with: pairsWith })]),
    ...(head === undefined ? [] : appointed(scene, daysAgo, unit, head)),
  ];
}

/** Units that the place did not have, and who heads what stood without a head. */
const founded = (scene: Scene): readonly Deed[] => [
  ...(newUnits[scene.place] ?? []).flatMap((one, i) => begun(scene, one, 90 - i)),
  ...(newHeads[scene.place] ?? []).flatMap(({ kind, head }) => appointed(scene, 85, scene.unit(kind), head)),
];

/** 一社一策: three communities, three themes. */
function variants(scene: Scene): readonly Deed[] {
  if (scene.model.variants === undefined) return [];
  const own = scene.unit('residents-committee');
  const [other, third] = [`council-${scene.street}001`, `council-${scene.street}003`];
  return [
    deed(scene.at(60, '10:00'), 'AdoptVariant', { unit: own, variant: 'good-living' }),
    deed(scene.at(59, '10:00'), 'AdoptVariant', { unit: other, variant: 'good-faith' }),
    deed(scene.at(58, '10:00'), 'AdoptVariant', { unit: third, variant: 'shared-harmony' }),
  ];
}

/** Matters that departments asked a community to do. */
const asked = [
  ['relief', 'temporary-relief', '冬季临时救助申请初审'],
  ['works', 'renewal', '老旧小区改造意愿征询'],
  ['security', 'patrol', '元旦前后夜间巡防安排'],
  ['relief', 'elderly', '高龄津贴资格年审'],
] as const;

function admission(scene: Scene): readonly Deed[] {
  if (scene.model.admission === undefined) return [];
  return asked.map(([department, item, title], i) =>
    deed(scene.at(30 - i * 6, '10:00'), 'AdmitMatter', {
      ...{ matter: `matter-${i + 1}`, community: scene.unit('residents-committee') },
      ...{ from: `department-${department}`, item, title },
    }),
  );
}

function establishment(scene: Scene): readonly Deed[] {
  if (scene.model.establishment === undefined) return [];
  const [unit, other] = [scene.unit('residents-committee'), `council-${scene.street}001`];
  const [first = '', second = ''] = scene.holders(unit, 'clerk');
  return [
    // Who comes from another community goes on where they left it.
    deed(scene.at(88, '09:00'), 'StateHouseholds', { unit: other, households: 3200 }),
    deed(scene.at(88, '09:10'), 'PlaceWorker', { unit: other, person: second, post: 'member', grade: 3 }),
    deed(scene.at(80, '08:50'), 'ReleaseWorker', { unit: other, person: second }),
    deed(scene.at(80, '09:00'), 'StateHouseholds', { unit, households: 4600 }),
    deed(scene.at(79, '09:00'), 'PlaceWorker', {
      unit,
      person: scene.holder(unit, 'director'),
      post: 'head',
      grade: 12,
    }),
    deed(scene.at(79, '09:10'), 'PlaceWorker', { unit, person: first, post: 'full-time', grade: 6 }),
    deed(scene.at(79, '09:20'), 'PlaceWorker', { unit, person: second, post: 'member', grade: 3 }),
    deed(scene.at(20, '15:00'), 'PromoteWorker', { unit, person: first, post: 'full-time', grade: 7 }),
    deed(scene.at(20, '15:10'), 'PromoteWorker', { unit, person: second, post: 'member', grade: 4 }),
  ];
}

/** What each side told of its month. */
const months: Readonly<Record<string, string>> = {
  street: '本月到小区两次，协调停车位一处，督促修好门禁。',
  community: '本月入户走访四十户，收集意见九条，已办七条。',
  unit: '本月组织志愿者清理楼道两次，捐健身器材一套。',
  property: '本月检修路灯十二盏，补栽绿篱三十米。',
};

/** 包联、四联一单: who stands for a compound on each side, what they reported, what is on its list. */
function linkage(scene: Scene): readonly Deed[] {
  const rules = scene.model.linkage;
  if (rules === undefined) return [];
  const compound = scene.grid(0);
  const charge = (daysAgo: number, side: string, unit: string): Deed =>
    deed(scene.at(daysAgo, '09:00'), 'TakeCharge', { compound, side, unit, person: scene.holder(unit) });
  const problem = (n: number) => ({ problem: `problem-${n}` });
  return [
    charge(70, 'street', scene.unit('street-committee')),
    charge(69, 'community', scene.unit('community-party')),
    charge(68, 'unit', 'department-works'),
    charge(67, 'property', scene.unit('property-manager')),
    ...rules.sides.map(({ id: side }, i) =>
      deed(scene.at(32 - i, '16:00'), 'ReportMonth', {
        ...{ compound, side, month: scene.day(32 - i).slice(0, 7), text: months[side] ?? '' },
      }),
    ),
    deed(scene.at(25, '09:00'), 'RaiseProblem', {
      ...{ ...problem(1), compound, side: 'property', text: '车位不够，晚上消防通道停满了车。' },
    }),
    deed(scene.at(24, '09:00'), 'TakeProblem', { ...problem(1), side: 'street', until: scene.day(5) }),
    deed(scene.at(23, '09:00'), 'RaiseProblem', {
      ...{ ...problem(2), compound, side: 'community', text: '二单元屋面漏雨，顶楼三户受影响。' },
    }),
    deed(scene.at(22, '09:00'), 'TakeProblem', { ...problem(2), side: 'unit', until: scene.day(-20) }),
    deed(scene.at(8, '16:00'), 'FinishProblem', {
      ...problem(1),
      result: '借用旁边单位停车场夜间错时停车，划出六十个车位。',
    }),
    deed(scene.at(3, '10:00'), 'RaiseProblem', {
      ...{ ...problem(3), compound, side: 'unit', text: '小区没有老人活动的地方，冬天只能在楼道里坐。' },
    }),
  ];
}

/** Courses that were held, with who attended, and one to come. */
function training(scene: Scene): readonly Deed[] {
  const [course] = scene.model.training?.courses ?? [];
  if (course === undefined) return [];
  const unit = scene.unit('street-committee');
  const kinds = ['residents-committee', 'residents-council', 'compound-branch'];
  const posts = course.posts.map(({ post }) => post);
  const persons = kinds.flatMap((kind) => scene.units(kind).slice(0, 3)).flatMap((one) => scene.holders(one, ...posts));
  const attending = [...new Set(persons)];
  const plan = (daysAgo: number, run: string, on: number): Deed =>
    deed(scene.at(daysAgo, '09:00'), 'PlanCourse', { run, course: course.id, unit, on: scene.day(on) });
  return [
    plan(50, 'course-1', 40),
    deed(scene.at(40, '17:00'), 'NoteAttendance', { run: 'course-1', persons: attending.slice(0, 3) }),
    plan(30, 'course-2', 12),
    deed(scene.at(12, '17:00'), 'NoteAttendance', { run: 'course-2', persons: attending.slice(3, 6) }),
    plan(5, 'course-3', -14),
  ].filter(({ data }) => !Array.isArray(data['persons']) || data['persons'].length > 0);
}

/** Holders of posts in the four bodies of a compound say whether they are members: as many so as not, for fewer are told nowhere. */
function declarations(scene: Scene): readonly Deed[] {
  const kinds = (scene.model.crossPosting?.sides ?? []).flatMap((side) => side.kinds);
  const held = kinds.flatMap((kind) =>
    scene.units(kind).flatMap((unit) => scene.holdings(unit).map(({ post, person }) => ({ unit, post, person }))),
  );
  return held
    .slice(0, 12)
    .map((office, i) =>
      deed(
        scene.at(45, `10:${String(10 + i)}`),
        'DeclareMembership',
        { ...office, member: i % 2 === 0 },
        office.person,
      ),
    );
}

/** What was done about units, posts and workers. */
export const organisationDeeds = (scene: Scene): readonly Deed[] => [
  ...founded(scene),
  ...variants(scene),
  ...admission(scene),
  ...establishment(scene),
  ...linkage(scene),
  ...training(scene),
  ...declarations(scene),
];
