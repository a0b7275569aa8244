import type { Calendar, GovernanceModel, Language } from '@keting/domain';
import type { nothing, TemplateResult } from 'lit';
import type { NameOf } from '../case-parts/name-of.ts';
import { formatInstant } from '../base/format.ts';
import type { CasePageTexts } from './case-page.texts.ts';

/** In what terms a case is told: the model's, in a language, at a time, with the names and the files that the page has. */
export interface Wording {
  readonly model: GovernanceModel;
  readonly language: Language;
  readonly texts: CasePageTexts;
  readonly now: number;
  readonly calendar: Calendar | undefined;
  readonly nameOf: NameOf | undefined;
  /** Small pictures of some files, each of which opens whole. */
  pictures(ids: readonly string[]): TemplateResult | typeof nothing;
}

/** A moment as people of the place read it. */
export const instantText = ({ model, language, now }: Wording, at: number): string =>
  formatInstant(at, language, { utcOffsetMinutes: model.workingTime.utcOffsetMinutes, now });
