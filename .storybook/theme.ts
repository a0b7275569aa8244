import { create } from 'storybook/theming';

/** Storybook's own frame: quiet beside the elements, and with a Chinese face on machines that have none. */
export const theme = create({
  base: 'light',
  brandTitle: '客厅 Keting',
  fontBase:
    "'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans SC Variable', sans-serif",
  colorPrimary: '#244a68',
  colorSecondary: '#244a68',
  appBg: '#f6f6f3',
});
