import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  caseContext,
  cases,
  digest,
  gridContext,
  missedRounds,
  occasionContext,
  occasions,
  organisationContext,
  patrolContext,
  patrols,
  person,
  personId,
  roundsOfGrids,
  weekOf,
  type GovernanceModel,
} from '@keting/domain';
import * as fc from 'fast-check';
import { openDesk, type OpenDesk } from '../../support/open-desk.ts';
import { runs } from '../../support/runs.ts';
import { community, draw, eastHomes, fish, westHomes } from '../grid/small-community.ts';
import { patrolModel } from '../grid/patrol/patrol-model.ts';

const base = patrolModel();
const label = { 'zh-Hans': 'fire', 'zh-Hant': 'fire', en: 'fire' };
const model: GovernanceModel = {
  ...base,
  grids: {
    ...base.grids,
    occasions: [{ id: 'fire', label, form: 'presence', withinHours: 20, source: 'ours' }],
  },
};
const contexts = [organisationContext, gridContext, patrolContext, occasionContext, caseContext];
const days = ['2026-03-02', '2026-03-05', '2026-03-08', '2026-03-09', '2026-03-10'] as const;

const grid = fc.constantFrom(westHomes.code, eastHomes.code, fish.code);
const id = fc.constantFrom('a', 'b', 'c', 'd');
const asked = fc.oneof(
  fc.record({ id, grid }).map(({ id: patrol, grid: at }) => ({ type: 'StartPatrol', data: { patrol, grid: at } })),
  fc.record({ patrol: id }).map((data) => ({ type: 'FinishPatrol', data })),
  fc.record({ patrol: id }).map((data) => ({ type: 'DoOnTheSpot', data: { ...data, kind: 'litter' } })),
  fc.record({ patrol: id }).map((data) => ({ type: 'NoteVisit', data: { ...data, note: 'heard' } })),
  fc.record({ occasion: id, grid }).map((data) => ({ type: 'CallOccasion', data: { ...data, kind: 'fire' } })),
  fc.record({ occasion: id }).map((data) => ({ type: 'MeetOccasion', data })),
  fc.record({ id, grid }).map(({ id: of, grid: at }) => ({
    type: 'ReportCase',
    data: {
      case: of,
      class: 'dispute',
      place: { grid: at },
      text: 'two neighbours cannot agree on a hedge',
      photos: [],
      channel: 'resident',
      mode: 'masked',
    },
  })),
  fc.record({ case: id }).map((data) => ({ type: 'AcceptCase', data })),
  fc.record({ case: id }).map((data) => ({ type: 'DeclineCase', data: { ...data, reason: 'not ours to do' } })),
);
const onDays = fc.array(fc.array(asked, { maxLength: 5 }), { minLength: days.length, maxLength: days.length });

/** A week as one would count it by hand, row by row. */
async function recount(desk: OpenDesk) {
  const all = { limit: 1000 };
  const { from, to } = weekOf('2026-03-02');
  const ofWeek = <Row extends { readonly day: string }>(rows: readonly Row[]) =>
    rows.filter(({ day }) => from <= day && day <= to);
  const walked = ofWeek((await desk.view(patrols, all)).rows);
  const called = ofWeek((await desk.view(occasions, all)).rows);
  const missed = ofWeek((await desk.view(missedRounds, all)).rows);
  const reported = (await desk.view(cases, all)).rows.filter(({ reportedAt }) => {
    const day = new Date(reportedAt + 8 * 3_600_000).toISOString().slice(0, 10);
    return from <= day && day <= to;
  });
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  return {
    reported: reported.length,
    open: reported.filter(({ stage }) => stage !== 'declined').length,
    patrols: walked.filter(({ stage }) => stage === 'finished').length,
    lapsed: walked.filter(({ stage }) => stage === 'lapsed').length,
    done: sum(walked.map(({ done }) => done)),
    visits: sum(walked.map(({ visits }) => visits)),
    missed: sum(missed.map((row) => row.missed)),
    gridsMissed: [...new Set(missed.map((row) => row.grid))].sort(),
    called: called.length,
    met: called.filter(({ stage }) => stage === 'met').length,
    // One that was met late was missed before.
    missedOccasions: called.filter(({ stage, late }) => stage === 'missed' || late).length,
  };
}

test('[GRID-07] the digest of a week is one query, and its figures are equal to a recount', async () => {
  await fc.assert(
    fc.asyncProperty(onDays, async (plan) => {
      const desk = openDesk(contexts, { base: model, processes: [roundsOfGrids] });
      const wang = desk.as(person(personId.parse('wang')));
      await desk.all(draw());
      for (const [i, commands] of plan.entries()) {
        desk.today(days[i] ?? days[0]);
        await desk.settled();
        for (const command of commands) await wang.send(command);
      }
      await desk.settled();
      const scope = { territories: [community, westHomes.code], period: weekOf('2026-03-02') };
      const told = await digest((view, query) => desk.sum(view, query), model, scope);
      const { cases: ofCases, patrols: ofPatrols, occasions: ofOccasions } = told;
      assert.deepEqual(
        {
          reported: ofCases.total.reported,
          open: ofCases.total.open,
          patrols: ofPatrols.patrols,
          lapsed: ofPatrols.lapsed,
          done: ofPatrols.done,
          visits: ofPatrols.visits,
          missed: ofPatrols.missed,
          gridsMissed: ofPatrols.gridsMissed,
          called: ofOccasions.total.called,
          met: ofOccasions.total.met,
          missedOccasions: ofOccasions.total.missed,
        },
        await recount(desk),
      );
      assert.equal(ofPatrols.due, 4 * 7, 'four micro-grids, seven days');
    }),
    { numRuns: runs() },
  );
});
