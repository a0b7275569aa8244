// Grids: what they are, who serves in them, what is done there.

import { words, type GovernanceModel, type StaffingRule, type Term } from '@keting/domain';
import { everyPlace, type Capability } from '../capability.ts';
import { everywhere, joined, named, say } from '../said.ts';

const patrolled = (rounds: number, occasions: number): Term =>
  words(
    `每天 ${rounds} 次；${occasions} 种情形`,
    `每天 ${rounds} 次；${occasions} 種情形`,
    `${rounds} a day; ${occasions} occasions`,
  );

/** How many of a post a grid of a kind needs at least, and one more for how many households. */
function staffed({ grid: kind, post, min, perHouseholds }: StaffingRule, { kinds, posts }: GovernanceModel['grids']) {
  const per =
    perHouseholds === undefined
      ? words('', '', '')
      : words(
          `，每 ${perHouseholds} 户 1 名`,
          `，每 ${perHouseholds} 戶 1 名`,
          `, one for ${perHouseholds} households`,
        );
  const least = words(`至少 ${min} 名`, `至少 ${min} 名`, `at least ${min}`);
  const inside = kinds.find(({ id }) => id === kind)?.label;
  const label = posts.find(({ id }) => id === post)?.label;
  const start = say((language) => `${inside?.[language] ?? kind} · ${label?.[language] ?? post}`);
  return { label: say((language) => `${start[language]} ${least[language]}${per[language]}`) };
}

export const grid: readonly Capability[] = [
  {
    code: 'GRID-01',
    group: 'grid',
    title: words('网格划分', '網格劃分', 'Grids'),
    asked: everyPlace,
    how: ({ grids }) => named(grids.kinds),
    page: 'grids',
    views: ['grids', 'grid-cells'],
    questions: ['grids-at', 'stall-grid'],
    commands: ['DrawPartition'],
  },
  {
    code: 'GRID-02',
    group: 'grid',
    title: words('功能微格', '功能微格', 'Functional micro-grids'),
    asked: ['luqiao'],
    how: ({ grids }) => named(grids.kinds.filter(({ id }) => id === 'functional')),
    page: 'grids',
    views: ['grids', 'grid-overlays'],
    questions: ['grids-at'],
    commands: ['FoundFunctionalGrid', 'EndFunctionalGrid'],
  },
  {
    code: 'GRID-03',
    group: 'grid',
    title: words('网格人员配备', '網格人員配備', 'Staffing'),
    asked: everyPlace,
    how: ({ grids }) => named(grids.staffing.map((rule) => staffed(rule, grids))),
    page: 'grids',
    views: ['grid-staff'],
    commands: ['AssignGridMember', 'RemoveGridMember'],
  },
  {
    code: 'GRID-04',
    group: 'grid',
    title: words('由地点找网格', '由地點找網格', 'From a place to its grid'),
    asked: everyPlace,
    how: () => everywhere,
    page: 'grids',
    views: ['grid-cells'],
    commands: [],
  },
  {
    code: 'GRID-05',
    group: 'grid',
    title: words('人、地、物、事、组织', '人、地、物、事、組織', 'What a grid holds'),
    asked: ['shibei'],
    how: ({ grids }) => named(grids.objects),
    views: ['grid-objects', 'grid-holdings'],
    commands: ['RegisterObject', 'MoveObject', 'RetireObject', 'CountPeople'],
  },
  {
    code: 'GRID-06',
    group: 'grid',
    title: words('巡查、民情日记、必访必到必报', '巡查、民情日記、必訪必到必報', 'Patrol, diary, occasions'),
    asked: ['bengbu', 'shibei'],
    how: ({ grids }) => grids.patrol && patrolled(grids.patrol.rounds, grids.occasions?.length ?? 0),
    views: ['patrols', 'patrol-items', 'visit-notes', 'missed-rounds', 'patrol-counts', 'occasions', 'occasion-counts'],
    commands: [
      'StartPatrol',
      'DoOnTheSpot',
      'NoteVisit',
      'AddPatrolCase',
      'FinishPatrol',
      'BeginRounds',
      'EndRounds',
      'CallOccasion',
      'MeetOccasion',
    ],
  },
  {
    code: 'GRID-07',
    group: 'grid',
    title: words('一周一碰头、一月一盘点', '一週一碰頭、一月一盤點', 'Digest of a week and a month'),
    asked: ['bengbu'],
    how: () => everywhere,
    views: ['patrol-counts', 'occasion-counts', 'case-counts'],
    commands: [],
  },
  {
    code: 'GRID-08',
    group: 'grid',
    title: words('服务点与十五分钟服务圈', '服務點與十五分鐘服務圈', 'Service points, 15-minute circle'),
    asked: ['chengcheng', 'shibei'],
    how: ({ grids: { servicePoints } }) =>
      servicePoints &&
      joined(
        words(`${servicePoints.minutes} 分钟`, `${servicePoints.minutes} 分鐘`, `${servicePoints.minutes} minutes`),
        named(servicePoints.kinds),
      ),
    views: ['service-points'],
    commands: ['OpenServicePoint', 'MoveServicePoint', 'CloseServicePoint'],
  },
];
