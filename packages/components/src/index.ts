export { KtCommandEvent, request, type Answer } from './base/command-event.ts';
export { ChoiceControl, FormControl } from './base/form-control.ts';
export { deskContext, DeskController, type DeskArrival } from './base/desk-context.ts';
export { addRefusalTexts, refusalText } from './base/refusal-text.ts';
export { moreRefusalTexts } from './base/more-refusals.texts.ts';
export type { RefusalTexts } from './base/refusals.texts.ts';
export { addEventTexts, eventText, type EventTexts } from './base/event-text.ts';
export { moreEventTexts } from './base/more-events.texts.ts';
export { LanguageController, type Texts } from './base/texts.ts';
export { tokens, type Density } from './base/tokens.styles.ts';
export { controls, type Tone } from './base/controls.styles.ts';

export { KtDesk } from './desk/desk.ts';
export { KtDoneEvent, KtQueuedEvent, KtRefusedEvent } from './desk/desk.events.ts';

export { KtOutbox } from './outbox/outbox.ts';

export { KtOrgChart, type OrgChartView } from './org-chart/org-chart.ts';
export { KtUnitSelectedEvent, KtUnitToggledEvent } from './org-chart/org-chart.events.ts';
export type { OrgChartPerson, OrgChartUnit } from './org-chart/unit.ts';

export { KtDeliberationBoard } from './deliberation-board/deliberation-board.ts';
export {
  KtTopicMoveEvent,
  KtTopicOpenedEvent,
  type TopicMove,
} from './deliberation-board/deliberation-board.events.ts';
export type { BoardLane, BoardPlace, BoardStep } from './deliberation-board/lanes.ts';
export type { BoardAction, BoardAttendee, BoardHandler, BoardTopic } from './deliberation-board/topic.ts';

export { KtGridPicker, type GridPickerView } from './grid-picker/grid-picker.ts';
export { KtGridPickedEvent, KtLocateEvent, type PickWay } from './grid-picker/grid-picker.events.ts';
export type { GridPickerGrid, LngLat } from './grid-picker/grid.ts';
export type { GridValues } from './grid-picker/choropleth.ts';

export { readSecret } from './case-parts/receipt-secret.ts';
export type { HostAttach } from './case-parts/keep-file.ts';
export type { NameOf } from './case-parts/name-of.ts';
export type { Light } from './case-parts/time-left.ts';
export { KtCaseForm } from './case-form/case-form.ts';
export type { CaseDraft } from './case-form/draft.ts';
export * from './case-form/case-form.events.ts';
export { KtPhotoField } from './photo-field/photo-field.ts';
export type { ChosenFile, Photo } from './photo-field/photo.ts';
export * from './photo-field/photo-field.events.ts';
export { KtClassPicker } from './class-picker/class-picker.ts';
export type { ListedClass } from './class-picker/options.ts';
export * from './class-picker/class-picker.events.ts';
export { KtWorklist, type Audience } from './worklist/worklist.ts';
export { KtCaseOpenedEvent } from './worklist/worklist.events.ts';
export type { WorklistCase } from './worklist/worklist-case.ts';
export { KtCasePage } from './case-page/case-page.ts';
export type { HandlerChoice } from './case-page/actions.ts';
export type { FileOf } from './case-page/case-files.ts';
export type { PageCase, PageEntry } from './case-page/page-case.ts';
export * from './case-page/case-page.events.ts';
