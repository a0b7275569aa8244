import type { FaultCode, Language } from '@keting/domain';
import type { Group } from './capability.ts';

/** The words of the pages of capabilities themselves. */
export interface CapabilityTexts {
  readonly intro: string;
  readonly groups: Readonly<Record<Group, string>>;
  readonly back: string;
  readonly howHere: string;
  readonly notHere: string;
  readonly seeAlso: (page: string) => string;
  readonly data: string;
  readonly questions: string;
  readonly ask: string;
  readonly actions: string;
  readonly noData: string;
  readonly noActions: string;
  readonly empty: string;
  readonly nothingFound: string;
  readonly notYours: string;
  readonly chooseFirst: string;
  readonly which: (what: string) => string;
  readonly loading: string;
  readonly failed: string;
  readonly again: string;
  readonly nextPage: string;
  readonly firstPage: string;
  readonly masked: string;
  readonly yes: string;
  readonly no: string;
  readonly required: string;
  readonly choose: string;
  readonly form: string;
  readonly add: (what: string) => string;
  readonly remove: (what: string) => string;
  readonly send: string;
  readonly sending: string;
  readonly done: (what: string) => string;
  readonly numbered: (number: string) => string;
  readonly queued: string;
  readonly refused: string;
  readonly position: string;
  readonly outline: string;
  readonly papers: string;
  readonly papersDrawn: string;
  readonly faults: Readonly<Record<FaultCode, (limit: number) => string>>;
  readonly unknownCode: string;
  readonly duration: (hours: string) => string;
  readonly unknown: string;
}

