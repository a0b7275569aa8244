export { ask, KtCommandEvent } from './shared/command-event.ts';
export { deskContext, DeskController, type DeskArrival } from './shared/desk-context.ts';
export { refusalText } from './shared/refusal-text.ts';
export { LanguageController, type Texts } from './shared/texts.ts';
export { tokens, type Density } from './shared/tokens.styles.ts';
export { controls, type Tone } from './shared/controls.styles.ts';

export { KtDesk } from './desk/desk.ts';
export { KtDoneEvent, KtRefusedEvent } from './desk/desk.events.ts';

export { KtOrgChart, type OrgChartView } from './org-chart/org-chart.ts';
export { KtUnitSelectedEvent, KtUnitToggledEvent } from './org-chart/org-chart.events.ts';
export type { OrgChartPerson, OrgChartUnit } from './org-chart/unit.ts';
