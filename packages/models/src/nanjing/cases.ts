import { words } from '@keting/domain';
import { classGroup, classIn, loopOf, usual } from '../parts/case-loop.ts';

const account = 'nanjing-2000';

/** The account tells of community building, not of a catalogue: these are the works that it names. */
const classes = [
  classGroup('building', words('社区建设', '社區建設', 'Community building'), { source: account }),
  classGroup('service', words('社区服务', '社區服務', 'Community service'), { source: account }),
  classGroup('order', words('综合治理', '綜合治理', 'Public order'), { grade: 'prompt', source: account }),
  classIn('building', 'compound-renewal', words('小区出新', '小區出新', 'Renewal of compounds'), { source: account }),
  classIn('building', 'illegal-building', words('拆违', '拆違', 'Buildings without permission'), {
    grade: 'prompt',
    source: account,
  }),
  classIn('building', 'stairwell-clutter', words('楼道杂物', '樓道雜物', 'Clutter in stairwells'), { source: account }),
  classIn('building', 'environment', words('社区环境', '社區環境', 'Surroundings'), { source: account }),
  classIn('service', 'laid-off', words('下岗职工服务', '下崗職工服務', 'Services for those laid off'), {
    source: account,
  }),
  classIn('service', 'retired', words('离退休人员服务', '離退休人員服務', 'Services for the retired'), {
    source: account,
  }),
  classIn('order', 'flood', words('防汛抢险', '防汛搶險', 'Floods'), { grade: 'urgent', source: account }),
  classIn('order', 'patrol', words('治安巡逻', '治安巡邏', 'Patrols'), { source: account }),
];

const dispatch = [
  {
    id: 'by-resident-unit',
    classes: ['compound-renewal', 'flood'],
    to: 'resident-unit',
    why: words('与驻区单位共驻共建办理', '與駐區單位共駐共建辦理', 'Handled together with the units that stand there'),
    source: account,
  },
  {
    id: 'by-street',
    classes: ['order', 'illegal-building'],
    to: 'street-office',
    why: words('由街道办事处办理', '由街道辦事處辦理', 'Handled by the sub-district office'),
    source: account,
  },
  {
    id: 'by-committee',
    classes: [],
    to: 'residents-committee',
    why: words('由居委会办理', '由居委會辦理', 'Handled by the residents’ committee'),
    source: account,
  },
];

/** The account, of the years before the platforms, names no steps; these are the field's. */
export const cases = {
  ...loopOf({
    desk: ['residents-committee', 'street-office'],
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
