#!/usr/bin/env node
import { runCommandLine } from './running/command-line.ts';

process.exit(
  await runCommandLine(process.argv.slice(2), {
    env: process.env,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  }),
);
