// What bodies of a place talked over, voted on and resolved.

import { hashText } from '@keting/domain';
import { newId } from '@keting/runtime';
import type { PlaceId } from '../../src/setup/places.ts';
import { deed, type Deed } from './deed.ts';
import type { Scene } from './scene.ts';

/** A body's sitting that was held, item by item, and another that is convened. */
interface ToldSittings {
  readonly assembly: string;
  /** Whoever carries out what was resolved. */
  readonly owner: string;
  readonly items: readonly (readonly [title: string, minutes: string])[];
  readonly resolution: string;
  readonly next: string;
}

const toldSittings: Readonly<Record<PlaceId, ToldSittings>> = {
  luqiao: {
    ...{ assembly: 'living-room-council', owner: 'living-room' },
    items: [
      ['南门单行试行方案', '到会各方看了一周车流数据，多数赞成先试行一个月。'],
      ['车棚加装充电桩', '物业报了两家报价，请微格员再征求楼道意见。'],
    ],
    resolution: '南门自下月一日起试行单行一个月，期满再议。',
    next: '年末会客厅经费使用情况',
  },
  shibei: {
    ...{ assembly: 'community-conference', owner: 'residents-committee' },
    items: [
      ['里院老人食堂开办', '各单位认领了桌椅和炉具，街道补一部分开办费。'],
      ['坡道石阶维修', '先由社区报价，再请驻区单位出工。'],
    ],
    resolution: '老人食堂下月开门，先保午餐，三个月后看情况。',
    next: '驻区单位停车场错时开放',
  },
  chengcheng: {
    ...{ assembly: 'joint-conference', owner: 'street-office' },
    items: [
      ['驻区单位停车场夜间开放', '六家单位愿意开放，时间统一为晚七点到早七点。'],
      ['小区健身器材更新', '由各单位认领，一家一件。'],
    ],
    resolution: '夜间停车自下周起试行，物业登记车牌。',
    next: '冬季供暖前管网检查',
  },
  nanjing: {
    ...{ assembly: 'building-council', owner: 'street-office' },
    items: [
      ['三幢外墙出新排期', '先修北面剥落的一段，再统一出新。'],
      ['职工食堂向老人开放', '三家单位愿意，午餐时间错开半小时。'],
    ],
    resolution: '外墙北面月内修好，出新排在开春。',
    next: '小广场夜间照明',
  },
  bengbu: {
    ...{ assembly: 'area-alliance', owner: 'street-office' },
    items: [
      ['老旧小区水泵房改造资金', '街道出六成，共建单位出三成，其余由小区公共收益补。'],
      ['放学后托管点', '共建小学愿意出两间教室。'],
    ],
    resolution: '水泵房改造下月动工，工期二十天。',
    next: '区域内共享停车',
  },
};

const majorityOf = <Thing>(things: readonly Thing[]): readonly Thing[] =>
  things.slice(0, Math.floor(things.length / 2) + 1);

/** A vote that is cast in the open, until an instant. */
function openly(scene: Scene, daysAgo: number, ballot: string, subject: object, voters: readonly string[]): Deed[] {
  return [
    deed(scene.at(daysAgo, '10:30'), 'OpenBallot', {
      ...{ ballot, subject, form: 'open', closesAt: scene.at(daysAgo, '11:30') },
    }),
    ...voters.map((voter, i) =>
      deed(
        scene.at(daysAgo, `10:${String(31 + i)}`),
        'CastVote',
        { ballot, choice: i % 6 === 4 ? 'against' : 'inFavour' },
        voter,
      ),
    ),
  ];
}

/** A vote on papers: the record learns who was handed one, and not which. */
function secretly(scene: Scene, daysAgo: number, ballot: string, subject: object, voters: readonly string[]): Deed[] {
  const papers = voters.map(() => newId());
  return [
    deed(scene.at(daysAgo, '10:30'), 'OpenBallot', {
      ...{ ballot, subject, form: 'secret', closesAt: scene.at(daysAgo, '11:30'), papers: papers.map(hashText) },
    }),
    ...voters.map((voter, i) =>
      deed(scene.at(daysAgo, `10:${String(31 + i)}`), 'HandOutPaper', { ballot, person: voter }),
    ),
    deed(scene.at(daysAgo, '10:55'), 'OpenUrn', { ballot }),
    ...voters.map((voter, i) =>
      deed(
        scene.at(daysAgo, `11:${String(10 + i)}`),
        'CastPaper',
        { ballot, paper: papers[voters.length - 1 - i], choice: i % 6 === 4 ? 'against' : 'inFavour' },
        voter,
      ),
    ),
  ];
}

