import type { Fault, Refusal } from '@keting/domain';
import type { Photo } from '../photo-field/photo.ts';
import { formatNumber } from '../base/format.ts';
import { refusalText } from '../base/refusal-text.ts';
import type { Action, ActionField, Filled } from './actions.ts';
import type { Wording } from './wording.ts';

/** What is wrong with a field: as the schema says, or as the desk refused it. Words come when it is shown. */
type Complaint = Fault | Refusal;

/** What came in the way of a step and is about no field of its form. */
type Trouble = 'lost' | 'unanswered' | Refusal | readonly Fault[];

/** What is being done, as far as it has been filled in. */
export interface Doing {
  /** Id of the case that it is done on. */
  readonly case: string;
  readonly action: Action;
  readonly filled: Filled;
  readonly photos: readonly Photo[];
  readonly complaints: ReadonlyMap<string, Complaint>;
  readonly trouble: Trouble | undefined;
  readonly sending: boolean;
  /** Under which the command goes, also when it goes again after the line broke. */
  readonly command: string;
}

const isFault = (complaint: Complaint): complaint is Fault => 'path' in complaint;
const fieldOf = ({ path }: Fault): string => path.split('.')[0] ?? '';

/** The field that a refusal without faults is about. */
const refusedFields: Readonly<Record<string, ActionField['name']>> = {
  'reason-required': 'reason',
  'handler-unknown': 'handler',
  'handler-unfit': 'handler',
  'handler-same': 'handler',
};

/** Faults beside their fields; those of a field that the form does not show above its buttons. */
export function sorted({ action }: Doing, faults: readonly Fault[]): Partial<Doing> {
  const shows = (fault: Fault): boolean => action.fields.some(({ name }) => name === fieldOf(fault));
  const hidden = faults.filter((fault) => !shows(fault));
  return {
    complaints: new Map(faults.filter(shows).map((fault) => [fieldOf(fault), fault])),
    trouble: hidden.length > 0 ? hidden : undefined,
  };
}

/** What a refusal makes of a step: complaints beside the fields that it is about, else a trouble of the whole. */
export function refused(doing: Doing, refusal: Refusal): Partial<Doing> {
  const { faults = [], code } = refusal;
  if (faults.length > 0) return sorted(doing, faults);
  const field = refusedFields[code];
  const shown = field !== undefined && doing.action.fields.some(({ name }) => name === field);
  return shown ? { complaints: new Map([[field, refusal]]) } : { trouble: refusal };
}

/** How persons are called in what is said of a step. */
type Named = (person: string) => string | undefined;

function complaintText(
  complaint: Complaint,
  { action }: Doing,
  { model, language, texts }: Wording,
  named: Named,
): string {
  if (!isFault(complaint)) return refusalText(complaint, language, model, named);
  const { code, limit = 0 } = complaint;
  const asked = action.fields.find(({ name }) => name === fieldOf(complaint));
  const names: Readonly<Record<string, string | undefined>> = texts.fields;
  if (asked === undefined) return texts.wrong(names[fieldOf(complaint)] ?? complaint.path);
  const label = texts.fields[asked.name];
  if (code === 'required') return asked.kind === 'text' ? texts.required(label) : texts.chooseOne(label);
  return code === 'too-long' ? texts.tooLong(label, formatNumber(limit, language)) : texts.wrong(label);
}

/** What is wrong with each field, in words, by its name. */
export const errorsOf = (doing: Doing, wording: Wording, named: Named): ReadonlyMap<string, string> =>
  new Map([...doing.complaints].map(([name, one]) => [name, complaintText(one, doing, wording, named)] as const));

/** What came in the way of the whole step, in words; undefined where nothing did. */
export function troubleText(doing: Doing, wording: Wording, named: Named): string | undefined {
  const { trouble } = doing;
  if (trouble === undefined) return undefined;
  if (typeof trouble === 'string') return wording.texts[trouble];
  const all = 'code' in trouble ? [trouble] : trouble;
  return all.map((one) => complaintText(one, doing, wording, named)).join(' ');
}
