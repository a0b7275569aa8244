import type { Actor, Command } from '@keting/domain';
import type { LocalDesk, Receipt, Store } from '@keting/runtime';
import type { Metrics } from './metrics.ts';

/** The value of a property, as the object itself would have it. */
function own(target: object, key: string | symbol): unknown {
  const value: unknown = Reflect.get(target, key, target);
  // Bound, a method finds the object's own fields.
  return typeof value === 'function' ? (value.bind(target) as unknown) : value;
}

const outcomeOf = (receipt: Receipt): string => {
  if (receipt.ok === true) return 'done';
  return receipt.ok === 'queued' ? 'queued' : receipt.refusal.code;
};

/** The same desk, counting what is sent to it and what came of it. A type that no context knows counts as `unknown`. */
export function countedDesk(desk: LocalDesk, known: ReadonlySet<string>, metrics: Pick<Metrics, 'command'>): LocalDesk {
  const send = async (command: Command): Promise<Receipt> => {
    const receipt = await desk.send(command);
    metrics.command(known.has(command.type) ? command.type : 'unknown', outcomeOf(receipt));
    return receipt;
  };
  return new Proxy(desk, {
    get(target, key) {
      if (key === 'send') return send;
      if (key === 'as') return (actor: Actor) => countedDesk(target.as(actor), known, metrics);
      return own(target, key);
    },
  });
}

/** The same store, telling how long each call took, in seconds; a call that failed too. */
export function timedStore<Kind extends Store>(store: Kind, metrics: Pick<Metrics, 'store'>): Kind {
  const timed = (call: string, answer: unknown): unknown => {
    if (!(answer instanceof Promise)) return answer;
    const began = performance.now();
    return answer.finally(() => {
      metrics.store(call, (performance.now() - began) / 1000);
    });
  };
  return new Proxy(store, {
    get(target, key) {
      const value = own(target, key);
      if (typeof value !== 'function' || typeof key !== 'string') return value;
      return (...args: readonly unknown[]) => timed(key, Reflect.apply(value, target, args));
    },
  });
}
