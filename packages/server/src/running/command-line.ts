import { contexts } from '@keting/domain';
import { parseArgs } from 'node:util';
import { apiDocument } from '../http/api/document.ts';
import { FolderInUse } from '../postgres-store/index.ts';
import { backup, BackupError, restore } from './backup.ts';
import { CheckpointError } from './checkpoint-files.ts';
import { faultLines, readConfig, readFilesConfig, readRecordConfig, type ConfigFaults } from './config.ts';
import type { Environment } from './environment.ts';
import { readSettings } from './environment.ts';
import { filesFrom } from './from-config.ts';
import { loadCommands } from './load-commands.ts';
import { loadModel, ModelError } from './load-model.ts';
import { note, verify } from './looking-through.ts';
import { serveUntilStopped } from './serve.ts';
import { ProgramError } from './with-program.ts';

/** Where a command line comes from and what it writes to. */
export interface Terminal {
  readonly env: Environment;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

export const help = `keting-server [command]

  serve                    runs the desk over HTTP (what it does without a command)
  load <file> | --sample   carries out the commands of a file (one JSON { type, data, id? } a line), as the process "setup",
                           or the invented sample district of Luqiao
  verify                   walks every stream of the record and prints the first fault of each
    --checkpoints            against the checkpoints in CHECKPOINT_FOLDER too
    --key <file>             whose public key (PEM) is in this file; else that of CHECKPOINT_KEY
  checkpoint               notes and signs how far every stream has come since the last checkpoint
  backup <file>            writes the record into a file that is not there
  restore <file>           puts it into an empty database, and erases again what ERASURE_LOG names
  openapi                  prints the OpenAPI document of the desk
  --help                   prints this

Exit codes: 0 all is well, 1 something is at fault, 2 it was asked wrongly.
Everything else is told by variables of the environment: see docs/running.md.
`;

/** It was asked wrongly: the message says how. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

interface Asked {
  readonly file: string | undefined;
  readonly checkpoints: boolean;
  readonly sample: boolean;
  readonly key: string | undefined;
  readonly terminal: Terminal;
}

type Command = (asked: Asked) => Promise<number>;

/** The configuration, or the end of it all. */
function good<Found extends object>(config: Found | ConfigFaults): Found {
  if ('faults' in config) throw new UsageError(faultLines(config));
  return config;
}

function fileOf({ file }: Asked, command: string): string {
  if (file === undefined) throw new UsageError(`keting-server ${command} <file>\n`);
  return file;
}

const commands: Readonly<Record<string, Command>> = {
  serve: ({ terminal }) => serveUntilStopped(good(readConfig(terminal.env))),
  verify: ({ terminal, checkpoints, key }) =>
    verify(good(readRecordConfig(terminal.env)), { checkpoints, key, out: terminal.out }),
  checkpoint: ({ terminal }) => note(good(readRecordConfig(terminal.env)), terminal.out),
  async backup(asked) {
    const file = fileOf(asked, 'backup');
    await backup(good(readRecordConfig(asked.terminal.env)), file);
    asked.terminal.out(`${file} holds the record; the files of reports are kept elsewhere and not in it\n`);
    return 0;
  },
  async restore(asked) {
    const { env } = asked.terminal;
    const files = filesFrom(good(readFilesConfig(env)));
    const count = await restore(good(readRecordConfig(env)), files, fileOf(asked, 'restore'));
    asked.terminal.out(`restored; contents erased again: ${count}\n`);
    return 0;
  },
  async load(asked) {
    const { file, sample, terminal } = asked;
    if (sample === (file !== undefined)) throw new UsageError('keting-server load <file> | --sample\n');
    const record = good(readRecordConfig(terminal.env));
    return loadCommands(record, await modelNamed(terminal.env), { file, out: terminal.out, err: terminal.err });
  },
  async openapi({ terminal }) {
    const model = await modelNamed(terminal.env);
    terminal.out(`${JSON.stringify(apiDocument(contexts, model, '/keting/v1'), undefined, 2)}\n`);
    return 0;
  },
};

const modelNamed = (env: Environment) => loadModel(readSettings(env).values.MODEL);

/** Carries out one command line; answers its exit code. What went wrong is said in a line where it is the asker's to mend. */
export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await carriedOut(words, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.err(error.message);
      return 2;
    }
    if (!isMendable(error)) throw error;
    terminal.err(`${error.message}\n`);
    return 1;
  }
}

async function carriedOut(words: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parsed(words);
  if (values.help === true) {
    terminal.out(help);
    return 0;
  }
  const [name = 'serve', file, ...more] = positionals;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined || more.length > 0) throw new UsageError(help);
  const { checkpoints = false, sample = false, key } = values;
  return command({ file, checkpoints, sample, key, terminal });
}

function parsed(words: readonly string[]) {
  const options = {
    help: { type: 'boolean', short: 'h' },
    checkpoints: { type: 'boolean' },
    sample: { type: 'boolean' },
    key: { type: 'string' },
  } as const;
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(help, { cause: error });
  }
}

const isMendable = (error: unknown): error is Error =>
  [BackupError, CheckpointError, FolderInUse, ModelError, ProgramError].some((kind) => error instanceof kind);
