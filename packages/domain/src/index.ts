/**
 * Keting's domain: nouns, verbs, rules and read models of urban grassroots governance. Pure functions over data;
 * no DOM, clock, network or randomness.
 *
 * @packageDocumentation
 */

// The contract that every context signs.
export * from './kernel/term.ts';
export * from './kernel/ids.ts';
export * from './kernel/place.ts';
export * from './kernel/time.ts';
export * from './kernel/faults.ts';
export * from './kernel/refusal.ts';
export * from './kernel/envelope.ts';
export * from './kernel/contents.ts';
export * from './kernel/personal.ts';
export * from './kernel/mask.ts';
export * from './kernel/links.ts';
export * from './kernel/suppressed.ts';
export * from './kernel/facts.ts';
export * from './kernel/views.ts';
export * from './kernel/questions.ts';
export * from './kernel/decider.ts';

// What a place can state.
export * from './governance-model/case-flow.ts';
export * from './governance-model/cobuilding-rules.ts';
export * from './governance-model/model.ts';
export * from './governance-model/check.ts';
export type { AssemblyRule } from './governance-model/assembly-rules.ts';
export type {
  BodyRule,
  DisclosureRule,
  ProcedureRule,
  ProcedureRules,
  StepRule,
  VotingRule,
} from './governance-model/procedure-rules.ts';
export { type TeamBasis, type UsePeriod, type VolunteeringRules } from './governance-model/volunteering-rules.ts';
export * from './governance-model/extend.ts';

// Who may do and see what.
export * from './access/access.ts';
export * from './access/personal-contents.ts';

// Units, the tree they stand in, and who holds their posts.
export {
  appointmentsOn,
  holdersOn,
  membersOn,
  type Appointment,
  type OrganisationEvent,
  type UnitState,
} from './organisation/unit.ts';
export * from './organisation/credit-code.ts';
export { type OrganisationCommand } from './organisation/commands.ts';
export { organisationRefusals } from './organisation/refusals.ts';
export * from './organisation/coverage.ts';
export * from './organisation/four-in-one.ts';
export { modelUnder, variantAt, type VariantFact } from './organisation/variants.ts';
export { childrenOf, postsHeldBy, recordOf, type HeldPost, type UnitRecord } from './organisation/facts.ts';
export * from './organisation/views.ts';
export * from './organisation/tree.ts';
export { organisationContext } from './organisation/context.ts';
export * from './organisation/duties.ts';
export {
  answerableForCase,
  answerableRow,
  compoundSideRow,
  compoundSides,
  type AnswerableRow,
  type CompoundSideRow,
} from './organisation/questions.ts';
export { type DeclarationEvent, type DeclarationState } from './organisation/declaration/declaration.ts';
export { type DeclarationCommand } from './organisation/declaration/commands.ts';
export { declarationRefusals } from './organisation/declaration/decide.ts';
export * from './organisation/declaration/views.ts';
export {
  declaredSums,
  memberShareRow,
  memberShares,
  type MemberShareRow,
} from './organisation/declaration/questions.ts';
export { declarationContext, declaredOffices } from './organisation/declaration/context.ts';
export { type AdmissionCommand, type AdmissionEvent, type AdmissionState } from './organisation/admission/admission.ts';
export {
  admissionContext,
  admissionRefusals,
  admittedMatterRow,
  admittedMatters,
  type AdmittedMatterRow,
} from './organisation/admission/context.ts';
export {
  headcountFor,
  type EstablishmentCommand,
  type EstablishmentEvent,
  type EstablishmentState,
  type Worker,
} from './organisation/establishment/establishment.ts';
export { establishmentRefusals, ranksLeftBy, workersOf } from './organisation/establishment/decide.ts';
export * from './organisation/establishment/views.ts';
export * from './organisation/establishment/context.ts';
export { type Patron, type LinkageEvent, type LinkageState } from './organisation/linkage/linkage.ts';
export { type ProblemEvent, type ProblemState } from './organisation/linkage/problem.ts';
export { type LinkageCommand, type ProblemCommand } from './organisation/linkage/commands.ts';
export { chargesOf, linkageRefusals, patronOf, type Charge } from './organisation/linkage/decide.ts';
export * from './organisation/linkage/views.ts';
export * from './organisation/linkage/context.ts';
export * from './organisation/rota.ts';
export * from './organisation/icalendar.ts';
export { type CourseCommand, type CourseEvent, type CourseState } from './organisation/training/course.ts';
export { courseRefusals } from './organisation/training/decide.ts';
export * from './organisation/training/views.ts';
export { courseContext } from './organisation/training/context.ts';
export { type PolicyEvent, type PolicyState } from './organisation/policy/policy.ts';
export {
  casePolicies,
  casePolicyRow,
  policyContext,
  policyRefusals,
  type CasePolicyRow,
  type PolicyCommand,
} from './organisation/policy/context.ts';

