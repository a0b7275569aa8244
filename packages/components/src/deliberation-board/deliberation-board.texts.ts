import type { Fault, Outcome, Share } from '@keting/domain';
import type { Texts } from '../base/texts.ts';
import type { Tally, VoteFault } from './draft.ts';
import type { MoveReason } from './moves.ts';
import type { BoardAction } from './topic.ts';

/** The words of the board in one language. */
export interface BoardTexts {
  readonly board: string;
  readonly find: string;
  readonly tiers: string;
  readonly open: (topics: number) => string;
  readonly lost: (topics: number) => string;
  readonly more: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly nothingFound: string;
  readonly columnEmpty: string;
  readonly loading: string;
  readonly failed: string;
  readonly retry: string;
  readonly quorumRule: (share: Share) => string;
  readonly majorityRule: (share: Share) => string;
  readonly passesTo: (lane: string) => string;
  readonly cardHelp: string;

  readonly due: (eligible: number) => string;
  readonly came: (tally: Tally) => string;
  readonly cameOf: (present: number, eligible: number) => string;
  readonly quorum: (needed: number) => string;
  readonly short: (by: number) => string;
  readonly nobodyDue: string;
  readonly nobodyDueHint: string;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly votesCast: (inFavour: number, against: number, abstained: number) => string;
  readonly until: (when: string) => string;
  readonly overdue: (when: string) => string;

  readonly moveTo: string;
  readonly openTopic: string;
  readonly moveInto: (column: string) => string;
  readonly pickedUp: (title: string, column: string) => string;
  readonly over: (column: string) => string;
  readonly overRefused: (column: string, reason: string) => string;
  readonly droppedOn: (column: string) => string;
  readonly putBack: (column: string) => string;
  readonly dropHere: string;
  readonly reasons: Readonly<Record<MoveReason, string>>;
  readonly notYours: string;

  readonly close: string;
  readonly calledAt: (when: string) => string;
  readonly agenda: string;
  readonly addItem: string;
  readonly itemLabel: string;
  readonly attendance: string;
  readonly observers: string;
  readonly all: string;
  readonly none: string;
  readonly ticked: (tally: Tally) => string;
  readonly absent: string;
  readonly wasThere: string;
  readonly resolution: string;
  readonly outcome: string;
  readonly resolutionLabel: Readonly<Record<Outcome, string>>;
  readonly outcomeHint: Readonly<Record<Outcome, string>>;
  readonly votes: string;
  readonly unanimous: string;
  readonly toCase: (number: string) => string;
  readonly inFavour: string;
  readonly against: string;
  readonly abstained: string;
  readonly handler: string;
  readonly chooseHandler: string;
  readonly actions: Readonly<Record<BoardAction, string>>;
  readonly resolve: string;
  readonly sending: string;
  readonly done: Readonly<Record<BoardAction, string>>;
  readonly notSent: string;
  readonly unanswered: string;
  /** It waits on this device. */
  readonly queued: string;
  readonly fault: (fault: Pick<Fault, 'code' | 'limit'>) => string;
  readonly voteFault: (fault: VoteFault) => string;
}

const fraction = ({ of, in: parts, more }: Share, more_: string, least: string): string =>
  `${more ? more_ : least} ${of}/${parts}`;

const hansFaults: BoardTexts['fault'] = ({ code, limit }) => {
  switch (code) {
    case 'required':
      return '请填写这一项';
    case 'too-long':
      return `最多 ${limit ?? ''} 个字`;
    case 'too-small':
      return `不能小于 ${limit ?? ''}`;
    case 'too-short':
      return `至少 ${limit ?? ''} 个字`;
    default:
      return '请填写整数';
  }
};
const hantFaults: BoardTexts['fault'] = ({ code, limit }) => {
  switch (code) {
    case 'required':
      return '請填寫這一項';
    case 'too-long':
      return `最多 ${limit ?? ''} 個字`;
    case 'too-small':
      return `不能小於 ${limit ?? ''}`;
    case 'too-short':
      return `至少 ${limit ?? ''} 個字`;
    default:
      return '請填寫整數';
  }
};
const englishFaults: BoardTexts['fault'] = ({ code, limit }) => {
  switch (code) {
    case 'required':
      return 'Fill this in';
    case 'too-long':
      return `At most ${limit ?? ''} characters`;
    case 'too-small':
      return `Not below ${limit ?? ''}`;
    case 'too-short':
      return `At least ${limit ?? ''} characters`;
    default:
      return 'Enter a whole number';
  }
};

