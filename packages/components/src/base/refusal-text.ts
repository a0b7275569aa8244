import type { GovernanceModel, Language, Refusal, RefusalParam, Term } from '@keting/domain';
import { formatCivilDate, formatInstant, formatNumber, readingNow } from './format.ts';
import { eventText } from './event-text.ts';
import { conflictTexts, refusalTexts, unknownRefusal, type RefusalTexts } from './refusals.texts.ts';
import type { Texts } from './texts.ts';

const added: Texts<RefusalTexts>[] = [];

/**
 * Adds texts for refusals by their codes: of contexts of which no element speaks (`moreRefusalTexts`), or of a host's own. `{name}` stands
 * for a parameter of the refusal.
 */
export function addRefusalTexts(texts: Texts<RefusalTexts>): void {
  added.push(texts);
}

const templateOf = (code: string, language: Language): string | undefined =>
  [refusalTexts, ...added].map((texts) => texts[language][code]).find((text) => text !== undefined);

/**
 * What a refusal says to a person, in their language; codes in it are worded by the governance model where one is given.
 * A refusal without a text is told by its code, so that a host's own context is never silent. `nameOf` tells the names of the
 * persons in it; whoever it does not name is somebody else.
 */
export function refusalText(
  { code, params }: Pick<Refusal, 'code' | 'params'>,
  language: Language,
  model?: GovernanceModel,
  nameOf: (person: string) => string | undefined = () => undefined,
): string {
  const template = templateOf(code, language);
  if (template === undefined) return unknownRefusal[language](code);
  if (code === 'version-conflict') return conflictText(template, params, language, nameOf);
  return template.replace(/\{(\w+)\}/g, (_, name: string) => paramText(name, params[name] ?? '', language, model));
}

/** Ids of the persons that a refusal speaks of. */
export const personsIn = ({ code, params: { by } }: Pick<Refusal, 'code' | 'params'>): readonly string[] =>
  code === 'version-conflict' && typeof by === 'object' ? by : [];

/** Who has changed what; each once, in the order in which it happened. */
function conflictText(
  template: string,
  params: Refusal['params'],
  language: Language,
  nameOf: (person: string) => string | undefined,
): string {
  const { someone, changed } = conflictTexts[language];
  const { plain } = separators[language];
  const once = (words: readonly string[]): string => [...new Set(words)].join(plain);
  const persons = personsIn({ code: 'version-conflict', params }).map((person) => nameOf(person) ?? someone);
  const events = typeof params['changed'] === 'object' ? params['changed'] : [];
  const happened = once(events.flatMap((type) => eventText(type, language) ?? []));
  return template
    .replace('{by}', () => (persons.length === 0 ? someone : once(persons)))
    .replace('{changed}', () => (happened === '' ? '' : changed(happened)));
}

type Model = GovernanceModel | undefined;

/** Between the parts of a list; stages stand in quotation marks of their own. */
const separators: Readonly<Record<Language, { readonly plain: string; readonly quoted: string }>> = {
  'zh-Hans': { plain: '、', quoted: '”“' },
  'zh-Hant': { plain: '、', quoted: '」「' },
  en: { plain: ', ', quoted: '”, “' },
};

function paramText(name: string, param: RefusalParam, language: Language, model: Model): string {
  if (param === '') return '—';
  if (typeof param === 'number') return numberText(name, param, language, model);
  if (typeof param !== 'object') return wordOf(name, String(param), language, model);
  const { plain, quoted } = separators[language];
  return param.map((part) => wordOf(name, part, language, model)).join(name === 'from' ? quoted : plain);
}

const sizes = new Set(['size', 'max']);
const instants = new Set(['due']);

/** Sizes of files are told in megabytes, instants as a date and time. */
function numberText(name: string, value: number, language: Language, model: Model): string {
  if (sizes.has(name)) return `${formatNumber(Math.round(value / 100_000) / 10, language)} MB`;
  if (instants.has(name)) return formatInstant(value, language, readingNow(model?.workingTime.utcOffsetMinutes));
  return formatNumber(value, language);
}

interface Labelled {
  readonly id: string;
  readonly label: Term;
}

/** Which list of the model words a parameter. */
const lists: Readonly<Record<string, (model: GovernanceModel) => readonly Labelled[]>> = {
  kind: ({ kinds }) => kinds,
  under: ({ kinds }) => kinds,
  with: ({ kinds }) => kinds,
  parents: ({ kinds }) => kinds,
  post: ({ posts }) => posts,
  posts: ({ posts }) => posts,
  stage: ({ cases }) => cases.stages,
  from: ({ cases }) => cases.stages,
  tier: ({ meetings }) => meetings,
  current: ({ meetings, procedures }) => [...meetings, ...(procedures?.procedures ?? []).flatMap(({ steps }) => steps)],
};

function wordOf(name: string, value: string, language: Language, model: Model): string {
  const known = model && lists[name]?.(model).find(({ id }) => id === value);
  if (known) return known.label[language];
  return name === 'types' ? value.replace(/^\w+\//, '').toUpperCase() : formatCivilDate(value, language);
}