// Persons: who they are, kept apart from what they do.
export { erasureGround, erasureGrounds, type PersonEvent, type PersonState } from './people/person.ts';
export {
  type ConsentData,
  type ErasePersonData,
  type PersonCommand,
  type RegisterPersonData,
} from './people/commands.ts';
export { personRefusals } from './people/decide.ts';
export { consentRow, consents, people, personRow, type ConsentRow, type PersonRow } from './people/views.ts';
export { peopleContext } from './people/context.ts';

// Grids: how a community is parted, what is laid over it, who staffs them.
export {
  type DrawnGrid,
  type FunctionalGrid,
  type GridEvent,
  type GridState,
  type Partition,
  type StaffMember,
  type StallRange,
} from './grid/grid.ts';
export { type GridCommand } from './grid/commands.ts';
export { gridRefusals } from './grid/decide.ts';
export { functionalGridsAt, gridsBelow, stallGridOf } from './grid/facts.ts';
export * from './grid/staffing.ts';
export {
  gridCells,
  gridOverlays,
  gridRow,
  grids,
  gridStaff,
  gridStaffRow,
  type GridRow,
  type GridStaffRow,
} from './grid/views.ts';
export { gridAnswerRow, gridsAt, stallGrid, type GridAnswerRow } from './grid/questions.ts';
export { gridContext } from './grid/context.ts';

// What is done in grids: patrols, and the rounds that are due.
export type { ObjectRule, OccasionRule, PatrolRules, ServicePointRules } from './governance-model/grid-work-rules.ts';
export { type PatrolEvent, type PatrolState } from './grid/patrol/patrol.ts';
export { type PatrolCommand } from './grid/patrol/commands.ts';
export { patrolRefusals } from './grid/patrol/decide.ts';
export { roundsOf, type RoundsFact } from './grid/patrol/facts.ts';
export {
  missedRounds,
  patrolCounts,
  patrolItems,
  patrols,
  visitNotes,
  type MissedRoundRow,
  type PatrolCountRow,
  type PatrolItemRow,
  type PatrolRow,
  type VisitNoteRow,
} from './grid/patrol/views.ts';
export { patrolContext } from './grid/patrol/context.ts';
export { type OccasionEvent, type OccasionState } from './grid/occasion/occasion.ts';
export { type OccasionCommand } from './grid/occasion/commands.ts';
export { occasionRefusals } from './grid/occasion/decide.ts';
export { occasionCounts, occasions, type OccasionCountRow, type OccasionRow } from './grid/occasion/views.ts';
export { occasionContext } from './grid/occasion/context.ts';

// What a grid holds: objects by category, people by number alone, matters as its cases.
export { gridElements, type GridElement } from './governance-model/grid-work-rules.ts';
export { type HoldingEvent, type HoldingState } from './grid/holding/holding.ts';
export { type HoldingCommand } from './grid/holding/commands.ts';
export { holdingRefusals } from './grid/holding/decide.ts';
export { holdingsOf, type HeldInGrid } from './grid/holding/elements.ts';
export { gridHoldings, gridObjects, type GridHoldingRow, type GridObjectRow } from './grid/holding/views.ts';
export { peopleIn } from './grid/holding/facts.ts';
export { holdingContext } from './grid/holding/context.ts';

