import { luqiao } from '@keting/models';
import type { WorklistCase } from '../../../packages/components/src/worklist/worklist-case.ts';

const hour = 3_600_000;

/** Friday, 20 November 2026, 10:30 in China. */
export const now = Date.UTC(2026, 10, 20, 2, 30);

const classes = luqiao.cases.classes.filter(({ parent }) => parent !== undefined);
const stages = ['collected', 'accepted', 'dispatched', 'handling', 'verifying'];
const words = [
  '井盖碎裂，晚上骑车很危险，已经有人摔过一次',
  '楼道里堆了很多杂物和电瓶车，飞线充电',
  '老板拖欠工资三个月，共二十多人',
  '路灯不亮已经一个星期了，老人晚上不敢出门',
  '下水道堵了，一下雨就满出来',
  '店外摆摊占了整条人行道，婴儿车过不去',
  '楼上半夜装修，劝了几次都不听',
  '独居老人最近没有人送饭',
];
const units = ['迎宾会客厅', '市政公用事业中心', '路桥街道办事处'];

/** So many invented cases: some late, some soon, every ninth without a deadline. */
export const manyCases = (count: number): readonly WorklistCase[] =>
  Array.from({ length: count }, (_, i) => {
    const due = i % 9 === 8 ? undefined : now + (((i * 37) % 240) - 30) * (hour / 2);
    return {
      id: `case-${i}`,
      number: `2026-11${String(1 + (i % 20)).padStart(2, '0')}-${String(i).padStart(4, '0')}`,
      class: classes[i % classes.length]?.id ?? '',
      stage: stages[i % stages.length] ?? '',
      grid: `331004001004${String(1 + (i % 3)).padStart(3, '0')}${String(1 + (i % 20)).padStart(2, '0')}`,
      gridName: `迎宾社区 · 第 ${1 + (i % 20)} 微格`,
      turn: `unit-${i % 3}`,
      turnName: units[i % 3],
      words: words[i % words.length] ?? '',
      reportedAt: now - i * hour,
      due,
      warnAt: due === undefined ? undefined : due - 6 * hour,
    };
  });
