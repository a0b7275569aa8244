import type { Texts } from '../base/texts.ts';

type Named = Readonly<Record<'masked' | 'named' | 'anonymous', string>>;

/** What the case form says. Numbers come formatted; `field` is a field's own label. */
export interface CaseFormTexts {
  readonly title: string;
  readonly optional: string;
  readonly what: string;
  readonly where: string;
  readonly pickPlace: string;
  readonly changePlace: string;
  readonly placePicked: string;
  readonly placeDialog: string;
  readonly mapComing: string;
  readonly mapMissing: string;
  readonly grids: string;
  readonly close: string;
  readonly takePlace: (name: string) => string;
  readonly noPlaceYet: string;
  readonly inCharge: (names: string) => string;
  readonly gridUnknown: (code: string) => string;
  readonly coordinate: string;
  readonly coordinateHint: string;
  readonly coordinatePlaceholder: string;
  readonly system: string;
  readonly systems: Readonly<Record<'WGS-84' | 'GCJ-02' | 'BD-09', string>>;
  readonly here: string;
  readonly locating: string;
  readonly hereFailed: string;
  readonly coordinateWrong: string;
  readonly address: string;
  readonly addressHint: string;
  readonly text: string;
  readonly textHint: (min: string, max: string) => string;
  readonly textHintFree: (max: string) => string;
  readonly count: (used: string, max: string) => string;
  readonly countOver: (over: string) => string;
  readonly contact: string;
  readonly contactHint: string;
  readonly modes: Named;
  readonly modeMeans: Named;
  readonly name: string;
  readonly phone: string;
  readonly phoneHint: string;
  readonly choose: string;
  readonly yes: string;
  readonly no: string;
  readonly submit: string;
  readonly sending: string;
  readonly sendingPhoto: (photo: string, of: string) => string;
  readonly problems: (count: string) => string;
  readonly problemsHint: string;
  readonly noModel: string;
  readonly unanswered: string;
  readonly failed: string;
  readonly required: (field: string) => string;
  readonly chooseOne: (field: string) => string;
  readonly classRequired: string;
  readonly placeRequired: string;
  readonly textRequired: string;
  readonly textShort: (min: string, left: string) => string;
  readonly textLong: (max: string, over: string) => string;
  readonly tooShort: (field: string, min: string) => string;
  readonly tooLong: (field: string, max: string) => string;
  readonly tooSmall: (field: string, min: string) => string;
  readonly tooLarge: (field: string, max: string) => string;
  readonly photos: string;
  readonly tooMany: (max: string) => string;
  readonly notNumber: (field: string) => string;
  readonly phoneWrong: string;
  readonly wrong: (field: string) => string;
  readonly placeOutside: string;
  readonly placeGone: string;
  readonly classGone: string;
  readonly signInFirst: string;
  readonly done: string;
  readonly doneNumber: string;
  readonly doneHint: Named;
  /** The report waits on this device. */
  readonly queued: string;
  readonly queuedHint: string;
  readonly next: string;
  readonly received: string;
  readonly takenUpWithin: (time: string) => string;
  readonly within: (time: string) => string;
  readonly secret: string;
  readonly secretHint: string;
  readonly copy: string;
  readonly copied: string;
  readonly again: string;
  readonly follow: string;
}

