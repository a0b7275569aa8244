import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cases, type CaseStage, type GovernanceModel, type Message } from '@keting/domain';
import * as fc from 'fast-check';
import { arbitraryModelWithWay } from '../../support/arbitrary-model.ts';
import { straightWay, type WayStep } from '../../support/made-up/cases.ts';
import { isNamed, ownerOf, type Matter } from '../../support/made-up/may.ts';
import { foundPlace, type MadeUpPlace, type Someone } from '../../support/made-up/place.ts';
import { modeUnder, reportUnder } from '../../support/made-up/report.ts';
import { runs } from '../../support/runs.ts';

/** A case on its way: who asks for it under which model, and what is known of it so far. */
interface Walk {
  readonly model: GovernanceModel;
  readonly place: MadeUpPlace;
  readonly matter: Matter;
}

/** The unit whose turn a stage is, as the model says it: in this place every kind has one unit, and all lie over the grid. */
function turnIn(model: GovernanceModel, place: MadeUpPlace, stage: CaseStage, handler?: string): string | undefined {
  const turn = model.cases.stages.find(({ id }) => id === stage)?.turn;
  if (turn === 'handler') return handler;
  return typeof turn === 'object' ? place.units.find(({ kind }) => kind === turn.kinds[0])?.id : undefined;
}

/** What the desk should say to someone: that there is no such case, that they may not, or nothing. */
function expected({ model, matter }: Walk, who: Someone, action: string): string | undefined {
  if (action !== 'ReportCase' && !isNamed(model, who, 'see:cases', matter)) return 'not-found';
  return isNamed(model, who, action, matter) ? undefined : 'not-permitted';
}

/** Everyone asks whether they may, and hears what the model says of them; then the first who may does it. */
async function taken(walk: Walk, askers: readonly Someone[], message: Message): Promise<Someone> {
  const { desk, stranger } = walk.place;
  for (const who of [...askers, stranger]) {
    const verdict = await desk.as(who.actor).can(message);
    const code = verdict.allowed === false ? verdict.refusal.code : undefined;
    assert.equal(code, expected(walk, who, message.type), `${message.type} by ${JSON.stringify(who)}`);
  }
  const named = isNamed(walk.model, stranger, message.type, walk.matter);
  assert.ok(message.type === 'ReportCase' || !named, `${message.type} is for anybody: nobody is left to refuse`);
  const worker = askers.find((who) => expected(walk, who, message.type) === undefined);
  assert.ok(worker, `nobody may ${message.type}`);
  const receipt = await desk.as(worker.actor).send(message);
  assert.ok(receipt.ok, JSON.stringify(receipt));
  return worker;
}

/** Nobody is known by name where reports are anonymous alone: then it is who shows the receipt. */
const reportersOf = (model: GovernanceModel, { everyone }: MadeUpPlace): readonly Someone[] =>
  everyone.filter(({ actor }) => (actor.kind === 'person') === (modeUnder(model) !== 'anonymous'));

/** By its coordinates where the model reads those that we have, else by the code of its grid. */
const placeOf = (model: GovernanceModel, { grid, position }: MadeUpPlace) =>
  model.cases.report.coordinates.includes('WGS-84') ? { position, system: 'WGS-84' } : { grid };

/** A unit that cases may be given to: somebody in it may handle by a post there, and if work is to be started, start it. */
function handlerFor(model: GovernanceModel, place: MadeUpPlace): string {
  const steps = straightWay(model.cases).filter(({ step }) => step === 'StartCase' || step === 'HandleCase');
  const found = place.units.find(({ id }) => {
    const there = ({ actor, standings }: Someone) => ({
      actor,
      standings: standings.filter(({ unit }) => unit === id),
    });
    return steps.every(({ step, stage }) => {
      const matter = { territory: place.grid, unit: turnIn(model, place, stage, id), handler: id };
      const may = (who: Someone) => expected({ model, place, matter }, who, step) === undefined;
      return place.everyone.some(
        (who) => may(who) && (step === 'StartCase' || isNamed(model, there(who), step, matter)),
      );
    });
  });
  assert.ok(found, 'no unit can handle');
  return found.id;
}

const texts: Partial<Record<WayStep, Readonly<Record<string, unknown>>>> = {
  DispatchCase: { reason: 'because' },
  HandleCase: { result: 'done' },
  ReplyCase: { reply: 'it is done' },
};

const dataOf = (model: GovernanceModel, step: WayStep, handler: string) => ({
  case: 'c1',
  ...texts[step],
  ...(step === 'DispatchCase' ? { handler } : {}),
  ...(step === 'RateCase' ? { rating: model.cases.ratings[0]?.id } : {}),
});

/** Reports a case and takes it to its rating; answers what is known of it then. */
async function walked(model: GovernanceModel): Promise<Walk> {
  const place = await foundPlace(model);
  const territory = place.grid;
  const report = reportUnder(model, 'c1', placeOf(model, place));
  const reporter = await taken({ model, place, matter: { territory } }, reportersOf(model, place), report);
  const owner = ownerOf(reporter);
  const handler = handlerFor(model, place);
  let given: string | undefined;
  for (const { step, stage } of straightWay(model.cases)) {
    const matter = { territory, unit: turnIn(model, place, stage, given), handler: given, owner };
    await taken({ model, place, matter }, place.everyone, { type: step, data: dataOf(model, step, handler) });
    if (step === 'DispatchCase') given = handler;
  }
  return { model, place, matter: { territory, unit: turnIn(model, place, 'replied', given), handler: given, owner } };
}

test('[CASE-04] whatever the model, a report comes to its reply and its rating by those whom the model names, and by nobody else', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryModelWithWay, async (model) => {
      const { place, matter } = await walked(model);
      const rated = ['replied', model.cases.ratings[0]?.id];
      for (const who of [...place.everyone, place.stranger]) {
        const { rows } = await place.desk.as(who.actor).view(cases);
        const shown = isNamed(model, who, 'see:cases', matter) ? [rated] : [];
        assert.deepEqual(
          rows.map(({ stage, rating }) => [stage, rating]),
          shown,
        );
      }
    }),
    { numRuns: runs() },
  );
});
