import { faultsOf, permits, refuseKernel, scopeOf, streamKey } from '@keting/domain';
import type { Acting, GovernanceModel, Question, Refusal, StreamId } from '@keting/domain';
import * as z from 'zod/mini';
import type { Answer } from './desk.ts';
import { maySee, type Equipment } from './equipment.ts';
import { modelFor } from './judging.ts';
import { Reading } from './reading.ts';
import { isRow, subjectOf } from './viewing.ts';

/** Whether there is anything at all that the actor might be told; it is the same for everything that may be asked. */
const mayBeTold = ({ sees, about }: Question, acting: Acting, { registry: { model } }: Equipment): boolean =>
  sees.some((permission) => scopeOf(model, acting, permission, about).any.length > 0);

/**
 * The model that is answered under: that of the stream that is asked about, where there is one. What is not there, or is not to be
 * seen by whoever asks, is not found.
 */
async function modelOf(
  stream: StreamId | undefined,
  acting: Acting,
  equipment: Equipment,
  reading: Reading,
): Promise<GovernanceModel | Refusal> {
  const { registry } = equipment;
  if (stream === undefined) return registry.model;
  const { state } = await reading.stream(stream);
  // Asked of what is there only: of a kind that no context has, nothing is.
  const context = state === undefined ? undefined : registry.contextOf(stream);
  if (context === undefined || !maySee(equipment, context, acting, state)) {
    return refuseKernel('not-found', { ids: [streamKey(stream)] });
  }
  const under = await modelFor(equipment, stream, context.about(state), reading);
  return under?.model ?? refuseKernel('model-unknown', { ids: [streamKey(stream)] });
}

/** Whether the actor may see a row of an answer. */
function isSeen<Row>(question: Question<unknown, Row>, row: Row, acting: Acting, { registry }: Equipment): boolean {
  const permission = question.seenBy?.(row) ?? question.sees[0];
  return permits(registry.model, acting, permission, isRow(row) ? subjectOf(row, question) : {});
}

/** Answers a question as far as the actor may see, from the record as it is now. */
export async function answerFor<Data, Row>(
  question: Question<Data, Row>,
  asked: unknown,
  acting: Acting,
  equipment: Equipment,
): Promise<Answer<Row>> {
  const { name } = question;
  const refused = (refusal: Refusal): Answer<Row> => ({ ok: false, refusal });
  if (equipment.registry.question(name) === undefined)
    return refused(refuseKernel('question-unknown', { ids: [name] }));
  const parsed = z.safeParse(question.data, asked);
  if (!parsed.success) {
    const faults = faultsOf(parsed.error.issues, asked);
    return refused({ ...refuseKernel('question-invalid', { ids: [name] }), faults });
  }
  const reading = new Reading(equipment.store, equipment.registry);
  const model = await modelOf(question.stream?.(parsed.data), acting, equipment, reading);
  if ('code' in model) return refused(model);
  if (!mayBeTold(question, acting, equipment)) return refused(refuseKernel('not-permitted', { ids: [name] }));
  const occasion = { at: equipment.now(), model };
  const rows = await reading.settle((facts) => question.rows(parsed.data, facts, occasion));
  return { ok: true, rows: rows.filter((row) => isSeen(question, row, acting, equipment)) };
}
