// What holds across all.

import { words } from '@keting/domain';
import type { Capability } from '../capability.ts';
import { counted, everywhere, named } from '../said.ts';

export const acrossAll: readonly Capability[] = [
  {
    code: 'ALL-01',
    group: 'all',
    title: words('谁能看、谁能办', '誰能看、誰能辦', 'Who may see and do what'),
    asked: [],
    how: ({ permissions }) => counted(permissions.length, '# 条规则', '# 條規則', 'rule'),
    views: ['appointments', 'grid-staff'],
    commands: [],
  },
  {
    code: 'ALL-02',
    group: 'all',
    title: words('个人信息', '個人資訊', 'Personal data'),
    asked: [],
    how: ({ consents }) => named(consents?.purposes) ?? everywhere,
    views: ['people', 'consents'],
    commands: ['RegisterPerson', 'GiveConsent', 'WithdrawConsent', 'ErasePerson'],
  },
  {
    code: 'ALL-03',
    group: 'all',
    title: words('不可暗改的记录', '不可暗改的記錄', 'Record that cannot be quietly changed'),
    asked: [],
    how: () => everywhere,
    views: ['timeline'],
    commands: [],
  },
  {
    code: 'ALL-04',
    group: 'all',
    title: words('三种语言', '三種語言', 'Three languages'),
    asked: [],
    how: () => everywhere,
    views: [],
    commands: [],
  },
];
