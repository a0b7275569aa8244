// What was done in the grids of a place.

import { deed, type Deed } from './deed.ts';
import type { Scene } from './scene.ts';

/** What a grid holds, by kind. */
const objects = [
  ['building', '铁山里1号院（示例）', 0],
  ['building', '铁山里2号楼（示例）', 1],
  ['component', '消防栓 07（示例）', 0],
  ['component', '路灯杆 112（示例）', 2],
  ['resident-unit', '便民理发店（示例）', 1],
] as const;

/** 人、地、物、事、组织: places, things and organisations by name, people as numbers. */
function holdings(scene: Scene): readonly Deed[] {
  if (scene.model.grids.objects === undefined) return [];
  return [
    ...objects.map(([kind, name, grid], i) =>
      deed(scene.at(70 - i, '10:00'), 'RegisterObject', {
        ...{ object: `object-${i + 1}`, grid: scene.grid(grid), kind, name },
        place: { position: scene.positionIn(grid), system: 'WGS-84' },
      }),
    ),
    ...[812, 764, 903].map((count, i) =>
      deed(scene.at(60, `15:0${i}`), 'CountPeople', { grid: scene.grid(i), kind: 'resident', count }),
    ),
    deed(scene.at(21, '10:00'), 'MoveObject', { object: 'object-5', grid: scene.grid(0) }),
  ];
}

/** Service points at their tiers: what each is called, and in which grid it stands. */
const points: Readonly<Record<string, readonly (readonly [kind: string, name: string, grid: number])[]>> = {
  shibei: [
    ['centre', '辽宁路街道民情服务中心', 0],
    ['station', '铁山路社区民情服务站', 3],
    ['point', '便民驿站民情服务点（示例）', 6],
  ],
  chengcheng: [
    ['service-centre', '岳楼社区党群服务中心', 0],
    ['rest-station', '彩虹庭一号（示例）', 20],
    ['rest-station', '彩虹庭二号（示例）', 50],
  ],
};

function servicePoints(scene: Scene): readonly Deed[] {
  const place = (grid: number) => ({ position: scene.positionIn(grid), system: 'WGS-84' });
  return (points[scene.place] ?? []).map(([kind, name, grid], i) =>
    deed(scene.at(85 - i, '09:00'), 'OpenServicePoint', { point: `point-${i + 1}`, kind, name, place: place(grid) }),
  );
}

/** What is seen and heard on a round: notes of what was done on the spot, and of a visit. */
const rounds = [
  ['楼道口的纸箱搬到回收点。', '三楼的老人说膝盖疼，下周陪她去社区门诊。'],
  ['把挡住坡道的两辆车劝走。', '新搬来的一家问孩子上学怎么登记，已经告诉他们。'],
  ['捡起花坛里的碎玻璃。', '一楼住户说夜里水泵响，记下来请物业看。'],
] as const;

/** Rounds of a working day that were walked in the first grids and missed in others, as the days before today had them. */
function patrols(scene: Scene): readonly Deed[] {
  const rules = scene.model.grids.patrol;
  if (rules === undefined) return [];
  const grids = [0, 1, 2];
  const begun = grids.flatMap((n) => [
    deed(scene.at(8, `07:${n}0`), 'EndRounds', { grid: scene.grid(n) }),
    deed(scene.at(8, `07:${n}5`), 'BeginRounds', { grid: scene.grid(n) }),
  ]);
  const days = [7, 5, 4, 2, 1];
  const walked = days.flatMap((daysAgo, i) => grids.slice(0, 1 + (i % 2)).map((n) => [daysAgo, n] as const));
  const kinds = rules.onTheSpot.map(({ id }) => id);
  return [
    ...begun,
    ...walked.flatMap(([daysAgo, n], i) => {
      const [patrol, grid] = [`patrol-${i + 1}`, scene.grid(n)];
      const [walker = ''] = scene.staff(grid);
      const [spot, visit] = rounds[i % rounds.length] ?? rounds[0];
      const step = (time: string, type: string, data: Deed['data'] = {}): Deed =>
        deed(scene.at(daysAgo, time), type, { patrol, ...data }, walker);
      return [
        step(`09:${n}0`, 'StartPatrol', { grid }),
        step(`09:${n}5`, 'DoOnTheSpot', { kind: kinds[i % kinds.length], note: spot }),
        step(`10:${n}0`, 'NoteVisit', { note: visit }),
        step(`11:${n}0`, 'FinishPatrol'),
      ];
    }),
  ];
}

/** What an occasion was called for, and what came of it; nothing where nobody came in time, or it still waits. */
const occasions: Readonly<Record<string, readonly (readonly [string, number, string, string?])[]>> = {
  shibei: [
    ['new-household', 20, '二号楼新搬来一家四口。', '已上门，送了便民手册，登记了孩子入学。'],
    ['in-need', 15, '一位大姐住院，家里只有老人。', '已看望，联系了送餐。'],
    ['in-need', 9, '租户失业两个月，房租交不上。'],
    ['new-household', 2, '四号楼有新住户。'],
  ],
  bengbu: [
    ['living-alone', 20, '四楼独居老人的子女打电话来，请去看看。', '老人身体还好，装了一键呼叫。'],
    ['dispute', 14, '两户为晾衣杆吵起来。', '到场说和，当天改了位置。'],
    ['broken-facility', 10, '单元门禁坏了。', '已报物业，次日修好。'],
    ['in-need', 7, '一家的顶梁柱受了工伤。'],
    ['new-household', 2, '三号楼新住户入住。'],
  ],
};

function occasionDeeds(scene: Scene): readonly Deed[] {
  return (occasions[scene.place] ?? []).flatMap(([kind, daysAgo, note, outcome], i) => {
    const of = { occasion: `occasion-${i + 1}` };
    const called = deed(scene.at(daysAgo, '09:00'), 'CallOccasion', { ...of, grid: scene.grid(i % 3), kind, note });
    return outcome === undefined
      ? [called]
      : [called, deed(scene.at(daysAgo, '11:00'), 'MeetOccasion', { ...of, note: outcome })];
  });
}

/** What was done in grids. */
export const gridDeeds = (scene: Scene): readonly Deed[] => [
  ...holdings(scene),
  ...servicePoints(scene),
  ...patrols(scene),
  ...occasionDeeds(scene),
];
