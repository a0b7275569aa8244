/** Who a permission names: a post, in units of some kinds where it matters. */
export interface Holder {
  readonly post: string;
  readonly kinds?: string[];
}

/** Who does what in a place, by posts. */
export interface Roles {
  /** Those who take reports in, give them to handlers, verify and reply. */
  readonly reception: readonly Holder[];
  /** Those who serve in grids. */
  readonly gridders: readonly Holder[];
  /** Those who handle what their unit was given; reception handles too. */
  readonly handlers: readonly Holder[];
  /** Those who head a place and follow what goes on there. */
  readonly heads: readonly Holder[];
  /** Those who meet on cases, without reception. */
  readonly counsellors: readonly Holder[];
  /** Those who found units and fill posts in their territory. */
  readonly organisers: readonly Holder[];
  /** Those who draw grids and staff them. */
  readonly drawers: readonly Holder[];
  /** Those who erase what is kept of a person who cannot ask for it: without an account, or no longer alive. */
  readonly erasers: readonly Holder[];
}

const organising = [
  'FoundUnit',
  'MoveUnit',
  'RenameUnit',
  'DissolveUnit',
  'AppointHolder',
  'EndAppointment',
  'ReelectBody',
  'PairBodies',
  'PartBodies',
];
const drawing = ['DrawPartition', 'FoundFunctionalGrid', 'EndFunctionalGrid', 'AssignGridMember', 'RemoveGridMember'];
const atTheDesk = [
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
];
const ofTheReporter = [
  'RateCase',
  'ReopenCase',
  'WithdrawCase',
  'UrgeCase',
  'see:cases',
  'see:addresses',
  'see:contacts',
];

/** Who may organise, draw, report, handle, meet and see, given who has which part in a place. What is not here is refused. */
export function casePermissions(roles: Roles) {
  const { reception, gridders, heads, counsellors, organisers, drawers } = roles;
  const handlers = [...roles.handlers, ...reception];
  const overPlace = [...gridders, ...reception, ...heads];
  const workers = [...overPlace, ...roles.handlers, ...counsellors];
  const everywhere = { where: 'everywhere' };
  return [
    { do: ['ReportCase'], by: ['anyone'], ...everywhere },
    { do: ['report:gridder'], by: gridders, ...everywhere },
    { do: ['report:hotline', 'report:platform'], by: reception, ...everywhere },
    { do: ofTheReporter, by: ['anyone'], where: 'own' },
    { do: ['see:cases', 'see:case-counts', 'see:case-settled'], by: overPlace, where: 'territory' },
    { do: ['see:case-stays'], by: [...heads, ...reception], where: 'territory' },
    { do: ['see:case-stays', 'see:stay-counts', 'see:case-unit-counts'], by: [...heads, ...handlers], where: 'unit' },
    { do: ['see:cases', 'see:addresses'], by: handlers, where: 'handler' },
    { do: ['see:addresses'], by: [...gridders, ...reception], where: 'territory' },
    { do: ['see:contacts'], by: reception, where: 'territory' },
    { do: atTheDesk, by: reception, where: 'territory' },
    { do: ['VerifyCase', 'ReworkCase'], by: gridders, where: 'territory' },
    { do: ['StartCase', 'HandleCase', 'ReturnCase', 'ContactReporter'], by: handlers, where: 'handler' },
    { do: ['see:meetings', 'see:topics'], by: overPlace, where: 'territory' },
    { do: ['see:meetings', 'see:topics'], by: counsellors, where: 'unit' },
    { do: ['HoldMeeting', 'ResolveMeeting', 'AddToAgenda', 'RelistMeeting'], by: reception, where: 'territory' },
    { do: ['HoldMeeting', 'ResolveMeeting'], by: [...gridders, ...counsellors], where: 'unit' },
    {
      do: ['WarnDeadline', 'SuperviseCase', 'WarnContact', 'NoteContactOverdue'],
      by: [{ process: 'clock' }],
      ...everywhere,
    },
    { do: ['NoteAnswerable'], by: [{ process: 'answerable-posts' }], ...everywhere },
    {
      do: ['CallMeeting', 'SettleCase', 'ReferCase', 'EscalateCase'],
      by: [{ process: 'escalation' }],
      ...everywhere,
    },
    {
      do: ['see:units', 'see:unit-territories', 'see:grids', 'see:grid-cells', 'see:grid-overlays'],
      by: ['anyone'],
      ...everywhere,
    },
    { do: ['EndAppointment'], by: [{ process: 'dependent-posts' }], ...everywhere },
    { do: ['RefileCase'], by: [{ process: 'orphaned-cases' }], ...everywhere },
    { do: ['ShareReply'], by: [{ process: 'shared-replies' }], ...everywhere },
    { do: ['see:appointments', 'see:grid-staff'], by: ['signed-in'], ...everywhere },
    { do: ['see:people'], by: workers, ...everywhere },
    { do: ['see:people', 'see:contacts'], by: ['signed-in'], where: 'own' },
    { do: ['see:personal-contents', 'ErasePerson'], by: ['signed-in'], where: 'own' },
    { do: ['ErasePerson'], by: roles.erasers, ...everywhere },
    { do: [...organising, 'RegisterPerson', ...drawing], by: [{ process: 'setup' }], ...everywhere },
    { do: organising, by: organisers, where: 'territory' },
    { do: ['RegisterPerson'], by: organisers, ...everywhere },
    { do: drawing, by: drawers, where: 'territory' },
  ];
}
