import { wireErrors, type WireErrorCode } from '../wire.ts';

/** `answer-invalid`: what came fits no shape that a desk answers in. The others are the desk's own, `wireErrors`. */
export type RemoteDeskErrorCode = WireErrorCode | 'answer-invalid';

const isCode = (code: string | undefined): code is WireErrorCode => code !== undefined && code in wireErrors;

/** What a status says where the answer does not: something stands between the page and the desk. */
function codeBy(status: number): RemoteDeskErrorCode {
  if (status === 0 || status >= 500) return 'not-available';
  const known = Object.entries(wireErrors).find(([, its]) => its === status)?.[0];
  return isCode(known) ? known : 'answer-invalid';
}

/** Statuses of one who stands before a desk that cannot be reached. */
const gateways: readonly number[] = [502, 503, 504];

/**
 * A question that the desk did not answer. It is no refusal, which is a value: nobody judged what was asked. `status` is 0
 * where no answer came.
 */
export class RemoteDeskError extends Error {
  override readonly name = 'RemoteDeskError';
  readonly code: RemoteDeskErrorCode;
  readonly status: number;
  /** For how long the desk wants not to be asked, in milliseconds, where it said so. */
  readonly pause: number | undefined;

  constructor(code: RemoteDeskErrorCode, status: number, about: string, pause?: number) {
    super(`${about}: ${code}${status === 0 ? '' : ` (${status})`}`);
    this.code = code;
    this.status = status;
    this.pause = pause;
  }

  /** Of an answer that is an error: by its code where it names a known one, else by its status. */
  static of(status: number, code: string | undefined, about: string, pause?: number): RemoteDeskError {
    return new RemoteDeskError(isCode(code) ? code : codeBy(status), status, about, pause);
  }

  /** The desk is out of reach, or its answer was lost. */
  get lost(): boolean {
    return this.status === 0 || gateways.includes(this.status);
  }

  /** It may go better later, without anybody doing anything. */
  get passes(): boolean {
    return this.lost || this.status === 429 || this.status >= 500;
  }
}
