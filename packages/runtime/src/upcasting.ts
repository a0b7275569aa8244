import type { Context, Recorded } from '@keting/domain';
import { streamKind } from '@keting/domain';
import type { Registry } from './registry.ts';

function lifted(event: Recorded, context: Context | undefined): Recorded {
  const spec = context?.events[event.type];
  if (spec?.upcast === undefined) return event;
  let { data, v } = event;
  for (; v < spec.v; v += 1) data = spec.upcast(data, v);
  return { ...event, v, data };
}

/** An event in the shape that its context has now. What stands in the record stays as it was written. */
export const asOfNow = (event: Recorded, registry: Registry): Recorded =>
  lifted(event, registry.contextOf(event.stream));

/** The same for a store, which knows contexts by the streams that they have. */
export function upcasterOf(contexts: readonly Context[]): (event: Recorded) => Recorded {
  const byKind = new Map(contexts.flatMap((context) => context.streams.map((kind) => [kind, context] as const)));
  return (event) => lifted(event, byKind.get(streamKind(event.stream)));
}
