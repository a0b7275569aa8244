import type { Language, Refusal } from './desk-types.ts';
import { refusalTexts, unknownRefusal } from './refusals.texts.ts';

/** Words a parameter by the governance model: the term of a code in the language asked for, if it has one. */
export type Wording = (code: string, language: Language) => string | undefined;

/**
 * What a refusal says to a person, in their language. A refusal without a text is told by its code, so that a host's
 * own context is never silent.
 */
export function refusalText(refusal: Refusal, language: Language, _model?: unknown): string {
  const template = refusalTexts[language][refusal.code];
  if (template === undefined) return unknownRefusal[language](refusal.code);
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(refusal.params?.[name] ?? '—'));
}
