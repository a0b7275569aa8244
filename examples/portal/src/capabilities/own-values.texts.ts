import { words, type Term } from '@keting/domain';

/** Values that are called otherwise in one field, or in one view: `<field or view>.<value>`. */
export const ownValueTexts: Readonly<Record<string, Term>> = {
  'form.open': words('公开', '公開', 'Open'),
  'helps.asked': words('已求助', '已求助', 'Asked'),
  'by.activity': words('按活动', '按活動', 'By activity'),
  'by.person': words('工作人员', '工作人員', 'A person'),
  'who.person': words('党员', '黨員', 'Members'),
  'what.taken': words('已完成', '已完成', 'Taken'),
  'step.resolved': words('已决议', '已決議', 'Resolved'),
  'cases.closed': words('已结案', '已結案', 'Closed'),
  'timeline.closed': words('已结案', '已結案', 'Closed'),
  'wishes.fulfilled': words('待确认', '待確認', 'To be confirmed'),
  'own-wishes.fulfilled': words('待确认', '待確認', 'To be confirmed'),
  'wishes.open': words('待认领', '待認領', 'Open'),
  'own-wishes.open': words('待认领', '待認領', 'Open'),
  'commitments.open': words('待兑现', '待兌現', 'Open'),
  'needs.open': words('待对接', '待對接', 'Open'),
  'needs.met': words('已满足', '已滿足', 'Met'),
  'activities.open': words('报名中', '報名中', 'Open'),
  'resources.open': words('开放', '開放', 'Open'),
  'account.post': words('岗位', '崗位', 'Post'),
  'helps.matched': words('帮扶中', '幫扶中', 'Matched'),
};
