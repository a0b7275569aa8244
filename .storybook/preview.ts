import '@fontsource-variable/noto-sans-sc/wght.css';
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '@keting/components/custom-elements.json';
import { html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import './preview.css';
import { theme } from './theme.ts';

setCustomElementsManifest(manifest);

/** What the attribute `density` of an element sets, given to the whole page. */
const densities: Record<string, { scale: string; control: string }> = {
  dense: { scale: '1', control: '2rem' },
  comfortable: { scale: '1.142857', control: '2.5rem' },
  large: { scale: '1.428571', control: '3rem' },
};

const preview: Preview = {
  tags: ['autodocs'],
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
  parameters: {
    a11y: { test: 'error' },
    backgrounds: { disabled: true },
    controls: { expanded: true },
    docs: { theme },
    layout: 'padded',
  },
  decorators: [
    (story, { globals, viewMode }) => {
      const language = String(globals['language']);
      const density = densities[String(globals['density'])];
      // A page of documentation shows many stories, each in a language of its own.
      if (viewMode === 'story') document.documentElement.lang = language;
      return html`<div
        lang=${language}
        style=${styleMap({
          display: 'contents',
          '--kt-scale': density?.scale ?? '1',
          '--kt-control': density?.control ?? '2rem',
        })}
      >
        ${story()}
      </div>`;
    },
  ],
};

export default preview;
