import { words } from '@keting/domain';
import { byTerritory } from '../parts/units.ts';

const account = 'luqiao-2018';

/** What the account counts as gaps: markets without a party organisation of their own, and firms of thirty and more staff. */
export const coverage = {
  targets: [
    {
      id: 'market-organisations',
      label: words('专业市场单建党组织', '專業市場單建黨組織', 'Markets with a party organisation of their own'),
      kinds: ['market'],
      has: 'pair',
      source: account,
    },
    {
      id: 'firm-organisations',
      label: words(
        '30人以上企业建立党组织',
        '30人以上企業建立黨組織',
        'Firms of 30 and more staff with a party organisation',
      ),
      kinds: ['firm'],
      minStaff: 30,
      has: 'pair',
      source: account,
    },
    {
      id: 'village-committees',
      label: words('村党组织与村民委员会', '村黨組織與村民委員會', 'Village party organisations beside a committee'),
      kinds: ['village-branch'],
      has: 'pair',
      source: 'ours',
    },
  ],
  // What the account counts as gaps has to belong somewhere first.
  assignment: [
    byTerritory('by-territory', ['market', 'tower', 'firm'], ['residents-committee', 'village-committee'], 'ours'),
    byTerritory('agencies', ['agency'], ['street-office'], 'ours'),
  ],
};

const turns = { kinds: ['joint-party-committee'], at: '09:00', source: account };

/** 周轮值、月例会、季活动、年述职: the account names the four, days and hours are ours. */
export const rota = [
  {
    id: 'weekly-duty',
    label: words('周轮值', '周輪值', 'Weekly duty'),
    every: 'week',
    day: 1,
    minutes: 480,
    turns: ['joint-secretary', 'full-time-deputy', 'deputy'],
    ...turns,
  },
  {
    id: 'monthly-meeting',
    label: words('月例会', '月例會', 'Monthly meeting'),
    every: 'month',
    day: 5,
    minutes: 120,
    ...turns,
  },
  {
    id: 'quarterly-activity',
    label: words('季活动', '季活動', 'Quarterly activity'),
    every: 'quarter',
    day: 15,
    minutes: 180,
    ...turns,
  },
  {
    id: 'yearly-report',
    label: words('年述职', '年述職', 'Yearly report'),
    every: 'year',
    day: 350,
    minutes: 180,
    ...turns,
  },
];

/**
 * 城市治理责任落实和追究办法: members of a micro-grid answer for patrols, collection and reporting in it, members of the council for their own
 * unit and field. That the living room answers for what is neither, and the street for what is in no living room, is ours.
 */
export const duties = [
  {
    id: 'micro-grid',
    label: words('微格员负主要责任', '微格員負主要責任', 'The members of the micro-grid'),
    classes: [],
    stages: ['collected'],
    at: 'grid',
    posts: ['party-micro-grid-member', 'resident-micro-grid-member'],
    source: account,
  },
  {
    id: 'handler',
    label: words('本单位负主要责任', '本單位負主要責任', 'Whoever handles it'),
    classes: [],
    stages: ['dispatched', 'handling'],
    at: 'handler',
    posts: ['director', 'secretary', 'officer', 'living-room-clerk', 'street-clerk'],
    source: account,
  },
  {
    id: 'living-room',
    label: words('城市会客厅负责', '城市會客廳負責', 'The living room'),
    classes: [],
    stages: [],
    at: { kinds: ['living-room', 'street-office'] },
    posts: ['living-room-clerk', 'director'],
    source: 'ours',
  },
];
