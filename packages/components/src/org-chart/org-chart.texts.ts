import type { Texts } from '../base/texts.ts';

/** What the chart says. Lists of ids and names come joined; numbers come formatted. */
export interface OrgChartTexts {
  readonly title: string;
  readonly units: (count: string) => string;
  readonly search: string;
  readonly searchHint: string;
  readonly matches: (place: string, count: string) => string;
  readonly noMatch: string;
  readonly previousMatch: string;
  readonly nextMatch: string;
  readonly clear: string;
  readonly presentation: string;
  readonly chart: string;
  readonly indent: string;
  readonly expandAll: string;
  readonly collapseAll: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly tree: string;
  readonly path: string;
  readonly asOf: (date: string) => string;
  /** The same where no holders of posts are shown. */
  readonly standing: (date: string) => string;
  /** The whole chart was asked for and is too large. */
  readonly part: string;
  readonly loading: string;
  readonly empty: string;
  readonly failed: string;
  readonly retry: string;
  readonly faults: string;
  readonly duplicates: (ids: string) => string;
  readonly orphans: (ids: string) => string;
  readonly cycles: (ids: string) => string;
  readonly pairs: (ids: string) => string;
  readonly more: (ids: string, count: string) => string;
  readonly legend: string;
  readonly legendParty: string;
  readonly legendPair: string;
  readonly legendDotted: string;
  readonly party: string;
  readonly person: (post: string, name: string) => string;
  readonly partTime: (post: string, name: string, from: string) => string;
  readonly servesIn: (name: string, body: string) => string;
  readonly sitsIn: (body: string) => string;
  readonly satBy: (unit: string) => string;
  readonly paired: (other: string) => string;
  readonly sharedHead: (name: string) => string;
  readonly superior: (name: string) => string;
  readonly under: (count: string) => string;
  readonly vacant: (post: string) => string;
  readonly unnamed: string;
  readonly listGap: string;
  readonly partGap: string;
}

const hans: OrgChartTexts = {
  title: '组织架构',
  units: (count) => `${count} 个单位`,
  search: '在架构中查找',
  searchHint: '找单位、类别、人',
  matches: (place, count) => `${place} / ${count}`,
  noMatch: '没有找到',
  previousMatch: '上一个',
  nextMatch: '下一个',
  clear: '清除查找',
  presentation: '呈现方式',
  chart: '架构图',
  indent: '缩进',
  expandAll: '全部展开',
  collapseAll: '全部收起',
  zoomIn: '放大',
  zoomOut: '缩小',
  fit: '看全图',
  tree: '组织架构',
  path: '所在位置',
  asOf: (date) => `${date}在任`,
  standing: (date) => `${date}的架构`,
  part: '一屏放不下，先看这一部分',
  loading: '正在读取组织架构…',
  empty: '这里会显示各级组织和任职的人。还没有单位，请先登记最上级单位。',
  failed: '组织架构没有读到。',
  retry: '再试一次',
  faults: '有些单位的资料有误，其余照常显示：',
  duplicates: (ids) => `编号重复，只显示第一个：${ids}`,
  orphans: (ids) => `找不到上级，暂列在最上：${ids}`,
  cycles: (ids) => `上下级绕成了圈，没有显示：${ids}`,
  pairs: (ids) => `结对有误，未并为一框：${ids}`,
  more: (ids, count) => `${ids} 等 ${count} 个`,
  legend: '图例',
  legendParty: '党组织',
  legendPair: '结对，合用一框',
  legendDotted: '兼职委员，隶属不变',
  party: '党组织',
  person: (post, name) => `${post} ${name}`,
  partTime: (post, name, from) => `${post} ${name}（来自 ${from}）`,
  servesIn: (name, body) => `${name} 在 ${body} 兼职`,
  sitsIn: (body) => `兼任 ${body} 成员`,
  satBy: (unit) => `${unit} 兼任成员`,
  paired: (other) => `与 ${other} 结对`,
  sharedHead: (name) => `负责人同为 ${name}`,
  superior: (name) => `上级是 ${name}`,
  under: (count) => `下设 ${count} 个`,
  vacant: (post) => `${post}空缺`,
  unnamed: '姓名不公开',
  listGap: '、',
  partGap: '；',
};

