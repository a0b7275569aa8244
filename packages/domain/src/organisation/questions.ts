import * as z from 'zod/mini';
import type { GovernanceModel } from '../governance-model/model.ts';
import {
  caseOf,
  membersOf,
  unitOf,
  unitsOver,
  unitsWithin,
  type CaseFact,
  type Facts,
  type UnitFact,
} from '../kernel/facts.ts';
import { caseId, unitId, type TerritoryCode } from '../kernel/ids.ts';
import { question } from '../kernel/questions.ts';
import { civilDateOf, type CivilDate } from '../kernel/time.ts';
import { answerableFor, type Answerable } from './duties.ts';
import { nearestOver } from './four-in-one.ts';

/** Who answers for a case by one line of the duty list: a post in a unit or in a grid, and who holds it. */
export const answerableRow = z.object({
  /** Id of the line of the list. */
  duty: z.string(),
  post: z.string(),
  /** The unit or the grid that the post is in, one of them. */
  unit: z.optional(z.string()),
  grid: z.optional(z.string()),
  /** Code of that grid, or of the unit's first territory; none of a unit that stands no more. */
  territory: z.optional(z.string()),
  /** Nobody where the post stands empty. */
  persons: z.array(z.string()),
});
export type AnswerableRow = z.infer<typeof answerableRow>;

const dutyCase = ({ cohort, stage, handler }: CaseFact) => ({ class: cohort.class, grid: cohort.grid, stage, handler });

function rowOf({ where, duty, post, persons }: Answerable, { duties = [] }: GovernanceModel, facts: Facts) {
  const told = { duty, post, persons: [...persons] };
  if (duties.find(({ id }) => id === duty)?.at === 'grid') return { ...told, grid: where, territory: where };
  const [territory] = facts(unitOf(unitId.parse(where)))?.territories ?? [];
  return { ...told, unit: where, ...(territory === undefined ? {} : { territory }) };
}

/**
 * Who answers today for a case in the stage it is in, line by line of the duty list (权责清单) that it runs under: the first is the
 * first responsible, the rest answer above them, tier by tier. Empty where the model has no such list.
 */
export const answerableForCase = question({
  name: 'answerable-for-case',
  data: z.strictObject({ case: caseId }),
  row: answerableRow,
  sees: ['see:appointments', 'see:grid-staff'],
  seenBy: ({ grid }) => (grid === undefined ? 'see:appointments' : 'see:grid-staff'),
  about: { territory: 'territory', unit: 'unit' },
  stream: (asked) => `case/${asked.case}`,
  rows(asked, facts: Facts, { at, model }): readonly AnswerableRow[] {
    const found = facts(caseOf(asked.case));
    if (found === undefined) return [];
    const on = civilDateOf(at, model.workingTime);
    return answerableFor(model, dutyCase(found), on, facts).map((one) => rowOf(one, model, facts));
  },
});

/** As much as a community, at the most: what is asked of a district would be all its units. */
const compound = z.string().check(z.regex(/^[0-9A-Z]{12,20}$/));

/** A unit on one side of a compound, or who holds a post in it. */
export const compoundSideRow = z.object({
  side: z.string(),
  unit: z.string(),
  /** The unit's first territory. */
  territory: z.string(),
  post: z.optional(z.string()),
  person: z.optional(z.string()),
});
export type CompoundSideRow = z.infer<typeof compoundSideRow>;

function unitRows(
  side: string,
  { id, territories }: UnitFact,
  on: CivilDate,
  facts: Facts,
): readonly CompoundSideRow[] {
  const unit = { side, unit: id, territory: territories[0] ?? '' };
  return [unit, ...facts(membersOf(id, on)).map(({ person, post }) => ({ ...unit, post, person }))];
}

/** The units of some kinds in a compound, else the nearest over it. */
function unitsOf(kinds: readonly string[], compound: TerritoryCode, facts: Facts): readonly UnitFact[] {
  const inside = kinds.flatMap((kind) => facts(unitsWithin(kind, compound)));
  if (inside.length > 0) return inside;
  return nearestOver(
    kinds.flatMap((kind) => facts(unitsOver(kind, compound))),
    compound,
  );
}

/**
 * The four in one (四位一体) of a compound today, as `fourInOne` tells it: side by side the units that answer for it, and after each
 * those who hold its posts. A person on more than one side serves across. Empty where the model has no sides.
 */
export const compoundSides = question({
  name: 'four-in-one',
  data: z.strictObject({ compound }),
  row: compoundSideRow,
  sees: ['see:units', 'see:appointments'],
  seenBy: ({ person }) => (person === undefined ? 'see:units' : 'see:appointments'),
  about: { territory: 'territory', unit: 'unit', owner: 'person' },
  rows(asked, facts: Facts, { at, model }) {
    const on = civilDateOf(at, model.workingTime);
    return (model.crossPosting?.sides ?? []).flatMap(({ id, kinds }) =>
      unitsOf(kinds, asked.compound, facts).flatMap((unit) => unitRows(id, unit, on, facts)),
    );
  },
});

export const organisationQuestions = [answerableForCase, compoundSides] as const;
