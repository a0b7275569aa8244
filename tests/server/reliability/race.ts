import { canonicalJson, commandId, type Command, type Message, type Recorded, type StreamId } from '@keting/domain';
import { memoryStore, type Answered, type LocalDesk, type Store } from '@keting/runtime';
import assert from 'node:assert/strict';
import { by, deskOn, standing, views } from './place.ts';

/** A command that somebody sent, and what came of it. */
export interface Sent {
  readonly command: Command;
  readonly who: string;
  readonly receipt: Answered;
}

/** Sends a command under an id of its own. */
export async function sendAs(desk: LocalDesk, who: string, message: Message): Promise<Sent> {
  const command: Command = { ...message, id: commandId.parse(desk.newId()) };
  return { command, who, receipt: await desk.as(by(who)).send(command) };
}

/** What an event says, less the references to texts: each desk keeps its texts under ids of its own. */
const told = ({ type, stream, version, data }: Recorded): string =>
  canonicalJson({ type, stream, version, data: withoutTexts(data) });

function withoutTexts(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('commitment' in value) return '…';
  if (Array.isArray(value)) return value.map(withoutTexts);
  return Object.fromEntries(Object.entries(value).map(([field, part]) => [field, withoutTexts(part)]));
}

/** Events of all these streams in an order in which they can have happened: those of a stream in theirs, by command. */
async function commandsInOrder(store: Store, streams: readonly StreamId[]): Promise<readonly Recorded[]> {
  const events: Recorded[] = [];
  for (let position = '0'; ;) {
    const changes = await store.changes(position, 500);
    if (changes.position === position) return events.filter(({ stream }) => streams.includes(stream));
    events.push(...changes.events);
    position = changes.position;
  }
}

/**
 * Tells a race again to a desk that nobody else writes at, one accepted command after another: each must be accepted there
 * too, in the state that the ones before it left, and bring the same events. So no command was accepted that the rules would
 * have refused where it stands in the record.
 */
export async function legal(
  store: Store,
  streams: readonly StreamId[],
  sent: readonly Sent[],
  before: readonly Message[],
) {
  const recorded = await commandsInOrder(store, streams);
  const alone = memoryStore({ views });
  let now = 0;
  const desk = deskOn(alone, { clock: standing(() => now) });
  now = recorded[0]?.at ?? 0;
  for (const message of before) assert.ok((await desk.send(message)).ok);
  for (const id of new Set(recorded.map(({ command }) => command))) {
    const found = sent.find(({ command }) => command.id === id);
    assert.ok(found, `somebody sent ${id}`);
    now = recorded.find(({ command }) => command === id)?.at ?? 0;
    const receipt = await desk.as(by(found.who)).send(found.command);
    assert.ok(receipt.ok, `${found.command.type} by ${found.who} was not allowed where it stands`);
  }
  for (const stream of streams) {
    assert.deepEqual((await store.history(stream)).map(told), (await alone.history(stream)).map(told), stream);
  }
}

/** Whoever lost was told so in a way that they can go on from; sent again alone, what was a conflict is decided. */
export async function losersCanGoOn(desk: LocalDesk, losers: readonly Sent[]): Promise<void> {
  for (const { command, who, receipt } of losers) {
    assert.ok(!receipt.ok);
    const { code, rule, ids } = receipt.refusal;
    assert.ok(code !== '' && rule !== '' && ids.length > 0, JSON.stringify(receipt.refusal));
    if (code !== 'version-conflict') continue;
    const { changed } = receipt.refusal.params;
    assert.ok(Array.isArray(changed) && changed.length > 0, 'a conflict says what has changed');
    const again = await desk.as(by(who)).send(command);
    assert.ok(again.ok || again.refusal.code !== 'version-conflict', 'a conflict ends where nobody else writes');
  }
}
