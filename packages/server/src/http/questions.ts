import { refuseKernel, type Question } from '@keting/domain';
import type { Answer } from '@keting/runtime';
import * as z from 'zod/mini';
import { json } from './answers.ts';
import type { Handler } from './asked.ts';
import type { ServerOptions } from './options.ts';

/** Questions that may be asked, by name. */
export type ServedQuestions = ReadonlyMap<string, Question>;

/** Of the questions those that a context has. Who tells which views are served, and no questions, has none answered. */
export function servedQuestions({
  contexts,
  views,
  questions,
}: Pick<ServerOptions, 'contexts' | 'views' | 'questions'>): ServedQuestions {
  const ofContexts = contexts.flatMap((context) => context.questions ?? []);
  const told = questions ?? (views === undefined ? ofContexts : []);
  return new Map(told.filter((one) => ofContexts.includes(one)).map((one) => [one.name, one]));
}

const unknown = (name: string): Answer => ({ ok: false, refusal: refuseKernel('question-unknown', { ids: [name] }) });

/** The answer to a question; its data is judged by the desk, so that what is wrong with it is told field by field. */
export const ask =
  (served: ServedQuestions): Handler =>
  async ({ desk, param, json: body }) => {
    const name = param('question');
    const question = served.get(name);
    const data = await body(z.unknown());
    return json(question === undefined ? unknown(name) : await desk.ask(question, data));
  };
