import { words } from '@keting/domain';
import { classGroup, classIn, loopOf, usual } from '../parts/case-loop.ts';

const account = 'bengbu-2024';

/**
 * The five classes into which what is collected is sorted (志愿服务、信访维稳、养老护幼、矛盾调解、安全防护). What the account files
 * under petitions and stability is here a matter like any other.
 */
const classes = [
  classGroup('volunteer', words('志愿服务', '志願服務', 'Volunteer service'), { source: account }),
  classGroup('petition', words('信访诉求', '信訪訴求', 'Petitions'), { source: account }),
  classGroup('care', words('养老护幼', '養老護幼', 'Care of old and young'), { source: account }),
  classGroup('mediation', words('矛盾调解', '矛盾調解', 'Mediation'), { source: account }),
  classGroup('safety', words('安全防护', '安全防護', 'Safety'), { grade: 'urgent', source: account }),
  classIn('volunteer', 'errand', words('代办跑腿', '代辦跑腿', 'Errands'), { source: 'ours' }),
  classIn('volunteer', 'green-upkeep', words('环境整治', '環境整治', 'Tidying up'), { source: account }),
  classIn('petition', 'parking', words('停车难', '停車難', 'Want of parking'), { source: account }),
  classIn('petition', 'pollution', words('环境污染', '環境汙染', 'Pollution'), { grade: 'prompt', source: account }),
  classIn('petition', 'property-service', words('物业服务', '物業服務', 'Property service'), { source: account }),
  classIn('petition', 'shared-facility', words('小区公共设施', '小區公共設施', 'Facilities of a compound'), {
    source: account,
  }),
  classIn('care', 'elderly', words('老人照料', '老人照料', 'Care of the old'), { grade: 'prompt', source: account }),
  classIn('care', 'children', words('儿童关爱', '兒童關愛', 'Care of children'), { grade: 'prompt', source: account }),
  classIn('mediation', 'family', words('婚姻家庭', '婚姻家庭', 'Family matters'), { source: account }),
  classIn('mediation', 'neighbours', words('邻里纠纷', '鄰里糾紛', 'Disputes between neighbours'), {
    source: account,
  }),
  classIn('safety', 'fire', words('消防隐患', '消防隱患', 'Fire hazard'), { grade: 'urgent', source: 'ours' }),
  classIn('safety', 'building', words('房屋安全', '房屋安全', 'Unsafe building'), { grade: 'urgent', source: 'ours' }),
];

/** By class and duty to the council, the community, a partner unit, an enforcement department or a social organisation. */
const dispatch = [
  {
    id: 'by-enforcement',
    classes: ['safety', 'pollution'],
    to: 'enforcement-department',
    why: words(
      '涉执法事项交执法部门',
      '涉執法事項交執法部門',
      'What needs enforcement goes to a department that may enforce',
    ),
    source: account,
  },
  {
    id: 'by-social-organisation',
    classes: ['care', 'errand'],
    to: 'social-organisation',
    why: words('专业服务交社会组织', '專業服務交社會組織', 'Professional care goes to a social organisation'),
    source: account,
  },
  {
    id: 'by-partner-unit',
    classes: ['parking'],
    to: 'partner-unit',
    why: words('资源类事项交共建单位', '資源類事項交共建單位', 'What needs resources goes to a partner unit'),
    source: account,
  },
  {
    id: 'by-residents-council',
    classes: ['mediation', 'volunteer', 'property-service', 'shared-facility'],
    to: 'residents-council',
    why: words('由居民议事会协商办理', '由居民議事會協商辦理', 'Talked over and handled by the residents’ council'),
    source: account,
  },
  {
    id: 'by-villagers-council',
    classes: ['mediation', 'volunteer'],
    to: 'villagers-council',
    why: words('由村民理事会协商办理', '由村民理事會協商辦理', 'Talked over and handled by the villagers’ council'),
    source: account,
  },
  {
    id: 'by-community',
    classes: [],
    to: 'residents-committee',
    why: words('由社区办理', '由社區辦理', 'Handled by the community'),
    source: account,
  },
  {
    id: 'by-village',
    classes: [],
    to: 'village-committee',
    why: words('由村办理', '由村辦理', 'Handled by the village'),
    source: account,
  },
];

/** 收集—交办—处理—反馈: the council gives every reply (办理结果由村民理事会、居民议事会统一反馈). */
export const cases = {
  ...loopOf({
    desk: ['residents-committee', 'village-committee', 'street-office', 'town-government'],
    answers: ['residents-council', 'villagers-council', 'residents-committee', 'village-committee'],
    phases: {
      collect: words('收集', '收集', 'Collected'),
      dispatch: words('交办', '交辦', 'Dispatched'),
      handle: words('处理', '處理', 'Handled'),
      feedback: words('反馈', '反饋', 'Fed back'),
    },
    source: account,
  }),
  ...usual,
  classes,
  dispatch,
};
