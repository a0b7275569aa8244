/** The committees of the district and of its streets and towns. */
const committees = ['district-committee', 'street-committee', 'town-committee'];

/** Who organises: members and secretaries of those committees; a village's or a community's members are elected for other work. */
const organisers = [
  { post: 'secretary', kinds: committees },
  { post: 'member', kinds: committees },
];

/** Who heads the party committee of a place. Secretaries of firms, markets, towers and agencies head their own members. */
const secretaries = [
  { post: 'secretary', kinds: [...committees, 'community-branch', 'village-branch'] },
  { post: 'joint-secretary' },
];

/** Who heads the office or the elected committee of a place. A department sees what it handles. */
const directors = [{ post: 'director', kinds: ['street-office', 'residents-committee', 'village-committee'] }];

const gridders = [{ post: 'party-micro-grid-member' }, { post: 'resident-micro-grid-member' }];
const reception = [{ post: 'living-room-clerk' }, { post: 'street-clerk' }];
const handlers = [{ post: 'officer' }, { post: 'director' }, ...reception];

/** Everyone who works for the place and has to know whom to turn to. */
const workers = [...gridders, ...handlers, ...secretaries, { post: 'member' }, { post: 'council-member' }];

/** Founding units and filling posts. */
const organising = [
  'FoundUnit',
  'MoveUnit',
  'RenameUnit',
  'DissolveUnit',
  'DescribeUnit',
  'TakeInUnit',
  'AppointHolder',
  'EndAppointment',
  'ReelectBody',
  'PairBodies',
  'PartBodies',
];

/** Drawing grids and staffing them. */
const drawing = ['DrawPartition', 'FoundFunctionalGrid', 'EndFunctionalGrid', 'AssignGridMember', 'RemoveGridMember'];

/** What only the reporter does. */
const reporter = {
  do: ['RateCase', 'ReopenCase', 'WithdrawCase', 'UrgeCase', 'see:cases', 'see:addresses', 'see:contacts'],
  by: ['anyone'],
  where: 'own',
};

/** Everyone who answers for a place or works in it, and so follows what is going on there. */
const overPlace = [...gridders, ...reception, ...secretaries, ...directors];