const hans: BoardTexts = {
  board: '议事板',
  find: '找议题、案件号、地点',
  tiers: '会议层级',
  open: (n) => `在议 ${n} 件`,
  lost: (n) => `有 ${n} 个议题的会议层级或步骤不在本板的流程里，没有显示。`,
  more: '议题较多，只显示了一部分；请用搜索或换一个范围。',
  empty: '还没有议题',
  emptyHint: '案件升级后，会议在这里召集；议定的结果会自动回到案件。',
  nothingFound: '没有符合的议题',
  columnEmpty: '没有议题',
  loading: '正在读取议题…',
  failed: '议题没有读出来。',
  retry: '再试一次',
  quorumRule: (share) => `到会${fraction(share, '超过', '不少于')}`,
  majorityRule: (share) => `赞成${fraction(share, '超过', '不少于')}`,
  passesTo: (lane) => `议不成，提交${lane}`,
  cardHelp: '回车打开，空格拿起后用方向键移动，M 打开“移到”菜单。',
  due: (n) => `应到 ${n}`,
  came: ({ counted, of }) => `到会 ${counted}/${of}`,
  cameOf: (present, eligible) => `到会 ${present}/${eligible}`,
  quorum: (n) => `法定 ${n}`,
  short: (n) => `差 ${n} 人`,
  nobodyDue: '无人应到',
  nobodyDueHint: '这里没有相应的机构，或职务空缺。补齐后重新列名单，或者提交上一级。',
  outcomes: { settled: '已议定', referred: '已交办', 'passed-up': '已提交上级' },
  votesCast: (f, a, o) => `赞成 ${f} · 反对 ${a} · 弃权 ${o}`,
  until: (when) => `${when} 前`,
  overdue: (when) => `已超期 ${when}`,
  moveTo: '移到…',
  openTopic: '打开议题',
  moveInto: (column) => `移到 ${column}`,
  pickedUp: (title, column) => `拿起“${title}”，在${column}。用方向键选位置，回车放下，Esc 放回。`,
  over: (column) => `${column}，可以放下。`,
  overRefused: (column, reason) => `${column}，不能放：${reason}`,
  droppedOn: (column) => `放到${column}。`,
  putBack: (column) => `放回${column}。`,
  dropHere: '放在这里',
  reasons: {
    same: '议题就在这里',
    final: '已经议决，不再移动',
    back: '会议不往回走',
    skips: '要先召开，再议决',
    'last-tier': '这是最高一级会议，不能再提交',
    'not-next-tier': '只能提交给下一级会议',
    'begins-anew': '到新一级要从召集开始',
    'not-held': '会还没开，议不成才提交上级',
  },
  notYours: '您没有这项权限',
  close: '关闭',
  calledAt: (when) => `${when} 召集`,
  agenda: '议程',
  addItem: '加一项',
  itemLabel: '新的议程',
  attendance: '到会',
  observers: '列席',
  all: '全部到会',
  none: '清空',
  ticked: ({ counted, of, needed, reached }) =>
    `已勾选 ${counted}/${of} · 法定 ${needed}${reached ? ' ✓' : ` · 还差 ${needed - counted} 人`}`,
  absent: '未到',
  wasThere: '到会',
  resolution: '决议',
  outcome: '结果',
  resolutionLabel: { settled: '决议内容', referred: '决议内容和要求', 'passed-up': '提交的理由' },
  outcomeHint: {
    settled: '问题就此解决，案件办结后答复',
    referred: '交给一个单位去办',
    'passed-up': '这一级议不成，请上一级来议',
  },
  votes: '表决',
  unanimous: '全票赞成',
  toCase: (number) => `案件 ${number}`,
  inFavour: '赞成',
  against: '反对',
  abstained: '弃权',
  handler: '承办单位',
  chooseHandler: '请选择承办单位',
  actions: {
    agenda: '加入议程',
    relist: '重新列名单',
    hold: '召开会议',
    settle: '议定',
    refer: '交办',
    'pass-up': '提交上级',
  },
  resolve: '作出决议',
  sending: '正在提交…',
  done: {
    agenda: '已加入议程',
    relist: '名单已更新',
    hold: '会议已召开',
    settle: '已议定，结果回到案件',
    refer: '已交办，结果回到案件',
    'pass-up': '已提交上一级会议',
  },
  notSent: '没有送出去，填写的内容还在。请稍后再试。',
  queued: '已存在这台设备上，网络恢复后会自动送出。',
  unanswered: '这个页面没有接收，没有提交；您写的还在。',
  fault: hansFaults,
  voteFault: (fault) =>
    fault.code === 'majority-missed'
      ? `赞成要有 ${fault.needed} 票才能通过`
      : `票数合计 ${fault.cast}，多于到会的 ${fault.present} 人`,
};

