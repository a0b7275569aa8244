import type { Texts } from '../base/texts.ts';
import type { SortKey } from './arrange.ts';

/** Said to those who work through cases, and to those whose own matters they are. */
type ByAudience = Readonly<Record<'worker' | 'reporter', string>>;

/** What the worklist says. Counts come formatted. */
export interface WorklistTexts {
  readonly title: ByAudience;
  readonly count: (shown: string) => string;
  readonly countMore: (shown: string) => string;
  readonly columns: Readonly<Record<SortKey, string>>;
  readonly search: ByAudience;
  readonly searchHint: string;
  readonly stage: string;
  readonly allStages: string;
  readonly class: string;
  readonly allClasses: string;
  readonly lights: string;
  readonly light: Readonly<Record<'all' | 'soon' | 'late', (count: string) => string>>;
  readonly sort: string;
  readonly sortDown: string;
  readonly sortUp: string;
  readonly noNumber: string;
  readonly ofReporter: ByAudience;
  readonly nobody: string;
  readonly loading: string;
  readonly more: string;
  readonly failed: string;
  readonly retry: string;
  readonly empty: ByAudience;
  readonly emptyHint: ByAudience;
  readonly noMatch: ByAudience;
  readonly clear: string;
}

const hans: WorklistTexts = {
  title: { worker: '待办案件', reporter: '我的事项' },
  count: (shown) => `${shown} 件`,
  countMore: (shown) => `已列出 ${shown} 件，往下还有`,
  columns: { number: '编号', class: '事项', grid: '网格', stage: '阶段', due: '时限', turn: '轮到' },
  search: { worker: '在案件中查找', reporter: '在事项中查找' },
  searchHint: '编号、内容、网格',
  stage: '阶段',
  allStages: '全部阶段',
  class: '类别',
  allClasses: '全部类别',
  lights: '时限',
  light: { all: (count) => `全部 ${count}`, soon: (count) => `将到期 ${count}`, late: (count) => `超时 ${count}` },
  sort: '排序',
  sortDown: '从大到小',
  sortUp: '从小到大',
  noNumber: '未编号',
  ofReporter: { worker: '上报人', reporter: '等您评价' },
  nobody: '—',
  loading: '正在读取…',
  more: '继续往下读取…',
  failed: '没有读取出来，可能是网络断了。',
  retry: '再试一次',
  empty: { worker: '现在没有轮到您办的案件', reporter: '这里还没有事项' },
  emptyHint: {
    worker: '一有案件上报、交办或退回给您，就会自动出现在这里，最急的排在最前。',
    reporter: '您上报以后，可以在这里看办到了哪一步、给了什么答复，并作评价。',
  },
  noMatch: { worker: '没有符合条件的案件', reporter: '没有符合条件的事项' },
  clear: '清除条件',
};

const hant: WorklistTexts = {
  title: { worker: '待辦案件', reporter: '我的事項' },
  count: (shown) => `${shown} 件`,
  countMore: (shown) => `已列出 ${shown} 件，往下還有`,
  columns: { number: '編號', class: '事項', grid: '網格', stage: '階段', due: '時限', turn: '輪到' },
  search: { worker: '在案件中查找', reporter: '在事項中查找' },
  searchHint: '編號、內容、網格',
  stage: '階段',
  allStages: '全部階段',
  class: '類別',
  allClasses: '全部類別',
  lights: '時限',
  light: { all: (count) => `全部 ${count}`, soon: (count) => `將到期 ${count}`, late: (count) => `超時 ${count}` },
  sort: '排序',
  sortDown: '從大到小',
  sortUp: '從小到大',
  noNumber: '未編號',
  ofReporter: { worker: '上報人', reporter: '等您評價' },
  nobody: '—',
  loading: '正在讀取…',
  more: '繼續往下讀取…',
  failed: '沒有讀取出來，可能是網絡斷了。',
  retry: '再試一次',
  empty: { worker: '現在沒有輪到您辦的案件', reporter: '這裡還沒有事項' },
  emptyHint: {
    worker: '一有案件上報、交辦或退回給您，就會自動出現在這裡，最急的排在最前。',
    reporter: '您上報以後，可以在這裡看辦到了哪一步、給了什麼答覆，並作評價。',
  },
  noMatch: { worker: '沒有符合條件的案件', reporter: '沒有符合條件的事項' },
  clear: '清除條件',
};

const en: WorklistTexts = {
  title: { worker: 'Open cases', reporter: 'My matters' },
  count: (shown) => (shown === '1' ? '1 case' : `${shown} cases`),
  countMore: (shown) => `${shown} listed, more below`,
  columns: { number: 'Number', class: 'Matter', grid: 'Grid', stage: 'Stage', due: 'Deadline', turn: 'Turn of' },
  search: { worker: 'Find in the cases', reporter: 'Find in the matters' },
  searchHint: 'Number, words, grid',
  stage: 'Stage',
  allStages: 'All stages',
  class: 'Class',
  allClasses: 'All classes',
  lights: 'Deadline',
  light: { all: (count) => `All ${count}`, soon: (count) => `Due soon ${count}`, late: (count) => `Late ${count}` },
  sort: 'Sort by',
  sortDown: 'Descending',
  sortUp: 'Ascending',
  noNumber: 'no number',
  ofReporter: { worker: 'Reporter', reporter: 'Yours to rate' },
  nobody: '—',
  loading: 'Reading…',
  more: 'Reading more…',
  failed: 'It could not be read; the connection may be down.',
  retry: 'Try again',
  empty: { worker: 'No case is waiting for you', reporter: 'No matter stands here yet' },
  emptyHint: {
    worker:
      'Cases appear here by themselves when they are reported, dispatched or returned to you, the most urgent first.',
    reporter: 'Once you have reported something, you see here how far it has come and what was replied, and rate it.',
  },
  noMatch: { worker: 'No case matches', reporter: 'No matter matches' },
  clear: 'Clear the conditions',
};

export const worklistTexts: Texts<WorklistTexts> = { 'zh-Hans': hans, 'zh-Hant': hant, en };
