/** Stages a case can be in, in the order of the loop; the last four are off it. Terms of the field's glossary. */
export const caseStages = [
  'collected',
  'accepted',
  'filed',
  'dispatched',
  'handling',
  'verifying',
  'closed',
  'replied',
  'escalated',
  'suspended',
  'declined',
  'voided',
  'withdrawn',
  'merged',
] as const;
export type CaseStage = (typeof caseStages)[number];

/**
 * Every command on a case that stands, and the stages from which it makes sense at all. A model picks from these, never
 * beyond: a case without a handler cannot be handled, whatever a model says.
 */
export const caseFlow = {
  AcceptCase: ['collected'],
  DeclineCase: ['collected'],
  FileCase: ['accepted'],
  DispatchCase: ['accepted', 'filed'],
  StartCase: ['dispatched'],
  ContactReporter: ['accepted', 'filed', 'dispatched', 'handling'],
  HandleCase: ['dispatched', 'handling'],
  ReturnCase: ['dispatched', 'handling'],
  ReassignCase: ['dispatched', 'handling'],
  AskExtension: ['dispatched', 'handling'],
  ExtendCase: ['dispatched', 'handling'],
  RefuseExtension: ['dispatched', 'handling'],
  UrgeCase: ['collected', 'accepted', 'filed', 'dispatched', 'handling', 'verifying', 'closed'],
  SuspendCase: ['accepted', 'filed', 'dispatched', 'handling'],
  ResumeCase: ['suspended'],
  VerifyCase: ['verifying'],
  ReworkCase: ['verifying'],
  ReplyCase: ['closed'],
  RateCase: ['replied'],
  ReopenCase: ['closed', 'replied'],
  EscalateCase: ['accepted', 'filed', 'dispatched', 'handling', 'escalated'],
  SettleCase: ['escalated'],
  ReferCase: ['escalated'],
  MergeCase: ['collected', 'accepted', 'filed', 'dispatched', 'handling'],
  WithdrawCase: ['collected', 'accepted', 'filed', 'dispatched', 'handling'],
  VoidCase: ['collected', 'accepted', 'filed', 'dispatched', 'handling', 'suspended'],
} as const satisfies Record<string, readonly CaseStage[]>;

export type CaseCommandName = keyof typeof caseFlow;

/**
 * The stage that each command brings a case to. A command that is not here leaves the stage as it is; `ResumeCase` brings a
 * case back to where it was suspended.
 */
export const caseLeadsTo: { readonly [Name in CaseCommandName]?: CaseStage } = {
  AcceptCase: 'accepted',
  DeclineCase: 'declined',
  FileCase: 'filed',
  DispatchCase: 'dispatched',
  StartCase: 'handling',
  HandleCase: 'verifying',
  ReturnCase: 'accepted',
  ReassignCase: 'dispatched',
  SuspendCase: 'suspended',
  VerifyCase: 'closed',
  ReworkCase: 'handling',
  ReplyCase: 'replied',
  ReopenCase: 'accepted',
  EscalateCase: 'escalated',
  SettleCase: 'closed',
  ReferCase: 'dispatched',
  MergeCase: 'merged',
  WithdrawCase: 'withdrawn',
  VoidCase: 'voided',
};

/** Names of the commands that a model may grant to stages, in the order of the loop. */
export const caseCommands = [
  'AcceptCase',
  'DeclineCase',
  'FileCase',
  'DispatchCase',
  'StartCase',
  'ContactReporter',
  'HandleCase',
  'ReturnCase',
  'ReassignCase',
  'AskExtension',
  'ExtendCase',
  'RefuseExtension',
  'UrgeCase',
  'SuspendCase',
  'ResumeCase',
  'VerifyCase',
  'ReworkCase',
  'ReplyCase',
  'RateCase',
  'ReopenCase',
  'EscalateCase',
  'SettleCase',
  'ReferCase',
  'MergeCase',
  'WithdrawCase',
  'VoidCase',
] as const satisfies readonly CaseCommandName[];

/** Types of files that a report may carry; told by their first bytes, never by their name. */
export const attachmentTypes = ['image/jpeg', 'image/png', 'image/webp', 'video/mp4'] as const;
export type AttachmentType = (typeof attachmentTypes)[number];
