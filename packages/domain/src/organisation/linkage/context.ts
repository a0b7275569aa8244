import type { Context } from '../../kernel/decider.ts';
import { inOffice } from '../../kernel/personal.ts';
import { linkageCommandSpecs, problemCommandSpecs, type LinkageCommand, type ProblemCommand } from './commands.ts';
import { decideLinkage, decideProblem, linkageFacts } from './decide.ts';
import { evolveLinkage, linkageEventSchemas, type LinkageEvent, type LinkageState } from './linkage.ts';
import { evolveProblem, problemEventSchemas, type ProblemEvent, type ProblemState } from './problem.ts';
import { charges, linkedProblems, patronReports, patrons } from './views.ts';

/** Who takes charge of each compound on each of its sides (包联、四联), and their monthly reports. */
export const linkageContext: Context<LinkageState, LinkageCommand, LinkageEvent> = {
  name: 'linkage',
  streams: ['linkage'],
  lasting: ['linkage'],
  commands: linkageCommandSpecs,
  events: {
    ChargeTaken: { v: 1, schema: linkageEventSchemas.ChargeTaken },
    ChargeLeft: { v: 1, schema: linkageEventSchemas.ChargeLeft },
    MonthReported: { v: 1, schema: linkageEventSchemas.MonthReported, personal: { text: inOffice } },
  },
  decide: decideLinkage,
  evolve: evolveLinkage,
  views: [patrons, charges, patronReports],
  facts: linkageFacts,
  sees: 'see:linkage',
  about: ({ compound }) => ({ territory: compound }),
};

/** The problems of compounds, on one list each (一单). */
export const linkedProblemContext: Context<ProblemState, ProblemCommand, ProblemEvent> = {
  name: 'linked-problem',
  streams: ['linked-problem'],
  commands: problemCommandSpecs,
  events: {
    ProblemRaised: { v: 1, schema: problemEventSchemas.ProblemRaised, personal: { text: inOffice } },
    ProblemTaken: { v: 1, schema: problemEventSchemas.ProblemTaken },
    ProblemFinished: { v: 1, schema: problemEventSchemas.ProblemFinished, personal: { result: inOffice } },
  },
  decide: decideProblem,
  evolve: evolveProblem,
  views: [linkedProblems],
  facts: {},
  sees: 'see:linked-problems',
  about: ({ compound, unit }) => ({ territory: compound, handler: unit }),
};