// Service points, and which grids lie too far from one.
export { type ServicePointEvent, type ServicePointState } from './grid/service-point/service-point.ts';
export { type ServicePointCommand } from './grid/service-point/commands.ts';
export { servicePointRefusals } from './grid/service-point/decide.ts';
export { servicePoints, type ServicePointRow } from './grid/service-point/views.ts';
export * from './grid/service-point/reach.ts';
export { servicePointContext } from './grid/service-point/context.ts';

// What a week or a month came to.
export { monthOf, weekOf, type Period } from './digest/period.ts';
export { type DigestPart, type Figures } from './digest/figures.ts';
export * from './digest/digest.ts';

// Cases: from a report to the reply.
export * from './case/case.ts';
export * from './case/fields.ts';
export { caseCommandSpecs, reportCaseSchema, type CaseCommand, type ReportCaseData } from './case/commands.ts';
export { caseRefusals } from './case/decide.ts';
export { proposedHandler, turnOf, type Proposal } from './case/turn.ts';
export * from './case/views.ts';
export * from './case/rates.ts';
export * from './case/settlement.ts';
export { caseSettled, caseSettledRow, caseUnitCounts, caseUnitCountRow } from './case/unit-counts.ts';
export type { CaseSettledRow, CaseUnitCountRow } from './case/unit-counts.ts';
export * from './case/stays.ts';
export * from './case/duplicates.ts';
export { duplicatesOfCase, likelyDuplicateRow, type LikelyDuplicateRow } from './case/questions.ts';
export * from './case/governance-map.ts';
export * from './case/attachments.ts';
export { caseContext } from './case/context.ts';

// Departments called to a case, and campaigns.
export * from './governance-model/street-work-rules.ts';
export * from './whistle/whistle.ts';
export { type WhistleCommand } from './whistle/commands.ts';
export { whistleRefusals } from './whistle/decide.ts';
export * from './whistle/views.ts';
export { whistleContext } from './whistle/context.ts';
export * from './campaign/campaign.ts';
export { type CampaignCommand } from './campaign/commands.ts';
export { campaignRefusals, campaignOf, objectsLeft } from './campaign/decide.ts';
export * from './campaign/views.ts';
export { campaignContext } from './campaign/context.ts';
export * from './bulletin/bulletin.ts';
export { type BulletinCommand } from './bulletin/commands.ts';
export { bulletinRefusals } from './bulletin/decide.ts';
export * from './bulletin/views.ts';
export { bulletinContext } from './bulletin/context.ts';

// Help for people in need, and mediation.
export * from './help/help.ts';
export { type HelpCommand } from './help/commands.ts';
export { helpRefusals } from './help/decide.ts';
export { teamsFor } from './help/facts.ts';
export * from './help/views.ts';
export { helpContext } from './help/context.ts';

// Meetings on cases: called, held with a quorum, resolved by a majority.
export * from './deliberation/share.ts';
export * from './deliberation/meeting.ts';
export * from './deliberation/commands.ts';
export * from './deliberation/views.ts';
export { meetingRefusals } from './deliberation/decide.ts';
export { meetingContext } from './deliberation/context.ts';

