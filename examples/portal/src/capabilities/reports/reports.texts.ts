import { words, type Permission, type Term } from '@keting/domain';

/** What reports are called. */
export const reportTitles = {
  pairs: words('结对与一肩挑', '結對與一肩挑', 'Pairs, and who heads both'),
  fourInOne: words('四位一体一览', '四位一體一覽', 'The four in one'),
  coverage: words('覆盖核查', '覆蓋核查', 'Audit of coverage'),
  rota: words('全年日程', '全年日程', 'Calendar for the year'),
  duties: words('权责清单', '權責清單', 'Duty list'),
  understaffed: words('人员不足的网格', '人員不足的網格', 'Understaffed grids'),
  digest: words('本周与本月', '本週與本月', 'This week and this month'),
  rates: words('各类别的办理率', '各類別的辦理率', 'Rates by class'),
  settled: words('各级解决情况', '各級解決情況', 'Settled at each level'),
  permissions: words('权限规则', '權限規則', 'Rules of access'),
  kept: words('保存哪些个人信息、为了什么', '保存哪些個人資訊、為了什麼', 'What is kept about persons, and why'),
} as const;

/** What their columns are called. */
export const columnTexts = {
  party: words('党组织', '黨組織', 'Party organisation'),
  council: words('结对机构', '結對機構', 'Body beside it'),
  heads: words('一肩挑', '一肩挑', 'Heads both'),
  place: words('地点', '地點', 'Place'),
  crossPosted: words('交叉任职', '交叉任職', 'Serve across'),
  target: words('要求', '要求', 'Asked for'),
  all: words('应覆盖', '應覆蓋', 'All'),
  covered: words('已覆盖', '已覆蓋', 'Covered'),
  share: words('覆盖率', '覆蓋率', 'Share'),
  gaps: words('缺口', '缺口', 'Gaps'),
  unit: words('单位', '單位', 'Unit'),
  date: words('日期', '日期', 'Date'),
  time: words('时间', '時間', 'Time'),
  what: words('事项', '事項', 'What'),
  turn: words('轮值人', '輪值人', 'Whose turn'),
  note: words('说明', '說明', 'Note'),
  duty: words('责任', '責任', 'Duty'),
  stages: words('适用阶段', '適用階段', 'Stages'),
  classes: words('适用类别', '適用類別', 'Classes'),
  posts: words('责任岗位', '責任崗位', 'Posts that answer'),
  grid: words('网格', '網格', 'Grid'),
  post: words('岗位', '崗位', 'Post'),
  has: words('现有', '現有', 'Has'),
  needs: words('应有', '應有', 'Needs'),
  figure: words('指标', '指標', 'Figure'),
  week: words('本周', '本週', 'This week'),
  month: words('本月', '本月', 'This month'),
  caseClass: words('类别', '類別', 'Class'),
  reported: words('上报数', '上報數', 'Reported'),
  responseRate: words('响应率', '響應率', 'Response'),
  closingRate: words('办结率', '辦結率', 'Closing'),
  resolutionRate: words('解决率', '解決率', 'Resolution'),
  satisfactionRate: words('满意率', '滿意率', 'Satisfaction'),
  overdueRate: words('超期率', '超期率', 'Overdue'),
  level: words('层级', '層級', 'Level'),
  settledThere: words('在本级解决', '在本級解決', 'Settled there'),
  settledBelow: words('本级及以下解决率', '本級及以下解決率', 'Settled there or below'),
  actions: words('可以做什么', '可以做什麼', 'May do'),
  who: words('谁', '誰', 'Who'),
  where: words('在哪里', '在哪裡', 'Where'),
  event: words('经过', '經過', 'Event'),
  field: words('内容', '內容', 'Field'),
  purpose: words('目的', '目的', 'Purpose'),
} as const;

/** What stands in their cells beside names and figures. */
export const cellTexts = {
  every: words('全部', '全部', 'all'),
  anyone: words('任何人', '任何人', 'anyone'),
  signedIn: words('登录用户', '登入使用者', 'anyone signed in'),
  process: words('系统', '系統', 'the system'),
  see: words('查看', '查看', 'see'),
  provisional: words(
    '当年放假安排未公布，可能变动',
    '當年放假安排未公布，可能變動',
    'holidays are not published yet, it may move',
  ),
  moved: words('原定', '原定', 'moved from'),
  more: words('等 # 个', '等 # 個', 'and so on, # in all'),
  cases: words('事项', '事項', 'Cases'),
  patrols: words('巡查', '巡查', 'Patrols'),
  occasions: words('必访必到必报', '必訪必到必報', 'Occasions'),
  unstated: words('未注明', '未註明', 'not stated'),
  calendarFile: words('下载日程（iCalendar）', '下載日程（iCalendar）', 'Save the calendar (iCalendar)'),
} as const;

/** How far a permission reaches. */
export const reachTexts: Readonly<Record<Permission['where'], Term>> = {
  everywhere: words('不限', '不限', 'everywhere'),
  territory: words('本人岗位的辖区', '本人崗位的轄區', 'the territory of the post'),
  unit: words('本人岗位的单位', '本人崗位的單位', 'the unit of the post'),
  handler: words('本单位承办的', '本單位承辦的', 'what the unit handles'),
  own: words('本人的', '本人的', 'one’s own'),
};
