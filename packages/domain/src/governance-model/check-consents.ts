import { duplicates, type Faults } from './fault.ts';
import type { GovernanceModel } from './model.ts';

/** Each purpose is asked for once. */
export const consentFaults = ({ consents }: GovernanceModel): Faults =>
  consents === undefined ? [] : duplicates(consents.purposes, ['consents', 'purposes']);