const hant: BoardTexts = {
  board: '議事板',
  find: '找議題、案件號、地點',
  tiers: '會議層級',
  open: (n) => `在議 ${n} 件`,
  lost: (n) => `有 ${n} 個議題的會議層級或步驟不在本板的流程裡，沒有顯示。`,
  more: '議題較多，只顯示了一部分；請用搜尋或換一個範圍。',
  empty: '還沒有議題',
  emptyHint: '案件升級後，會議在這裡召集；議定的結果會自動回到案件。',
  nothingFound: '沒有符合的議題',
  columnEmpty: '沒有議題',
  loading: '正在讀取議題…',
  failed: '議題沒有讀出來。',
  retry: '再試一次',
  quorumRule: (share) => `到會${fraction(share, '超過', '不少於')}`,
  majorityRule: (share) => `贊成${fraction(share, '超過', '不少於')}`,
  passesTo: (lane) => `議不成，提交${lane}`,
  cardHelp: '按 Enter 打開，空白鍵拿起後用方向鍵移動，M 打開「移到」選單。',
  due: (n) => `應到 ${n}`,
  came: ({ counted, of }) => `到會 ${counted}/${of}`,
  cameOf: (present, eligible) => `到會 ${present}/${eligible}`,
  quorum: (n) => `法定 ${n}`,
  short: (n) => `差 ${n} 人`,
  nobodyDue: '無人應到',
  nobodyDueHint: '這裡沒有相應的機構，或職務空缺。補齊後重新列名單，或者提交上一級。',
  outcomes: { settled: '已議定', referred: '已交辦', 'passed-up': '已提交上級' },
  votesCast: (f, a, o) => `贊成 ${f} · 反對 ${a} · 棄權 ${o}`,
  until: (when) => `${when} 前`,
  overdue: (when) => `已逾期 ${when}`,
  moveTo: '移到…',
  openTopic: '打開議題',
  moveInto: (column) => `移到 ${column}`,
  pickedUp: (title, column) => `拿起「${title}」，在${column}。用方向鍵選位置，Enter 放下，Esc 放回。`,
  over: (column) => `${column}，可以放下。`,
  overRefused: (column, reason) => `${column}，不能放：${reason}`,
  droppedOn: (column) => `放到${column}。`,
  putBack: (column) => `放回${column}。`,
  dropHere: '放在這裡',
  reasons: {
    same: '議題就在這裡',
    final: '已經議決，不再移動',
    back: '會議不往回走',
    skips: '要先召開，再議決',
    'last-tier': '這是最高一級會議，不能再提交',
    'not-next-tier': '只能提交給下一級會議',
    'begins-anew': '到新一級要從召集開始',
    'not-held': '會還沒開，議不成才提交上級',
  },
  notYours: '您沒有這項權限',
  close: '關閉',
  calledAt: (when) => `${when} 召集`,
  agenda: '議程',
  addItem: '加一項',
  itemLabel: '新的議程',
  attendance: '到會',
  observers: '列席',
  all: '全部到會',
  none: '清空',
  ticked: ({ counted, of, needed, reached }) =>
    `已勾選 ${counted}/${of} · 法定 ${needed}${reached ? ' ✓' : ` · 還差 ${needed - counted} 人`}`,
  absent: '未到',
  wasThere: '到會',
  resolution: '決議',
  outcome: '結果',
  resolutionLabel: { settled: '決議內容', referred: '決議內容和要求', 'passed-up': '提交的理由' },
  outcomeHint: {
    settled: '問題就此解決，案件辦結後答覆',
    referred: '交給一個單位去辦',
    'passed-up': '這一級議不成，請上一級來議',
  },
  votes: '表決',
  unanimous: '全票贊成',
  toCase: (number) => `案件 ${number}`,
  inFavour: '贊成',
  against: '反對',
  abstained: '棄權',
  handler: '承辦單位',
  chooseHandler: '請選擇承辦單位',
  actions: {
    agenda: '加入議程',
    relist: '重新列名單',
    hold: '召開會議',
    settle: '議定',
    refer: '交辦',
    'pass-up': '提交上級',
  },
  resolve: '作出決議',
  sending: '正在提交…',
  done: {
    agenda: '已加入議程',
    relist: '名單已更新',
    hold: '會議已召開',
    settle: '已議定，結果回到案件',
    refer: '已交辦，結果回到案件',
    'pass-up': '已提交上一級會議',
  },
  notSent: '沒有送出去，填寫的內容還在。請稍後再試。',
  queued: '已存在這台裝置上，網絡恢復後會自動送出。',
  unanswered: '這個頁面沒有接收，沒有提交；您寫的還在。',
  fault: hantFaults,
  voteFault: (fault) =>
    fault.code === 'majority-missed'
      ? `贊成要有 ${fault.needed} 票才能通過`
      : `票數合計 ${fault.cast}，多於到會的 ${fault.present} 人`,
};

