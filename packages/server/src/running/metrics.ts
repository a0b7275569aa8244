import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What is counted and measured of a running server, as Prometheus reads it. Labels are of few values: never an id. */
export interface Metrics {
  /** All of it in the text format of Prometheus, and the type that the text has. */
  text(): Promise<string>;
  readonly contentType: string;
  /** A request that was answered; `route` is the pattern of its way. */
  request(request: {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly seconds: number;
  }): void;
  /** A command that somebody sent; `outcome` is `done`, `queued` or the code of the refusal. */
  command(type: string, outcome: string): void;
  /** A call of the store. */
  store(call: string, seconds: number): void;
  /** Something went wrong where nobody waits for an answer. */
  trouble(): void;
  /** A checkpoint was written. */
  checkpoint(at: number): void;
}

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Metrics of one server. `listeners` answers how many live streams are open now. */
export function createMetrics(listeners: () => number): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'keting_http_request_seconds',
    help: 'Requests by method, pattern of the way and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: seconds,
    registers,
  });
  const commands = new Counter({
    name: 'keting_commands_total',
    help: 'Commands that were sent, by type and outcome: done, queued or the code of the refusal.',
    labelNames: ['type', 'outcome'],
    registers,
  });
  const calls = new Histogram({
    name: 'keting_store_seconds',
    help: 'Calls of the store.',
    labelNames: ['call'],
    buckets: seconds,
    registers,
  });
  const troubles = new Counter({
    name: 'keting_troubles_total',
    help: 'What went wrong where nobody waits for an answer: see the log.',
    registers,
  });
  const checkpoint = new Gauge({
    name: 'keting_last_checkpoint_timestamp_seconds',
    help: 'When the last signed checkpoint was written.',
    registers,
  });
  new Gauge({
    name: 'keting_live_listeners',
    help: 'Live streams that are open.',
    registers,
    collect() {
      this.set(listeners());
    },
  });
  return {
    text: () => registry.metrics(),
    contentType: registry.contentType,
    request({ method, route, status, seconds: took }) {
      requests.observe({ method, route, status: String(status) }, took);
    },
    command(type, outcome) {
      commands.inc({ type, outcome });
    },
    store(call, took) {
      calls.observe({ call }, took);
    },
    trouble() {
      troubles.inc();
    },
    checkpoint(at) {
      checkpoint.set(at / 1000);
    },
  };
}
