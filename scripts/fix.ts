// `npm run fix [-- files]`: whatever Prettier and ESLint can put right by themselves.

import { run } from './workspace.ts';

const files = process.argv.length > 2 ? process.argv.slice(2) : ['.'];
const format = await run('prettier', ['--write', '--log-level', 'warn', '--ignore-unknown', ...files], { show: true });
const lint = await run('eslint', ['--fix', '--no-warn-ignored', ...files], { show: true });
process.exit(format.code || lint.code);
