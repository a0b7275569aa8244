import { words, type GovernanceModel, type Term, type VolunteeringRules } from '@keting/domain';
import { sampleModel } from '@keting/domain/testing';

const label = (text: string): Term => words(text, text, text);
const named = (id: string) => ({ id, label: label(id), source: 'ours' });
const source = 'ours';

/** How the made-up place's volunteers work; Chengcheng's account counts seven fields of service. */
export const rules = {
  checkIn: { communities: ['residents-committee'], units: ['firm', 'department'], source },
  service: {
    units: ['residents-committee', 'firm'],
    teams: [
      { ...named('branch-team'), by: 'affiliation' },
      { ...named('patrol-team'), by: 'activity' },
      { ...named('block-team'), by: 'area' },
      { ...named('doctors'), by: 'trade' },
    ],
    fields: ['compound', 'aid', 'patrol', 'lecture', 'care', 'greening', 'culture'].map(named),
    mostPlaces: 200,
    longest: 480,
    early: 30,
    late: 120,
    source,
  },
  claimedPosts: {
    units: ['residents-committee'],
    kinds: [named('stairwell'), named('mediator')],
    mostPlaces: 50,
    longest: 366,
    source,
  },
  wishes: { units: ['residents-committee'], kinds: [named('repair'), named('company')], claimDays: 14, source },
  yearlyReport: { reflectionHours: 48, source },
  floating: { units: ['community-branch'], contactEvery: 90, certificateDays: 366, usePeriod: 'month', source },
} satisfies VolunteeringRules;

/** The sample place with volunteers, under these permissions beside its own. */
export const volunteerModel = (
  permissions: GovernanceModel['permissions'] = [],
  changed: Partial<VolunteeringRules> = {},
): GovernanceModel => ({
  ...sampleModel(),
  volunteering: { ...rules, ...changed },
  permissions: [...sampleModel().permissions, ...permissions],
});
