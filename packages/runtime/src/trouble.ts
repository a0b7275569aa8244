import type { Command } from '@keting/domain';
import type { Receipt } from './desk.ts';

/**
 * A command that a process or the clock sent and that did not bring what it was sent for. Nothing is lost; somebody
 * should look. The message names its type and the refusal's code, and nothing that a person wrote.
 */
export class Trouble extends Error {
  override readonly name = 'Trouble';
  readonly command: Command;
  readonly receipt: Receipt;

  constructor(command: Command, receipt: Receipt) {
    super(`${command.type}: ${receipt.ok ? 'done, and due as before' : receipt.refusal.code}`);
    this.command = command;
    this.receipt = receipt;
  }
}

/** Tells of what went wrong where nobody waits for an answer. Never throws. */
export type Tell = (trouble: unknown) => void;

/**
 * A rejection of its own that nobody handles: the page's console and its `unhandledrejection` show it, and Node ends.
 * Thrown on the spot it would take the rest of the work with it; swallowed it would be seen by nobody.
 */
const leaveUnhandled: Tell = (trouble) => {
  void Promise.resolve().then(() => {
    throw trouble;
  });
};

/** Tells whoever is to be told. What they throw in turn does not stop the work either. */
export const tellBy =
  (onTrouble: Tell = leaveUnhandled): Tell =>
  (trouble) => {
    try {
      onTrouble(trouble);
    } catch (thrown) {
      leaveUnhandled(thrown);
    }
  };
