// What people did of their own will.

import type { PlaceId } from '../../src/setup/places.ts';
import { deed, type Deed } from './deed.ts';
import type { Scene } from './scene.ts';

interface ToldTeam {
  /** The kind of unit that has the team, the team's kind and its name. */
  readonly team: readonly [of: string, kind: string, name: string];
  /** What its activities are called, each in a field. */
  readonly activities: readonly (readonly [field: string, title: string])[];
}

const toldTeams: Readonly<Record<PlaceId, readonly [ToldTeam, ToldTeam]>> = {
  luqiao: [
    {
      team: ['living-room', 'police-team', '邮亭警官服务队（示例）'],
      activities: [
        ['patrol', '晚间巡防'],
        ['lecture', '防诈骗讲座'],
      ],
    },
    { team: ['living-room', 'lawyer-team', '迎宾律师服务队（示例）'], activities: [['legal-advice', '周末法律咨询']] },
  ],
  shibei: [
    {
      team: ['members-station', 'by-trade', '铁山路医护党员队（示例）'],
      activities: [
        ['medicine', '里院义诊'],
        ['upkeep', '石阶清扫'],
      ],
    },
    { team: ['residents-committee', 'by-area', '铁山路邻里队（示例）'], activities: [['teaching', '孩子课业辅导']] },
  ],
  chengcheng: [
    {
      team: ['residents-committee', 'rainbow', '岳楼彩虹志愿服务队（示例）'],
      activities: [
        ['compound', '小区清扫'],
        ['care', '陪老人包饺子'],
      ],
    },
    {
      team: ['residents-committee', 'vanguard', '岳楼第1小区党员先锋队（示例）'],
      activities: [['safety', '夜间巡防']],
    },
  ],
  nanjing: [
    {
      team: ['residents-committee', 'serving-members', '苏州路在职党员服务队（示例）'],
      activities: [
        ['renewal', '楼道出新'],
        ['lectures', '老街故事宣讲'],
      ],
    },
    { team: ['residents-committee', 'patrol', '苏州路治安巡逻队（示例）'], activities: [['order', '车棚夜巡']] },
  ],
  bengbu: [
    {
      team: ['residents-committee', 'members', '勤俭里在职党员志愿队（示例）'],
      activities: [
        ['upkeep', '清理楼道'],
        ['care', '为老人送餐'],
      ],
    },
    { team: ['residents-committee', 'watch', '勤俭里十户联防队（示例）'], activities: [['safety', '夜间联防']] },
  ],
};

/** An activity from its publication to its end: who signed up, came, and left. */
function activity(
  scene: Scene,
  daysAgo: number,
  data: { readonly activity: string } & Deed['data'],
  people: readonly string[],
): readonly Deed[] {
  const part = (time: string, type: string, person: string): Deed =>
    deed(scene.at(daysAgo, time), type, { activity: data.activity, person });
  return [
    deed(scene.at(daysAgo + 5, '09:00'), 'PublishActivity', {
      ...{ ...data, places: 20, from: scene.at(daysAgo, '09:00'), until: scene.at(daysAgo, '12:00') },
    }),
    ...people.map((person, i) =>
      deed(scene.at(daysAgo + 3, `10:0${i}`), 'SignUp', { activity: data.activity, person }),
    ),
    ...people.map((person, i) => part(`08:5${i}`, 'SignIn', person)),
    ...people.map((person, i) => part(`11:5${i}`, 'SignOut', person)),
  ];
}