const hans: CaseFormTexts = {
  title: '上报事项',
  optional: '可不填',
  what: '什么事',
  where: '在哪里',
  pickPlace: '选择地点',
  changePlace: '改',
  placePicked: '已选地点',
  placeDialog: '在哪里',
  mapComing: '正在打开地图和列表…',
  mapMissing: '地图和列表没有打开，可能是网络断了。您写的内容都还在，请在这里填写坐标。',
  grids: '微格',
  close: '关闭',
  takePlace: (name) => `就选${name}`,
  noPlaceYet: '还没有选',
  inCharge: (names) => `由${names}负责`,
  gridUnknown: (code) => `微格 ${code}`,
  coordinate: '经纬度',
  coordinateHint: '先经度，后纬度，例如 121.38, 28.57',
  coordinatePlaceholder: '121.38, 28.57',
  system: '坐标系',
  systems: { 'WGS-84': '手机定位（WGS-84）', 'GCJ-02': '高德、腾讯地图（GCJ-02）', 'BD-09': '百度地图（BD-09）' },
  here: '我现在的位置',
  locating: '正在定位…',
  hereFailed: '没能取得您的位置。请检查定位是否打开，或用别的办法选地点。',
  coordinateWrong: '看不懂这个坐标。请写成两个数，例如 121.38, 28.57。',
  address: '门牌或附近的标志',
  addressHint: '例如：某某路 26 号门前',
  text: '说明',
  textHint: (min, max) => `看到了什么、多大、有没有危险，${min} 到 ${max} 个字`,
  textHintFree: (max) => `看到了什么、多大、有没有危险，不超过 ${max} 个字`,
  count: (used, max) => `已写 ${used} / ${max} 字`,
  countOver: (over) => `多了 ${over} 个字`,
  contact: '怎样联系您',
  contactHint: '只用于回复这件事',
  modes: { masked: '隐藏号码', named: '实名', anonymous: '匿名' },
  modeMeans: {
    masked: '办理人员看不到您的姓名和号码，有事由系统转达。',
    named: '受理人员能看到您的姓名和号码，可以直接联系您。',
    anonymous: '不留下任何能找到您的信息。提交后会给您一个凭证码，凭它查看进展、评价办理结果。',
  },
  name: '姓名',
  phone: '电话',
  phoneHint: '手机或座机，例如 0576 8200 0000',
  choose: '请选择',
  yes: '是',
  no: '否',
  submit: '提交',
  sending: '正在提交…',
  sendingPhoto: (photo, of) => `正在上传第 ${photo} 个文件，共 ${of} 个…`,
  problems: (count) => `还有 ${count} 处需要补充或改正`,
  problemsHint: '点下面的文字可以直接跳到那里。您写的内容都还在。',
  noModel: '表单还没有准备好。',
  unanswered: '这里还没有接通受理系统，没有提交。您写的内容都还在。',
  failed: '没有送到，可能是网络断了。您写的内容都还在，请再按一次“提交”，不会重复上报。',
  required: (field) => `请填写${field}。`,
  chooseOne: (field) => `请选择${field}。`,
  classRequired: '请选择是什么事。',
  placeRequired: '请选择在哪里。',
  textRequired: '请写一写是什么情况。',
  textShort: (min, left) => `请再写清楚一些，至少 ${min} 个字，还差 ${left} 个。`,
  textLong: (max, over) => `最多 ${max} 个字，请删去 ${over} 个。`,
  tooShort: (field, min) => `${field}至少要 ${min} 个字。`,
  tooLong: (field, max) => `${field}最多 ${max} 个字，请缩短一些。`,
  tooSmall: (field, min) => `${field}不能小于 ${min}。`,
  tooLarge: (field, max) => `${field}不能大于 ${max}。`,
  photos: '照片',
  tooMany: (max) => `最多 ${max} 张照片，请删去一些。`,
  notNumber: (field) => `${field}请用数字填写，例如 3。`,
  phoneWrong: '这个号码看起来不对，请检查，例如 0576 8200 0000。',
  wrong: (field) => `${field}填写有误，请检查。`,
  placeOutside: '这个地点不在本区范围内，请重新选择。',
  placeGone: '这个微格已不存在，请重新选择地点。',
  classGone: '这一类现在不能上报，请重新选择是什么事。',
  signInFirst: '登录后才能留下联系方式。请先登录，或选择匿名。',
  done: '已收到',
  doneNumber: '事项编号',
  doneHint: {
    masked: '进展会通过系统告诉您，办理人员看不到您的号码。',
    named: '需要时会有工作人员联系您。',
    anonymous: '请记下编号和凭证码，凭它们查看进展。',
  },
  queued: '已存在这台设备上',
  queuedHint: '现在连不上网络。网络恢复后会自动送出，只送一次；送出以前，请不要清除浏览器数据。',
  next: '接下来',
  received: '已收到',
  takenUpWithin: (time) => `已收到，${time}内受理`,
  within: (time) => `${time}内`,
  secret: '凭证码',
  secretHint: '只在这里显示一次，我们也不保存。请抄下来或拍照，不要给别人看。',
  copy: '复制',
  copied: '已复制',
  again: '再报一件',
  follow: '看进展',
};

