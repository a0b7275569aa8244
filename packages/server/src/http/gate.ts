import type { Actor } from '@keting/domain';
import { actorHeader, actorName, receiptHeader } from '@keting/runtime/wire';
import type { SignedIn } from '../sign-in/signed-in.ts';
import type { Guard } from './csrf.ts';
import { describeError, type Place } from './failures.ts';
import type { ServerOptions } from './options.ts';
import type { Spend } from './rate.ts';
import { WireProblem } from './wire-problem.ts';

/** Somebody who is let in, and by what name they are counted. */
export interface LetIn {
  readonly signedIn: SignedIn;
  readonly counted: string;
}

/** Whoever shows the secret of a receipt asks as its holder; a person asks as themselves, whatever else they show. */
function withReceipt(actor: Actor, request: Request): Actor {
  const receipt = request.headers.get(receiptHeader);
  return actor.kind === 'anonymous' && receipt !== null ? { kind: 'anonymous', receipt } : actor;
}

/** Whether a page asks that was greeted as who has signed in now; who names nobody asks as who they are. */
function asThemselves({ actor }: SignedIn, request: Request): boolean {
  const named = request.headers.get(actorHeader);
  return named === null || named === actorName(actor);
}

/** By what name somebody is counted. What stands before the slash keeps a person's id from being taken for an address. */
const countedAs = (actor: Actor, client: string | undefined): string =>
  actor.kind === 'person' ? `person/${actor.person}` : `guest/${client ?? ''}`;

/** The one door: everything that is asked goes through it, in this order. */
export class Gate {
  private readonly options: ServerOptions;
  private readonly guard: Guard;
  private readonly spend: Spend;

  constructor(options: ServerOptions, guard: Guard, spend: Spend) {
    this.options = options;
    this.guard = guard;
    this.spend = spend;
  }

  /** Refused: nobody, one whose time is over, a process; what a page of another person asks, or of another origin; too much of it. */
  async letIn(request: Request, place: Place): Promise<LetIn> {
    const signedIn = await this.known(request, place);
    if (!asThemselves(signedIn, request)) throw new WireProblem('not-signed-in');
    if (!this.guard.lets(request, signedIn)) throw new WireProblem('forged-request');
    const counted = countedAs(signedIn.actor, this.options.clientOf?.(request));
    await this.spend(counted, 1);
    return { signedIn, counted };
  }

  private async known(request: Request, place: Place): Promise<SignedIn> {
    const { now = Date.now } = this.options;
    const signedIn = await this.signIn(request, place);
    const over = signedIn?.expires !== undefined && signedIn.expires <= now();
    if (signedIn === undefined || over || signedIn.actor.kind === 'process') {
      // Whoever tries many keys is slowed down as whoever asks much.
      await this.spend(`refused/${this.options.clientOf?.(request) ?? ''}`, 1);
      throw new WireProblem('not-signed-in');
    }
    return { ...signedIn, actor: withReceipt(signedIn.actor, request) };
  }

  private async signIn(request: Request, place: Place): Promise<SignedIn | undefined> {
    try {
      return await this.options.authenticate(request);
    } catch (thrown) {
      this.options.log?.error({ ...place, ...describeError(thrown) }, 'the sign-in cannot tell who asks');
      throw new WireProblem('not-available');
    }
  }
}