/** 队伍与活动: two teams, activities that were held, one to come, one that was called off. */
function service(scene: Scene): readonly Deed[] {
  if (scene.model.volunteering?.service === undefined) return [];
  const people = [0, 1, 2, 3, 4].map((n) => scene.volunteer(n));
  const teams = toldTeams[scene.place];
  const founded = teams.flatMap(({ team: [of, kind, name] }, i) => [
    deed(scene.at(95 - i, '09:00'), 'FoundTeam', { team: `team-${i + 1}`, unit: scene.unit(of), kind, name }),
    ...people
      .slice(2 * i, 2 * i + 3)
      .map((person, n) => deed(scene.at(94 - i, `10:0${n}`), 'JoinTeam', { team: `team-${i + 1}`, person })),
  ]);
  const published = teams.flatMap(({ team: [of], activities }, i) =>
    activities.map(([field, title]) => ({ unit: scene.unit(of), team: `team-${i + 1}`, field, title })),
  );
  const held = published.flatMap((data, i) =>
    activity(
      scene,
      29 - 8 * i,
      { ...data, activity: `activity-${i + 1}` },
      [...people.slice(i), ...people].slice(0, 3),
    ),
  );
  const ahead = (n: number, days: number): Deed =>
    deed(scene.at(4, `14:0${n}`), 'PublishActivity', {
      ...{ ...published[n], activity: `activity-${n + 4}`, places: 20 },
      ...{ from: scene.at(-days, '09:00'), until: scene.at(-days, '11:00') },
    });
  return [
    ...founded,
    ...held,
    ahead(0, 4),
    ahead(1, 6),
    deed(scene.at(3, '10:00'), 'SignUp', { activity: 'activity-4', person: people[0] }),
    deed(scene.at(3, '10:10'), 'SignUp', { activity: 'activity-4', person: people[1] }),
    deed(scene.at(2, '10:00'), 'CancelActivity', { activity: 'activity-5', reason: '预报有大雨，改期。' }),
  ];
}

/** 双报到: whom a unit lists, who reported, and who has not yet; units that did. */
function checkIns(scene: Scene): readonly Deed[] {
  const rules = scene.model.volunteering?.checkIn;
  if (rules === undefined) return [];
  const community = scene.unit('residents-committee');
  const employer = scene.unit(...rules.units);
  const head = scene.holder(employer, 'manager');
  const people = [0, 1, 2, 3, 4].map((n) => scene.resident(n));
  return [
    ...people.map((person, i) => deed(scene.at(88, `09:0${i}`), 'ListMember', { person, unit: employer }, head)),
    ...people.slice(0, 3).map((person, i) => deed(scene.at(86 - i, '18:00'), 'CheckIn', { person, community }, person)),
    deed(scene.at(78, '10:00'), 'CheckInUnit', { unit: employer, community }, head),
  ];
}

/** 认领岗位: offered with their places, claimed, one given up. */
function posts(scene: Scene): readonly Deed[] {
  if (scene.model.volunteering?.claimedPosts === undefined) return [];
  const unit = scene.unit('residents-committee');
  const offered = [
    ['policy', '楼道政策宣传员', 3],
    ['upkeep', '小区环境监督员', 4],
    ['mediation', '邻里调解员', 2],
    ['care', '独居老人联系人', 5],
  ] as const;
  const claim = (n: number, post: number): Deed =>
    deed(scene.at(60 - n, '10:00'), 'ClaimPost', { post: `post-${post}`, person: scene.resident(n) });
  return [
    ...offered.map(([kind, title, places], i) =>
      deed(scene.at(66 - i, '09:00'), 'OfferPost', {
        ...{ post: `post-${i + 1}`, unit, kind, title, places, from: scene.day(66 - i), until: scene.day(-200) },
      }),
    ),
    ...[1, 2, 4, 4, 3, 2].map((post, n) => claim(n, post)),
    deed(scene.at(30, '10:00'), 'GiveUpPost', { post: 'post-2', person: scene.resident(5) }),
  ];
}

/** 微心愿: whose, what, who took it (by their places among residents), and how far it came. */
const toldWishes = [
  ['thing', 0, '想要一副老花镜，看报纸方便。', 1, 'confirmed'],
  ['company', 2, '想有人陪着去一次医院复查。', 0, 'claimed'],
  ['help', 3, '不会用手机缴费，想请人教一教。', 0, 'confirmed'],
  ['thing', 4, '想给孙子要一套旧课本。', 2, 'fulfilled'],
  ['company', 0, '周末想找人下棋。', undefined, 'open'],
  ['help', 5, '窗户关不严，想请人看一看。', undefined, 'open'],
] as const;

