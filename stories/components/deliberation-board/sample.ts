import type { BoardAttendee, BoardLane, BoardTopic } from '@keting/components';
import type { Language } from '@keting/domain';

type Words = Readonly<Record<Language, string>>;
const words = (hans: string, hant: string, en: string): Words => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

const steps: readonly (readonly [string, Words])[] = [
  ['called', words('待召开', '待召開', 'Called')],
  ['held', words('已召开', '已召開', 'Held')],
  ['resolved', words('已议决', '已議決', 'Resolved')],
];

const tiers: readonly {
  readonly id: string;
  readonly label: Words;
  readonly settles: Words;
  readonly next?: string;
}[] = [
  {
    id: 'micro-grid',
    label: words('微格协调会', '微格協調會', 'Micro-grid meeting'),
    settles: words('微格内的一般性事务', '微格內的一般性事務', 'Ordinary matters of one micro-grid'),
    next: 'living-room',
  },
  {
    id: 'living-room',
    label: words('会客厅议事会', '會客廳議事會', 'Living-room council'),
    settles: words('区域性、普遍性问题', '區域性、普遍性問題', 'Problems of an area, or common ones'),
    next: 'street',
  },
  {
    id: 'street',
    label: words('街道联席会', '街道聯席會', 'Street joint meeting'),
    settles: words('重大或突发性事件', '重大或突發性事件', 'Major or sudden events'),
  },
];

/** Three tiers of meetings, as Luqiao's account tells of them; the shares are ours. */
export const lanes = (language: Language): readonly BoardLane[] =>
  tiers.map(({ id, label, settles, next }) => ({
    id,
    label: label[language],
    settles: settles[language],
    next,
    quorum: { of: 2, in: 3, more: false },
    majority: { of: 1, in: 2, more: true },
    steps: steps.map(([step, text]) => ({ id: step, label: text[language] })),
  }));

const surnames = [...'林陈王李张黄徐郑叶罗蒋卢杨尤金阮应管潘牟'];
const englishNames = ['Lin', 'Chen', 'Wang', 'Li', 'Zhang', 'Huang', 'Xu', 'Zheng', 'Ye', 'Luo', 'Jiang', 'Lu', 'Yang'];

/** Persons who are due, invented and named as such. */
export function attendees(count: number, language: Language, present = 0): readonly BoardAttendee[] {
  const observerFrom = count;
  return Array.from({ length: count + (count > 5 ? 3 : 0) }, (_, i): BoardAttendee => {
    const name =
      language === 'en' ? `${englishNames[i % 13] ?? ''} (sample ${i + 1})` : `${surnames[i % 20] ?? ''}某某`;
    const observer = i >= observerFrom;
    const post = observer
      ? words('列席书记', '列席書記', 'Branch secretary')
      : words('议事会成员', '議事會成員', 'Council member');
    return { person: `person-${i}`, name, post: post[language], observer, present: i < present };
  });
}

type Sample = Omit<BoardTopic, 'id' | 'title' | 'place'> & { readonly title: Words; readonly place: Words };

const yingbin = words('迎宾社区第 7 微格', '迎賓社區第 7 微格', 'Yingbin, micro-grid 7');
const fanglin = words('方林社区第 12 微格', '方林社區第 12 微格', 'Fanglin, micro-grid 12');
const market = words('日用品商城 B 区', '日用品商城 B 區', 'Goods market, hall B');
const street = words('路桥街道', '路橋街道', 'Luqiao street');

const on = (day: number, hour: number): number => Date.UTC(2026, 9, day, hour - 8);

