import { caseFlow, caseCommands, type Allowance, type GovernanceModel } from '@keting/domain';
import { sampleModel } from '@keting/domain/testing';
import * as fc from 'fast-check';

type Cases = GovernanceModel['cases'];

const allowance: fc.Arbitrary<Allowance> = fc.oneof(
  fc.record({ hours: fc.integer({ min: 1, max: 72 }) }, { noNullPrototype: true }),
  fc.record({ workingHours: fc.integer({ min: 1, max: 40 }) }, { noNullPrototype: true }),
  fc.record({ workingDays: fc.integer({ min: 1, max: 30 }) }, { noNullPrototype: true }),
);

const base = sampleModel();
const label = base.name;

/** A way of handling: any part of what makes sense at all. */
const transitions: fc.Arbitrary<Cases['transitions']> = fc
  .tuple(...caseCommands.map((command) => fc.option(fc.subarray([...caseFlow[command]]), { nil: undefined })))
  .map((granted) =>
    Object.fromEntries(
      caseCommands.flatMap((command, i) => {
        const from = granted[i];
        return from === undefined ? [] : [[command, from]];
      }),
    ),
  );

const grades: fc.Arbitrary<Cases['grades']> = fc
  .array(
    fc.dictionary(fc.constantFrom('collected', 'accepted', 'dispatched', 'verifying'), allowance, {
      noNullPrototype: true,
    }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((all) => all.map((allow, i) => ({ id: `grade-${i}`, label, allow, source: 'ours' })));

/** Classes in a line or side by side, each of some grade; a class stands under one before it or under none. */
const classesOf = (of: Cases['grades']): fc.Arbitrary<Cases['classes']> =>
  fc
    .array(fc.record({ grade: fc.constantFrom(...of.map(({ id }) => id)), parent: fc.option(fc.nat(5)) }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((all) =>
      all.map(({ grade, parent }, i) => ({
        id: `class-${i}`,
        label,
        grade,
        fields: [],
        source: 'ours',
        ...(parent === null || i === 0 ? {} : { parent: `class-${parent % i}` }),
      })),
    );

/** A governance model of a place that handles cases in its own way. */
export const arbitraryModel: fc.Arbitrary<GovernanceModel> = fc
  .tuple(transitions, grades, fc.double({ min: 0.1, max: 0.95, noNaN: true }), fc.integer({ min: 0, max: 3 }))
  .chain(([granted, graded, warnAt, times]) =>
    classesOf(graded).map((classes) => ({
      ...base,
      cases: {
        ...base.cases,
        transitions: granted,
        grades: graded,
        classes,
        dispatch: base.cases.dispatch.filter((rule) => rule.classes.length === 0),
        warnAt,
        extension: { ...base.cases.extension, times },
      },
    })),
  );
