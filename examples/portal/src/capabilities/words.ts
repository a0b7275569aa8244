// What views, questions, commands, fields and values are called.

import type { Language } from '@keting/domain';
import { commandTexts } from './commands.texts.ts';
import { fieldTexts } from './fields.texts.ts';
import { ownFieldTexts } from './own-fields.texts.ts';
import { ownValueTexts } from './own-values.texts.ts';
import { questionTexts } from './questions.texts.ts';
import { valueTexts } from './values.texts.ts';
import { viewTexts } from './views.texts.ts';

/** A view by its name; a host's own is called as it is named. */
export const viewWord = (view: string, language: Language): string => viewTexts[view]?.[language] ?? view;

/** A question by its name. */
export const questionWord = (question: string, language: Language): string =>
  questionTexts[question]?.[language] ?? question;

/** A command by its type. */
export const commandWord = (command: string, language: Language): string =>
  commandTexts[command]?.[language] ?? command;

/** A field of a command or a question, or a column of a view or an answer. */
export const fieldWord = (owner: string, field: string, language: Language): string =>
  (ownFieldTexts[`${owner}.${field}`] ?? fieldTexts[field])?.[language] ?? field;

/** A value that the domain itself knows, in a field of a view or a command. */
export const valueWord = (owner: string, field: string, value: string, language: Language): string =>
  (ownValueTexts[`${owner}.${value}`] ?? ownValueTexts[`${field}.${value}`] ?? valueTexts[value])?.[language] ?? value;