const hant: OrgChartTexts = {
  title: '組織架構',
  units: (count) => `${count} 個單位`,
  search: '在架構中查找',
  searchHint: '找單位、類別、人',
  matches: (place, count) => `${place} / ${count}`,
  noMatch: '沒有找到',
  previousMatch: '上一個',
  nextMatch: '下一個',
  clear: '清除查找',
  presentation: '呈現方式',
  chart: '架構圖',
  indent: '縮排',
  expandAll: '全部展開',
  collapseAll: '全部收起',
  zoomIn: '放大',
  zoomOut: '縮小',
  fit: '看全圖',
  tree: '組織架構',
  path: '所在位置',
  asOf: (date) => `${date}在任`,
  standing: (date) => `${date}的架構`,
  part: '一屏放不下，先看這一部分',
  loading: '正在讀取組織架構…',
  empty: '這裡會顯示各級組織和任職的人。還沒有單位，請先登記最上級單位。',
  failed: '組織架構沒有讀到。',
  retry: '再試一次',
  faults: '有些單位的資料有誤，其餘照常顯示：',
  duplicates: (ids) => `編號重複，只顯示第一個：${ids}`,
  orphans: (ids) => `找不到上級，暫列在最上：${ids}`,
  cycles: (ids) => `上下級繞成了圈，沒有顯示：${ids}`,
  pairs: (ids) => `結對有誤，未併為一框：${ids}`,
  more: (ids, count) => `${ids} 等 ${count} 個`,
  legend: '圖例',
  legendParty: '黨組織',
  legendPair: '結對，合用一框',
  legendDotted: '兼職委員，隸屬不變',
  party: '黨組織',
  person: (post, name) => `${post} ${name}`,
  partTime: (post, name, from) => `${post} ${name}（來自 ${from}）`,
  servesIn: (name, body) => `${name} 在 ${body} 兼職`,
  sitsIn: (body) => `兼任 ${body} 成員`,
  satBy: (unit) => `${unit} 兼任成員`,
  paired: (other) => `與 ${other} 結對`,
  sharedHead: (name) => `負責人同為 ${name}`,
  superior: (name) => `上級是 ${name}`,
  under: (count) => `下設 ${count} 個`,
  vacant: (post) => `${post}空缺`,
  unnamed: '姓名不公開',
  listGap: '、',
  partGap: '；',
};

const english: OrgChartTexts = {
  title: 'Organisation',
  units: (count) => (count === '1' ? '1 unit' : `${count} units`),
  search: 'Find in the chart',
  searchHint: 'Find a unit, kind or person',
  matches: (place, count) => `${place} of ${count}`,
  noMatch: 'Nothing found',
  previousMatch: 'Previous match',
  nextMatch: 'Next match',
  clear: 'Clear the search',
  presentation: 'Presentation',
  chart: 'Chart',
  indent: 'Indented',
  expandAll: 'Expand all',
  collapseAll: 'Collapse all',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show the whole chart',
  tree: 'Organisation',
  path: 'Position',
  asOf: (date) => `in office on ${date}`,
  standing: (date) => `as it stood on ${date}`,
  part: 'Too large to show at once: this is a part',
  loading: 'Reading the organisation…',
  empty:
    'Units and the people who serve in them will appear here. There are none yet: register the topmost unit first.',
  failed: 'The organisation could not be read.',
  retry: 'Try again',
  faults: 'Some units have faulty data; the others are shown:',
  duplicates: (ids) => `Id used more than once, only the first is shown: ${ids}`,
  orphans: (ids) => `Superior not found, shown at the top: ${ids}`,
  cycles: (ids) => `Units that are their own superior, not shown: ${ids}`,
  pairs: (ids) => `Pairs that cannot be, shown apart: ${ids}`,
  more: (ids, count) => `${ids} and others, ${count} in all`,
  legend: 'Legend',
  legendParty: 'party body',
  legendPair: 'paired, in one box',
  legendDotted: 'part-time member, affiliation unchanged',
  party: 'party body',
  person: (post, name) => `${post} ${name}`,
  partTime: (post, name, from) => `${post} ${name} (from ${from})`,
  servesIn: (name, body) => `${name} serves part-time in ${body}`,
  sitsIn: (body) => `also a member of ${body}`,
  satBy: (unit) => `${unit} is also a member`,
  paired: (other) => `paired with ${other}`,
  sharedHead: (name) => `both headed by ${name}`,
  superior: (name) => `under ${name}`,
  under: (count) => (count === '1' ? '1 unit below' : `${count} units below`),
  vacant: (post) => `${post} vacant`,
  unnamed: 'name withheld',
  listGap: ', ',
  partGap: '; ',
};

/** The chart's texts in each language. */
export const orgChartTexts: Texts<OrgChartTexts> = { 'zh-Hans': hans, 'zh-Hant': hant, en: english };
