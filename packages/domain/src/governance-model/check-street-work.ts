import { duplicates, each, unknown, type Faults } from './fault.ts';
import type { GovernanceModel } from './model.ts';

/** Whistles, campaigns, bulletins and help name kinds that are there, and tell their own things apart. */
export function streetWorkFaults({ kinds, whistles, campaigns, bulletins, help }: GovernanceModel): Faults {
  const kind = unknown(kinds);
  return [
    ...each(whistles?.callers, ['whistles', 'callers'], kind),
    ...each(whistles?.called, ['whistles', 'called'], kind),
    ...each(campaigns?.units, ['campaigns', 'units'], kind),
    ...duplicates(campaigns?.subjects ?? [], ['campaigns', 'subjects']),
    ...each(bulletins?.units, ['bulletins', 'units'], kind),
    ...each(help?.units, ['help', 'units'], kind),
    ...duplicates(help?.skills ?? [], ['help', 'skills']),
  ];
}
