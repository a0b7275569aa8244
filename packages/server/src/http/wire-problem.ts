import { wireErrors, type WireErrorCode } from '@keting/runtime/wire';

/** Why a request itself is not answered; thrown to where answers are made, and caught there. */
export class WireProblem extends Error {
  override readonly name = 'WireProblem';
  readonly code: WireErrorCode;
  /** After how many seconds it may be tried again. */
  readonly retryAfter: number | undefined;

  constructor(code: WireErrorCode, { retryAfter }: { readonly retryAfter?: number } = {}) {
    super(code);
    this.code = code;
    this.retryAfter = retryAfter;
  }

  get status(): number {
    return wireErrors[this.code];
  }
}