const sittingDay = 21;

/** 会议、表决、决议: one sitting that was held, with an open vote and, where the place has them, one on papers; one to come. */
function sittings(scene: Scene): readonly Deed[] {
  const { assembly, owner, items, resolution, next } = toldSittings[scene.place];
  const rule = scene.model.assemblies?.find(({ id }) => id === assembly);
  if (rule === undefined) return [];
  const members = scene.body(rule.members);
  const present = members.length > 6 ? majorityOf(members) : members;
  const of = { sitting: 'sitting-1' };
  const on = (time: string, type: string, data: Deed['data'] = {}): Deed =>
    deed(scene.at(sittingDay, time), type, { ...of, ...data });
  const convene = (daysAgo: number, sitting: string, held: number): Deed =>
    deed(scene.at(daysAgo, '09:00'), 'ConveneSitting', {
      ...{ sitting, assembly, place: scene.community, kind: 'regular', on: scene.day(held) },
    });
  const second = rule.voting.forms.includes('secret') ? secretly : openly;
  const adopted = { resolution: 'resolution-1', owner: scene.unit(owner), due: scene.day(-9) };
  return [
    convene(27, 'sitting-1', sittingDay),
    ...items.map(([title], i) => deed(scene.at(26, `09:0${i}`), 'AddSittingItem', { ...of, title })),
    on('09:30', 'OpenSitting', { present }),
    ...items.map(([, minutes], i) => on(`10:0${i}`, 'KeepMinutes', { item: i + 1, minutes })),
    ...openly(scene, sittingDay, 'ballot-1', { ...of, item: 1 }, present),
    ...second(scene, sittingDay, 'ballot-2', { ...of, item: 2 }, present).map((one) => ({
      ...one,
      at: one.at + 2 * 3_600_000,
      data: 'closesAt' in one.data ? { ...one.data, closesAt: scene.at(sittingDay, '13:30') } : one.data,
    })),
    on('14:00', 'AdoptResolution', { ...adopted, ballot: 'ballot-1', text: resolution }),
    on('14:10', 'AdoptResolution', {
      ...{ ...adopted, resolution: 'resolution-2', due: scene.day(8), ballot: 'ballot-2', text: items[1]?.[0] ?? '' },
    }),
    on('14:30', 'CloseSitting'),
    deed(scene.at(11, '16:00'), 'ReportResolution', {
      resolution: 'resolution-1',
      report: '标牌已到，划线排在本周末。',
    }),
    deed(scene.at(10, '16:00'), 'CompleteResolution', {
      resolution: 'resolution-2',
      report: '已办妥，请到会各方看过。',
    }),
    convene(4, 'sitting-2', rule.meets === 'month' ? nextMonth(scene) : -100),
    deed(scene.at(3, '09:00'), 'AddSittingItem', { sitting: 'sitting-2', title: next }),
  ];
}

/** How many days ahead (below 0) the tenth day of the month after the next begins: of the period after the one that was sat in. */
function nextMonth(scene: Scene): number {
  const held = scene.day(sittingDay).slice(0, 7);
  return [...Array(70).keys()].map((n) => -n).find((n) => scene.day(n).slice(0, 7) > held && n < 0) ?? -60;
}

