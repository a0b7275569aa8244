import { commandTexts } from '../base/commands.texts.ts';
import type { Texts } from '../base/texts.ts';
import type { ActionField, ActionName } from './actions.ts';

/** What the case page says. Times and counts come formatted. */
export interface CasePageTexts {
  readonly loading: string;
  readonly notFound: string;
  readonly failed: string;
  readonly retry: string;
  /** What is shown was read before the line broke. */
  readonly stale: string;
  readonly noNumber: string;
  readonly grade: string;
  readonly reportedAt: (time: string) => string;
  readonly due: (time: string) => string;
  readonly place: string;
  readonly text: string;
  readonly textGone: string;
  readonly photos: string;
  readonly photo: (place: string) => string;
  readonly film: (place: string) => string;
  readonly photoGone: string;
  readonly close: string;
  readonly saveFilm: string;
  readonly filmBlocked: string;
  readonly handler: string;
  readonly noHandler: string;
  readonly reporter: string;
  readonly modes: Readonly<Record<'masked' | 'named' | 'anonymous', string>>;
  readonly yes: string;
  readonly no: string;
  readonly progress: string;
  readonly past: string;
  readonly present: string;
  readonly ahead: string;
  readonly timeline: string;
  readonly to: (handler: string) => string;
  readonly at: (tier: string) => string;
  readonly rated: (rating: string) => string;
  readonly until: (time: string) => string;
  readonly basis: (why: string) => string;
  readonly byReporter: string;
  readonly byPerson: string;
  readonly byProcess: string;
  readonly actions: string;
  readonly nothingToDo: string;
  readonly beforeMeeting: (tier: string) => string;
  readonly toMeeting: string;
  readonly otherActions: (count: string) => string;
  readonly does: Readonly<Record<ActionName, string>>;
  readonly confirm: (action: string) => string;
  readonly cancel: string;
  readonly sending: string;
  readonly done: (action: string) => string;
  /** The step waits on this device. */
  readonly queued: (action: string) => string;
  readonly unanswered: string;
  readonly lost: string;
  readonly fields: Readonly<Record<ActionField['name'], string>>;
  readonly optional: string;
  readonly proposed: (handler: string) => string;
  readonly proposedBecause: (handler: string, why: string) => string;
  readonly otherNeedsReason: string;
  /** Where no tier is chosen the case goes to the next one. */
  readonly nextTier: string;
  readonly choose: string;
  readonly chooseOne: (field: string) => string;
  readonly required: (field: string) => string;
  readonly tooLong: (field: string, max: string) => string;
  readonly wrong: (field: string) => string;
}

