import type { Holder, Roles } from './case-permissions.ts';

const everywhere = { where: 'everywhere' };
const clock = [{ process: 'clock' }];

/** What comes by the clock, and what one context asks of another. */
const byItself = [
  {
    do: [
      'DissolveUnit',
      'NoteContactOverdue',
      'NoteAbsence',
      'NoteRunOut',
      'EndDisclosure',
      'CloseBallot',
      'LapseSitting',
      'MarkResolutionOverdue',
      'CloseActivity',
      'EndPostTerm',
      'FreeWish',
      'SendReport',
      'MissContact',
      'ExpireCertificate',
      'LapseCommitment',
      'ExpirePoints',
      'LapseReservation',
    ],
    by: clock,
    ...everywhere,
  },
  { do: ['NoteAnswerable'], by: [{ process: 'answerable-posts' }], ...everywhere },
  { do: ['AwardPoints'], by: [{ process: 'award' }], ...everywhere },
  { do: ['PassStep'], by: [{ process: 'decided-steps' }], ...everywhere },
  { do: ['WithdrawDeclaration'], by: [{ process: 'ended-declarations' }], ...everywhere },
  { do: ['WithdrawHonour', 'WithdrawWish', 'EndAppointment'], by: [{ process: 'erased-people' }], ...everywhere },
  { do: ['ReleaseWorker'], by: [{ process: 'workers-of-units' }], ...everywhere },
  { do: ['LeaveCharge'], by: [{ process: 'ended-charges' }], ...everywhere },
  { do: ['NotePolicy'], by: [{ process: 'local-policy' }], ...everywhere },
  { do: ['AnswerNeed', 'ReleaseNeed'], by: [{ process: 'matched-needs' }], ...everywhere },
  {
    do: ['ListUnit', 'EndUnitCheckIn', 'DelistUnit', 'DelistMember'],
    by: [{ process: 'unit-check-ins' }],
    ...everywhere,
  },
];

/** What is a person's own: to say, to agree to, to claim and to give back. */
const ownDoings = [
  'AskHelp',
  'DeclareMembership',
  'WithdrawDeclaration',
  'GiveConsent',
  'WithdrawConsent',
  // Whoever is listed as a member of a unit may take themselves off its list.
  'DelistMember',
  'CheckIn',
  'EndCheckIn',
  'SignUp',
  'CancelSignUp',
  'SignIn',
  'SignOut',
  'JoinTeam',
  'LeaveTeam',
  'ClaimPost',
  'GiveUpPost',
  'PublishWish',
  'ConfirmWish',
  'ReturnWish',
  'WithdrawWish',
  'ClaimWish',
  'GiveBackWish',
  'FulfilWish',
  'ConsentReport',
  'DeclineReport',
  'UseCertificate',
  'ReserveItem',
  'CancelReservation',
  'ConsentToHonour',
  'WithdrawHonourConsent',
  'CancelBooking',
];
const ownSights = [
  'see:helps',
  'see:trainings',
  'see:bookings',
  'see:declarations',
  'see:consents',
  'see:check-ins',
  'see:service-records',
  'see:service-reports',
  'see:floating-members',
  'see:points',
  'see:point-entries',
  'see:point-lots',
  'see:reservations',
  'see:reservation-holders',
  'see:pick-up-codes',
  'see:honour-proposals',
  'see:bookers',
  'see:wishers',
  'see:own-wishes',
  'see:participations',
];

/** What everybody may see: what is offered and what was resolved, never whose it is, nor how few they are. */
const openSights = [
  'see:unit-variants',
  'see:bulletins',
  'see:help-teams',
  'see:unit-honours',
  'see:topic-walks',
  'see:sittings',
  'see:resolutions',
  'see:teams',
  'see:activities',
  'see:claimed-posts',
  'see:wishes',
  'see:resources',
  'see:projects',
  'see:items',
  'see:honours',
  'see:point-sums',
  'see:budgets',
  'see:budget-sums',
  'see:campaigns',
  'see:campaign-counts',
];

/** What those who work for a place follow there. */
const placeSights = [
  'see:helps',
  'see:help-counts',
  'see:activity-counts',
  'see:wish-counts',
  'see:check-in-counts',
  'see:bookings',
  'see:scorecards',
  'see:scorecard-criteria',
  'see:case-stays',
  'see:whistles',
  'see:campaign-objects',
  'see:linkage',
  'see:patrons',
  'see:charges',
  'see:patron-reports',
  'see:linked-problems',
  'see:admissions',
  'see:admitted-matters',
  'see:establishments',
  'see:case-policies',
  'see:ballots',
  'see:minutes',
  'see:topic-objections',
  'see:commitments',
  'see:commitment-counts',
  'see:needs',
  'see:budget-entries',
  'see:addresses',
  'see:post-holders',
  'see:team-members',
];

