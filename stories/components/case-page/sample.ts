import type { Offer } from '@keting/runtime';
import type { PageCase, PageEntry } from '../../../packages/components/src/case-page/page-case.ts';

const hour = 3_600_000;

/** Friday, 20 November 2026, 10:30 in China. */
export const now = Date.UTC(2026, 10, 20, 2, 30);
const before = (hours: number): number => now - hours * hour;

/** A broken manhole cover in a stage; everyone in it is invented. */
export const caseIn = (stage: string, change: Partial<PageCase> = {}): PageCase => ({
  id: 'case-1',
  number: '2026-1118-0417',
  class: 'manhole-cover',
  grade: 'prompt',
  stage,
  grid: '33100400100400107',
  gridName: '迎宾社区第 7 微格',
  handler: 'department-municipal',
  handlerName: '市政公用事业中心',
  mode: 'masked',
  reportedAt: before(50),
  due: now + 5 * hour,
  warnAt: now - hour,
  text: '井盖碎裂，晚上骑车很危险，已经有人摔过一次。就在邮亭路菜市场门口，早上人很多。',
  address: '邮亭路 26 号门前',
  answers: { danger: 'cracked' },
  contact: { phone: '138****0000' },
  photos: ['photo-1'],
  ...change,
});

const happened: readonly PageEntry[] = [
  { id: '1', event: 'CaseReported', at: before(50), by: 'reporter', due: before(48), photos: [] },
  { id: '2', event: 'CaseAccepted', at: before(49), by: 'person', actorName: '陈某某', photos: [] },
  {
    id: '3',
    event: 'CaseDispatched',
    at: before(48.5),
    by: 'person',
    actorName: '陈某某',
    handler: 'department-municipal',
    handlerName: '市政公用事业中心',
    rule: 'by-municipal',
    due: now + 5 * hour,
    photos: [],
  },
  {
    id: '4',
    event: 'ReporterContacted',
    at: before(40),
    by: 'person',
    actorName: '王某某',
    words: '已电话联系，约明早到现场。',
    photos: [],
  },
  { id: '5', event: 'DeadlineWarned', at: before(2), by: 'process', photos: [] },
  {
    id: '6',
    event: 'CaseHandled',
    at: before(1.5),
    by: 'person',
    actorName: '王某某',
    words: '已更换井盖。',
    photos: ['photo-2'],
  },
  { id: '7', event: 'CaseVerified', at: before(1), by: 'person', actorName: '陈某某', photos: [] },
  {
    id: '8',
    event: 'CaseReplied',
    at: before(0.5),
    by: 'person',
    actorName: '陈某某',
    words: '井盖已更换，谢谢您。',
    photos: [],
  },
];

/** What happened, up to so many things. */
export const timelineTo = (count: number): readonly PageEntry[] => happened.slice(0, count);

export const may = (type: string, draft: Readonly<Record<string, unknown>> = {}, rule?: string): Offer => ({
  type,
  draft: { case: 'case-1', ...draft },
  ...(rule === undefined ? {} : { rule }),
  allowed: true,
});

export const mayNot = (type: string, stage: string, from: string): Offer => ({
  type,
  draft: { case: 'case-1' },
  allowed: false,
  refusal: { code: 'wrong-stage', rule: 'CASE-04', ids: [], params: { stage, from: [from] } },
});

export const handlers = [
  { id: 'department-municipal', name: '市政公用事业中心' },
  { id: 'living-room', name: '迎宾会客厅' },
];