const hans: CasePageTexts = {
  loading: '正在读取…',
  notFound: '找不到这一件，或者您看不到它。',
  failed: '没有读取出来，可能是网络断了。',
  retry: '再试一次',
  stale: '没有读到最新情况，可能是网络断了。下面是上次读到的。',
  noNumber: '未编号',
  grade: '等级',
  reportedAt: (time) => `${time} 上报`,
  due: (time) => `${time} 前`,
  place: '地点',
  text: '说明',
  textGone: '内容已删除，或不对您开放。',
  photos: '照片',
  photo: (place) => `照片 ${place}`,
  film: (place) => `视频 ${place}`,
  photoGone: '照片没有读取出来',
  close: '关闭',
  saveFilm: '保存视频',
  filmBlocked: '这里播放不了，请保存后打开。',
  handler: '办理单位',
  noHandler: '还没有交办',
  reporter: '上报人',
  modes: { masked: '隐藏号码', named: '实名', anonymous: '匿名' },
  yes: '是',
  no: '否',
  progress: '办理步骤',
  past: '已完成',
  present: '进行中',
  ahead: '未到',
  timeline: '办理经过',
  to: (handler) => `给${handler}`,
  at: (tier) => `：${tier}`,
  rated: (rating) => `：${rating}`,
  until: (time) => `须在 ${time} 前完成`,
  basis: (why) => `依据：${why}`,
  byReporter: '上报人',
  byPerson: '工作人员',
  byProcess: '系统',
  actions: '可以办理',
  nothingToDo: '这一件现在不需要您办理。',
  beforeMeeting: (tier) => `正在${tier}上商议，按决议继续办理。`,
  toMeeting: '去议事板',
  otherActions: (count) => `其他操作（${count} 项现在不能办）`,
  does: commandTexts['zh-Hans'],
  confirm: (action) => `确定${action}`,
  cancel: '取消',
  sending: '正在提交…',
  done: (action) => `已${action}`,
  queued: (action) => `“${action}”已存在这台设备上，网络恢复后会自动送出。`,
  unanswered: '这里还没有接通受理系统，没有提交。您写的内容都还在。',
  lost: '没有送到，可能是网络断了。您写的内容都还在，请再按一次，不会重复办理。',
  fields: {
    reason: '原因',
    note: '情况说明',
    result: '处置结果',
    reply: '反馈内容',
    comment: '想说的话',
    grade: '等级',
    handler: '交给哪个单位',
    rating: '您满意吗',
    tier: '提交哪一级会议',
    photos: '处置后的照片',
  },
  optional: '可不填',
  proposed: (handler) => `${handler}（建议）`,
  proposedBecause: (handler, why) => `建议交给${handler}。依据：${why}`,
  otherNeedsReason: '您选的不是建议的单位，请写明原因。',
  nextTier: '最近的一级会议',
  choose: '请选择',
  chooseOne: (field) => `请选择：${field}。`,
  required: (field) => `请填写${field}。`,
  tooLong: (field, max) => `${field}最多 ${max} 个字，请缩短一些。`,
  wrong: (field) => `${field}填写有误，请检查。`,
};

const hant: CasePageTexts = {
  loading: '正在讀取…',
  notFound: '找不到這一件，或者您看不到它。',
  failed: '沒有讀取出來，可能是網絡斷了。',
  retry: '再試一次',
  stale: '沒有讀到最新情況，可能是網絡斷了。下面是上次讀到的。',
  noNumber: '未編號',
  grade: '等級',
  reportedAt: (time) => `${time} 上報`,
  due: (time) => `${time} 前`,
  place: '地點',
  text: '說明',
  textGone: '內容已刪除，或不對您開放。',
  photos: '照片',
  photo: (place) => `照片 ${place}`,
  film: (place) => `視頻 ${place}`,
  photoGone: '照片沒有讀取出來',
  close: '關閉',
  saveFilm: '儲存視頻',
  filmBlocked: '這裡播放不了，請儲存後打開。',
  handler: '辦理單位',
  noHandler: '還沒有交辦',
  reporter: '上報人',
  modes: { masked: '隱藏號碼', named: '實名', anonymous: '匿名' },
  yes: '是',
  no: '否',
  progress: '辦理步驟',
  past: '已完成',
  present: '進行中',
  ahead: '未到',
  timeline: '辦理經過',
  to: (handler) => `給${handler}`,
  at: (tier) => `：${tier}`,
  rated: (rating) => `：${rating}`,
  until: (time) => `須在 ${time} 前完成`,
  basis: (why) => `依據：${why}`,
  byReporter: '上報人',
  byPerson: '工作人員',
  byProcess: '系統',
  actions: '可以辦理',
  nothingToDo: '這一件現在不需要您辦理。',
  beforeMeeting: (tier) => `正在${tier}上商議，按決議繼續辦理。`,
  toMeeting: '去議事板',
  otherActions: (count) => `其他操作（${count} 項現在不能辦）`,
  does: commandTexts['zh-Hant'],
  confirm: (action) => `確定${action}`,
  cancel: '取消',
  sending: '正在提交…',
  done: (action) => `已${action}`,
  queued: (action) => `「${action}」已存在這台裝置上，網絡恢復後會自動送出。`,
  unanswered: '這裡還沒有接通受理系統，沒有提交。您寫的內容都還在。',
  lost: '沒有送到，可能是網絡斷了。您寫的內容都還在，請再按一次，不會重複辦理。',
  fields: {
    reason: '原因',
    note: '情況說明',
    result: '處置結果',
    reply: '反饋內容',
    comment: '想說的話',
    grade: '等級',
    handler: '交給哪個單位',
    rating: '您滿意嗎',
    tier: '提交哪一級會議',
    photos: '處置後的照片',
  },
  optional: '可不填',
  proposed: (handler) => `${handler}（建議）`,
  proposedBecause: (handler, why) => `建議交給${handler}。依據：${why}`,
  otherNeedsReason: '您選的不是建議的單位，請寫明原因。',
  nextTier: '最近的一級會議',
  choose: '請選擇',
  chooseOne: (field) => `請選擇：${field}。`,
  required: (field) => `請填寫${field}。`,
  tooLong: (field, max) => `${field}最多 ${max} 個字，請縮短一些。`,
  wrong: (field) => `${field}填寫有誤，請檢查。`,
};

