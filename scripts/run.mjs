// Every npm script of the workspace starts here: `node scripts/run.mjs <name> [arguments]` installs when needed, then runs
// scripts/<name>.ts under the pinned Node with the workspace's packages resolved to their sources.

import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { ensureInstalled, pinnedNode, root } from './install.mjs';

const [name, ...rest] = process.argv.slice(2);
ensureInstalled();

const bin = join(root, 'node_modules', '.bin');
const child = spawn(pinnedNode, ['--conditions=keting-source', join(root, 'scripts', `${name}.ts`), ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` },
});
const end = (signal = 'SIGTERM') => child.kill(signal);
// Ctrl+C reaches the child by itself; a supervisor's SIGTERM has to be passed on. npm itself passes it to a shell only, which
// dies of it and leaves this process an orphan.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, end);
const parent = process.ppid;
setInterval(() => process.ppid === parent || end(), 500).unref();
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
