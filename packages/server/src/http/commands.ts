import type { Command } from '@keting/domain';
import type { Receipt } from '@keting/runtime';
import { canBody, offersBody, sendBody } from '@keting/runtime/wire';
import { json } from './answers.ts';
import type { Handler } from './asked.ts';

/** Carries out one command, or several in their order, each on its own: a refusal does not stop those that follow. */
export const send: Handler = async ({ desk, json: body, spend }) => {
  const asked = await body(sendBody);
  if (!Array.isArray(asked)) return json(await desk.send(asked));
  if (asked.length > 1) await spend(asked.length - 1);
  const receipts: Receipt[] = [];
  const commands: readonly Command[] = asked;
  for (const command of commands) receipts.push(await desk.send(command));
  return json(receipts);
};

/** What `send` would answer now. */
export const can: Handler = async ({ desk, json: body }) => json(await desk.can(await body(canBody)));

/** What may be asked of each stream; of one that is not there nothing, as of one that may not be seen. */
export const offers: Handler = async ({ desk, json: body, spend }) => {
  const { streams } = await body(offersBody);
  if (streams.length > 1) await spend(streams.length - 1);
  return json(await desk.offers(streams));
};