const people = (n: number): string => (n === 1 ? '1 person' : `${n} people`);

const english: BoardTexts = {
  board: 'Deliberation board',
  find: 'Find a topic, case number or place',
  tiers: 'Tiers of meetings',
  open: (n) => `${n} under way`,
  lost: (n) =>
    `${n} ${n === 1 ? 'topic is' : 'topics are'} at a tier or step that this board does not have, and not shown.`,
  more: 'There are many topics; only a part of them is shown. Search, or choose a smaller area.',
  empty: 'No topics yet',
  emptyHint: 'When a case is escalated, its meeting is called here; what it resolves returns to the case.',
  nothingFound: 'No topic fits',
  columnEmpty: 'No topics',
  loading: 'Reading topics…',
  failed: 'The topics could not be read.',
  retry: 'Try again',
  quorumRule: (share) => `Present: ${fraction(share, 'more than', 'at least')}`,
  majorityRule: (share) => `In favour: ${fraction(share, 'more than', 'at least')}`,
  passesTo: (lane) => `Otherwise passed to: ${lane}`,
  cardHelp: 'Enter opens; Space picks up, then arrow keys move; M opens the menu “Move to”.',
  due: (n) => `${n} due`,
  came: ({ counted, of }) => `${counted} of ${of} present`,
  cameOf: (present, eligible) => `${present} of ${eligible} present`,
  quorum: (n) => `quorum ${n}`,
  short: (n) => `${n} short`,
  nobodyDue: 'Nobody is entitled',
  nobodyDueHint: 'No such body stands here, or its posts are vacant. Fill them and list anew, or pass it up.',
  outcomes: { settled: 'Settled', referred: 'Referred', 'passed-up': 'Passed up' },
  votesCast: (f, a, o) => `${f} for · ${a} against · ${o} abstained`,
  until: (when) => `by ${when}`,
  overdue: (when) => `overdue since ${when}`,
  moveTo: 'Move to…',
  openTopic: 'Open topic',
  moveInto: (column) => `Move to ${column}`,
  pickedUp: (title, column) =>
    `Picked up “${title}” from ${column}. Choose a place with the arrow keys, Enter drops it, Escape puts it back.`,
  over: (column) => `${column}: can be dropped here.`,
  overRefused: (column, reason) => `${column}: cannot be dropped. ${reason}`,
  droppedOn: (column) => `Dropped on ${column}.`,
  putBack: (column) => `Put back to ${column}.`,
  dropHere: 'Drop here',
  reasons: {
    same: 'The topic is here already',
    final: 'It is resolved and moves no more',
    back: 'Meetings do not go back',
    skips: 'It must be held before it is resolved',
    'last-tier': 'This is the highest tier; there is none to pass it to',
    'not-next-tier': 'It can only be passed to the next tier',
    'begins-anew': 'At a new tier it begins by being called',
    'not-held': 'Not held yet; only what a meeting cannot settle is passed up',
  },
  notYours: 'Not yours to do',
  close: 'Close',
  calledAt: (when) => `Called ${when}`,
  agenda: 'Agenda',
  addItem: 'Add an item',
  itemLabel: 'New item',
  attendance: 'Attendance',
  observers: 'Observers',
  all: 'All present',
  none: 'Clear',
  ticked: ({ counted, of, needed, reached }) =>
    `${counted} of ${of} ticked · quorum ${needed}${reached ? ' ✓' : ` · ${people(needed - counted)} short`}`,
  absent: 'absent',
  wasThere: 'present',
  resolution: 'Resolution',
  outcome: 'Outcome',
  resolutionLabel: {
    settled: 'What was resolved',
    referred: 'What was resolved and asked',
    'passed-up': 'Why it is passed up',
  },
  outcomeHint: {
    settled: 'The problem is solved; the case closes and is replied to',
    referred: 'A unit takes the case on',
    'passed-up': 'This tier cannot settle it; the next one shall',
  },
  votes: 'Votes',
  unanimous: 'All in favour',
  toCase: (number) => `Case ${number}`,
  inFavour: 'In favour',
  against: 'Against',
  abstained: 'Abstained',
  handler: 'Handler',
  chooseHandler: 'Choose a handler',
  actions: {
    agenda: 'Add to the agenda',
    relist: 'List anew',
    hold: 'Hold the meeting',
    settle: 'Settle',
    refer: 'Refer',
    'pass-up': 'Pass up',
  },
  resolve: 'Resolve',
  sending: 'Sending…',
  done: {
    agenda: 'Added to the agenda',
    relist: 'The list is renewed',
    hold: 'The meeting is held',
    settle: 'Settled; the result returns to the case',
    refer: 'Referred; the result returns to the case',
    'pass-up': 'Passed to the next tier',
  },
  notSent: 'This could not be sent. What you typed is still here; try again later.',
  queued: 'Kept on this device; it will be sent when the line is back.',
  unanswered: 'Nobody on this page took it. What you typed is still here.',
  fault: englishFaults,
  voteFault: (fault) =>
    fault.code === 'majority-missed'
      ? `${fault.needed} votes in favour are needed`
      : `${fault.cast} votes are more than the ${people(fault.present)} present`,
};

export const boardTexts: Texts<BoardTexts> = { 'zh-Hans': hans, 'zh-Hant': hant, en: english };
