import type { Language } from '@keting/domain';
import { eventTexts } from './events.texts.ts';
import type { Texts } from './texts.ts';

/** What has happened, in words, by the type of the event. */
export type EventTexts = Readonly<Record<string, string>>;

const known: Texts<EventTexts>[] = [eventTexts];

/**
 * Adds words for events by their types: of contexts of which no element speaks (`moreEventTexts`), or of a host's own. Where a
 * type has words already, those stay.
 */
export function addEventTexts(texts: Texts<EventTexts>): void {
  known.push(texts);
}

/** What has happened by an event of this type, in words (`CaseReported`: 上报); undefined where nobody has added any. */
export const eventText = (type: string, language: Language): string | undefined =>
  known.map((texts) => texts[language][type]).find((text) => text !== undefined);