// Topics that walk a procedure step by step, ballots on them, and bodies that sit on their own account.
export * from './deliberation/topic.ts';
export * from './deliberation/topic-commands.ts';
export * from './deliberation/topic-views.ts';
export { topicRefusals } from './deliberation/topic-decide.ts';
export { topicContext } from './deliberation/topic-context.ts';
export * from './deliberation/ballot.ts';
export * from './deliberation/ballot-commands.ts';
export * from './deliberation/ballot-views.ts';
export { ballotRefusals } from './deliberation/ballot-decide.ts';
export { ballotContext } from './deliberation/ballot-context.ts';
export * from './deliberation/sitting.ts';
export * from './deliberation/sitting-commands.ts';
export * from './deliberation/sitting-views.ts';
export { periodOf, sittingRefusals } from './deliberation/sitting-decide.ts';
export { sittingContext } from './deliberation/sitting-context.ts';
export * from './deliberation/resolution.ts';
export * from './deliberation/resolution-commands.ts';
export * from './deliberation/resolution-views.ts';
export { resolutionRefusals } from './deliberation/resolution-decide.ts';
export { resolutionContext } from './deliberation/resolution-context.ts';
export { ballotOf, openBallotsOf, sittingOf, topicOf } from './deliberation/deliberation-facts.ts';
export type { BallotFact, SittingFact, TopicFact } from './deliberation/deliberation-facts.ts';

// Double check-in: members report where they live, units where they stand.
export {
  type CheckInEvent,
  type CheckInKind,
  type CheckInState,
  type Reported,
} from './volunteering/check-in/check-in.ts';
export { type CheckInCommand } from './volunteering/check-in/commands.ts';
export { checkInRefusals } from './volunteering/check-in/decide.ts';
export { checkInOf, membersListedBy, unitCheckInOf, type CheckInFact } from './volunteering/check-in/facts.ts';
export {
  checkInCounts,
  checkInCoverage,
  checkIns,
  missingCheckIns,
  type CheckInCountRow,
  type CheckInCoverageRow,
  type CheckInRow,
  type MissingCheckInRow,
} from './volunteering/check-in/views.ts';
export { checkInContext } from './volunteering/check-in/context.ts';

// Teams of volunteers, their activities, and the hours that come of them.
export { type TeamEvent, type TeamState } from './volunteering/team/team.ts';
export { type TeamCommand, type TeamData } from './volunteering/team/commands.ts';
export { teamRefusals } from './volunteering/team/decide.ts';
export { teamMembers, teams, type TeamMemberRow, type TeamRow } from './volunteering/team/views.ts';
export { teamContext, teamStands } from './volunteering/team/context.ts';
export {
  hoursCredited,
  mergedWith,
  uncoveredMinutes,
  wholeMinute,
  type HoursState,
  type Span,
} from './volunteering/activity/hours.ts';
export {
  type ActivityCohort,
  type ActivityContextState,
  type ActivityEvent,
  type ActivityState,
  type OpenActivity,
  type Participant,
} from './volunteering/activity/activity.ts';
export {
  type ActivityCommand,
  type ActivityStep,
  type CancelActivityData,
  type ParticipantData,
  type PublishActivityData,
} from './volunteering/activity/commands.ts';
export { activityRefusals } from './volunteering/activity/decide.ts';
export { creditedOf } from './volunteering/activity/facts.ts';
export {
  activities,
  activityCounts,
  participations,
  type ActivityCountRow,
  type ActivityRow,
  type ParticipationRow,
} from './volunteering/activity/views.ts';
export { activityContext } from './volunteering/activity/context.ts';

// Posts that members claim, for a term.
export {
  type ClaimedPostEvent,
  type ClaimedPostState,
  type OfferedPost,
} from './volunteering/claimed-post/claimed-post.ts';
export {
  type ClaimedPostCommand,
  type ClaimedPostStep,
  type HolderData,
  type OfferPostData,
} from './volunteering/claimed-post/commands.ts';
export { claimedPostRefusals } from './volunteering/claimed-post/decide.ts';
export {
  claimedPosts,
  postHolders,
  type ClaimedPostRow,
  type PostHolderRow,
} from './volunteering/claimed-post/views.ts';
export { claimedPostContext } from './volunteering/claimed-post/context.ts';

