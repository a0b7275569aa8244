import '@fontsource-variable/noto-sans-sc/wght.css';
import type { Preview } from '@storybook/web-components-vite';

const preview: Preview = {
  globalTypes: {
    language: {
      description: '语言 language',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'zh-Hans', title: '简体中文' },
          { value: 'zh-Hant', title: '繁體中文' },
          { value: 'en', title: 'English' },
        ],
      },
    },
    density: {
      description: '疏密 density',
      toolbar: {
        icon: 'component',
        dynamicTitle: true,
        items: [
          { value: 'dense', title: '紧凑 dense' },
          { value: 'comfortable', title: '舒适 comfortable' },
          { value: 'large', title: '大字 large' },
        ],
      },
    },
  },
  initialGlobals: { language: 'zh-Hans', density: 'comfortable' },
};

export default preview;