/** Figures of units and departments, wherever those stand: an assessment reads them. */
const figuresOfUnits = ['see:case-unit-counts', 'see:stay-counts', 'see:arrival-counts'];

/** Work of those who take reports in, beside the cases. */
const deskWork = [
  'FormHelpTeam',
  'DissolveHelpTeam',
  'AskHelp',
  'MatchHelp',
  'NameHelper',
  'EndHelp',
  'RefuseExtension',
  'BlowWhistle',
  'EndWhistle',
  'OpenCampaign',
  'CloseCampaign',
  'ListObject',
  'ClearObject',
  'AdmitMatter',
  'RaiseProblem',
  'TakeProblem',
  'TakeStep',
  'PublishResolution',
  'PublishResult',
  'OpenBallot',
  'HandOutPaper',
  'OpenUrn',
  'ConveneSitting',
  'AddSittingItem',
  'OpenSitting',
  'KeepMinutes',
  'CloseSitting',
  'AdoptResolution',
  'ReportResolution',
  'CompleteResolution',
  'CheckInUnit',
  'FoundTeam',
  'DisbandTeam',
  'PublishActivity',
  'CancelActivity',
  'SignUp',
  'CancelSignUp',
  'SignIn',
  'SignOut',
  'PublishWish',
  'ConfirmWish',
  'ReturnWish',
  'WithdrawWish',
  'OfferPost',
  'WithdrawPost',
  'DraftReport',
  'RegisterFloating',
  'ContactFloating',
  'CheckCertificate',
  'DeregisterFloating',
  'RaiseNeed',
  'MatchNeed',
  'MeetNeed',
  'WithdrawNeed',
  'StartProject',
  'FinishProject',
  'CancelProject',
  'OpenResource',
  'ChangeHours',
  'CloseDay',
  'ReopenDay',
  'WithdrawResource',
  'AwardPoints',
  'ReverseEntry',
  'ListItem',
  'StockItem',
  'CountStock',
  'WithdrawItem',
  'PickUpItem',
  'ProposeHonour',
];

/** What is a person's or a unit's, and whoever works on it at the desk has to see. */
const deskSights = ['see:helped', 'see:check-ins', 'see:floating-members', 'see:points', 'see:point-entries'];

/** What only those who head a place decide; a step of a body is taken by whoever of them sits in it. */
const headWork = [
  'TakeStep',
  'TakeProblem',
  'FinishProblem',
  'PublishBulletin',
  'WithdrawBulletin',
  'DrawUpScorecard',
  'CompleteScorecard',
  'GrantUnitHonour',
  'GrantHonour',
  'WithdrawHonour',
  'MakeCommitment',
  'WithdrawCommitment',
  'FulfilCommitment',
  'OpenBudget',
  'AddFunds',
  'AllotLine',
  'TransferLine',
  'SpendMoney',
  'ReverseSpending',
  'CloseBudget',
  'TakeCharge',
  'LeaveCharge',
  'ReportMonth',
  'StateHouseholds',
  'PlaceWorker',
  'PromoteWorker',
  'ReleaseWorker',
  'AdoptVariant',
  'DescribeUnit',
  'TakeInUnit',
];

/** What an assessment looks at: whoever has a say in it may not answer for all that is assessed. */
const assessed = ['see:scorecards', 'see:scorecard-criteria'];

/** Heads of resident and partner units, who promise and join for them, and list their members who live elsewhere. */
const forTheirUnit = [
  'ListMember',
  'DelistMember',
  'MakeCommitment',
  'FulfilCommitment',
  'WithdrawCommitment',
  'JoinProject',
  'CheckInUnit',
  'RaiseNeed',
];

/** What a unit sees of the members whom it lists, and of itself. */
const memberSights = ['see:check-ins', 'see:missing-check-ins', 'see:check-in-coverage', 'see:sent-reports'];

/** For heads of units that list their members, and promise nothing: departments. */
export const memberLists = (heads: readonly Holder[]) => ({
  do: ['ListMember', 'DelistMember', ...memberSights],
  by: heads,
  where: 'unit',
});

