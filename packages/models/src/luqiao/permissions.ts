const gridders = [{ post: 'party-micro-grid-member' }, { post: 'resident-micro-grid-member' }];
const reception = [{ post: 'living-room-clerk' }, { post: 'street-clerk' }];
const handlers = [{ post: 'officer' }, { post: 'director' }, ...reception];

/** Everyone who works for the place and has to know whom to turn to. */
const workers = [...gridders, ...handlers, { post: 'secretary' }, { post: 'member' }, { post: 'council-member' }];

/** Founding units and filling posts: for members of a committee, in its territory. */
const organising = [
  'FoundUnit',
  'MoveUnit',
  'RenameUnit',
  'DissolveUnit',
  'AppointHolder',
  'EndAppointment',
  'ReelectBody',
  'PairBodies',
  'RegisterPerson',
];

/** Drawing grids and staffing them. */
const drawing = ['DrawPartition', 'FoundFunctionalGrid', 'AssignGridMember', 'RemoveGridMember'];

/** What only the reporter does. */
const reporter = {
  do: ['RateCase', 'ReopenCase', 'WithdrawCase', 'UrgeCase', 'see:cases', 'see:contacts'],
  by: ['anyone'],
  where: 'own',
};

/** Who may do and see what in Luqiao. What is not here is refused. */
export const permissions = [
  { do: ['ReportCase'], by: ['anyone'], where: 'everywhere' },
  reporter,
  {
    do: ['see:cases'],
    by: [...gridders, ...reception, { post: 'secretary' }, { post: 'director' }],
    where: 'territory',
  },
  { do: ['see:cases'], by: handlers, where: 'handler' },
  { do: ['see:contacts'], by: reception, where: 'territory' },
  {
    do: ['see:case-counts'],
    by: [...gridders, ...reception, { post: 'secretary' }, { post: 'director' }],
    where: 'territory',
  },
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
  {
    do: ['see:meetings', 'see:topics'],
    by: [...gridders, ...reception, { post: 'council-member' }, { post: 'secretary' }, { post: 'director' }],
    where: 'territory',
  },
  { do: ['HoldMeeting', 'ResolveMeeting', 'AddToAgenda', 'RelistMeeting'], by: reception, where: 'territory' },
  { do: ['HoldMeeting', 'ResolveMeeting'], by: [{ post: 'party-micro-grid-member' }], where: 'unit' },
  { do: ['WarnDeadline', 'SuperviseCase'], by: [{ process: 'clock' }], where: 'everywhere' },
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
  { do: ['see:appointments', 'see:grid-staff'], by: ['signed-in'], where: 'everywhere' },
  { do: ['see:people'], by: workers, where: 'everywhere' },
  { do: ['see:people', 'see:contacts'], by: ['signed-in'], where: 'own' },
  { do: [...organising, ...drawing], by: [{ process: 'setup' }], where: 'everywhere' },
  { do: organising, by: [{ post: 'member' }], where: 'territory' },
  { do: drawing, by: [{ post: 'street-clerk' }], where: 'territory' },
];
