// What a street did beside its cases: bulletins, campaigns, help, whistles.

import type { PlaceId } from '../../src/setup/places.ts';
import { waitingCase } from './cases.ts';
import { deed, type Deed } from './deed.ts';
import type { Scene } from './scene.ts';

/** 通报: for everybody in the area, or for those who hold a post; one that was taken back. */
function bulletins(scene: Scene): readonly Deed[] {
  if (scene.model.bulletins === undefined) return [];
  const [room, office] = [scene.unit('living-room'), scene.unit('street-office')];
  const publish = (daysAgo: number, bulletin: string, data: Deed['data']): Deed =>
    deed(scene.at(daysAgo, '09:00'), 'PublishBulletin', { bulletin, ...data });
  return [
    publish(24, 'bulletin-1', {
      ...{ unit: room, territory: scene.community, title: '迎宾社区十月议事结果' },
      text: '会客厅议事会本月议定三件事：南门改单行、车棚加装充电桩、每周六集中清理楼道。',
    }),
    publish(15, 'bulletin-2', {
      ...{ unit: office, territory: scene.street, post: 'party-micro-grid-member', title: '冬季消防巡查安排' },
      text: '请各微格员本周内走完所辖楼道，重点看电动车充电和堆物，发现问题随手上报。',
    }),
    publish(9, 'bulletin-3', {
      ...{ unit: office, territory: scene.street, title: '停水通知' },
      text: '明日八时至十七时检修管道，请提前储水。',
    }),
    deed(scene.at(9, '15:00'), 'WithdrawBulletin', { bulletin: 'bulletin-3', reason: '检修改期，另行通知。' }),
    publish(3, 'bulletin-4', {
      ...{ unit: room, territory: scene.community, title: '便民服务日' },
      text: '本周日上午会客厅门口有理发、磨刀、量血压，欢迎邻居们来。',
    }),
    ...Array.from({ length: 7 }, (_, n) => scene.volunteer(n)).map((reader, n) =>
      deed(scene.at(23, `10:0${n}`), 'ReadBulletin', { bulletin: 'bulletin-1', reader }),
    ),
  ];
}

interface ToldCampaign {
  readonly unit: string;
  readonly subject: string;
  readonly titles: readonly [string, string];
  readonly objects: readonly [string, string, string, string];
  readonly result: string;
}

const toldCampaigns: Readonly<Partial<Record<PlaceId, ToldCampaign>>> = {
  luqiao: {
    ...{ unit: 'living-room', subject: 'four-small-vehicles' },
    titles: ['“四小车”一周清零', '“四小车”回头看'],
    objects: [
      '西门外停着一辆没有牌照的三轮车。',
      '菜场口一辆改装电三轮载客。',
      '公园边一辆废弃的老年代步车。',
      '学校对面一辆加棚电动车。',
    ],
    result: '车主已自行处置，拍照留底。',
  },
  chengcheng: {
    ...{ unit: 'residents-committee', subject: 'bright-clean-fine' },
    titles: ['“亮净精”秋季整治', '“亮净精”冬季整治'],
    objects: ['三单元楼道灯不亮。', '垃圾亭周围油污没有冲洗。', '单元门口小广告贴满。', '绿化带里堆着旧木板。'],
    result: '已整治到位，楼栋长看过。',
  },
};

/** 专项行动: one that was worked off to the last object, and one that runs. */
function campaigns(scene: Scene): readonly Deed[] {
  const told = toldCampaigns[scene.place];
  if (told === undefined) return [];
  const { subject, titles, objects, result } = told;
  const unit = scene.unit(told.unit);
  const open = (daysAgo: number, n: 1 | 2, until: number): Deed =>
    deed(scene.at(daysAgo, '09:00'), 'OpenCampaign', {
      ...{ campaign: `campaign-${n}`, unit, subject, title: titles[n - 1], until: scene.day(until) },
    });
  const list = (daysAgo: number, n: 1 | 2, i: number): Deed =>
    deed(scene.at(daysAgo, `10:0${i}`), 'ListObject', {
      ...{ object: `object-of-${n}-${i + 1}`, campaign: `campaign-${n}`, grid: scene.grid(i), unit, what: objects[i] },
    });
  const clear = (daysAgo: number, n: 1 | 2, i: number): Deed =>
    deed(scene.at(daysAgo, `16:0${i}`), 'ClearObject', { object: `object-of-${n}-${i + 1}`, result });
  return [
    open(40, 1, 33),
    ...[0, 1, 2].map((i) => list(40, 1, i)),
    list(37, 1, 3),
    ...[0, 1].map((i) => clear(36, 1, i)),
    ...[2, 3].map((i) => clear(34, 1, i)),
    deed(scene.at(33, '17:00'), 'CloseCampaign', { campaign: 'campaign-1' }),
    open(5, 2, -2),
    ...[0, 1, 2, 3].map((i) => list(5, 2, i)),
    ...[0, 2].map((i) => clear(2, 2, i)),
  ];
}

