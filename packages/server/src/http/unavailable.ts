/** Codes of Node and of PostgreSQL that say: not now. Nothing is wrong with what was asked. */
const codes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  // PostgreSQL: too many connections, shut down, crashed, not up yet.
  '53300',
  '57P01',
  '57P02',
  '57P03',
]);

/** The class of PostgreSQL's connection errors; and what its client says without a code. */
const isConnection = /^08[0-9A-Z]{3}$/;
const lost =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

function saysSo(error: Error): boolean {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return codes.has(code) || isConnection.test(code) || lost.test(error.message);
}

/** What an error hides: its cause, and the several that it may be made of. */
const within = (error: Error): readonly unknown[] => [
  ...(error.cause === undefined ? [] : [error.cause]),
  ...(error instanceof AggregateError ? error.errors.map((one: unknown) => one) : []),
];

/** Whether an error says that what the desk stands on cannot be reached now; looked for a few causes deep. */
export function isConnectionLost(error: unknown, deep = 5): boolean {
  if (!(error instanceof Error)) return false;
  return saysSo(error) || (deep > 0 && within(error).some((one) => isConnectionLost(one, deep - 1)));
}
