import { words } from '@keting/domain';

const account = 'luqiao-2018';

const line = (id: string, hans: string, hant: string, en: string) => ({ id, label: words(hans, hant, en) });
const named = (id: string, hans: string, hant: string, en: string) => ({
  ...line(id, hans, hant, en),
  source: account,
});

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
};
