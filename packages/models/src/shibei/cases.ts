import { words } from '@keting/domain';
import { classGroup, classIn, loopOf, usual } from '../parts/case-loop.ts';

const account = 'shibei-2017';

/** The account gives no catalogue; these are the matters that it names, in groups of ours. */
const classes = [
  classGroup('environment', words('环境卫生', '環境衛生', 'Sanitation'), { source: account }),
  classGroup('order', words('治安管理', '治安管理', 'Public order'), { grade: 'prompt', source: account }),
  classGroup('dispute', words('矛盾纠纷', '矛盾糾紛', 'Disputes'), { source: account }),
  classGroup('hardship', words('实际困难', '實際困難', 'Hardship'), { source: account }),
  classIn('environment', 'garbage', words('垃圾清运', '垃圾清運', 'Rubbish'), { source: 'ours' }),
  classIn('environment', 'pollution', words('环境污染', '環境汙染', 'Pollution'), { grade: 'prompt', source: account }),
  classIn('order', 'hazard', words('安全隐患', '安全隱患', 'Hazard'), { grade: 'urgent', source: account }),
  classIn('order', 'traffic', words('交通拥堵', '交通擁堵', 'Congestion'), { source: account }),
  classIn('dispute', 'renovation', words('老城改造', '老城改造', 'Renewal of the old town'), { source: account }),
  classIn('dispute', 'labour', words('劳资纠纷', '勞資糾紛', 'Labour dispute'), { grade: 'prompt', source: account }),
  classIn('dispute', 'property', words('物业管理', '物業管理', 'Property management'), { source: account }),
  classIn('hardship', 'road', words('道路整修', '道路整修', 'Road repair'), { source: account }),
  classIn('hardship', 'work-and-care', words('就业就医', '就業就醫', 'Work and medical care'), { source: account }),
  classIn('hardship', 'financing', words('融资立项', '融資立項', 'Financing and projects of firms'), {
    source: account,
  }),
];

const dispatch = [
  {
    id: 'by-department',
    classes: ['order', 'pollution', 'labour', 'renovation', 'road'],
    to: 'district-department',
    why: words('由职能部门办理', '由職能部門辦理', 'Handled by the department that answers for it'),
    source: 'ours',
  },
  {
    id: 'by-resident-unit',
    classes: ['financing', 'work-and-care'],
    to: 'resident-unit',
    why: words('由驻区单位发挥优势办理', '由駐區單位發揮優勢辦理', 'Handled by a resident unit that has the means'),
    source: account,
  },
  {
    id: 'by-community',
    classes: [],
    to: 'residents-committee',
    why: words('由社区办理', '由社區辦理', 'Handled by the community'),
    source: account,
  },
];

/** 收集民意、迅速反应、及时处置、沟通反馈 */
export const cases = {
  ...loopOf({
    desk: ['residents-committee', 'street-office'],
    phases: {
      collect: words('收集民意', '收集民意', 'Collected'),
      dispatch: words('迅速反应', '迅速反應', 'Responded to'),
      handle: words('及时处置', '及時處置', 'Handled'),
      feedback: words('沟通反馈', '溝通反饋', 'Fed back'),
    },
    source: account,
  }),
  ...usual,
  classes,
  dispatch,
};