/** Who may do and see what in Luqiao. What is not here is refused. */
export const permissions = [
  { do: ['ReportCase'], by: ['anyone'], where: 'everywhere' },
  // A channel says who tells, not where it is: a gridder sees things on the way, and a caller rings whom they know.
  { do: ['report:gridder'], by: gridders, where: 'everywhere' },
  { do: ['report:hotline', 'report:platform'], by: reception, where: 'everywhere' },
  reporter,
  { do: ['see:cases', 'see:case-counts', 'see:case-settled'], by: overPlace, where: 'territory' },
  // Who held what, how long, and who let it run over is for those who answer for a place, and for a unit about itself.
  { do: ['see:case-stays'], by: [...secretaries, ...reception], where: 'territory' },
  {
    do: ['see:case-stays', 'see:stay-counts', 'see:case-unit-counts'],
    by: [...secretaries, ...handlers],
    where: 'unit',
  },
  {
    do: ['see:stay-counts', 'see:case-unit-counts'],
    by: [{ post: 'secretary', kinds: committees }],
    where: 'everywhere',
  },
  { do: ['see:cases', 'see:addresses'], by: handlers, where: 'handler' },
  // Who goes there, or sends somebody, has need of the address; who follows what goes on sees it masked.
  { do: ['see:addresses'], by: [...gridders, ...reception], where: 'territory' },
  { do: ['see:contacts'], by: reception, where: 'territory' },
  {
    do: [
      'AcceptCase',
      'DeclineCase',
      'DispatchCase',
      'ReassignCase',
      'ExtendCase',
      'SuspendCase',
      'ResumeCase',
      'VerifyCase',
      'ReworkCase',
      'ReplyCase',
      'EscalateCase',
      'MergeCase',
      'VoidCase',
      'ContactReporter',
      'UrgeCase',
    ],
    by: reception,
    where: 'territory',
  },
  { do: ['VerifyCase', 'ReworkCase'], by: gridders, where: 'territory' },
  { do: ['StartCase', 'HandleCase', 'ReturnCase', 'ContactReporter'], by: handlers, where: 'handler' },
  { do: ['see:meetings', 'see:topics'], by: overPlace, where: 'territory' },
  { do: ['see:meetings', 'see:topics'], by: [{ post: 'council-member' }], where: 'unit' },
  // By the territory of the body that meets: a living room's clerk reaches the micro-grids of its area, not the street.
  { do: ['HoldMeeting', 'ResolveMeeting', 'AddToAgenda', 'RelistMeeting'], by: reception, where: 'territory' },
  { do: ['HoldMeeting', 'ResolveMeeting'], by: [{ post: 'party-micro-grid-member' }], where: 'unit' },
  // The living-room council on its own account: its clerk convenes it and keeps its record, its members vote.
  { do: ['see:sittings', 'see:ballots', 'see:resolutions'], by: overPlace, where: 'territory' },
  // The area of a living room is several communities: what lies in all of it is known by the living room itself.
  {
    do: ['see:sittings', 'see:ballots', 'see:resolutions'],
    by: [{ post: 'council-member' }, { post: 'living-room-clerk' }],
    where: 'unit',
  },
  { do: ['see:resolutions', 'ReportResolution', 'CompleteResolution'], by: handlers, where: 'handler' },
  {
    do: [
      ...['ConveneSitting', 'AddSittingItem', 'OpenSitting', 'KeepMinutes', 'CloseSitting', 'AdoptResolution'],
      ...['OpenBallot', 'HandOutPaper', 'OpenUrn', 'CloseBallot', 'see:minutes'],
    ],
    by: [{ post: 'living-room-clerk' }],
    where: 'territory',
  },
  {
    do: ['CastVote', 'CastPaper', 'see:minutes'],
    by: [{ post: 'council-member' }, { post: 'living-room-clerk' }],
    where: 'unit',
  },
  { do: ['CloseBallot', 'LapseSitting', 'MarkResolutionOverdue'], by: [{ process: 'clock' }], where: 'everywhere' },
  {
    do: ['WarnDeadline', 'SuperviseCase', 'WarnContact', 'NoteContactOverdue'],
    by: [{ process: 'clock' }],
    where: 'everywhere',
  },
  { do: ['NoteAnswerable'], by: [{ process: 'answerable-posts' }], where: 'everywhere' },
  {
    do: ['CallMeeting', 'SettleCase', 'ReferCase', 'EscalateCase'],
    by: [{ process: 'escalation' }],
    where: 'everywhere',
  },
  {
    do: ['see:units', 'see:unit-territories', 'see:grids', 'see:grid-cells', 'see:grid-overlays'],
    by: ['anyone'],
    where: 'everywhere',
  },
  // Teams of a trade and what they do: a living room's clerk keeps the list at the door, so hours are not one's own to write.
  {
    do: [
      ...['FoundTeam', 'DisbandTeam', 'JoinTeam', 'LeaveTeam', 'PublishActivity', 'CancelActivity'],
      ...['SignUp', 'CancelSignUp', 'SignIn', 'SignOut', 'see:team-members', 'see:participations'],
    ],
    by: [{ post: 'living-room-clerk' }],
    where: 'territory',
  },
  { do: ['see:activity-counts'], by: overPlace, where: 'territory' },
  { do: ['see:teams', 'see:activities'], by: ['signed-in'], where: 'everywhere' },
  {
    do: [
      'JoinTeam',
      'LeaveTeam',
      'SignUp',
      'CancelSignUp',
      'see:team-members',
      'see:participations',
      'see:service-records',
    ],
    by: ['signed-in'],
    where: 'own',
  },
  { do: ['CloseActivity'], by: [{ process: 'clock' }], where: 'everywhere' },
  { do: ['OpenCampaign', 'CloseCampaign', 'ListObject'], by: reception, where: 'territory' },
  { do: ['ListObject'], by: gridders, where: 'territory' },
  { do: ['ClearObject', 'see:campaigns', 'see:campaign-objects'], by: handlers, where: 'handler' },
  { do: ['see:campaigns', 'see:campaign-objects', 'see:campaign-counts'], by: overPlace, where: 'territory' },
  { do: ['PublishBulletin', 'WithdrawBulletin'], by: [...reception, ...organisers], where: 'territory' },
  { do: ['see:bulletins'], by: ['anyone'], where: 'everywhere' },
  { do: ['ReadBulletin'], by: ['signed-in'], where: 'own' },
  { do: ['AskHelp', 'see:helps', 'see:helped'], by: ['signed-in'], where: 'own' },
  { do: ['AskHelp', 'MatchHelp', 'EndHelp', 'see:helps', 'see:helped'], by: reception, where: 'territory' },
  { do: ['FormHelpTeam', 'DissolveHelpTeam'], by: reception, where: 'territory' },
  { do: ['NameHelper', 'EndHelp', 'see:helps'], by: reception, where: 'handler' },
  { do: ['see:help-teams', 'see:help-counts'], by: overPlace, where: 'territory' },
  { do: ['NoteRunOut'], by: [{ process: 'clock' }], where: 'everywhere' },
  { do: ['EndAppointment'], by: [{ process: 'dependent-posts' }], where: 'everywhere' },
  { do: ['WithdrawHonour', 'WithdrawWish', 'EndAppointment'], by: [{ process: 'erased-people' }], where: 'everywhere' },
  { do: ['RefileCase'], by: [{ process: 'orphaned-cases' }], where: 'everywhere' },
  { do: ['ShareReply'], by: [{ process: 'shared-replies' }], where: 'everywhere' },
  { do: ['see:appointments', 'see:grid-staff'], by: ['signed-in'], where: 'everywhere' },
  // Those on record serve the place; who only lives there is not registered, and a reporter's name is a contact.
  { do: ['see:people'], by: workers, where: 'everywhere' },
  { do: ['see:people', 'see:contacts'], by: ['signed-in'], where: 'own' },
  // Everybody may know what is kept about them, and have it erased; for who cannot ask, the district does.
  {
    do: ['see:personal-contents', 'see:consents', 'GiveConsent', 'WithdrawConsent', 'ErasePerson'],
    by: ['signed-in'],
    where: 'own',
  },
  { do: ['ErasePerson'], by: [{ post: 'secretary', kinds: ['district-committee'] }], where: 'everywhere' },
  { do: [...organising, 'RegisterPerson', ...drawing], by: [{ process: 'setup' }], where: 'everywhere' },
  { do: organising, by: organisers, where: 'territory' },
  // A person belongs to no territory: whoever fills posts registers those who are new.
  { do: ['RegisterPerson'], by: organisers, where: 'everywhere' },
  { do: drawing, by: [{ post: 'street-clerk' }], where: 'territory' },
  // The living room keeps its book; the committees above open it, and see what became of the money.
  {
    do: ['see:budgets', 'see:budget-entries', 'see:budget-sums', 'OpenBudget', 'AddFunds', 'CloseBudget'],
    by: organisers,
    where: 'territory',
  },
  {
    do: [
      'see:budgets',
      'see:budget-entries',
      'see:budget-sums',
      'AllotLine',
      'TransferLine',
      'SpendMoney',
      'ReverseSpending',
    ],
    by: [{ post: 'living-room-clerk' }],
    where: 'territory',
  },
  // Whoever heads the street, or the joint committee under it, has its say in a score; what came of it may be read by all.
  {
    do: ['DrawUpScorecard', 'CompleteScorecard', 'GrantUnitHonour'],
    by: organisers,
    where: 'territory',
  },
  {
    do: ['ScoreCriterion', 'ReviewUnitHonour', 'VetoUnitHonour'],
    by: [...organisers, { post: 'joint-secretary' }],
    where: 'unit',
  },
  // The street has its say on agencies of the district too, for which it does not answer.
  {
    do: ['see:scorecards', 'see:scorecard-criteria'],
    by: [...organisers, { post: 'joint-secretary' }],
    where: 'everywhere',
  },
  { do: ['see:unit-honours', 'see:honours'], by: ['anyone'], where: 'everywhere' },
  { do: ['ProposeHonour', 'see:honour-proposals'], by: [{ post: 'living-room-clerk' }], where: 'territory' },
  { do: ['GrantHonour', 'WithdrawHonour', 'see:honour-proposals', 'see:points'], by: organisers, where: 'territory' },
  {
    do: ['ConsentToHonour', 'WithdrawHonourConsent', 'see:honour-proposals', 'see:points'],
    by: ['signed-in'],
    where: 'own',
  },
];
