import type { Texts } from './texts.ts';

/** A refusal's text by its code. `{name}` stands for the refusal's parameter of that name. */
export type RefusalTexts = Readonly<Record<string, string>>;

/** What each refusal says to a person: what is wrong, and what to do about it. */
export const refusalTexts: Texts<RefusalTexts> = {
  'zh-Hans': {
    'not-found': '找不到这一项,或者您看不到它。',
  },
  'zh-Hant': {
    'not-found': '找不到這一項,或者您看不到它。',
  },
  en: {
    'not-found': 'This cannot be found, or is not yours to see.',
  },
};

/** What is said of a refusal without a text of its own, such as one of a vendor's context. */
export const unknownRefusal: Texts<(code: string) => string> = {
  'zh-Hans': (code) => `没有办成。原因代码:${code}`,
  'zh-Hant': (code) => `沒有辦成。原因代碼:${code}`,
  en: (code) => `This was not done. Reason: ${code}`,
};
