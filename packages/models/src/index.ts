/**
 * Keting's models: how real places work, as data, each from a published account.
 *
 * @packageDocumentation
 */

export { bengbu } from './bengbu/model.ts';
export { chengcheng } from './chengcheng/model.ts';
export { luqiao } from './luqiao/model.ts';
export { nanjing } from './nanjing/model.ts';
export { shibei } from './shibei/model.ts';
export { models } from './models.ts';
export * from './sample/divisions.ts';
