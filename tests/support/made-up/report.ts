import { hashText, leafClasses, type CaseClass, type ClassField, type GovernanceModel } from '@keting/domain';

/** What the receipt of an anonymous report holds. */
export const secret = 'what the receipt holds';

function answerTo(field: ClassField): string | number | boolean {
  switch (field.type) {
    case 'text':
      return 'x'.repeat(field.minLength ?? 1);
    case 'number':
      return field.min;
    case 'choice':
      return field.options[0]?.id ?? '';
    case 'date':
      return '2026-03-01';
    case 'yes-no':
      return true;
  }
}

const answers = ({ fields }: CaseClass) => Object.fromEntries(fields.map((field) => [field.id, answerTo(field)]));

/** The class that cases of a made-up model are reported under. */
export function classUnder(model: GovernanceModel): CaseClass {
  const [first] = leafClasses(model);
  if (first === undefined) throw new Error('a model without classes');
  return first;
}

type Mode = GovernanceModel['cases']['report']['contacts'][number];

/** The way in which reporters are known under a model, by name where it lets them. */
export const modeUnder = ({ cases }: GovernanceModel): Mode =>
  cases.report.contacts.find((mode) => mode !== 'anonymous') ?? 'anonymous';

/** A report as a model asks for it: the bounds of its text, an answer to every field of its class, its way of being known. */
export function reportUnder(model: GovernanceModel, id: string, place: Readonly<Record<string, unknown>>) {
  const of = classUnder(model);
  const mode = modeUnder(model);
  return {
    type: 'ReportCase' as const,
    data: {
      case: id,
      class: of.id,
      place,
      text: 'x'.repeat(Math.max(1, model.cases.report.text.min)),
      photos: [],
      channel: 'resident',
      mode,
      ...(of.fields.length === 0 ? {} : { fields: answers(of) }),
      ...(mode === 'anonymous' ? { receipt: hashText(secret) } : {}),
    },
  };
}