interface ToldHelp {
  /** Kinds of units that have a team, with what each is good at. */
  readonly teams: readonly (readonly [kind: string, skills: readonly string[]])[];
  /** Who asks for what; the last still waits. */
  readonly needs: readonly (readonly [skill: string, need: string])[];
}

const toldHelp: Readonly<Partial<Record<PlaceId, ToldHelp>>> = {
  luqiao: {
    teams: [
      ['living-room', ['mediation', 'law']],
      ['street-office', ['law']],
    ],
    needs: [
      ['mediation', '两家为公用过道放鞋柜吵了一个月，想请人说和。'],
      ['law', '租约没到期房东要收房，想问能不能不搬。'],
      ['mediation', '楼上漏水泡了天花板，赔多少谈不拢。'],
    ],
  },
  chengcheng: {
    teams: [['residents-committee', ['pairing', 'mediation']]],
    needs: [
      ['pairing', '老人腿脚不便，想请人每周帮着买一次菜。'],
      ['mediation', '邻居把空调外机装在我家窗边。'],
      ['pairing', '孩子功课没人辅导，想结对一位老师。'],
    ],
  },
  nanjing: {
    teams: [['residents-committee', ['rounds', 'relief']]],
    needs: [
      ['rounds', '老人卧床，想请社区医生上门看一看。'],
      ['relief', '一家进了水，被褥都湿了。'],
      ['rounds', '几位老人想量血压、问用药。'],
    ],
  },
  bengbu: {
    teams: [['residents-committee', ['mediation', 'law']]],
    needs: [
      ['mediation', '两兄弟为赡养老人的事谈不拢。'],
      ['law', '工伤认定不知道找谁，想问一问。'],
      ['mediation', '楼下开早点摊油烟大，商量几次没有结果。'],
    ],
  },
};

/** 帮扶与调解: asked for, matched to a team, given by somebody, ended. */
function help(scene: Scene): readonly Deed[] {
  const told = toldHelp[scene.place];
  if (told === undefined) return [];
  const teams = told.teams.map(([kind, skills], i) =>
    deed(scene.at(75, `09:0${i}`), 'FormHelpTeam', { team: `help-team-${i + 1}`, unit: scene.unit(kind), skills }),
  );
  const unit = scene.unit(told.teams[0]?.[0] ?? '');
  const helper = scene.holder(unit);
  const asked = told.needs.map(([skill, need], i) =>
    deed(scene.at(26 - 11 * i, '09:00'), 'AskHelp', {
      ...{ help: `help-${i + 1}`, skill, grid: scene.grid(i), helped: scene.volunteer(i), need },
      contact: { phone: `1380000000${i}` },
    }),
  );
  const match = (daysAgo: number, n: number): Deed =>
    deed(scene.at(daysAgo, '14:00'), 'MatchHelp', { help: `help-${n}`, team: 'help-team-1' });
  const name = (daysAgo: number, n: number): Deed =>
    deed(scene.at(daysAgo, '15:00'), 'NameHelper', { help: `help-${n}`, helper });
  return [
    ...teams,
    ...asked,
    match(26, 1),
    name(25, 1),
    deed(scene.at(18, '16:00'), 'EndHelp', {
      help: 'help-1',
      settled: true,
      result: '已上门三次，双方都满意，留了电话。',
    }),
    match(15, 2),
    name(14, 2),
  ];
}

/** 吹哨报到: departments that are called to a matter that waits; one comes in time, another late. */
function whistles(scene: Scene): readonly Deed[] {
  if (scene.model.whistles === undefined) return [];
  const [of, unit] = [waitingCase, scene.unit('street-committee')];
  const called = ['department-security', 'department-works'];
  const blow = (daysAgo: number, whistle: string, departments: readonly string[], reason: string): Deed =>
    deed(scene.at(daysAgo, '10:00'), 'BlowWhistle', { whistle, case: of, unit, departments, reason });
  const comes = (daysAgo: number, whistle: string, department: string): Deed =>
    deed(scene.at(daysAgo, '16:00'), 'ReportIn', { whistle, department });
  return [
    blow(4, 'whistle-1', called, '消防通道堵了一个月，需要交警和住建一起到场。'),
    comes(4, 'whistle-1', 'department-security'),
    comes(2, 'whistle-1', 'department-works'),
    deed(scene.at(2, '17:00'), 'EndWhistle', { whistle: 'whistle-1', reason: '三家到齐，划线和清障的办法已经定下。' }),
    blow(1, 'whistle-2', ['department-relief'], '清障时有一户老人需要临时安置。'),
  ];
}

/** What a street did beside its cases. */
export const streetDeeds = (scene: Scene): readonly Deed[] => [
  ...bulletins(scene),
  ...campaigns(scene),
  ...help(scene),
  ...whistles(scene),
];