const hant: CaseFormTexts = {
  title: '上報事項',
  optional: '可不填',
  what: '什麼事',
  where: '在哪裡',
  pickPlace: '選擇地點',
  changePlace: '改',
  placePicked: '已選地點',
  placeDialog: '在哪裡',
  mapComing: '正在打開地圖和列表…',
  mapMissing: '地圖和列表沒有打開，可能是網絡斷了。您寫的內容都還在，請在這裡填寫座標。',
  grids: '微格',
  close: '關閉',
  takePlace: (name) => `就選${name}`,
  noPlaceYet: '還沒有選',
  inCharge: (names) => `由${names}負責`,
  gridUnknown: (code) => `微格 ${code}`,
  coordinate: '經緯度',
  coordinateHint: '先經度，後緯度，例如 121.38, 28.57',
  coordinatePlaceholder: '121.38, 28.57',
  system: '座標系',
  systems: { 'WGS-84': '手機定位（WGS-84）', 'GCJ-02': '高德、騰訊地圖（GCJ-02）', 'BD-09': '百度地圖（BD-09）' },
  here: '我現在的位置',
  locating: '正在定位…',
  hereFailed: '沒能取得您的位置。請檢查定位是否打開，或用別的辦法選地點。',
  coordinateWrong: '看不懂這個座標。請寫成兩個數，例如 121.38, 28.57。',
  address: '門牌或附近的標誌',
  addressHint: '例如：某某路 26 號門前',
  text: '說明',
  textHint: (min, max) => `看到了什麼、多大、有沒有危險，${min} 到 ${max} 個字`,
  textHintFree: (max) => `看到了什麼、多大、有沒有危險，不超過 ${max} 個字`,
  count: (used, max) => `已寫 ${used} / ${max} 字`,
  countOver: (over) => `多了 ${over} 個字`,
  contact: '怎樣聯繫您',
  contactHint: '只用於回覆這件事',
  modes: { masked: '隱藏號碼', named: '實名', anonymous: '匿名' },
  modeMeans: {
    masked: '辦理人員看不到您的姓名和號碼，有事由系統轉達。',
    named: '受理人員能看到您的姓名和號碼，可以直接聯繫您。',
    anonymous: '不留下任何能找到您的信息。提交後會給您一個憑證碼，憑它查看進展、評價辦理結果。',
  },
  name: '姓名',
  phone: '電話',
  phoneHint: '手機或座機，例如 0576 8200 0000',
  choose: '請選擇',
  yes: '是',
  no: '否',
  submit: '提交',
  sending: '正在提交…',
  sendingPhoto: (photo, of) => `正在上傳第 ${photo} 個文件，共 ${of} 個…`,
  problems: (count) => `還有 ${count} 處需要補充或改正`,
  problemsHint: '點下面的文字可以直接跳到那裡。您寫的內容都還在。',
  noModel: '表單還沒有準備好。',
  unanswered: '這裡還沒有接通受理系統，沒有提交。您寫的內容都還在。',
  failed: '沒有送到，可能是網絡斷了。您寫的內容都還在，請再按一次「提交」，不會重複上報。',
  required: (field) => `請填寫${field}。`,
  chooseOne: (field) => `請選擇${field}。`,
  classRequired: '請選擇是什麼事。',
  placeRequired: '請選擇在哪裡。',
  textRequired: '請寫一寫是什麼情況。',
  textShort: (min, left) => `請再寫清楚一些，至少 ${min} 個字，還差 ${left} 個。`,
  textLong: (max, over) => `最多 ${max} 個字，請刪去 ${over} 個。`,
  tooShort: (field, min) => `${field}至少要 ${min} 個字。`,
  tooLong: (field, max) => `${field}最多 ${max} 個字，請縮短一些。`,
  tooSmall: (field, min) => `${field}不能小於 ${min}。`,
  tooLarge: (field, max) => `${field}不能大於 ${max}。`,
  photos: '照片',
  tooMany: (max) => `最多 ${max} 張照片，請刪去一些。`,
  notNumber: (field) => `${field}請用數字填寫，例如 3。`,
  phoneWrong: '這個號碼看起來不對，請檢查，例如 0576 8200 0000。',
  wrong: (field) => `${field}填寫有誤，請檢查。`,
  placeOutside: '這個地點不在本區範圍內，請重新選擇。',
  placeGone: '這個微格已不存在，請重新選擇地點。',
  classGone: '這一類現在不能上報，請重新選擇是什麼事。',
  signInFirst: '登錄後才能留下聯繫方式。請先登錄，或選擇匿名。',
  done: '已收到',
  doneNumber: '事項編號',
  doneHint: {
    masked: '進展會通過系統告訴您，辦理人員看不到您的號碼。',
    named: '需要時會有工作人員聯繫您。',
    anonymous: '請記下編號和憑證碼，憑它們查看進展。',
  },
  queued: '已存在這台裝置上',
  queuedHint: '現在連不上網絡。網絡恢復後會自動送出，只送一次；送出以前，請不要清除瀏覽器資料。',
  next: '接下來',
  received: '已收到',
  takenUpWithin: (time) => `已收到，${time}內受理`,
  within: (time) => `${time}內`,
  secret: '憑證碼',
  secretHint: '只在這裡顯示一次，我們也不保存。請抄下來或拍照，不要給別人看。',
  copy: '複製',
  copied: '已複製',
  again: '再報一件',
  follow: '看進展',
};

