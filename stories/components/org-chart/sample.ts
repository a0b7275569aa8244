import type { OrgChartPerson, OrgChartUnit } from '@keting/components';

/** A street for looking at, after the account of Luqiao. People and counts are invented. */

const surnames = [...'林陈王李张徐蔡叶梁郑阮罗尚於管杨潘金毛洪'];

/** An invented person, the same for the same number. */
export function someone(number: number): string {
  return `${surnames[number % surnames.length] ?? '林'}某某`;
}

const communities = ['迎宾', '方林', '邮亭', '长浦', '路南', '马铺', '永安', '珠光'];
const partners = [
  { id: 'mall', name: '中国日用品商城', kindLabel: '驻区单位·市场' },
  { id: 'bank', name: '泰隆银行路桥支行', kindLabel: '驻区单位·企业' },
  { id: 'school', name: '路桥小学', kindLabel: '驻区单位·学校' },
  { id: 'hospital', name: '路桥医院', kindLabel: '驻区单位·医院' },
];

function partTimeMembers(community: number): OrgChartPerson[] {
  const partner = partners[community % partners.length];
  return partner ? [{ post: '兼职委员', name: someone(community + 11), partTime: true, from: partner.id }] : [];
}

function compounds(community: number): OrgChartUnit[] {
  const parent = `c${community}`;
  return [0, 1].flatMap((n) => {
    const head = someone(community * 5 + n);
    const name = `${communities[community] ?? ''}${n === 0 ? '一' : '二'}小区`;
    return [
      {
        id: `${parent}-b${n}`,
        parent,
        name: `${name}党支部`,
        kindLabel: '小区党支部',
        party: true,
        people: [{ post: '书记', name: head }],
        facts: [`党员 ${38 - community - n * 4}`],
      },
      {
        id: `${parent}-k${n}`,
        parent,
        name: '居民议事会',
        kindLabel: '居民议事会',
        pairedWith: `${parent}-b${n}`,
        people: [{ post: '会长', name: n === 0 ? head : someone(community + 7) }],
        facts: [`成员 ${11 + community}`],
      },
    ];
  });
}

function hall(community: number): OrgChartUnit[] {
  const parent = `c${community}`;
  const count = 5 + ((community * 3) % 9);
  return [
    {
      id: `${parent}-h`,
      parent,
      name: `${communities[community] ?? ''}城市会客厅`,
      kindLabel: '城市会客厅',
      people: [{ post: '本周轮值', name: someone(community + 3) }],
      facts: [`微格 ${count}`],
    },
    ...Array.from({ length: count }, (_, n) => ({
      id: `${parent}-g${n}`,
      parent: `${parent}-h`,
      name: `第 ${n + 1} 微格`,
      kindLabel: '微格',
      people: [{ post: '党员微格员', name: someone(community * 7 + n) }],
      ...(n === 3 && community === 1
        ? { note: { text: '缺员 1', tone: 'late' as const } }
        : { facts: [`${48 + ((n * 13) % 40)} 户`] }),
    })),
  ];
}

function community(number: number): OrgChartUnit[] {
  const id = `c${number}`;
  return [
    {
      id,
      parent: 'street',
      name: `${communities[number] ?? ''}社区大党委`,
      kindLabel: '社区大党委',
      party: true,
      people: [
        { post: '书记', name: someone(number) },
        { post: '专职副书记', name: someone(number + 9) },
        ...partTimeMembers(number),
      ],
      ...(number === 0 ? { note: { text: '缺员 2', tone: 'late' as const } } : { facts: [`兼职委员 ${7 + number}`] }),
    },
    ...(number < 3 ? [...compounds(number), ...hall(number)] : []),
  ];
}

/** Luqiao street: its communities with paired bodies, micro-grids and the partner units whose heads sit in them. */
export const street: readonly OrgChartUnit[] = [
  {
    id: 'street',
    name: '路桥街道党工委',
    kindLabel: '街道大工委',
    party: true,
    people: [
      { post: '书记', name: someone(4) },
      { post: '兼职委员', name: someone(12), partTime: true, from: 'hospital' },
    ],
    facts: [`${communities.length} 个社区`],
  },
  ...communities.flatMap((_, number) => community(number)),
  ...partners.map((partner, n) => ({
    ...partner,
    parent: 'street',
    people: [{ post: '负责人', name: someone(n + 11) }],
    facts: n === 0 ? ['设党支部'] : [],
  })),
];

/** A list of `count` units, each with `breadth` under it as long as they last; for looking at size alone. */
export function manyUnits(count: number, breadth = 6): OrgChartUnit[] {
  return Array.from({ length: count }, (_, n) => ({
    id: `u${n}`,
    ...(n > 0 ? { parent: `u${Math.floor((n - 1) / breadth)}` } : {}),
    name: n === 0 ? '路桥区' : `第 ${n} 单位`,
    kindLabel: '单位',
    party: n % 5 === 0,
    people: [{ post: '负责人', name: someone(n) }],
  }));
}