export const capabilityTexts: Readonly<Record<Language, CapabilityTexts>> = {
  'zh-Hans': {
    intro: '本系统的每一项功能：本地怎样规定、现有哪些数据、当前身份可以办理什么。',
    groups: {
      organisation: '组织体系',
      grid: '网格',
      case: '事项办理',
      deliberation: '议事与共建',
      volunteering: '志愿服务',
      points: '积分与荣誉',
      all: '通用要求',
    },
    back: '全部功能',
    howHere: '本地的规定',
    notHere: '本地没有这项机制',
    seeAlso: (page) => `专用页面：${page}`,
    data: '数据',
    questions: '查询',
    ask: '查询',
    actions: '办理',
    noData: '这项功能没有单独的数据表。',
    noActions: '当前身份在这里没有可以办理的事。',
    empty: '还没有记录。',
    nothingFound: '没有可列出的内容。',
    notYours: '当前身份无权查看。',
    chooseFirst: '请先选择一项。',
    which: (what) => `选择${what}`,
    loading: '正在读取…',
    failed: '没有读到数据，请检查网络后再试。',
    again: '再试一次',
    nextPage: '下一页',
    firstPage: '回到第一页',
    masked: '（已隐去）',
    yes: '是',
    no: '否',
    required: '必填',
    choose: '请选择',
    form: '方式',
    add: (what) => `增加${what}`,
    remove: (what) => `去掉${what}`,
    send: '确定',
    sending: '正在提交…',
    done: (what) => `已提交：${what}。`,
    numbered: (number) => `编号 ${number}。`,
    queued: '网络不通，已存入待发送，连上后自动提交。',
    refused: '没有办成：',
    position: '经度，纬度，例如 121.38, 28.57',
    outline: '坐标数组（JSON）',
    papers: '需要几张；由本页生成，提交后显示一次',
    papersDrawn: '选票，每行一张，只显示这一次：请抄下，打乱后分发',
    faults: {
      required: () => '请填写。',
      'too-short': (limit) => `至少 ${limit} 个字。`,
      'too-long': (limit) => `最多 ${limit} 个字。`,
      'too-small': (limit) => `不能小于 ${limit}。`,
      'too-large': (limit) => `不能大于 ${limit}。`,
      'too-many': (limit) => `最多 ${limit} 项。`,
      'not-a-choice': () => '请从所列选项中选择。',
      'wrong-form': () => '格式不对，请检查。',
      'unknown-field': () => '没有这一项。',
    },
    unknownCode: '填写有误，请检查。',
    duration: (hours) => `${hours} 小时`,
    unknown: '没有这项功能。',
  },
  'zh-Hant': {
    intro: '本系統的每一項功能：本地怎樣規定、現有哪些資料、目前身分可以辦理什麼。',
    groups: {
      organisation: '組織體系',
      grid: '網格',
      case: '事項辦理',
      deliberation: '議事與共建',
      volunteering: '志願服務',
      points: '積分與榮譽',
      all: '通用要求',
    },
    back: '全部功能',
    howHere: '本地的規定',
    notHere: '本地沒有這項機制',
    seeAlso: (page) => `專用頁面：${page}`,
    data: '資料',
    questions: '查詢',
    ask: '查詢',
    actions: '辦理',
    noData: '這項功能沒有單獨的資料表。',
    noActions: '目前身分在這裡沒有可以辦理的事。',
    empty: '還沒有記錄。',
    nothingFound: '沒有可列出的內容。',
    notYours: '目前身分無權查看。',
    chooseFirst: '請先選擇一項。',
    which: (what) => `選擇${what}`,
    loading: '正在讀取…',
    failed: '沒有讀到資料，請檢查網路後再試。',
    again: '再試一次',
    nextPage: '下一頁',
    firstPage: '回到第一頁',
    masked: '（已隱去）',
    yes: '是',
    no: '否',
    required: '必填',
    choose: '請選擇',
    form: '方式',
    add: (what) => `增加${what}`,
    remove: (what) => `去掉${what}`,
    send: '確定',
    sending: '正在提交…',
    done: (what) => `已提交：${what}。`,
    numbered: (number) => `編號 ${number}。`,
    queued: '網路不通，已存入待發送，連上後自動提交。',
    refused: '沒有辦成：',
    position: '經度，緯度，例如 121.38, 28.57',
    outline: '座標陣列（JSON）',
    papers: '需要幾張；由本頁生成，提交後顯示一次',
    papersDrawn: '選票，每行一張，只顯示這一次：請抄下，打亂後分發',
    faults: {
      required: () => '請填寫。',
      'too-short': (limit) => `至少 ${limit} 個字。`,
      'too-long': (limit) => `最多 ${limit} 個字。`,
      'too-small': (limit) => `不能小於 ${limit}。`,
      'too-large': (limit) => `不能大於 ${limit}。`,
      'too-many': (limit) => `最多 ${limit} 項。`,
      'not-a-choice': () => '請從所列選項中選擇。',
      'wrong-form': () => '格式不對，請檢查。',
      'unknown-field': () => '沒有這一項。',
    },
    unknownCode: '填寫有誤，請檢查。',
    duration: (hours) => `${hours} 小時`,
    unknown: '沒有這項功能。',
  },
  en: {
    intro: 'Everything that the system can do: what the place rules, what there is, and what you may do.',
    groups: {
      organisation: 'Organisation',
      grid: 'Grids',
      case: 'Cases',
      deliberation: 'Deliberation and co-building',
      volunteering: 'Volunteering',
      points: 'Points and honours',
      all: 'Across all',
    },
    back: 'All capabilities',
    howHere: 'Ruled here',
    notHere: 'This place has no such mechanism',
    seeAlso: (page) => `A page made for it: ${page}`,
    data: 'What there is',
    questions: 'What you may ask',
    ask: 'Ask',
    actions: 'What you may do',
    noData: 'There is no table for this.',
    noActions: 'There is nothing that you may do here.',
    empty: 'Nothing is recorded yet.',
    nothingFound: 'There is nothing to list.',
    notYours: 'You may not see this.',
    chooseFirst: 'Choose one first.',
    which: (what) => `Choose: ${what}`,
    loading: 'Reading…',
    failed: 'Nothing could be read. Check the network and try again.',
    again: 'Try again',
    nextPage: 'Next page',
    firstPage: 'Back to the first page',
    masked: '(masked)',
    yes: 'Yes',
    no: 'No',
    required: 'required',
    choose: 'Choose',
    form: 'Way',
    add: (what) => `Add: ${what}`,
    remove: (what) => `Remove: ${what}`,
    send: 'Confirm',
    sending: 'Sending…',
    done: (what) => `Done: ${what}.`,
    numbered: (number) => `Number ${number}.`,
    queued: 'There is no line. It is kept, and sent when the line is back.',
    refused: 'Not done: ',
    position: 'Longitude, latitude, as 121.38, 28.57',
    outline: 'Lists of coordinates (JSON)',
    papers: 'how many; this page draws them, and shows them once they are sent',
    papersDrawn: 'Voting papers, one a line, shown this once: copy them, mix them, hand them out',
    faults: {
      required: () => 'Fill this in.',
      'too-short': (limit) => `At least ${limit} characters.`,
      'too-long': (limit) => `At most ${limit} characters.`,
      'too-small': (limit) => `Not less than ${limit}.`,
      'too-large': (limit) => `Not more than ${limit}.`,
      'too-many': (limit) => `At most ${limit}.`,
      'not-a-choice': () => 'Choose one of those listed.',
      'wrong-form': () => 'This is not written as it should be.',
      'unknown-field': () => 'There is no such field.',
    },
    unknownCode: 'Something is not filled in as it should be.',
    duration: (hours) => `${hours} hours`,
    unknown: 'There is no such capability.',
  },
};
