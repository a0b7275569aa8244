import { words } from '@keting/domain';

const account = 'luqiao-2018';

const line = (id: string, hans: string, hant: string, en: string) => ({ id, label: words(hans, hant, en) });
const named = (id: string, hans: string, hant: string, en: string) => ({
  ...line(id, hans, hant, en),
  source: account,
});

/**
 * “大考评”：城市治理考核 counts when good primary organisations are chosen and demonstration sites are named, and public agencies are scored
 * by it among the rest. The account names what is scored and for whom, and no weights.
 */
const assessment = {
  street: ['street-committee', 'town-committee', 'joint-party-committee'],
  streetFloor: 0,
  criteria: [
    named('governance', '城市治理考核', '城市治理考核', 'Work for the governance of the city'),
    { ...line('council', '议事会议参与', '議事會議參與', 'Part taken in the council'), source: 'ours' },
    { ...line('patrols', '微格巡查走访', '微格巡查走訪', 'Patrols and visits in micro-grids'), source: 'ours' },
  ],
  cards: [
    {
      ...named('primary-organisations', '村社和两新组织', '村社和兩新組織', 'Primary organisations'),
      units: ['community-branch', 'village-branch', 'market-branch', 'tower-branch', 'firm-branch'],
      grids: [],
    },
    {
      ...named('agencies', '“满意机关”评比', '「滿意機關」評比', 'Agencies people are content with'),
      units: ['agency', 'district-department'],
      grids: [],
    },
  ],
  grades: [],
  // From how many points on an honour may be given is ours.
  honours: [
    {
      ...named('good-organisation', '优秀基层党组织', '優秀基層黨組織', 'Good primary organisation'),
      ...{ cards: ['primary-organisations'], from: 90, reviewed: true },
    },
    {
      ...named('demonstration-site', '党建示范点', '黨建示範點', 'Demonstration site'),
      ...{ cards: ['primary-organisations'], from: 80, reviewed: true },
    },
    {
      ...named('content-agency', '满意机关', '滿意機關', 'Agency people are content with'),
      ...{ cards: ['agencies'], from: 90, reviewed: false },
    },
  ],
  source: account,
};

/** 200,000 yuan for every living room to govern with; building is subsidised, and members of micro-grids have an allowance. */
export const cobuilding = {
  budgets: {
    sources: [
      named('special-fund', '专项经费', '專項經費', 'Special fund'),
      named('building-subsidy', '建设补助资金', '建設補助資金', 'Building subsidy'),
      named('party-dues', '党费返还', '黨費返還', 'Party dues returned'),
      named('award', '“一事一议”奖补', '「一事一議」獎補', 'Award for matters deliberated one by one'),
    ],
    kinds: [
      {
        ...named('living-room', '城市会客厅经费', '城市會客廳經費', 'Money of a living room'),
        units: ['living-room'],
        lines: [
          line('governance', '城市治理工作', '城市治理工作', 'Governance'),
          line('building', '会客厅建设', '會客廳建設', 'Building the living room'),
          line('allowances', '微格员津贴补助', '微格員津貼補助', 'Allowances of micro-grid members'),
        ],
        grants: [{ from: 'special-fund', amount: 20_000_000, source: account }],
      },
    ],
  },
  assessment,
};
