import type { GovernanceModel } from '@keting/domain';
import { bengbu } from './bengbu/model.ts';
import { chengcheng } from './chengcheng/model.ts';
import { luqiao } from './luqiao/model.ts';
import { nanjing } from './nanjing/model.ts';
import { shibei } from './shibei/model.ts';

/** The five models, in the order of their accounts. */
export const models: readonly GovernanceModel[] = [shibei, luqiao, chengcheng, nanjing, bengbu];
