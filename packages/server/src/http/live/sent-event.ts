import type { Position, SeenNews } from '@keting/runtime';

const encoder = new TextEncoder();

/** What stands first in a stream: after how many milliseconds a browser that lost it asks again. */
export const beginning = encoder.encode('retry: 3000\n\n');
/** A comment, which nobody is told of: it keeps the line open, and shows when it is not. */
export const heartbeat = encoder.encode(': still here\n\n');

/** News as one event. */
export const newsEvent = (position: Position, seen: SeenNews): Uint8Array =>
  encoder.encode(`id: ${position}\ndata: ${JSON.stringify(seen)}\n\n`);

/** Says that some news are gone, or that they cannot be told from where they were asked for. */
export const resetEvent = (position: Position): Uint8Array =>
  encoder.encode(`id: ${position}\nevent: reset\ndata: {}\n\n`);
