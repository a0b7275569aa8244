import { words, type PointRules, type VolunteeringRules } from '@keting/domain';

const account = 'luqiao-2018';

/**
 * 专业化党员管理服务队伍: members of a trade serve as a team, as police officers and lawyers do. The account counts 213
 * lectures, 511 disputes mediated and 12,000 turns of patrol, and sets no limits of places or of time.
 */
export const volunteering: VolunteeringRules = {
  service: {
    units: ['living-room'],
    teams: [
      {
        id: 'police-team',
        label: words('警官服务队', '警官服務隊', 'Police officers’ team'),
        by: 'trade',
        source: account,
      },
      { id: 'lawyer-team', label: words('律师服务队', '律師服務隊', 'Lawyers’ team'), by: 'trade', source: account },
      { id: 'trade-team', label: words('专业服务队', '專業服務隊', 'Team of a trade'), by: 'trade', source: account },
    ],
    fields: [
      { id: 'lecture', label: words('讲座', '講座', 'Lectures'), source: account },
      { id: 'patrol', label: words('治安巡防', '治安巡防', 'Patrols'), source: account },
      { id: 'mediation', label: words('义务调解', '義務調解', 'Mediation'), source: account },
      { id: 'legal-advice', label: words('法律咨询', '法律諮詢', 'Legal advice'), source: account },
    ],
    mostPlaces: 500,
    longest: 720,
    early: 30,
    late: 120,
    source: 'ours',
  },
};

const honour = (id: string, hans: string, hant: string, en: string) => ({
  ...{ id, source: account },
  label: words(hans, hant, en),
});

/**
 * “双向进入”: who serves well in a micro-grid may be put forward, and agrees to it first. The account gives no points, and what it takes
 * from those who do not serve is no part of this: nothing here is a penalty.
 */
export const points: PointRules = {
  rules: [],
  lateDays: 0,
  honours: [
    honour('good-micro-grid-member', '优秀微格员', '優秀微格員', 'Good micro-grid member'),
    honour('member-candidate', '优先发展为党员', '優先發展為黨員', 'Put forward for membership of the party'),
    honour(
      'committee-candidate',
      '优先列为大党委委员和议事会议成员',
      '優先列為大黨委委員和議事會議成員',
      'Put forward for the joint committee and the council',
    ),
  ],
};