const samples: readonly Sample[] = [
  {
    title: words('邮亭路夜间占道停车', '郵亭路夜間占道停車', 'Night parking on Youting Road'),
    place: yingbin,
    tier: 'micro-grid',
    step: 'called',
    case: '2026-1030-0417',
    eligible: 4,
  },
  {
    title: words('3 号楼楼道堆物', '3 號樓樓道堆物', 'Things stored in the stairway of block 3'),
    place: yingbin,
    tier: 'micro-grid',
    step: 'called',
    case: '2026-1030-0398',
    eligible: 3,
    due: on(31, 12),
  },
  {
    title: words('夜宵摊油烟', '夜宵攤油煙', 'Smoke of the night food stalls'),
    place: fanglin,
    tier: 'micro-grid',
    step: 'called',
    case: '2026-1029-0112',
    eligible: 0,
  },
  {
    title: words('小广场音响扰民', '小廣場音響擾民', 'Loud music on the small square'),
    place: yingbin,
    tier: 'micro-grid',
    step: 'held',
    case: '2026-1028-0220',
    eligible: 4,
    present: 4,
  },
  {
    title: words('两户滴水纠纷', '兩戶滴水糾紛', 'Two households and a dripping air conditioner'),
    place: fanglin,
    tier: 'micro-grid',
    step: 'held',
    case: '2026-1027-0041',
    eligible: 3,
    present: 2,
  },
  {
    title: words('公用水龙头修理', '公用水龍頭修理', 'Repair of the shared tap'),
    place: yingbin,
    tier: 'micro-grid',
    step: 'resolved',
    case: '2026-1026-0305',
    eligible: 3,
    present: 3,
    outcome: 'settled',
    votes: { inFavour: 3, against: 0, abstained: 0 },
  },
  {
    title: words('电瓶车充电桩选址', '電瓶車充電樁選址', 'Where the e-bike chargers stand'),
    place: fanglin,
    tier: 'micro-grid',
    step: 'resolved',
    case: '2026-1024-0077',
    eligible: 4,
    present: 3,
    outcome: 'passed-up',
    votes: { inFavour: 1, against: 1, abstained: 1 },
  },
  {
    title: words('楼顶漏水维修', '樓頂漏水維修', 'Repair of the leaking roof'),
    place: yingbin,
    tier: 'micro-grid',
    step: 'resolved',
    case: '2026-1023-0190',
    eligible: 4,
    present: 4,
    outcome: 'referred',
    votes: { inFavour: 4, against: 0, abstained: 0 },
  },
  {
    title: words('垃圾投放点迁移', '垃圾投放點遷移', 'Moving the waste collection point'),
    place: yingbin,
    tier: 'living-room',
    step: 'called',
    case: '2026-1029-0233',
    eligible: 31,
  },
  {
    title: words('电瓶车充电桩选址', '電瓶車充電樁選址', 'Where the e-bike chargers stand'),
    place: fanglin,
    tier: 'living-room',
    step: 'called',
    case: '2026-1024-0077',
    eligible: 31,
    due: on(29, 17),
  },
  {
    title: words(
      '市场消防通道常年被货物占用，商户要求统一划线并定时清场',
      '市場消防通道常年被貨物占用，商戶要求統一劃線並定時清場',
      'Goods in the fire lane of the market: traders ask for marked lines and fixed hours of clearing',
    ),
    place: market,
    tier: 'living-room',
    step: 'called',
    case: '2026-1028-0011',
    eligible: 31,
  },
  {
    title: words('城中村出租房电线整治', '城中村出租房電線整治', 'Wiring of rented rooms in the urban village'),
    place: fanglin,
    tier: 'living-room',
    step: 'held',
    case: '2026-1025-0160',
    eligible: 31,
    present: 22,
  },
  {
    title: words('停车位有偿共享', '停車位有償共享', 'Paid sharing of parking spaces'),
    place: yingbin,
    tier: 'living-room',
    step: 'held',
    case: '2026-1022-0145',
    eligible: 31,
    present: 27,
  },
  {
    title: words('2 号楼加装电梯', '2 號樓加裝電梯', 'A lift for block 2'),
    place: yingbin,
    tier: 'living-room',
    step: 'resolved',
    case: '2026-1019-0088',
    eligible: 31,
    present: 25,
    outcome: 'settled',
    votes: { inFavour: 21, against: 3, abstained: 1 },
  },
  {
    title: words('小区围墙共建', '小區圍牆共建', 'One wall between two compounds'),
    place: fanglin,
    tier: 'living-room',
    step: 'resolved',
    case: '2026-1017-0031',
    eligible: 31,
    present: 24,
    outcome: 'referred',
    votes: { inFavour: 20, against: 2, abstained: 2 },
  },
  {
    title: words('内河排口异味', '內河排口異味', 'Smell at the river outfall'),
    place: yingbin,
    tier: 'living-room',
    step: 'resolved',
    case: '2026-1015-0290',
    eligible: 31,
    present: 23,
    outcome: 'passed-up',
  },
  {
    title: words('内河排口异味', '內河排口異味', 'Smell at the river outfall'),
    place: street,
    tier: 'street',
    step: 'called',
    case: '2026-1015-0290',
    eligible: 17,
  },
  {
    title: words(
      '台风后危房人员转移安置',
      '颱風後危房人員轉移安置',
      'Moving people out of unsafe houses after the typhoon',
    ),
    place: street,
    tier: 'street',
    step: 'held',
    case: '2026-1014-0002',
    eligible: 17,
    present: 15,
  },
  {
    title: words('“四小车”专项整治', '「四小車」專項整治', 'Clearing the “four small vehicles”'),
    place: street,
    tier: 'street',
    step: 'resolved',
    case: '2026-1008-0004',
    eligible: 17,
    present: 16,
    outcome: 'settled',
    votes: { inFavour: 16, against: 0, abstained: 0 },
  },
  {
    title: words('九路新村管道铺设', '九路新村管道鋪設', 'Pipes for Jiulu new village'),
    place: street,
    tier: 'street',
    step: 'resolved',
    case: '2026-1006-0051',
    eligible: 17,
    present: 14,
    outcome: 'referred',
    votes: { inFavour: 12, against: 1, abstained: 1 },
  },
];

