import { commandId, type Command, type Refusal } from '@keting/domain';
import type { LocalDesk } from '@keting/runtime';
import type { Actors } from './actors.ts';
import type { PastClock } from './clock.ts';
import type { Deed } from './deed.ts';
import { keepEvidence } from './evidence.ts';

/** What deeds are done at: a desk, its clock, and whom one would ask. */
export interface Stage {
  readonly desk: LocalDesk;
  readonly clock: PastClock;
  readonly actors: Actors;
}

const told = ({ type, data }: Deed, { code, ids, params }: Refusal): string =>
  `${type}: ${code} ${JSON.stringify({ data, ids, params })}`;

/** Does something as the first who may. Throws where nobody may, with why it was refused last: then the sample itself is wrong. */
async function act({ desk, actors }: Stage, deed: Deed): Promise<void> {
  const { type, data, id } = deed;
  const command: Command = { type, data, ...(id === undefined ? {} : { id: commandId.parse(id) }) };
  await keepEvidence(desk, deed);
  let refusal: Refusal | undefined;
  for (const actor of actors.for(deed)) {
    const receipt = await desk.as(actor).send(command);
    if (receipt.ok) return;
    if (refusal === undefined || !hidden.has(receipt.refusal.code)) refusal = receipt.refusal;
  }
  throw new Error(refusal === undefined ? `${type}: nobody to ask` : told(deed, refusal));
}

/** What who may not is told; any other refusal says more. */
const hidden: ReadonlySet<string> = new Set(['not-found', 'not-permitted']);

/** Lives deeds through in the order of their times. What answers by itself or falls due meanwhile has happened before the next. */
export async function live(stage: Stage, deeds: readonly Deed[]): Promise<void> {
  const { desk, clock } = stage;
  for (const deed of [...deeds].sort((one, other) => one.at - other.at)) {
    clock.time = deed.at;
    await desk.settled();
    await act(stage, deed);
    await desk.settled();
  }
}
