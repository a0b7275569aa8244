// What a field of a command, or a column of a view, refers to by its id.

/** A view whose rows are referred to, by which column, and the columns by which a person knows them. */
export interface Reference {
  readonly view: string;
  readonly key: string;
  readonly label: readonly string[];
  /** Further views of which something may be meant. */
  readonly also?: readonly Reference[];
}

const to = (view: string, ...label: readonly string[]): Reference => ({ view, key: 'id', label });

const units = to('units', 'name');
const people = to('people', 'name');
const grids: Reference = { view: 'grids', key: 'code', label: ['name'] };
/** A territory is called as the first unit is that stands in it. */
const territories: Reference = { view: 'units', key: 'territory', label: ['name'] };
const honours = to('honour-proposals', 'kind', 'person');
const claimedPosts = to('claimed-posts', 'title');
const helpTeams = to('help-teams', 'unit', 'skills');
const entries = to('point-entries', 'kind', 'day');

const unitFields = [
  'unit',
  'handler',
  'turn',
  'parent',
  'pairedWith',
  'department',
  'departments',
  'partner',
  'partners',
];
const moreUnitFields = ['owner', 'employer', 'vetoedBy', 'partTimeFrom', 'arrived', 'absent'];
const peopleFields = [
  'person',
  'persons',
  'helper',
  'helpers',
  'helped',
  'claimer',
  'wisher',
  'reader',
  'proxy',
  'actor',
];

const all = (fields: readonly string[], reference: Reference): Readonly<Record<string, Reference>> =>
  Object.fromEntries(fields.map((field) => [field, reference]));

const references: Readonly<Record<string, Reference>> = {
  ...all([...unitFields, ...moreUnitFields], units),
  ...all([...peopleFields, 'reporter', 'present', 'observers', 'declined'], people),
  ...all(['grid', 'grids'], grids),
  ...all(['community', 'compound', 'territory'], territories),
  activity: to('activities', 'title', 'day'),
  ballot: to('ballots', 'topic', 'step', 'sitting', 'item'),
  budget: to('budgets', 'kind', 'unit', 'year'),
  bulletin: to('bulletins', 'title'),
  campaign: to('campaigns', 'title'),
  case: to('cases', 'number'),
  commitment: to('commitments', 'text'),
  help: to('helps', 'need'),
  item: to('items', 'name'),
  meeting: to('topics', 'title'),
  need: to('needs', 'text'),
  occasion: to('occasions', 'kind', 'day'),
  patrol: to('patrols', 'grid', 'day'),
  point: to('service-points', 'name'),
  problem: to('linked-problems', 'text'),
  project: to('projects', 'title'),
  reservation: to('reservations', 'item', 'person'),
  resolution: to('resolutions', 'text'),
  resource: to('resources', 'name'),
  run: to('courses', 'course', 'on'),
  scorecard: to('scorecards', 'card', 'year'),
  sitting: to('sittings', 'assembly', 'on'),
  team: to('teams', 'name'),
  topic: to('topic-walks', 'title'),
  whistle: to('whistles', 'case', 'at'),
  wish: to('wishes', 'text'),
};

/** Where a name means something else in one command or view; undefined where it refers to nothing. */
const own: Readonly<Record<string, Reference | undefined>> = {
  'grids-at.code': grids,
  'stall-grid.code': grids,
  'stall-grid.market': grids,
  'PairBodies.with': units,
  'PartBodies.with': units,
  'FoundFunctionalGrid.grid': undefined,
  'CancelBooking.booking': { view: 'bookings', key: 'booking', label: ['date', 'person'] },
  'MatchNeed.id': { ...to('commitments', 'text'), also: [to('resources', 'name'), to('projects', 'title')] },
  'AdmitMatter.from': units,
  'MakeCommitment.from': units,
  'MakeCommitment.to': units,
  'BookResource.for': units,
  'DrawUpScorecard.by': units,
  'ReviewUnitHonour.by': units,
  'VetoUnitHonour.by': units,
  'CastVote.for': people,
  'ConveneSitting.place': territories,
  'ClaimPost.post': claimedPosts,
  'GiveUpPost.post': claimedPosts,
  'WithdrawPost.post': claimedPosts,
  'post-holders.post': claimedPosts,
  'MatchHelp.team': helpTeams,
  'DissolveHelpTeam.team': helpTeams,
  'helps.team': helpTeams,
  'ClearObject.object': to('campaign-objects', 'what'),
  'MoveObject.object': to('grid-objects', 'name'),
  'RetireObject.object': to('grid-objects', 'name'),
  'ConsentToHonour.honour': honours,
  'WithdrawHonourConsent.honour': honours,
  'GrantHonour.honour': honours,
  'WithdrawHonour.honour': honours,
  'ReverseEntry.entry': entries,
  'ReverseSpending.entry': undefined,
  'MergeCase.into': to('cases', 'number'),
  'cases.into': to('cases', 'number'),
  'commitments.to': units,
  'scorecards.of': units,
  'scorecard-criteria.by': units,
  'admitted-matters.from': units,
  'declared-members.place': territories,
  'resolutions.item': undefined,
  'sitting-items.item': undefined,
  'agenda.item': undefined,
  'ballots.item': undefined,
  'patrol-items.item': undefined,
  'OpenBallot.item': undefined,
  'KeepMinutes.item': undefined,
  'topics.present': undefined,
  'attendance.present': undefined,
  'ballot-voters.declined': undefined,
  'sittings.present': undefined,
  'sittings.observers': undefined,
  'sitting-attendance.present': undefined,
  'topic-steps.present': undefined,
  'bookings.for': units,
  'whistles.late': units,
};

/** What a field refers to; undefined where it is a value of its own. */
export function referenceOf(owner: string, field: string): Reference | undefined {
  const key = `${owner}.${field}`;
  return key in own ? own[key] : references[field];
}
