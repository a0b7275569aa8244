import { bulletinContext } from './bulletin/context.ts';
import { campaignContext } from './campaign/context.ts';
import { caseContext } from './case/context.ts';
import { helpContext } from './help/context.ts';
import { budgetContext } from './cobuilding/budgets/context.ts';
import { commitmentContext } from './cobuilding/commitments/context.ts';
import { needContext } from './cobuilding/needs/context.ts';
import { projectContext } from './cobuilding/projects/context.ts';
import { resourceContext } from './cobuilding/resources/context.ts';
import { scorecardContext } from './cobuilding/scorecards/context.ts';
import { ballotContext } from './deliberation/ballot-context.ts';
import { meetingContext } from './deliberation/context.ts';
import { resolutionContext } from './deliberation/resolution-context.ts';
import { sittingContext } from './deliberation/sitting-context.ts';
import { topicContext } from './deliberation/topic-context.ts';
import { gridContext } from './grid/context.ts';
import { holdingContext } from './grid/holding/context.ts';
import { occasionContext } from './grid/occasion/context.ts';
import { patrolContext } from './grid/patrol/context.ts';
import { servicePointContext } from './grid/service-point/context.ts';
import type { Context } from './kernel/decider.ts';
import { organisationContext } from './organisation/context.ts';
import { declarationContext } from './organisation/declaration/context.ts';
import { linkageContext, linkedProblemContext } from './organisation/linkage/context.ts';
import { courseContext } from './organisation/training/context.ts';
import { policyContext } from './organisation/policy/context.ts';
import { admissionContext } from './organisation/admission/context.ts';
import { establishmentContext } from './organisation/establishment/context.ts';
import { peopleContext } from './people/context.ts';
import { pointContext } from './points/context.ts';
import { whistleContext } from './whistle/context.ts';
import { activityContext } from './volunteering/activity/context.ts';
import { checkInContext } from './volunteering/check-in/context.ts';
import { claimedPostContext } from './volunteering/claimed-post/context.ts';
import { floatingContext } from './volunteering/floating/context.ts';
import { serviceReportContext } from './volunteering/service-report/context.ts';
import { teamContext } from './volunteering/team/context.ts';
import { wishContext } from './volunteering/wish/context.ts';

/** Every context that Keting has, for a desk that does everything; a host may leave some out, or add its own. */
export const contexts: readonly Context[] = [
  organisationContext,
  declarationContext,
  policyContext,
  courseContext,
  linkageContext,
  linkedProblemContext,
  admissionContext,
  establishmentContext,
  peopleContext,
  gridContext,
  patrolContext,
  occasionContext,
  holdingContext,
  servicePointContext,
  caseContext,
  whistleContext,
  campaignContext,
  bulletinContext,
  helpContext,
  meetingContext,
  topicContext,
  ballotContext,
  sittingContext,
  resolutionContext,
  checkInContext,
  teamContext,
  activityContext,
  claimedPostContext,
  wishContext,
  serviceReportContext,
  floatingContext,
  commitmentContext,
  needContext,
  projectContext,
  resourceContext,
  budgetContext,
  scorecardContext,
  pointContext,
];