function wishes(scene: Scene): readonly Deed[] {
  if (scene.model.volunteering?.wishes === undefined) return [];
  const unit = scene.unit('residents-committee');
  return toldWishes.flatMap(([kind, whose, text, taken, stage], i) => {
    const [of, wisher, since] = [{ wish: `wish-${i + 1}` }, scene.resident(whose), 28 - 4 * i];
    const published = deed(scene.at(since, '09:00'), 'PublishWish', {
      ...{ ...of, unit, kind, wisher, channel: i % 2 === 0 ? 'online' : 'offline', text, contact: '3单元，请先打电话' },
    });
    if (taken === undefined) return [published];
    const claimer = scene.resident(taken);
    const way = [
      deed(scene.at(since - 1, '12:00'), 'ClaimWish', { ...of, claimer }, claimer),
      deed(scene.at(since - 3, '12:00'), 'FulfilWish', { ...of, note: '已送到家，教了两遍。' }, claimer),
      deed(scene.at(since - 4, '12:00'), 'ConfirmWish', of, wisher),
    ];
    return [published, ...way.slice(0, { claimed: 1, fulfilled: 2, confirmed: 3, open: 0 }[stage])];
  });
}

/** 年度服务反馈: what a serving member did in a year that is over goes to their employer, if they agree. */
function reports(scene: Scene): readonly Deed[] {
  if (scene.model.volunteering?.yearlyReport === undefined) return [];
  const [drafted, people] = [20, [0, 1, 2].map((n) => scene.resident(n))];
  const year = Number(scene.day(drafted).slice(0, 4)) - 1;
  const daysSince = Math.round((Date.parse(scene.day(0)) - Date.parse(`${year}-11-20`)) / 86_400_000);
  const unit = scene.unit('residents-committee');
  const last = { activity: 'activity-last-year', unit, field: 'upkeep', title: '冬前清理里院' };
  const of = (person: string) => ({ person, year: String(year) });
  const [first = '', second = ''] = people;
  return [
    ...activity(scene, daysSince, last, people),
    ...people.map((person, i) => deed(scene.at(drafted, `09:0${i}`), 'DraftReport', of(person))),
    deed(scene.at(drafted - 1, '20:00'), 'ConsentReport', { ...of(first), draft: 1 }, first),
    deed(scene.at(drafted - 1, '20:10'), 'DeclineReport', of(second), second),
  ];
}

/** 流动党员: registered, contacted, with a certificate that was checked and used. */
function floating(scene: Scene): readonly Deed[] {
  if (scene.model.volunteering?.floating === undefined) return [];
  const unit = scene.unit('committee-branch');
  const come = ['机床厂停产后在外打工', '跟子女来城里带孩子', '自己开了一家裁缝铺', '从外县来做装修'];
  const step = (daysAgo: number, n: number, type: string, data: Deed['data'] = {}, by?: string): Deed =>
    deed(scene.at(daysAgo, '10:00'), type, { person: scene.resident(n), ...data }, by);
  return [
    ...come.map((from, n) => step(110 - n, n, 'RegisterFloating', { unit, from })),
    ...[0, 1, 2].map((n) => step(60 - n, n, 'ContactFloating', { note: '电话里说工作稳定，月底来过组织生活。' })),
    ...[0, 2].map((n) => step(40 - n, n, 'CheckCertificate', { number: `NJ-000${n + 1}`, until: scene.day(-200) })),
    step(12, 0, 'UseCertificate', {}, scene.resident(0)),
  ];
}

/** What people did of their own will. */
export const volunteeringDeeds = (scene: Scene): readonly Deed[] => [
  ...checkIns(scene),
  ...service(scene),
  ...posts(scene),
  ...wishes(scene),
  ...reports(scene),
  ...floating(scene),
];
