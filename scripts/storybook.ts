// `npm run storybook [-- --port 6006]`: every element in every state, rebuilt as you type.

import { spawn } from 'node:child_process';
import { mustRun, root } from './workspace.ts';

await mustRun('cem', ['analyze', '--config', 'custom-elements-manifest.config.js', '--quiet']);
const args = ['dev', '--port', '6006', '--no-open', '--disable-telemetry', ...process.argv.slice(2)];
const child = spawn('storybook', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 0));
