import { generalReports } from './reports/all.ts';
import { caseReports } from './reports/case.ts';
import { gridReports } from './reports/grid.ts';
import { linkageReports } from './reports/linkage.ts';
import { organisationReports } from './reports/organisation.ts';
import { trainingReports } from './reports/training.ts';
import type { ReportOf } from './reports/report.ts';

/** What is reckoned for a capability beside its views, by its code. */
export const reports: Readonly<Record<string, ReportOf>> = {
  ...organisationReports,
  ...linkageReports,
  ...trainingReports,
  ...gridReports,
  ...caseReports,
  ...generalReports,
};
