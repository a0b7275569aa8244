import {
  caseContext,
  gridContext,
  meetingContext,
  organisationContext,
  peopleContext,
  type Context,
} from '@keting/domain';

/** All that the district's desk is made of. */
export const contexts: readonly Context[] = [
  organisationContext,
  peopleContext,
  gridContext,
  caseContext,
  meetingContext,
];
