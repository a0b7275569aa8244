import type { Recorded } from '@keting/domain';
import type { Registry } from './registry.ts';

/** An event in the shape that its context has now. What stands in the record stays as it was written. */
export function asOfNow(event: Recorded, registry: Registry): Recorded {
  const spec = registry.contextOf(event.stream).events[event.type];
  if (spec?.upcast === undefined) return event;
  let { data, v } = event;
  for (; v < spec.v; v += 1) data = spec.upcast(data, v);
  return { ...event, v, data };
}