const resolutionText = words(
  '与会人员一致同意由物业牵头，本周内完成，费用从公共收益列支；微格员每日巡查一次，下次例会通报。',
  '與會人員一致同意由物業牽頭，本週內完成，費用從公共收益列支；微格員每日巡查一次，下次例會通報。',
  'All agree that the property manager takes the lead and finishes within the week, paid from common income.',
);
const works = words('区市政公司', '區市政公司', 'Municipal works');

/** Twenty invented topics at all steps of the three meetings. */
export const topics = (language: Language): readonly BoardTopic[] =>
  samples.map(({ title, place, ...rest }, i) => ({
    ...rest,
    id: `topic-${i + 1}`,
    title: title[language],
    place: place[language],
    calledAt: on(20 + (i % 9), 9),
    attendance: attendees(rest.eligible ?? 0, language, rest.present),
    agenda: [title[language]],
    resolution: rest.outcome === undefined ? undefined : resolutionText[language],
    handler: rest.outcome === 'referred' ? works[language] : undefined,
  }));

/** So many topics, dealt out over all columns. */
export function manyTopics(count: number, language: Language): readonly BoardTopic[] {
  const base = topics(language);
  return Array.from({ length: count }, (_, i) => {
    const topic = base[i % base.length];
    if (topic === undefined) throw new Error('the sample has no topics');
    return { ...topic, id: `many-${i}`, title: `${topic.title} ${i + 1}`, attendance: [] };
  });
}

/** Units that a meeting can give a case to. */
export const handlers = (language: Language) => [
  { id: 'municipal-works', name: works[language] },
  { id: 'urban-management', name: words('综合行政执法队', '綜合行政執法隊', 'Urban management team')[language] },
  { id: 'property-manager', name: words('物业公司', '物業公司', 'Property manager')[language] },
];