/** 六事: one topic that was walked to its end, one that the two committees have before them. */
function sixSteps(scene: Scene): readonly Deed[] {
  const grids = [scene.grid(0)];
  const secretary = scene.holder(scene.unit('community-committee'), 'secretary');
  const council = scene.units('residents-council')[0] ?? '';
  const [members, head] = [scene.holders(council), scene.holder(council, 'council-head')];
  const of = { topic: 'topic-1' };
  const take = (daysAgo: number, step: string, record: string, data: Deed['data'] = {}, by?: string): Deed =>
    deed(scene.at(daysAgo, '15:00'), 'TakeStep', { ...of, step, record, ...data }, by);
  return [
    deed(
      scene.at(35, '09:00'),
      'RaiseTopic',
      { ...of, matter: 'facility', grids, title: '小区门口加一条长凳' },
      scene.resident(0),
    ),
    take(33, 'propose', '“两委”走访十二户，认为可行。', { present: [secretary] }, secretary),
    take(30, 'deliberate', '议定放在老槐树下，不挡消防通道。', { present: members }, head),
    ...openly(scene, 28, 'ballot-of-topic-1', { topic: 'topic-1', step: 'decide' }, members),
    take(16, 'execute', '共建单位捐凳，物业安装。'),
    take(6, 'appraise', '十五户回访，都说好用。'),
    deed(
      scene.at(7, '09:00'),
      'RaiseTopic',
      { topic: 'topic-4', matter: 'custom', grids: [scene.grid(1)], title: '红白事从简公约' },
      scene.resident(2),
    ),
  ];
}

interface Deliberated {
  readonly topic: string;
  readonly matter: string;
  readonly grids: readonly string[];
  readonly title: string;
  /** How many days ago it was raised. */
  readonly since: number;
  readonly resolution: string;
}

/** 四议两公开 up to what was resolved and published: two deliberations, a vote of members on papers, one of the representatives. */
function resolved(scene: Scene, { since, resolution, ...raised }: Deliberated): readonly Deed[] {
  const { topic } = raised;
  const secretary = scene.holder(scene.unit('community-committee'), 'secretary');
  const [branch = '', council = ''] = [scene.units('compound-branch')[0], scene.units('residents-council')[0]];
  const talk = (daysAgo: number, step: string, record: string): Deed =>
    deed(scene.at(daysAgo, '15:00'), 'TakeStep', { topic, step, record, present: [secretary] }, secretary);
  const subject = (step: string) => ({ topic, step });
  const members = [secretary, ...scene.holders(branch, 'secretary')];
  return [
    deed(scene.at(since, '09:00'), 'RaiseTopic', raised, scene.resident(1)),
    talk(since - 1, 'branch-proposal', '支部会提议：先摸底，再议方案。'),
    talk(since - 2, 'committees-consult', '“两委”会商议：分两期做，先易后难。'),
    ...secretly(scene, since - 3, `${topic}-review`, subject('member-review'), members),
    ...openly(scene, since - 4, `${topic}-resolution`, subject('assembly-resolution'), scene.holders(council)),
    deed(scene.at(since - 5, '09:00'), 'PublishResolution', { topic, text: resolution }),
  ];
}

/** 四议两公开: one topic that went the whole way, one whose resolution is published now. */
function fourDeliberations(scene: Scene): readonly Deed[] {
  const object = (daysAgo: number, topic: string, n: number, reason: string): Deed =>
    deed(scene.at(daysAgo, '18:00'), 'ObjectToTopic', { topic, reason }, scene.resident(n));
  return [
    ...resolved(scene, {
      ...{ topic: 'topic-2', matter: 'major-project', grids: [scene.grid(0)], title: '水泵房改造' },
      ...{ since: 50, resolution: '同意改造水泵房，费用由公共收益和街道补助分担。' },
    }),
    object(43, 'topic-2', 3, '一楼施工时噪声大，请限定时间。'),
    deed(scene.at(24, '15:00'), 'TakeStep', {
      topic: 'topic-2',
      step: 'execute',
      record: '已完工，夜间实测四十分贝。',
    }),
    deed(scene.at(23, '09:00'), 'PublishResult', { topic: 'topic-2', text: '改造完工，费用明细张贴在公示栏。' }),
    ...resolved(scene, {
      ...{ topic: 'topic-3', matter: 'large-sum', grids: [scene.grid(0)], title: '公共收益用于加装充电桩' },
      ...{ since: 7, resolution: '同意动用公共收益八万元加装充电桩。' },
    }),
    object(1, 'topic-3', 4, '请先公布三家报价再动工。'),
  ];
}

/** What bodies talked over and resolved. */
export const deliberationDeeds = (scene: Scene): readonly Deed[] => [
  ...sittings(scene),
  ...(scene.model.procedures === undefined ? [] : [...sixSteps(scene), ...fourDeliberations(scene)]),
];
