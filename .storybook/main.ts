import type { StorybookConfig } from '@storybook/web-components-vite';
import { mergeConfig } from 'vite';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  staticDirs: [{ from: '../node_modules/@fontsource-variable/noto-sans-sc', to: '/noto-sans-sc' }],
  managerHead: (head) => `${head ?? ''}<link rel="stylesheet" href="./noto-sans-sc/wght.css">`,
  viteFinal: (vite) =>
    mergeConfig(vite, { resolve: { conditions: ['keting-source', 'module', 'browser', 'development|production'] } }),
};

export default config;
