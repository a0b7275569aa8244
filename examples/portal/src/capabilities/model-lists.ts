// What a model calls the things that it names: the choices of a form, and the words of a cell.

import { words, type GovernanceModel, type Language, type Term } from '@keting/domain';

/** Something that a model names. */
export interface Labelled {
  readonly id: string;
  readonly label: Term;
}

type List = (model: GovernanceModel) => readonly Labelled[];

const posts: List = ({ posts }) => posts;
const gridPosts: List = ({ grids }) => grids.posts;
const kinds: List = ({ kinds }) => kinds;
const meetings: List = ({ meetings }) => meetings;
const onTheSpot: List = ({ grids }) => grids.patrol?.onTheSpot ?? [];
const occasions: List = ({ grids }) => grids.occasions ?? [];
const objects: List = ({ grids }) => grids.objects ?? [];
/** What is settled in one grid lies below all tiers. */
const withinGrid: Labelled = { id: 'grid', label: words('微格（网格）内', '微格（網格）內', 'Within a grid') };

/** A rule is known by what it says of why it chose. */
const why = (rules: readonly { readonly id: string; readonly why: Term }[] = []): readonly Labelled[] =>
  rules.map(({ id, why: label }) => ({ id, label }));

const dispatch: List = ({ cases }) => why(cases.dispatch);

const skills: List = ({ help }) => help?.skills ?? [];
const fields: List = ({ volunteering }) => volunteering?.service?.fields ?? [];
const claimedPosts: List = ({ volunteering }) => volunteering?.claimedPosts?.kinds ?? [];
const wishes: List = ({ volunteering }) => volunteering?.wishes?.kinds ?? [];
const steps: List = ({ procedures }) => (procedures?.procedures ?? []).flatMap((one) => one.steps);
const commitments: List = ({ cobuilding }) => cobuilding?.commitments?.kinds ?? [];
const needs: List = ({ cobuilding }) => cobuilding?.matching?.needs ?? [];
const projects: List = ({ cobuilding }) => cobuilding?.matching?.projects ?? [];
const resources: List = ({ cobuilding }) => cobuilding?.resources?.kinds ?? [];
const budgets: List = ({ cobuilding }) => cobuilding?.budgets?.kinds ?? [];
const sources: List = ({ cobuilding }) => cobuilding?.budgets?.sources ?? [];
const lines: List = ({ cobuilding }) => (cobuilding?.budgets?.kinds ?? []).flatMap((kind) => kind.lines);
const criteria: List = ({ cobuilding }) => cobuilding?.assessment?.criteria ?? [];
const cards: List = ({ cobuilding }) => cobuilding?.assessment?.cards ?? [];
const unitHonours: List = ({ cobuilding }) => cobuilding?.assessment?.honours ?? [];
const honours: List = ({ points }) => points?.honours ?? [];