// Micro-wishes: published, claimed, fulfilled, confirmed.
export {
  wishConfirmed,
  type ClaimedWish,
  type FulfilledWish,
  type WishEvent,
  type WishState,
} from './volunteering/wish/wish.ts';
export {
  type ClaimWishData,
  type FulfilWishData,
  type PublishWishData,
  type WishCommand,
  type WishStep,
} from './volunteering/wish/commands.ts';
export { wishRefusals } from './volunteering/wish/decide.ts';
export {
  ownWishes,
  wishCounts,
  wishers,
  wishes,
  type OwnWishRow,
  type WishCountRow,
  type WisherRow,
  type WishRow,
} from './volunteering/wish/views.ts';
export { openWishesOf } from './volunteering/wish/facts.ts';
export { wishContext } from './volunteering/wish/context.ts';

// The yearly report to a serving member's employer.
export { serviceRecords, type ServiceKind, type ServiceRecordRow } from './volunteering/service-report/records.ts';
export {
  yearOf,
  type ReportLine,
  type ServiceReportEvent,
  type ServiceReportState,
  type YearOfService,
} from './volunteering/service-report/service-report.ts';
export {
  type ConsentReportData,
  type ReportData,
  type ServiceReportCommand,
  type ServiceReportStep,
} from './volunteering/service-report/commands.ts';
export { serviceReportRefusals } from './volunteering/service-report/decide.ts';
export { serviceIn } from './volunteering/service-report/facts.ts';
export {
  sentReports,
  serviceReports,
  type SentReportRow,
  type ServiceReportRow,
} from './volunteering/service-report/views.ts';
export { serviceReportContext } from './volunteering/service-report/context.ts';

// Floating members: registered, contacted, certified.
export {
  type Certificate,
  type FloatingEvent,
  type FloatingState,
  type RegisteredMember,
} from './volunteering/floating/floating.ts';
export {
  type CheckCertificateData,
  type ContactFloatingData,
  type FloatingCommand,
  type FloatingStep,
  type RegisterFloatingData,
} from './volunteering/floating/commands.ts';
export { floatingRefusals } from './volunteering/floating/decide.ts';
export { floatingMembers, type FloatingRow } from './volunteering/floating/views.ts';
export { floatingContext } from './volunteering/floating/context.ts';

// Building together: two-way commitments, needs and what is found for them, joint projects.
export * from './cobuilding/ids.ts';
export * from './cobuilding/facts.ts';
export {
  type CommitmentCohort,
  type CommitmentEvent,
  type CommitmentState,
} from './cobuilding/commitments/commitment.ts';
export { type CommitmentCommand } from './cobuilding/commitments/commands.ts';
export { commitmentRefusals } from './cobuilding/commitments/decide.ts';
export * from './cobuilding/commitments/fulfilment.ts';
export * from './cobuilding/commitments/views.ts';
export { commitmentContext } from './cobuilding/commitments/context.ts';
export { type NeedEvent, type NeedState, type OfferRef } from './cobuilding/needs/need.ts';
export { type NeedCommand } from './cobuilding/needs/commands.ts';
export { needRefusals } from './cobuilding/needs/decide.ts';
export * from './cobuilding/needs/match.ts';
export * from './cobuilding/needs/views.ts';
export { needContext } from './cobuilding/needs/context.ts';
export { type ProjectEvent, type ProjectState } from './cobuilding/projects/project.ts';
export { type ProjectCommand } from './cobuilding/projects/commands.ts';
export { projectRefusals } from './cobuilding/projects/decide.ts';
export * from './cobuilding/projects/views.ts';
export { projectContext } from './cobuilding/projects/context.ts';

// What units open to others: hours, closed days, bookings that cannot clash.
export * from './cobuilding/resources/opening.ts';
export { type Booking, type ResourceEvent, type ResourceState } from './cobuilding/resources/resource.ts';
export { type ResourceCommand } from './cobuilding/resources/commands.ts';
export { resourceRefusals } from './cobuilding/resources/decide.ts';
export * from './cobuilding/resources/views.ts';
export { resourceContext } from './cobuilding/resources/context.ts';

