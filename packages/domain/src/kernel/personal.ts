import * as z from 'zod/mini';
import type { Recorded } from './envelope.ts';
import { words, type Term } from './term.ts';

/**
 * What anything personal is kept for. Purposes belong to what the software does with a field, so they are fixed here; what a
 * place asks a consent for beyond them is the model's.
 */
export const purposes = ['identity', 'contact', 'own-matter', 'participation', 'office'] as const;
/** One of the purposes, by its name. */
export type Purpose = (typeof purposes)[number];

/** A purpose as a page lists it. */
export interface StatedPurpose {
  readonly label: Term;
  /** Whether it stays when the person is erased: words given in office are the record of the office. */
  readonly kept: boolean;
}

/** Every purpose, with its words and what becomes of it when the person is erased. */
export const statedPurposes: Readonly<Record<Purpose, StatedPurpose>> = {
  identity: { label: words('表明在岗人员身份', '表明在崗人員身分', 'To say who serves the place'), kept: false },
  contact: { label: words('与本人联系', '與本人聯繫', 'To reach the person'), kept: false },
  'own-matter': { label: words('办理本人诉求', '辦理本人訴求', 'To deal with what the person asked'), kept: false },
  participation: {
    label: words('记录本人参与议事和服务', '記錄本人參與議事和服務', 'To record what the person takes part in'),
    kept: false,
  },
  office: { label: words('履行职务留存', '履行職務留存', 'To account for what was done in office'), kept: true },
};

/** What a kept text or file is for: a stated purpose, or none where its context states none. */
export const keptPurpose = z.enum([...purposes, 'unstated']);
/** A stated purpose, or `unstated`. */
export type KeptPurpose = z.infer<typeof keptPurpose>;

/** Why a field of an event is kept, and whose it is where that person is known; undefined where it does not apply. */
export interface PersonalField {
  readonly purpose: Purpose;
  /** Whose the field of this event is; undefined where the mark does not apply. */
  person(event: Recorded): string | undefined;
  /** The field names files, not texts. */
  readonly files?: true;
}

/** Who brought an event about, where the record says which person. */
export const writerOf = ({ actor }: Recorded): string | undefined =>
  actor.kind === 'person' ? actor.person : undefined;

/** A field that is its writer's, for a purpose. */
export const writers = (purpose: Purpose): PersonalField => ({ purpose, person: writerOf });

/** A field that refers to a text or a file which an earlier event holds: it is whose it was there. */
export const passedOn: readonly PersonalField[] = [{ purpose: 'office', person: () => undefined }];

/** What somebody said in office: it stays when they are erased, without their name. */
export const inOffice: readonly PersonalField[] = [writers('office')];
