import { mustRun, run, type Ended } from './workspace.ts';

/** Builds the static Storybook into `storybook-static`, with the manual of the elements as it is now. */
export async function buildStorybook(): Promise<Ended> {
  await mustRun('cem', ['analyze', '--config', 'custom-elements-manifest.config.js', '--quiet']);
  return run('storybook', ['build', '--quiet', '--disable-telemetry', '--output-dir', 'storybook-static']);
}
