import type { Answer } from '../base/command-event.ts';
import { commandId, hashText, type Command, type GovernanceModel, type Refusal } from '@keting/domain';
import { receiptSecret } from '../case-parts/receipt-secret.ts';
import type { Attached } from '@keting/runtime';
import { reportOf, type CaseDraft, type Channel } from './draft.ts';

/** What came of sending a report. */
export type Outcome =
  | {
      readonly kind: 'done';
      readonly id: string;
      readonly number?: string | undefined;
      readonly secret?: string | undefined;
    }
  /** It waits on this device until the line is back, and has no number yet. */
  | { readonly kind: 'queued'; readonly id: string; readonly secret?: string | undefined }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Nobody took the command. */
  | { readonly kind: 'unanswered' }
  /** The page took it and sees to it by itself. */
  | { readonly kind: 'given' }
  /** The line broke or the store failed; whether it arrived is not known. */
  | { readonly kind: 'failed' };

/** Where a report goes. */
export interface Way {
  readonly model: GovernanceModel;
  readonly channel: Channel;
  newId(): string;
  /** Keeps a file; undefined where nobody keeps files. */
  attach: ((bytes: Uint8Array, type: string) => Promise<Attached>) | undefined;
  ask(command: Command): Answer;
  /** Told before each photo, from 1, of how many. */
  progress(photo: number, of: number): void;
}

/**
 * Sends one report, as often as it takes. Files that have arrived are not sent again, and a command that may have arrived
 * goes again under the same id, so that the report reaches the store once and only once.
 */
export class Submission {
  private readonly files = new Map<string, string>();
  private readonly caseId: string;
  private readonly secret = receiptSecret(crypto.getRandomValues(new Uint8Array(16)));
  private readonly way: Way;
  private command: string;

  constructor(way: Way) {
    this.way = way;
    this.caseId = way.newId();
    this.command = way.newId();
  }

  async send(draft: CaseDraft): Promise<Outcome> {
    try {
      const kept = await this.keep(draft);
      return kept.kind === 'kept' ? await this.report(draft, kept.photos) : kept;
    } catch {
      return { kind: 'failed' };
    }
  }

  /** Ids of the photos as the desk keeps them, or what came of the first that it does not. */
  private async keep({ photos }: CaseDraft): Promise<{ kind: 'kept'; photos: readonly string[] } | Outcome> {
    const ids: string[] = [];
    for (const [at, photo] of photos.entries()) {
      this.way.progress(at + 1, photos.length);
      const known = this.files.get(photo.id);
      const kept =
        known === undefined ? await this.way.attach?.(photo.bytes, photo.type) : { ok: true as const, id: known };
      if (kept === undefined) return { kind: 'unanswered' };
      if (!kept.ok) return { kind: 'refused', refusal: kept.refusal };
      this.files.set(photo.id, kept.id);
      ids.push(kept.id);
    }
    return { kind: 'kept', photos: ids };
  }

  private async report(draft: CaseDraft, photos: readonly string[]): Promise<Outcome> {
    const { model, channel } = this.way;
    const secret = draft.mode === 'anonymous' ? this.secret : undefined;
    const data = reportOf(draft, model, {
      case: this.caseId,
      photos,
      channel,
      ...(secret === undefined ? {} : { receipt: hashText(secret) }),
    });
    const answer = await this.way.ask({ id: commandId.parse(this.command), type: 'ReportCase', data });
    if (answer === undefined) return { kind: 'unanswered' };
    if (answer === 'given') return { kind: 'given' };
    if (answer.ok === 'queued') return { kind: 'queued', id: this.caseId, secret };
    if (answer.ok) return { kind: 'done', id: this.caseId, number: answer.number, secret };
    // A refusal leaves no trace: the next attempt is another command.
    this.command = this.way.newId();
    return { kind: 'refused', refusal: answer.refusal };
  }
}
