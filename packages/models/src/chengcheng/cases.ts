import { words } from '@keting/domain';
import { classGroup, classIn, loopOf, usual } from '../parts/case-loop.ts';

const account = 'chengcheng-five-one';

/** The account counts livelihood problems, disputes and security incidents; the classes in them are those that it names. */
const classes = [
  classGroup('livelihood', words('民生问题', '民生問題', 'Livelihood'), { source: account }),
  classGroup('dispute', words('矛盾纠纷', '矛盾糾紛', 'Disputes'), { source: account }),
  classGroup('security', words('社会治安', '社會治安', 'Public security'), { grade: 'urgent', source: account }),
  classIn('livelihood', 'parking', words('小区停车难', '小區停車難', 'Want of parking'), { source: account }),
  classIn('livelihood', 'alley-pipes', words('巷道管道', '巷道管道', 'Pipes in alleys'), { source: account }),
  classIn('livelihood', 'compound-upkeep', words('小区治理', '小區治理', 'Upkeep of compounds'), { source: account }),
  classIn('livelihood', 'relief', words('社会救助', '社會救助', 'Relief'), { grade: 'prompt', source: account }),
  classIn('dispute', 'neighbours', words('邻里纠纷', '鄰里糾紛', 'Disputes between neighbours'), { source: 'ours' }),
  classIn('dispute', 'property-dispute', words('物业纠纷', '物業糾紛', 'Disputes over property service'), {
    source: 'ours',
  }),
  classIn('security', 'incident', words('治安事件', '治安事件', 'Security incident'), {
    grade: 'urgent',
    source: account,
  }),
];

const dispatch = [
  {
    id: 'by-department',
    classes: ['security', 'relief', 'alley-pipes'],
    to: 'county-department',
    why: words(
      '街道吹哨，由职能部门报到办理',
      '街道吹哨，由職能部門報到辦理',
      'The sub-district calls, and the department that answers for it reports in',
    ),
    source: account,
  },
  {
    id: 'by-compound',
    classes: ['compound-upkeep', 'property-dispute'],
    to: 'compound-branch',
    why: words('由小区党支部牵头办理', '由小區黨支部牽頭辦理', 'Handled by the compound branch'),
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
    source: 'ours',
  },
];

/** 民情直通车: what residents tell reaches the community, and units that stand there help. The account names no steps; these are the field's. */
export const cases = {
  ...loopOf({
    desk: ['residents-committee', 'village-committee', 'street-office', 'town-government'],
    phases: {
      collect: words('受理', '受理', 'Taken in'),
      dispatch: words('交办', '交辦', 'Dispatched'),
      handle: words('办理', '辦理', 'Handled'),
      feedback: words('反馈', '反饋', 'Fed back'),
    },
    source: 'ours',
  }),
  ...usual,
  classes,
  dispatch,
};
