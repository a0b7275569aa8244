import type { Texts } from '../base/texts.ts';

/** What is said of a deadline. `time` is in working time. */
export interface TimeLeftTexts {
  readonly left: (time: string) => string;
  readonly soon: (time: string) => string;
  readonly late: (time: string) => string;
  readonly none: string;
}

const hans: TimeLeftTexts = {
  left: (time) => `剩 ${time}`,
  soon: (time) => `将到期 · 剩 ${time}`,
  late: (time) => `超时 ${time}`,
  none: '无时限',
};

const hant: TimeLeftTexts = {
  left: (time) => `剩 ${time}`,
  soon: (time) => `將到期 · 剩 ${time}`,
  late: (time) => `超時 ${time}`,
  none: '無時限',
};

const en: TimeLeftTexts = {
  left: (time) => `${time} left`,
  soon: (time) => `Due soon · ${time} left`,
  late: (time) => `Late by ${time}`,
  none: 'No deadline',
};

export const timeLeftTexts: Texts<TimeLeftTexts> = { 'zh-Hans': hans, 'zh-Hant': hant, en };
