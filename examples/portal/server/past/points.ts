// What points were awarded and spent, and who was honoured. Hours and wishes earn by themselves.

import type { PlaceId } from '../../src/setup/places.ts';
import { deed, type Deed } from './deed.ts';
import type { Scene } from './scene.ts';

/** The command by which a deed was credited twice: it is taken back by its id. */
const credited = '01900000-0000-7000-8000-000000000001';

/** 好人好事: awarded by hand, with what shows it; one that was entered twice is taken back. */
function awards(scene: Scene): readonly Deed[] {
  const rule = scene.model.points?.rules.find(({ occasion }) => occasion === undefined);
  if (rule === undefined) return [];
  const unit = scene.unit('residents-committee');
  const award = (daysAgo: number, n: number, evidence: string, reason: string): Deed =>
    deed(scene.at(daysAgo, '15:00'), 'AwardPoints', {
      ...{ person: scene.resident(n), rule: rule.id, evidence, unit, reason },
    });
  return [
    award(34, 0, 'good-deeds/1', '雪天为整栋楼铲开台阶。'),
    award(27, 1, 'good-deeds/2', '捡到钱包交到居委会。'),
    { ...award(13, 2, 'good-deeds/3', '替邻居照看老人一周。'), id: credited },
    deed(scene.at(12, '15:00'), 'ReverseEntry', {
      ...{ person: scene.resident(2), entry: credited, reason: '记错了人，重新登记。' },
    }),
    award(12, 3, 'good-deeds/3', '替邻居照看老人一周。'),
  ];
}

/** 爱心超市: what is on the shelf, what was set aside, picked up and given back. */
function redemption(scene: Scene): readonly Deed[] {
  if (scene.model.points?.redemption === undefined) return [];
  const store = scene.unit(...scene.model.points.redemption.kinds);
  const shelf = [
    ['洗衣液一瓶', 5, 40],
    ['帆布袋', 2, 30],
    ['雨伞', 4, 12],
    ['理发券', 3, 20],
  ] as const;
  const reserve = (daysAgo: number, n: number, item: number, reservation: number): Deed => {
    const person = scene.resident(n);
    return deed(
      scene.at(daysAgo, '10:00'),
      'ReserveItem',
      {
        ...{ person, item: `item-${item}`, reservation: `reservation-${reservation}`, price: shelf[item - 1]?.[1] },
        code: `YUELOU000${reservation}`,
      },
      person,
    );
  };
  return [
    ...shelf.map(([name, price, stock], i) =>
      deed(scene.at(83, `09:0${i}`), 'ListItem', { item: `item-${i + 1}`, unit: store, name, price, stock }),
    ),
    deed(scene.at(41, '09:00'), 'StockItem', { item: 'item-3', quantity: 8 }),
    deed(scene.at(31, '09:00'), 'CountStock', { item: 'item-1', stock: 38 }),
    reserve(19, 1, 2, 1),
    deed(scene.at(18, '11:00'), 'PickUpItem', { item: 'item-2', code: 'YUELOU0001' }),
    reserve(4, 0, 3, 2),
    reserve(3, 2, 2, 3),
    reserve(3, 1, 2, 4),
    deed(
      scene.at(2, '11:00'),
      'CancelReservation',
      { item: 'item-2', reservation: 'reservation-4' },
      scene.resident(1),
    ),
  ];
}

/** Who was put forward for what (by their places among volunteers), and how far it came. */
type Proposed = readonly [kind: string, whose: number, reason: string, stage: 'proposed' | 'candidate' | 'granted'];

const toldHonours: Readonly<Partial<Record<PlaceId, { readonly of: string; readonly proposed: readonly Proposed[] }>>> =
  {
    luqiao: {
      of: 'living-room',
      proposed: [
        ['good-micro-grid-member', 0, '一年走访四百多户，楼道里的事都知道。', 'granted'],
        ['member-candidate', 2, '连续两年参加晚间巡防。', 'candidate'],
        ['committee-candidate', 4, '议事会上提的三条建议都办成了。', 'proposed'],
      ],
    },
    chengcheng: {
      of: 'residents-committee',
      proposed: [
        ['good-volunteer', 1, '每周陪老人买菜，一次没有落下。', 'granted'],
        ['good-volunteer', 0, '教会了三位老人用手机缴费。', 'candidate'],
        ['good-volunteer', 3, '清扫小区从不缺席。', 'proposed'],
      ],
    },
    bengbu: {
      of: 'residents-committee',
      proposed: [
        ['star-household', 0, '楼道干净，邻里和气。', 'granted'],
        ['civilised-family', 1, '三代同堂，敬老爱幼。', 'candidate'],
        ['good-person', 3, '常年照看独居邻居。', 'proposed'],
      ],
    },
  };

/** 荣誉: nobody has one who has not agreed to it. */
function honours(scene: Scene): readonly Deed[] {
  const told = toldHonours[scene.place];
  if (told === undefined) return [];
  return told.proposed.flatMap(([kind, whose, reason, stage], i) => {
    const [of, who] = [{ honour: `honour-${i + 1}` }, scene.volunteer(whose)];
    const way = [
      deed(scene.at(17 - i, '09:00'), 'ProposeHonour', { ...of, kind, person: who, unit: scene.unit(told.of), reason }),
      deed(scene.at(11 - i, '20:00'), 'ConsentToHonour', of, who),
      deed(scene.at(5, `09:0${i}`), 'GrantHonour', of),
    ];
    return way.slice(0, { proposed: 1, candidate: 2, granted: 3 }[stage]);
  });
}

/** What came of points. */
export const pointDeeds = (scene: Scene): readonly Deed[] => [
  ...awards(scene),
  ...redemption(scene),
  ...honours(scene),
];
