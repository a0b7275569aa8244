import type { GovernanceModel } from '../governance-model/model.ts';
import type { Instant } from '../kernel/time.ts';
import type { Language } from '../kernel/term.ts';
import type { RotaEntry } from './rota.ts';

/** RFC 5545, 3.3.11: what a text may not hold as it is. */
const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r\n|\r|\n/g, '\\n');

const stampOf = (at: Instant): string => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** How many octets a character takes in UTF-8. */
function octets(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** RFC 5545, 3.1: a line holds 75 octets; it goes on in the next, after a space, and no character is cut. */
function folded(line: string): string {
  let text = '';
  let room = 75;
  for (const character of line) {
    const size = octets(character);
    if (size > room) {
      text += '\r\n ';
      room = 74;
    }
    text += character;
    room -= size;
  }
  return text;
}

/** What an export needs to be told: its name, the language of its labels, the instant at which it is made, how persons are named. */
export interface RotaExport {
  readonly name: string;
  readonly language: Language;
  readonly at: Instant;
  /** The name of a person, where the reader may see it; undefined leaves it out. */
  nameOf?(person: string): string | undefined;
}

function eventOf(entry: RotaEntry, { rota }: GovernanceModel, wanted: RotaExport): readonly string[] {
  const label = rota?.find(({ id }) => id === entry.rule)?.label[wanted.language] ?? entry.rule;
  const who = entry.person === undefined ? undefined : wanted.nameOf?.(entry.person);
  return [
    'BEGIN:VEVENT',
    `UID:${entry.rule}-${entry.period}-${entry.unit}@keting`,
    `DTSTAMP:${stampOf(wanted.at)}`,
    `DTSTART:${stampOf(entry.from)}`,
    `DTEND:${stampOf(entry.to)}`,
    `SUMMARY:${escaped(who === undefined ? label : `${label} ${who}`)}`,
    ...(entry.provisional ? ['STATUS:TENTATIVE'] : []),
    'END:VEVENT',
  ];
}

/**
 * A unit's calendar as iCalendar text (RFC 5545, version 2.0), to be saved as a file of type `text/calendar`: one event for
 * each entry, in UTC; tentative where the year's holidays are not published. The entry of a period keeps its UID
 * when it moves, so that a calendar moves it and does not hold it twice.
 */
export function rotaCalendar(model: GovernanceModel, entries: readonly RotaEntry[], wanted: RotaExport): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Keting//Rota//ZH',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(wanted.name)}`,
    ...entries.flatMap((entry) => eventOf(entry, model, wanted)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