const en: CasePageTexts = {
  loading: 'Reading…',
  notFound: 'This case cannot be found, or is not yours to see.',
  failed: 'It could not be read; the connection may be down.',
  retry: 'Try again',
  stale: 'The latest could not be read; the connection may be down. What is shown here was read before.',
  noNumber: 'no number',
  grade: 'Grade',
  reportedAt: (time) => `reported ${time}`,
  due: (time) => `by ${time}`,
  place: 'Place',
  text: 'Description',
  textGone: 'The text was erased, or is not open to you.',
  photos: 'Photos',
  photo: (place) => `Photo ${place}`,
  film: (place) => `Video ${place}`,
  photoGone: 'The photo could not be read',
  close: 'Close',
  saveFilm: 'Save the video',
  filmBlocked: 'It cannot be played here. Save it and open it.',
  handler: 'Handled by',
  noHandler: 'not dispatched yet',
  reporter: 'Reporter',
  modes: { masked: 'number hidden', named: 'by name', anonymous: 'anonymous' },
  yes: 'Yes',
  no: 'No',
  progress: 'Steps',
  past: 'done',
  present: 'under way',
  ahead: 'to come',
  timeline: 'What happened',
  to: (handler) => ` to ${handler}`,
  at: (tier) => `: ${tier}`,
  rated: (rating) => `: ${rating}`,
  until: (time) => `to be done by ${time}`,
  basis: (why) => `Basis: ${why}`,
  byReporter: 'Reporter',
  byPerson: 'Staff',
  byProcess: 'System',
  actions: 'What you can do',
  nothingToDo: 'Nothing is asked of you on this case now.',
  beforeMeeting: (tier) => `Before the meeting: ${tier}. It goes on by the resolution.`,
  toMeeting: 'To the board',
  otherActions: (count) => `Other actions (${count} not possible now)`,
  does: commandTexts.en,
  confirm: (action) => `Confirm: ${action}`,
  cancel: 'Cancel',
  sending: 'Sending…',
  done: (action) => `Done: ${action}`,
  queued: (action) => `Kept on this device: ${action}. It will be sent when the line is back.`,
  unanswered: 'Nothing here takes commands yet, so it was not sent. Everything you wrote is still here.',
  lost: 'It was not sent, the connection may be down. Everything you wrote is still here; press again, it will not be done twice.',
  fields: {
    reason: 'Reason',
    note: 'What was said or found',
    result: 'Result',
    reply: 'Reply',
    comment: 'Anything to add',
    grade: 'Grade',
    handler: 'Handled by',
    rating: 'Are you satisfied',
    tier: 'Which meeting',
    photos: 'Photos of the result',
  },
  optional: 'optional',
  proposed: (handler) => `${handler} (proposed)`,
  proposedBecause: (handler, why) => `Proposed: ${handler}. Basis: ${why}`,
  otherNeedsReason: 'This is not the proposed unit: say why.',
  nextTier: 'The nearest meeting',
  choose: 'Please choose',
  chooseOne: (field) => `Choose: ${field}.`,
  required: (field) => `Fill in: ${field}.`,
  tooLong: (field, max) => `${field}: at most ${max} characters.`,
  wrong: (field) => `${field}: check what you wrote.`,
};

export const casePageTexts: Texts<CasePageTexts> = { 'zh-Hans': hans, 'zh-Hant': hant, en };