const en: CaseFormTexts = {
  title: 'Report a matter',
  optional: 'optional',
  what: 'What is it about',
  where: 'Where is it',
  pickPlace: 'Choose the place',
  changePlace: 'Change',
  placePicked: 'Place chosen',
  placeDialog: 'Where is it',
  mapComing: 'Opening the map and the list…',
  mapMissing:
    'The map and the list did not open; the line may be down. What you wrote is kept. Type a coordinate here.',
  grids: 'Micro-grids',
  close: 'Close',
  takePlace: (name) => `Take ${name}`,
  noPlaceYet: 'Nothing chosen yet',
  inCharge: (names) => `looked after by ${names}`,
  gridUnknown: (code) => `Micro-grid ${code}`,
  coordinate: 'Coordinate',
  coordinateHint: 'Longitude first, then latitude, for example 121.38, 28.57',
  coordinatePlaceholder: '121.38, 28.57',
  system: 'Reference system',
  systems: { 'WGS-84': 'Phone position (WGS-84)', 'GCJ-02': 'Amap, Tencent (GCJ-02)', 'BD-09': 'Baidu (BD-09)' },
  here: 'Where I am now',
  locating: 'Finding where you are…',
  hereFailed: 'Your position could not be found. Check that location is switched on, or choose the place another way.',
  coordinateWrong: 'This is not a coordinate. Write two numbers, for example 121.38, 28.57.',
  address: 'House number or landmark',
  addressHint: 'For example: in front of 26 Such-and-such Road',
  text: 'Description',
  textHint: (min, max) => `What you saw, how large, whether it is dangerous; ${min} to ${max} characters`,
  textHintFree: (max) => `What you saw, how large, whether it is dangerous; at most ${max} characters`,
  count: (used, max) => `${used} of ${max} characters`,
  countOver: (over) => (over === '1' ? '1 character too many' : `${over} characters too many`),
  contact: 'How to reach you',
  contactHint: 'used only to reply on this matter',
  modes: { masked: 'Number hidden', named: 'By name', anonymous: 'Anonymous' },
  modeMeans: {
    masked: 'Those who handle it see neither your name nor your number; messages go through the system.',
    named: 'Those who receive it see your name and number and can contact you directly.',
    anonymous:
      'Nothing is kept by which you could be found. You get a receipt code to follow the matter and rate its result.',
  },
  name: 'Name',
  phone: 'Telephone',
  phoneHint: 'Mobile or landline, for example 0576 8200 0000',
  choose: 'Please choose',
  yes: 'Yes',
  no: 'No',
  submit: 'Submit',
  sending: 'Submitting…',
  sendingPhoto: (photo, of) => `Sending file ${photo} of ${of}…`,
  problems: (count) => `To complete or correct: ${count}`,
  problemsHint: 'Press a line to go there. Everything you wrote is still here.',
  noModel: 'The form is not ready yet.',
  unanswered: 'Nothing here takes reports yet, so it was not submitted. Everything you wrote is still here.',
  failed:
    'It was not sent, the connection may be down. Everything you wrote is still here. Press “Submit” again; it will not be reported twice.',
  required: (field) => `Fill in: ${field}.`,
  chooseOne: (field) => `Choose: ${field}.`,
  classRequired: 'Choose what it is about.',
  placeRequired: 'Choose where it is.',
  textRequired: 'Describe what it is.',
  textShort: (min, left) => `Describe it a little more: at least ${min} characters, ${left} to go.`,
  textLong: (max, over) => `At most ${max} characters: take out ${over}.`,
  tooShort: (field, min) => `${field}: at least ${min} characters.`,
  tooLong: (field, max) => `${field}: at most ${max} characters.`,
  tooSmall: (field, min) => `${field}: not less than ${min}.`,
  tooLarge: (field, max) => `${field}: not more than ${max}.`,
  photos: 'Photos',
  tooMany: (max) => `At most ${max} photos: remove some.`,
  notNumber: (field) => `${field}: write a number, for example 3.`,
  phoneWrong: 'This number does not look right. Check it, for example 0576 8200 0000.',
  wrong: (field) => `${field}: check what you wrote.`,
  placeOutside: 'This place is outside the district. Choose another one.',
  placeGone: 'This micro-grid no longer exists. Choose the place again.',
  classGone: 'This kind cannot be reported now. Choose again what it is about.',
  signInFirst: 'You need to sign in to be reached. Sign in first, or choose anonymous.',
  done: 'Received',
  doneNumber: 'Number of the matter',
  doneHint: {
    masked: 'You will hear through the system; those who handle it do not see your number.',
    named: 'Someone will contact you where needed.',
    anonymous: 'Note the number and the receipt code: with both you can follow the matter.',
  },
  queued: 'Kept on this device',
  queuedHint:
    'There is no connection now. The report will be sent once, by itself, when the line is back; until then, do not clear the browser’s data.',
  next: 'What happens next',
  received: 'received',
  takenUpWithin: (time) => `received, to be taken up within ${time}`,
  within: (time) => `within ${time}`,
  secret: 'Receipt code',
  secretHint: 'Shown here once only; we do not keep it. Copy it or take a picture, and show it to nobody.',
  copy: 'Copy',
  copied: 'Copied',
  again: 'Report another matter',
  follow: 'Follow it',
};

export const caseFormTexts: Texts<CaseFormTexts> = { 'zh-Hans': hans, 'zh-Hant': hant, en };
