import { html, type TemplateResult } from 'lit';
import type { Calendar, GovernanceModel, Language } from '@keting/domain';
import { formatClockTime, formatWorkingTime } from '../base/format.ts';
import { clock, warning } from './icons.ts';
import { lightOf, runsByClock, workingLeft, type Limited } from './time-left.ts';
import { timeLeftTexts } from './time-left.texts.ts';

/** How a deadline stands, as a word with a shape: a clock while there is time, a triangle when it is soon, a full tag when late. */
export function timeLeftTag(
  limited: Limited,
  {
    model,
    now,
    calendar,
    language,
  }: {
    readonly model: GovernanceModel;
    readonly now: number;
    readonly calendar: Calendar | undefined;
    readonly language: Language;
  },
): TemplateResult {
  const texts = timeLeftTexts[language];
  const working = workingLeft(limited, now, model, calendar);
  if (working === undefined) return html`<span class="no-limit">${texts.none}</span>`;
  const time = runsByClock(limited, model)
    ? formatClockTime((limited.due ?? now) - now, language)
    : formatWorkingTime(working, language);
  switch (lightOf(limited, now)) {
    case 'late':
      return html`<span class="tag late strong">${warning}${texts.late(time)}</span>`;
    case 'soon':
      return html`<span class="tag soon">${warning}${texts.soon(time)}</span>`;
    case 'none':
      return html`<span class="tag">${clock}${texts.left(time)}</span>`;
  }
}
