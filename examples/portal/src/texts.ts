import type { Language } from '@keting/domain';

/** The words of the page itself; the elements bring their own. */
export interface PageTexts {
  readonly place: string;
  readonly sample: string;
  readonly invented: string;
  readonly person: string;
  readonly language: string;
  readonly size: string;
  readonly sizes: { readonly dense: string; readonly comfortable: string; readonly large: string };
  readonly places: string;
  /** What pages are called where the place has no name of its own for them. */
  readonly pages: Readonly<Record<PageName, string>>;
  readonly arriving: (title: string) => string;
  readonly settingUp: string;
  readonly failed: string;
  readonly again: string;
  readonly openCases: string;
  readonly scope: string;
  readonly scopes: Readonly<Record<'mine' | 'open' | 'all', string>>;
  readonly choose: string;
  readonly back: string;
  /** What the page of work is called by somebody whose own matters it shows. */
  readonly ownPages: { readonly signedIn: string; readonly guest: string };
  readonly approval: string;
  readonly lookUp: Readonly<Record<'title' | 'hint' | 'code' | 'show' | 'report' | 'another', string>>;
  readonly settled: string;
  readonly late: string;
  readonly open: string;
  readonly satisfied: string;
}

export const pageNames = [
  'overview',
  'work',
  'report',
  'organisation',
  'grids',
  'meetings',
  'capabilities',
  'check',
] as const;
export type PageName = (typeof pageNames)[number];

export const texts: Readonly<Record<Language, PageTexts>> = {
  'zh-Hans': {
    place: '地方',
    sample: '示例数据',
    invented: '区划名称与轮廓取自公开数据，人员、单位、网格与事项均为虚构。',
    person: '当前身份',
    language: '语言',
    size: '字号与疏密',
    sizes: { dense: '紧凑', comfortable: '标准', large: '大字' },
    places: '页面',
    pages: {
      overview: '总览',
      work: '工作台',
      report: '上报',
      organisation: '组织',
      grids: '网格',
      meetings: '议事',
      capabilities: '功能',
      check: '检查数据',
    },
    arriving: (title) => `正在打开${title}`,
    settingUp: '第一次打开一个地方，要先建立它的示例，大约半分钟。',
    failed: '连不上服务器，请检查网络后再试。',
    again: '再试一次',
    openCases: '未结事项',
    scope: '范围',
    scopes: { mine: '待我办理', open: '辖区未结', all: '辖区全部' },
    choose: '从左侧选一件事项，这里显示它的经过和可以做的事。',
    back: '返回列表',
    ownPages: { signedIn: '我的事项', guest: '查进展' },
    approval: '审图号：示例数据，未送审',
    lookUp: {
      title: '用凭证码查进展',
      hint: '匿名上报以后，凭回执上的凭证码可以看办理经过、收到的反馈，并作评价。',
      code: '凭证码',
      show: '查看',
      report: '去上报',
      another: '换一个凭证码',
    },
    settled: '辖区已结案',
    late: '曾超时',
    open: '辖区未结',
    satisfied: '满意率',
  },
  'zh-Hant': {
    place: '地方',
    sample: '示例資料',
    invented: '區劃名稱與輪廓取自公開資料，人員、單位、網格與事項均為虛構。',
    person: '目前身分',
    language: '語言',
    size: '字級與疏密',
    sizes: { dense: '緊湊', comfortable: '標準', large: '大字' },
    places: '頁面',
    pages: {
      overview: '總覽',
      work: '工作臺',
      report: '上報',
      organisation: '組織',
      grids: '網格',
      meetings: '議事',
      capabilities: '功能',
      check: '檢查資料',
    },
    arriving: (title) => `正在打開${title}`,
    settingUp: '第一次打開一個地方，要先建立它的示例，大約半分鐘。',
    failed: '連不上伺服器，請檢查網路後再試。',
    again: '再試一次',
    openCases: '未結事項',
    scope: '範圍',
    scopes: { mine: '待我辦理', open: '轄區未結', all: '轄區全部' },
    choose: '從左側選一件事項，這裡顯示它的經過和可以做的事。',
    back: '返回列表',
    ownPages: { signedIn: '我的事項', guest: '查進展' },
    approval: '審圖號：示例資料，未送審',
    lookUp: {
      title: '用憑證碼查進展',
      hint: '匿名上報以後，憑回執上的憑證碼可以看辦理經過、收到的反饋，並作評價。',
      code: '憑證碼',
      show: '查看',
      report: '去上報',
      another: '換一個憑證碼',
    },
    settled: '轄區已結案',
    late: '曾逾時',
    open: '轄區未結',
    satisfied: '滿意率',
  },
  en: {
    place: 'Place',
    sample: 'Sample data',
    invented: 'Names and outlines of divisions are public data; people, units, grids and matters are invented.',
    person: 'You are',
    language: 'Language',
    size: 'Size and density',
    sizes: { dense: 'Dense', comfortable: 'Standard', large: 'Large type' },
    places: 'Pages',
    pages: {
      overview: 'Overview',
      work: 'Work',
      report: 'Report',
      organisation: 'Organisation',
      grids: 'Grids',
      meetings: 'Meetings',
      capabilities: 'Capabilities',
      check: 'Check data',
    },
    arriving: (title) => `Opening ${title}`,
    settingUp: 'The first time that a place is opened its sample is set up, which takes about half a minute.',
    failed: 'The server cannot be reached. Check the network and try again.',
    again: 'Try again',
    openCases: 'Open matters',
    scope: 'Which',
    scopes: { mine: 'My turn', open: 'Open', all: 'All' },
    choose: 'Choose a matter on the left: here stands what has happened to it and what can be done.',
    back: 'Back to the list',
    ownPages: { signedIn: 'My matters', guest: 'Follow up' },
    approval: 'Map approval number: sample data, not submitted',
    lookUp: {
      title: 'Follow up by the code of a receipt',
      hint: 'Who reported without a name sees here what has happened, reads the reply and rates it.',
      code: 'Code',
      show: 'Show',
      report: 'Report something',
      another: 'Another code',
    },
    settled: 'Closed',
    late: 'Late',
    open: 'Open',
    satisfied: 'Satisfied',
  },
};
