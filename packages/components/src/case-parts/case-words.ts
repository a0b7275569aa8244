import type { GovernanceModel, Language } from '@keting/domain';

/** The model's label of a class; a class that the model does not know is told by its id. */
export const classLabel = (model: GovernanceModel, id: string, language: Language): string =>
  model.cases.classes.find((one) => one.id === id)?.label[language] ?? id;

/** The model's label of a stage. */
export const stageLabel = (model: GovernanceModel, id: string, language: Language): string =>
  model.cases.stages.find((one) => one.id === id)?.label[language] ?? id;

/** The model's label of a grade. */
export const gradeLabel = (model: GovernanceModel, id: string, language: Language): string =>
  model.cases.grades.find((one) => one.id === id)?.label[language] ?? id;

/** The label of the group that a class stands in; undefined at the top. */
export function groupLabel(model: GovernanceModel, id: string, language: Language): string | undefined {
  const parent = model.cases.classes.find((one) => one.id === id)?.parent;
  return parent === undefined ? undefined : classLabel(model, parent, language);
}

/** The first words of a text, on one line, at most so many characters. */
export function firstWords(text: string, most: number): string {
  const line = [...text.replace(/\s+/g, ' ').trim()];
  return line.length <= most ? line.join('') : `${line.slice(0, most - 1).join('')}…`;
}
