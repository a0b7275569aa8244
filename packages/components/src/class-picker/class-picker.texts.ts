import type { Texts } from '../base/texts.ts';

/** What the class picker says. */
export interface ClassPickerTexts {
  readonly label: string;
  readonly placeholder: string;
  readonly required: string;
  readonly open: string;
  readonly noMatch: (typed: string) => string;
  readonly found: (count: string) => string;
  readonly other: string;
}

const hans: ClassPickerTexts = {
  label: '什么事',
  placeholder: '点开选择，或输入几个字，如“井盖”',
  required: '请选择是什么事。',
  open: '展开全部类别',
  noMatch: (typed) => `没有找到“${typed}”。换个说法，或清空后从全部类别里选。`,
  found: (count) => `${count} 类`,
  other: '其他',
};

const hant: ClassPickerTexts = {
  label: '什麼事',
  placeholder: '點開選擇，或輸入幾個字，如「井蓋」',
  required: '請選擇是什麼事。',
  open: '展開全部類別',
  noMatch: (typed) => `沒有找到「${typed}」。換個說法，或清空後從全部類別裡選。`,
  found: (count) => `${count} 類`,
  other: '其他',
};

const en: ClassPickerTexts = {
  label: 'What is it about',
  placeholder: 'Choose, or type a word such as “manhole”',
  required: 'Choose what it is about.',
  open: 'Show all kinds',
  noMatch: (typed) => `Nothing found for “${typed}”. Try other words, or clear it and choose from all kinds.`,
  found: (count) => (count === '1' ? '1 kind' : `${count} kinds`),
  other: 'Other',
};

export const classPickerTexts: Texts<ClassPickerTexts> = { 'zh-Hans': hans, 'zh-Hant': hant, en };
