import { contexts, type GovernanceModel } from '@keting/domain';
import { sampleModel } from '@keting/domain/testing';
import { cobuilding } from '../../../domain/cobuilding/place.ts';
import { deliberating } from '../../../domain/deliberation/deliberating.ts';
import { patrolRules } from '../../../domain/grid/patrol/patrol-model.ts';
import { holdingModel } from '../../../domain/grid/holding/holding-model.ts';
import { pointRules } from '../../../domain/grid/service-point/point-model.ts';
import { rules as volunteering } from '../../../domain/volunteering/rules.ts';
import { actionsOf } from '../../../support/access-cells.ts';

const label = (en: string) => ({ 'zh-Hans': en, 'zh-Hant': en, en });
const source = 'ours';
const named = (id: string) => ({ id, label: label(id), source });
const side = (id: string, ...kinds: readonly string[]) => ({ ...named(id), kinds });

const kinds = [
  { ...named('owners-committee'), tier: 'member', parents: ['residents-committee'], party: false },
  { ...named('temporary-branch'), tier: 'member', parents: ['community-branch'], party: true, temporary: true },
];
const posts = [{ ...named('chair'), kinds: ['owners-committee'], seats: { max: 1 }, head: true }];

const organisation = {
  coverage: {
    targets: [],
    assignment: [{ id: 'by-place', kinds: ['firm'], to: ['community-branch'], by: 'territory', source }],
  },
  crossPosting: {
    sides: [side('party', 'community-branch'), side('owners', 'owners-committee', 'residents-committee')],
  },
  variants: [{ ...named('good-faith'), changes: { cases: { warnAt: 0.5 } } }],
  training: {
    courses: [{ ...named('mediation'), posts: [{ post: 'secretary' }], refreshMonths: 12 }],
    rotation: [],
  },
  linkage: { sides: [side('town', 'street-committee'), side('property', 'firm')] },
  admission: {
    kinds: ['residents-committee'],
    classes: [{ id: 'counting', label: label('counting') }],
    items: [
      { ...named('count-shops'), class: 'counting', list: 'service' },
      { ...named('fine-shops'), class: 'counting', list: 'negative' },
    ],
    source,
  },
  establishment: {
    kinds: ['residents-committee'],
    headcount: { households: 3000, workers: 9, source },
    ladder: [
      { ...named('clerk-post'), from: 1, to: 6 },
      { ...named('head-post'), from: 4, to: 18 },
    ],
  },
};

const streetWork = {
  whistles: {
    callers: ['living-room'],
    called: ['street-office', 'residents-committee'],
    arrival: { hours: 2 },
    source,
  },
  campaigns: { units: ['living-room'], subjects: [named('four-small-vehicles')], source },
  bulletins: { units: ['living-room'], source },
  help: { units: ['living-room', 'street-office'], skills: [named('mediation')], source },
};

const grids = {
  patrol: patrolRules,
  occasions: [{ ...named('new-neighbour'), form: 'visit', withinHours: 24 }],
  objects: holdingModel.grids.objects,
  servicePoints: pointRules,
};

/** More time is asked for and granted; a reporter is to be spoken with; filing looks at criteria. */
const cases = {
  grades: [{ id: 'plain', firstContact: { workingHours: 2 } }],
  extension: { times: 1, allow: { workingDays: 3 }, approval: true },
  filing: [{ ...named('harm'), classes: [] }],
  duplicates: { metres: 200, hours: 48, source },
};

/** What no model may open further than this. */
const bounded: Readonly<Record<string, 'own' | 'unit'>> = {
  'see:declarations': 'own',
  DeclareMembership: 'own',
  'see:missing-check-ins': 'unit',
  'see:check-in-coverage': 'unit',
  'see:service-records': 'own',
  'see:service-reports': 'own',
  'see:sent-reports': 'unit',
  'see:wishers': 'own',
  'see:own-wishes': 'own',
};

const actions = actionsOf(contexts);
const open = actions.filter((action) => bounded[action] === undefined);
const own = actions.filter((action) => bounded[action] !== 'unit');

/** Processes that ask on their own account. */
const byThemselves = [
  ...['setup', 'clock', 'answerable-posts', 'decided-steps', 'escalation', 'dependent-posts', 'orphaned-cases'],
  ...['rounds-of-grids', 'shared-replies', 'unit-check-ins', 'ended-declarations', 'local-policy', 'matched-needs'],
  'people-of-grids',
  'erased-people',
  'workers-of-units',
  'ended-charges',
  'award',
];

const seenByAll = ['see:teams', 'see:activities', 'see:claimed-posts', 'see:wishes', 'see:bulletins'];
const byHandlers = [
  ...['see:cases', 'StartCase', 'HandleCase', 'ReturnCase', 'AskExtension', 'see:campaigns', 'ClearObject'],
  ...['see:whistles', 'ReportIn', 'see:helps', 'NameHelper', 'EndHelp', 'see:commitments', 'FulfilCommitment'],
];
const byUnits = [
  ...Object.keys(bounded).filter((action) => bounded[action] === 'unit'),
  ...['see:check-ins', 'ListMember', 'DelistMember', 'CheckInUnit', 'PublishActivity', 'OfferPost', 'RaiseNeed'],
  ...['see:budgets', 'SpendMoney', 'see:resources', 'OpenResource', 'JoinProject', 'see:projects'],
];

/** By every way in which a model reaches: secretaries do everything, clerks and members in their territory, directors for their unit, all what is their own. */
const permissions: GovernanceModel['permissions'] = [
  { do: open, by: [{ post: 'secretary' }, ...byThemselves.map((process) => ({ process }))], where: 'everywhere' },
  { do: open, by: [{ post: 'clerk' }, { post: 'member' }, { post: 'party-member' }], where: 'territory' },
  { do: byHandlers, by: [{ post: 'director' }], where: 'handler' },
  { do: ['see:ballots', 'CastVote', 'see:topic-walks'], by: [{ post: 'director' }], where: 'territory' },
  { do: byUnits, by: [{ post: 'director' }], where: 'unit' },
  { do: own, by: ['signed-in'], where: 'own' },
  { do: seenByAll, by: ['signed-in'], where: 'everywhere' },
  { do: ['ReportCase'], by: ['anyone'], where: 'everywhere' },
];

/** The sample place with every section that a model may have. */
export const model: GovernanceModel = sampleModel({
  kinds,
  posts,
  ...organisation,
  ...streetWork,
  grids,
  cases,
  cobuilding,
  volunteering: { ...volunteering, floating: { ...volunteering.floating, contactEvery: 7 } },
  points: { expiry: { months: 1, source } },
  procedures: deliberating.procedures,
  assemblies: deliberating.assemblies,
  permissions,
});
