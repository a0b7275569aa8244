import type { ClassField, Fault, GovernanceModel, Language, Refusal } from '@keting/domain';
import { formatNumber } from '../base/format.ts';
import type { CaseFormTexts } from './case-form.texts.ts';
import { fieldsOf, type CaseDraft } from './draft.ts';

/** What a message about a field may need to know. */
export interface Wording {
  readonly draft: CaseDraft;
  readonly model: GovernanceModel;
  readonly language: Language;
  readonly texts: CaseFormTexts;
}

const lengthOf = (text: string): number => text.trim().length;

function textFault({ code, limit = 0 }: Fault, { draft, language, texts }: Wording): string {
  const number = (value: number) => formatNumber(value, language);
  if (code === 'too-short') return texts.textShort(number(limit), number(limit - lengthOf(draft.text)));
  if (code === 'too-long') return texts.textLong(number(limit), number(lengthOf(draft.text) - limit));
  return texts.textRequired;
}

function answerFault({ code, limit = 0 }: Fault, field: ClassField, { language, texts }: Wording): string {
  const label = field.label[language];
  const bound = formatNumber(limit, language);
  switch (code) {
    case 'required':
      return field.type === 'text' || field.type === 'number' ? texts.required(label) : texts.chooseOne(label);
    case 'too-short':
      return texts.tooShort(label, bound);
    case 'too-long':
      return texts.tooLong(label, bound);
    case 'too-small':
      return texts.tooSmall(label, bound);
    case 'too-large':
      return texts.tooLarge(label, bound);
    default:
      return field.type === 'number' ? texts.notNumber(label) : texts.wrong(label);
  }
}

/** What a fault of a field says to a person: what is wrong and what to do about it. */
export function faultText(fault: Fault, wording: Wording): string {
  const { draft, model, language, texts } = wording;
  const [head = '', ...rest] = fault.path.split('.');
  const bound = formatNumber(fault.limit ?? 0, language);
  switch (head) {
    case 'class':
      return fault.code === 'required' ? texts.classRequired : texts.classGone;
    case 'place':
      return fault.code === 'required' ? texts.placeRequired : texts.placeGone;
    case 'text':
      return textFault(fault, wording);
    case 'address':
      return texts.tooLong(texts.address, bound);
    case 'photos':
      return fault.code === 'too-many' ? texts.tooMany(bound) : texts.wrong(texts.photos);
    case 'contact':
      return rest[0] === 'phone' ? texts.phoneWrong : texts.tooLong(texts.name, bound);
    case 'fields': {
      const field = fieldsOf(model, draft.class).find(({ id }) => id === rest.join('.'));
      return field ? answerFault(fault, field, wording) : texts.wrong(rest.join('.'));
    }
    default:
      return texts.wrong(head);
  }
}

/** The field beside which a refusal belongs, and what it says there; undefined for one that is about no field. */
export function refusedField(
  { code }: Refusal,
  texts: CaseFormTexts,
): readonly [path: string, text: string] | undefined {
  switch (code) {
    case 'place-outside':
      return ['place', texts.placeOutside];
    case 'grid-unknown':
      return ['place', texts.placeGone];
    case 'class-unknown':
      return ['class', texts.classGone];
    case 'person-required':
      return ['mode', texts.signInFirst];
    default:
      return undefined;
  }
}
