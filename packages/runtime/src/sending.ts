import type { Actor, Command } from '@keting/domain';
import type { Receipt } from './desk.ts';

/** Sends a command as an actor; the desk's own way in. */
export type SendAs = (command: Command, actor: Actor) => Promise<Receipt>;

/** How often in a row a command is sent that is refused as a conflict. */
const tries = 5;

/** Whether what a decision looked at had moved each time it was to be committed. It says nothing against the command. */
export const isConflict = (receipt: Receipt): boolean => !receipt.ok && receipt.refusal.code === 'version-conflict';

/** Sends what no person waits for and could send again: as long as it meets with conflicts, a few times. */
export async function sendThrough(send: () => Promise<Receipt>): Promise<Receipt> {
  let receipt = await send();
  for (let sent = 1; sent < tries && isConflict(receipt); sent += 1) receipt = await send();
  return receipt;
}
