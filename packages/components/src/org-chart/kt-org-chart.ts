import { KtOrgChart } from './org-chart.ts';

if (!customElements.get('kt-org-chart')) customElements.define('kt-org-chart', KtOrgChart);

declare global {
  interface HTMLElementTagNameMap {
    'kt-org-chart': KtOrgChart;
  }
}
