// Every story, as a person would open it: it draws, its play function holds, axe and the console have nothing to say.

import { globSync } from 'node:fs';
import { buildStorybook } from '../build-storybook.ts';
import { root } from '../workspace.ts';
import { broken, type Check } from './check.ts';
import { runFiles } from './node-tests.ts';

export const stories: Check = {
  name: 'stories',
  about: 'every story drawn, played and looked at by axe',
  run: async (files) => {
    if (globSync('stories/**/*.stories.ts', { cwd: root }).length === 0) return { passed: 0, failed: 0, report: '' };
    const { code, output } = await buildStorybook();
    if (code !== 0) return broken(output);
    return runFiles(['tests/stories/every.story.test.ts'], { variables: { STORIES: files.join(',') } });
  },
};