// Money of living rooms and communities: sources, lines, spending.
export {
  fundedOf,
  leftOn,
  unallottedOf,
  type BudgetCohort,
  type BudgetEvent,
  type BudgetLine,
  type BudgetState,
  type Spending,
} from './cobuilding/budgets/budget.ts';
export { type BudgetCommand } from './cobuilding/budgets/commands.ts';
export { budgetRefusals } from './cobuilding/budgets/decide.ts';
export * from './cobuilding/budgets/share-out.ts';
export * from './cobuilding/budgets/views.ts';
export { budgetContext } from './cobuilding/budgets/context.ts';

// Assessment of units and places: weights, scores with evidence, the street's say, honours and star grades.
export {
  totalOf,
  type Assessed,
  type UnitHonourState,
  type ScorecardEvent,
  type ScorecardState,
  type Weighed,
} from './cobuilding/scorecards/scorecard.ts';
export { type ScorecardCommand } from './cobuilding/scorecards/commands.ts';
export { scorecardRefusals } from './cobuilding/scorecards/decide.ts';
export * from './cobuilding/scorecards/views.ts';
export { scorecardContext } from './cobuilding/scorecards/context.ts';

// Points of volunteers, what they are spent on, and honours that people have agreed to.
export * from './governance-model/point-rules.ts';
export { type Account, type AccountEvent } from './points/account.ts';
export { ledgerAccounts, type LedgerAccount, type Leg, type Lot } from './points/ledger.ts';
export { type Cap, type Earned } from './points/caps.ts';
export { type Item, type ItemEvent, type Reservation } from './points/item.ts';
export { type Honour, type HonourEvent } from './points/honour.ts';
export { type PointEvent, type PointState } from './points/points.ts';
export { hashOfCode, type PointCommand } from './points/commands.ts';
export { pointRefusals } from './points/refusals.ts';
export { accountOf, creditOf, itemOf, openHonoursOf, pointEntryOf } from './points/facts.ts';
export {
  pointEntries,
  pointEntryRow,
  pointLotRow,
  pointLots,
  pointSumRow,
  pointSums,
  type PointEntryRow,
  type PointLotRow,
  type PointSumRow,
} from './points/views.ts';
export {
  itemRow,
  items,
  reservationRow,
  reservations,
  type ItemRow,
  type ReservationRow,
} from './points/item-views.ts';
export {
  honourProposals,
  honourRow,
  honours,
  publicHonourRow,
  type HonourRow,
  type PublicHonourRow,
} from './points/honour-views.ts';
export { pointContext } from './points/context.ts';

// What one context's event asks of another.
export * from './processes/award.ts';
export * from './processes/escalation.ts';
export * from './processes/matched-needs.ts';
export * from './processes/decided-steps.ts';
export * from './processes/answerable-posts.ts';
export * from './processes/orphaned-cases.ts';
export * from './processes/people-of-grids.ts';
export * from './processes/rounds-of-grids.ts';
export * from './processes/shared-replies.ts';
export * from './processes/dependent-posts.ts';
export * from './processes/unit-check-ins.ts';
export * from './processes/ended-charges.ts';
export * from './processes/ended-declarations.ts';
export * from './processes/erased-people.ts';
export * from './processes/workers-of-units.ts';
export * from './processes/local-policy.ts';
export * from './processes/processes.ts';
export * from './contexts.ts';

// Where a place is: which grid holds it, whether grids part a district, and what their codes say.
export * from './grid/geometry/grid-shape.ts';
export * from './grid/geometry/grid-code.ts';
export * from './grid/geometry/coordinate-system.ts';
export * from './grid/geometry/grid-index.ts';
export * from './grid/geometry/locate.ts';
export * from './grid/geometry/stalls.ts';
export * from './grid/geometry/partition/problem.ts';
export * from './grid/geometry/partition/check-partition.ts';