/** For whoever keeps a branch's own register of floating members. */
export const floatingRegister = (keepers: readonly Holder[]) => ({
  do: ['RegisterFloating', 'ContactFloating', 'CheckCertificate', 'DeregisterFloating', 'see:floating-members'],
  by: keepers,
  where: 'unit',
});

/** What handlers do of what was given to their unit. */
const handling = ['AskExtension', 'ReportResolution'];

/** What departments and units do that were called, or that took something on. */
const called = ['ReportIn', 'FinishProblem', 'see:linked-problems'];

/** What everybody may who is known by name. */
const open = ['ReadBulletin', 'RaiseTopic', 'ObjectToTopic', 'BookResource'];

/** Whoever sits in a body votes in it; the ballot's own list says who is due. */
const voting = ['see:ballots', 'CastVote', 'AppointProxy', 'CastPaper'];

/** A part of a body that votes, by the posts that sit in it. */
interface Seats {
  readonly posts: readonly string[];
}

/** The bodies of a place that vote: those that sit by themselves, and those that take a step of a procedure. */
interface Bodies {
  readonly assemblies?: readonly { readonly members: readonly Seats[] }[];
  readonly procedures?: {
    readonly procedures: readonly { readonly steps: readonly { readonly body?: readonly Seats[] }[] }[];
  };
}

/** Every post that sits in a body that votes. */
function voters({ assemblies = [], procedures }: Bodies): readonly Holder[] {
  const steps = (procedures?.procedures ?? []).flatMap((one) => one.steps);
  const seats = [...assemblies.flatMap(({ members }) => members), ...steps.flatMap(({ body = [] }) => body)];
  return [...new Set(seats.flatMap(({ posts }) => posts))].map((post) => ({ post }));
}

/**
 * Who may do and see what beyond cases, meetings and grids, given who has which part in a place. A mechanism that a model does not have is
 * refused by its own code, whoever asks.
 */
export function sectionPermissions(roles: Roles, unitHeads: readonly Holder[], bodies: Bodies) {
  const { reception, gridders, heads, organisers } = roles;
  const overPlace = [...gridders, ...reception, ...heads];
  const handlers = [...roles.handlers, ...reception];
  return [
    ...byItself,
    { do: [...ownDoings, ...ownSights], by: ['signed-in'], where: 'own' },
    { do: open, by: ['signed-in'], ...everywhere },
    { do: voting, by: voters(bodies), ...everywhere },
    { do: openSights, by: ['anyone'], ...everywhere },
    { do: placeSights, by: overPlace, where: 'territory' },
    { do: deskWork, by: reception, where: 'territory' },
    { do: headWork, by: heads, where: 'territory' },
    { do: handling, by: handlers, where: 'handler' },
    { do: called, by: [...handlers, ...unitHeads], where: 'handler' },
    // Who is called has to know of it, wherever in their territory the matter is.
    { do: ['see:whistles'], by: [...handlers, ...unitHeads], where: 'territory' },
    { do: figuresOfUnits, by: organisers, ...everywhere },
    { do: ['see:arrival-counts'], by: [...handlers, ...unitHeads], where: 'unit' },
    { do: forTheirUnit, by: unitHeads, where: 'unit' },
    { do: [...memberSights, 'see:commitments', 'see:commitment-counts'], by: unitHeads, where: 'unit' },
    { do: ['see:workers', 'see:former-workers'], by: ['signed-in'], where: 'own' },
    { do: deskSights, by: reception, where: 'territory' },
    // Who runs an activity keeps its list, and signs in and out whoever has no phone to do it with.
    { do: ['see:participations'], by: [...reception, ...heads], where: 'territory' },
    { do: ['see:points'], by: heads, where: 'territory' },
    { do: ['ScoreCriterion', 'ReviewUnitHonour', 'VetoUnitHonour'], by: heads, where: 'unit' },
    { do: assessed, by: heads, ...everywhere },
    { do: ['see:courses'], by: ['signed-in'], ...everywhere },
    { do: ['PlanCourse', 'NoteAttendance', 'CancelCourse', 'see:trainings'], by: organisers, where: 'territory' },
    { do: ['see:workers', 'see:former-workers'], by: organisers, where: 'territory' },
    // Shares of a whole place, told only where they point at nobody.
    { do: ['see:member-shares'], by: [...organisers, ...heads], ...everywhere },
  ];
}
