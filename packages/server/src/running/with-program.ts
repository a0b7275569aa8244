import { spawn } from 'node:child_process';

/** A program that is not there, or that failed. */
export class ProgramError extends Error {
  override readonly name = 'ProgramError';
}

/** Runs a program to its end; what it writes is shown. Rejects (`ProgramError`) where it is not on PATH or fails. */
export function runProgram(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
    child.once('error', (cause) => {
      reject(new ProgramError(`${name} is not on PATH: it comes with PostgreSQL's client programs`, { cause }));
    });
    child.once('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new ProgramError(`${name} ended with ${signal ?? `code ${String(code)}`}`));
    });
  });
}

/** How PostgreSQL's programs are told where to connect: by their environment, where no list of processes shows it. */
export function connectionEnvironment(url: string): Readonly<Record<string, string>> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const sslMode = searchParams.get('sslmode');
  const sslRoot = searchParams.get('sslrootcert');
  const said = {
    PGHOST: hostname.replace(/^\[|\]$/g, ''),
    PGPORT: port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    PGSSLMODE: sslMode ?? '',
    PGSSLROOTCERT: sslRoot ?? '',
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''));
}