/** By the field, or by the command or view and the field where that differs. */
const lists: Readonly<Record<string, List>> = {
  assembly: ({ assemblies }) => assemblies ?? [],
  card: cards,
  class: ({ cases }) => cases.classes,
  course: ({ training }) => training?.courses ?? [],
  criterion: criteria,
  duty: ({ duties }) => duties ?? [],
  field: fields,
  grade: ({ cases }) => cases.grades,
  level: ({ tiers }) => [withinGrid, ...tiers],
  line: lines,
  matter: ({ procedures }) => procedures?.matters ?? [],
  procedure: ({ procedures }) => procedures?.procedures ?? [],
  rating: ({ cases }) => cases.ratings,
  side: ({ linkage }) => linkage?.sides ?? [],
  skill: skills,
  skills,
  source: sources,
  step: steps,
  subject: ({ campaigns }) => campaigns?.subjects ?? [],
  tier: meetings,
  variant: ({ variants }) => variants ?? [],

  'four-in-one.side': ({ crossPosting }) => crossPosting?.sides ?? [],
  'AppointHolder.post': posts,
  'EndAppointment.post': posts,
  'ReelectBody.post': posts,
  'DeclareMembership.post': posts,
  'WithdrawDeclaration.post': posts,
  'PublishBulletin.post': posts,
  'MakeCommitment.post': posts,
  'appointments.post': posts,
  'AssignGridMember.post': gridPosts,
  'RemoveGridMember.post': gridPosts,
  'grid-staff.post': gridPosts,
  'PlaceWorker.post': ({ establishment }) => establishment?.ladder ?? [],
  'PromoteWorker.post': ({ establishment }) => establishment?.ladder ?? [],
  'FoundUnit.kind': kinds,
  'TakeInUnit.kind': kinds,
  'units.kind': kinds,
  'AdmitMatter.item': ({ admission }) => (admission?.items ?? []).filter(({ list }) => list === 'service'),
  'admitted-matters.item': ({ admission }) => admission?.items ?? [],
  'admitted-matters.class': ({ admission }) => admission?.classes ?? [],
  'GiveConsent.purpose': ({ consents }) => consents?.purposes ?? [],
  'WithdrawConsent.purpose': ({ consents }) => consents?.purposes ?? [],
  'consents.purpose': ({ consents }) => consents?.purposes ?? [],
  'DoOnTheSpot.kind': onTheSpot,
  'patrol-items.kind': onTheSpot,
  'CallOccasion.kind': occasions,
  'occasions.kind': occasions,
  'occasion-counts.kind': occasions,
  'RegisterObject.kind': ({ grids }) => (grids.objects ?? []).filter(({ element }) => element !== 'person'),
  'CountPeople.kind': ({ grids }) => (grids.objects ?? []).filter(({ element }) => element === 'person'),
  'grid-objects.kind': objects,
  'grid-holdings.kind': objects,
  'OpenServicePoint.kind': ({ grids }) => grids.servicePoints?.kinds ?? [],
  'service-points.kind': ({ grids }) => grids.servicePoints?.kinds ?? [],
  'cases.rule': dispatch,
  'timeline.rule': dispatch,
  'topic-walks.rule': ({ procedures }) => why(procedures?.choices),
  'needs.rule': ({ cobuilding }) => why(cobuilding?.matching?.rules),
  'FileCase.criteria': ({ cases }) => cases.filing ?? [],
  'FoundTeam.kind': ({ volunteering }) => volunteering?.service?.teams ?? [],
  'teams.kind': ({ volunteering }) => volunteering?.service?.teams ?? [],
  'OfferPost.kind': claimedPosts,
  'claimed-posts.kind': claimedPosts,
  'post-holders.kind': claimedPosts,
  'PublishWish.kind': wishes,
  'wishes.kind': wishes,
  'own-wishes.kind': wishes,
  'wish-counts.kind': wishes,
  'MakeCommitment.kind': commitments,
  'commitments.kind': commitments,
  'commitment-counts.kind': commitments,
  'RaiseNeed.kind': needs,
  'needs.kind': needs,
  'StartProject.kind': projects,
  'projects.kind': projects,
  'OpenResource.kind': resources,
  'resources.kind': resources,
  'OpenBudget.kind': budgets,
  'budgets.kind': budgets,
  'budget-sums.kind': budgets,
  'AddFunds.from': sources,
  'TransferLine.from': lines,
  'TransferLine.to': lines,
  'budget-entries.to': lines,
  'scorecards.grade': ({ cobuilding }) => cobuilding?.assessment?.grades ?? [],
  'ReviewUnitHonour.honour': unitHonours,
  'VetoUnitHonour.honour': unitHonours,
  'GrantUnitHonour.honour': unitHonours,
  'unit-honours.honour': unitHonours,
  // What earns by itself is not awarded by hand.
  'AwardPoints.rule': ({ points }) => (points?.rules ?? []).filter(({ occasion }) => occasion === undefined),
  'point-entries.rule': ({ points }) => points?.rules ?? [],
  'ProposeHonour.kind': honours,
  'honour-proposals.kind': honours,
  'honours.kind': honours,
  // A worker's grade is a number, a post-holder's post one that was offered.
  'workers.grade': () => [],
  'PlaceWorker.grade': () => [],
  'PromoteWorker.grade': () => [],
};

/** What a field of a command or a view may name; undefined where it names nothing of the model's. */
export const listOf = (owner: string, field: string): List | undefined => lists[`${owner}.${field}`] ?? lists[field];

const isLabelled = (value: object): value is Labelled =>
  'id' in value &&
  typeof value.id === 'string' &&
  'label' in value &&
  typeof value.label === 'object' &&
  value.label !== null;

function gather(value: unknown, into: Map<string, Term>): void {
  if (typeof value !== 'object' || value === null) return;
  if (isLabelled(value) && !into.has(value.id)) into.set(value.id, value.label);
  for (const part of Object.values(value)) gather(part, into);
}

const everything = new WeakMap<GovernanceModel, ReadonlyMap<string, Term>>();

/** All that a model names, wherever; made once for a model. */
function labelsOf(model: GovernanceModel): ReadonlyMap<string, Term> {
  const known = everything.get(model);
  if (known !== undefined) return known;
  const made = new Map<string, Term>();
  gather(model, made);
  everything.set(model, made);
  return made;
}

/** What the model calls a value of a field; undefined where it does not name it. */
export function modelWord(
  model: GovernanceModel,
  owner: string,
  field: string,
  value: string,
  language: Language,
): string | undefined {
  const listed = listOf(owner, field)?.(model).find(({ id }) => id === value);
  return (listed?.label ?? labelsOf(model).get(value))?.[language];
}
