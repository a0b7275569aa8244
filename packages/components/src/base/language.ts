import type { Language } from '@keting/domain';

/**
 * The language that a BCP 47 tag means for us: `zh`, `zh-CN` and `zh-Hans-SG` are Simplified Chinese; `zh-TW`, `zh-HK`,
 * `zh-MO` and any tag with `Hant` Traditional; `en` and its kin English. Anything else: undefined.
 */
export function languageOfTag(tag: string): Language | undefined {
  const [primary, ...rest] = tag.toLowerCase().split('-');
  if (primary === 'en') return 'en';
  if (primary !== 'zh') return undefined;
  if (rest.includes('hans')) return 'zh-Hans';
  return rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh-Hant' : 'zh-Hans';
}

/** The language that an element is in: the nearest `lang` that we know, through shadow roots, or Simplified Chinese. */
export function languageAt(element: Element): Language {
  for (let at: Element | null = element; at; at = parentAcrossRoots(at)) {
    const tag = at.getAttribute('lang');
    const language = tag ? languageOfTag(tag) : undefined;
    if (language) return language;
  }
  return 'zh-Hans';
}

function parentAcrossRoots(element: Element): Element | null {
  const slot = element.assignedSlot;
  if (slot) return slot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
