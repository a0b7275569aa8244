import { Trouble } from '@keting/runtime';
import { pino, type DestinationStream } from 'pino';
import { describeError } from '../http/failures.ts';

/**
 * Fields that may be written, at any depth. A field that is not among them shows as withheld: what is written is chosen here,
 * not what is left out, so that a new field is silent until somebody has thought about it.
 */
const open: ReadonlySet<string> = new Set([
  ...['request', 'method', 'route', 'status', 'ms'],
  ...['error', 'code', 'at', 'cause', 'command', 'outcome'],
  ...['host', 'port', 'signal', 'version', 'node', 'district', 'model', 'record', 'files'],
  ...['count', 'streams', 'seconds', 'sequence'],
]);

const withheld = '[withheld]';

function opened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(opened);
  return typeof value === 'object' && value !== null ? openedFields(value) : value;
}

const openedFields = (fields: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, open.has(name) ? opened(value) : withheld]));

/** Writes one line: fields, and a message that is the same for all lines of its kind. */
export type WriteLine = (about: Readonly<Record<string, unknown>>, message: string) => void;

/** A log as the server keeps it. */
export interface Log {
  readonly debug: WriteLine;
  readonly info: WriteLine;
  readonly warn: WriteLine;
  readonly error: WriteLine;
}

/**
 * A log of JSON lines, to standard output unless told. It holds no names, no texts, no ids of persons, no addresses, no tokens:
 * only fields of a list are written.
 */
export const createLog = (level: string, to?: DestinationStream): Log => {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }), log: openedFields },
    // An error's message may quote what somebody wrote.
    serializers: { err: () => withheld },
  };
  return to === undefined ? pino(options) : pino(options, to);
};

/** What a request came to. */
export interface RequestLine {
  readonly request?: string;
  readonly method: string;
  /** The way's pattern, as `/views/:view`; never the address that was asked. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** Notes one request: what kind it was and how it went, nothing of what it said or who asked. */
export function logRequest(log: Log, { request, method, route, status, seconds }: RequestLine): void {
  const ms = Math.round(seconds * 10_000) / 10;
  log.info({ ...(request === undefined ? {} : { request }), method, route, status, ms }, 'request');
}

/** Notes what went wrong where nobody waits for an answer. */
export function logTrouble(log: Log, trouble: unknown): void {
  if (!(trouble instanceof Trouble)) {
    log.error(describeError(trouble), 'trouble');
    return;
  }
  const { command, receipt } = trouble;
  const outcome = receipt.ok === false ? receipt.refusal.code : 'due as before';
  log.warn(
    { command: command.type, outcome },
    'a command that the desk sent by itself did not do what it was sent for',
  );
}
