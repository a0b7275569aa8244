import {
  parseModel,
  personId,
  type Actor,
  type FaultCode,
  type GovernanceModel,
  type Question,
  type Refusal,
} from '@keting/domain';
import * as z from 'zod/mini';
import type { Answer, Answered, Attached, Offer, Verdict } from '../desk.ts';
import {
  askAnswer,
  attachAnswer,
  canAnswer,
  deskAnswer,
  offersAnswer,
  wireReceipt,
  type wireRefusal,
} from '../wire.ts';
import { RemoteDeskError } from './remote-desk-error.ts';

/** Reads an answer through its schema. What fits no schema is `answer-invalid`, whatever it is. */
export function readAs<T>(schema: z.ZodMiniType<T>, answer: unknown, about: string): T {
  const read = z.safeParse(schema, answer);
  if (read.success) return read.data;
  throw new RemoteDeskError('answer-invalid', 200, about);
}

const faultCode = z.enum([
  'required',
  'too-short',
  'too-long',
  'too-small',
  'too-large',
  'too-many',
  'not-a-choice',
  'wrong-form',
  'unknown-field',
] satisfies readonly FaultCode[]);

/** A refusal as it came. A fault that a later release named is one of form here. */
function refusalOf({ faults, ...refusal }: z.infer<typeof wireRefusal>): Refusal {
  if (faults === undefined) return refusal;
  const known = faults.map((fault) => {
    const code = z.safeParse(faultCode, fault.code);
    return { ...fault, code: code.success ? code.data : ('wrong-form' as const) };
  });
  return { ...refusal, faults: known };
}

export function readReceipt(answer: unknown): Answered {
  const receipt = readAs(wireReceipt, answer, 'receipt');
  return receipt.ok ? receipt : { ...receipt, refusal: refusalOf(receipt.refusal) };
}

export function readVerdict(answer: unknown): Verdict {
  const verdict = readAs(canAnswer, answer, 'verdict');
  return verdict.allowed ? verdict : { ...verdict, refusal: refusalOf(verdict.refusal) };
}

export const readOffers = (answer: unknown): readonly (readonly Offer[])[] =>
  readAs(offersAnswer, answer, 'offers').map((offers) =>
    offers.map(({ refusal, ...offer }) => (refusal === undefined ? offer : { ...offer, refusal: refusalOf(refusal) })),
  );

/** The answer to a question, its rows read by the question's own schema. */
export function readAnswer<Row>(
  answer: unknown,
  { name, row }: Pick<Question<unknown, Row>, 'name' | 'row'>,
): Answer<Row> {
  const read = readAs(askAnswer, answer, name);
  return read.ok
    ? { ok: true, rows: readAs(z.array(row), read.rows, name) }
    : { ok: false, refusal: refusalOf(read.refusal) };
}

export function readAttached(answer: unknown): Attached {
  const attached = readAs(attachAnswer, answer, 'attached');
  return attached.ok ? attached : { ...attached, refusal: refusalOf(attached.refusal) };
}

/** What the desk says of itself: the model it runs under, who it takes the page for, its time, what to show on writing. */
export interface Greeting {
  readonly model: GovernanceModel;
  readonly actor: Actor;
  readonly now: number;
  readonly csrf: string | undefined;
}

function actorOf(actor: z.infer<typeof deskAnswer>['actor']): Actor {
  return actor.kind === 'person' ? { ...actor, person: readAs(personId, actor.person, 'actor') } : actor;
}

export function readGreeting(answer: unknown): Greeting {
  const { model, actor, now, csrf } = readAs(deskAnswer, answer, 'desk');
  const parsed = parseModel(model);
  if (!parsed.ok) throw new RemoteDeskError('answer-invalid', 200, 'model');
  return { model: parsed.model, actor: actorOf(actor), now, csrf };
}
