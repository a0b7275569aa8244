import type { Language } from '@keting/domain';

/** What stands in the place of a name that was erased: the identity is in the record still, and means nobody. */
export const erasedPerson: Readonly<Record<Language, string>> = {
  'zh-Hans': '已删除',
  'zh-Hant': '已刪除',
  en: 'Erased person',
};
