import { leafClasses, type ClassField, type GovernanceModel, type Place } from '@keting/domain';
import type { Photo } from '../photo-field/photo.ts';

/** How a reporter may be reached. */
export type ContactMode = GovernanceModel['cases']['report']['contacts'][number];

/** By which way a report comes in. */
export type Channel = GovernanceModel['cases']['report']['channels'][number];

/** Everything that was typed and chosen, as it was: plain data that a host can keep and hand back. */
export interface CaseDraft {
  /** Id of the class; empty while none is chosen. */
  readonly class: string;
  /** Answers to the class's own fields as they were typed, by field id; those of other classes are kept too. */
  readonly answers: Readonly<Record<string, string>>;
  readonly place?: Place | undefined;
  readonly address: string;
  readonly text: string;
  readonly mode: ContactMode;
  readonly name: string;
  readonly phone: string;
  readonly photos: readonly Photo[];
}

/** A form that nothing has been typed into. The first way of contact that the model names is chosen. */
export const emptyDraft = (modes: readonly ContactMode[]): CaseDraft => ({
  class: '',
  answers: {},
  address: '',
  text: '',
  mode: modes[0] ?? 'anonymous',
  name: '',
  phone: '',
  photos: [],
});

/** A draft of which a host may have kept only some. A way of contact that is not offered here gives way to one that is. */
export function restoredDraft(kept: Partial<CaseDraft>, modes: readonly ContactMode[]): CaseDraft {
  const draft = { ...emptyDraft(modes), ...kept };
  return modes.includes(draft.mode) ? draft : { ...draft, mode: emptyDraft(modes).mode };
}

const contents = ({ answers, photos, place, class: of, address, text, mode, name, phone }: CaseDraft): string =>
  JSON.stringify([
    of,
    Object.entries(answers).sort(),
    place,
    address,
    text,
    mode,
    name,
    phone,
    photos.map(({ id }) => id),
  ]);

/** Whether two drafts say the same; a host may hand back a copy, or what its framework made of one. */
export const sameDraft = (one: CaseDraft, other: CaseDraft): boolean =>
  one === other || contents(one) === contents(other);

/** The fields that the chosen class asks for. */
export const fieldsOf = (model: GovernanceModel, of: string): readonly ClassField[] =>
  leafClasses(model).find(({ id }) => id === of)?.fields ?? [];

/** What was typed as the value that the model's schema reads. What cannot be one is left as it is, for the schema to say. */
function valueOf(field: ClassField, typed: string): string | number | boolean | undefined {
  const trimmed = typed.trim();
  if (trimmed === '') return undefined;
  if (field.type === 'number') return Number.isFinite(Number(trimmed)) ? Number(trimmed) : trimmed;
  return field.type === 'yes-no' ? trimmed === 'yes' : trimmed;
}

function answersOf(fields: readonly ClassField[], { answers }: CaseDraft): Record<string, unknown> {
  const given = fields.map((field) => [field.id, valueOf(field, answers[field.id] ?? '')] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

function contactOf({ mode, name, phone }: CaseDraft): { name?: string; phone?: string } | undefined {
  if (mode === 'anonymous') return undefined;
  // A masked report keeps no name: the number alone is enough to reach its reporter.
  const given = {
    ...(mode === 'named' && name.trim() !== '' ? { name: name.trim() } : {}),
    ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
  };
  return Object.keys(given).length === 0 ? undefined : given;
}

/** What a report has beside the draft. */
export interface Particulars {
  /** Id of the case, made where the command is made. */
  readonly case: string;
  /** Ids of the files as the desk keeps them. */
  readonly photos: readonly string[];
  readonly channel: Channel;
  /** Hash of the receipt's secret, for an anonymous report. */
  readonly receipt?: string;
}

/** The data of the command `ReportCase`; what was left empty is left out. */
export function reportOf(draft: CaseDraft, model: GovernanceModel, beside: Particulars): Record<string, unknown> {
  const fields = fieldsOf(model, draft.class);
  const answers = answersOf(fields, draft);
  const contact = contactOf(draft);
  const address = draft.address.trim();
  return {
    case: beside.case,
    ...(draft.class === '' ? {} : { class: draft.class }),
    ...(draft.place === undefined ? {} : { place: draft.place }),
    text: draft.text.trim(),
    ...(address === '' ? {} : { address }),
    ...(Object.keys(answers).length === 0 && !fields.some(({ required }) => required) ? {} : { fields: answers }),
    photos: beside.photos,
    channel: beside.channel,
    mode: draft.mode,
    ...(contact === undefined ? {} : { contact }),
    ...(beside.receipt === undefined ? {} : { receipt: beside.receipt }),
  };
}
