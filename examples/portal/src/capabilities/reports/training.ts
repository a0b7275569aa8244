import { appointments, rotationsDue, trainings, units, untrainedFor } from '@keting/domain';
import { allRows, labelOf, namesOf, nearBy, today, type Asking, type Report, type ReportOf } from './report.ts';
import { cellTexts, columnTexts, reportTitles } from './reports.texts.ts';

/** Somebody who is due for something by the post that they hold, and since which day; undefined where they never had it. */
interface Due {
  readonly person: string;
  readonly unit: string;
  readonly post: string;
  readonly what: string;
  readonly since: string | undefined;
}

async function dueNear(asking: Asking): Promise<readonly Due[]> {
  const { desk, language } = asking;
  const { model } = desk;
  const [rows, held, trained] = await Promise.all([
    allRows(desk, units, nearBy('territory', asking)),
    allRows(desk, appointments, nearBy('territory', asking)),
    allRows(desk, trainings),
  ]);
  const here = { held, kinds: new Map(rows.map(({ id, kind }) => [id, kind])), on: today(desk) };
  return [
    ...untrainedFor(model, here, trained).map(({ course, due: since, ...who }) => ({
      ...who,
      what: labelOf(model.training?.courses, course, language),
      since,
    })),
    ...rotationsDue(model, here).map(({ due: since, ...who }) => ({
      ...who,
      what: cellTexts.rotation[language],
      since,
    })),
  ];
}

/** Who holds a post without the training that it asks for, and who has held one for as long as it may be held. */
async function dueForTraining(asking: Asking): Promise<Report> {
  const { desk, language } = asking;
  const found = await dueNear(asking);
  const person = await namesOf(
    asking,
    'person',
    found.map((one) => one.person),
  );
  const unit = await namesOf(
    asking,
    'unit',
    found.map((one) => one.unit),
  );
  const { person: who, unit: where, post, dueFor, since } = columnTexts;
  return {
    columns: [who, where, post, dueFor, since].map((term) => term[language]),
    rows: found.map((one) => [
      person(one.person),
      unit(one.unit),
      labelOf(desk.model.posts, one.post, language),
      one.what,
      one.since ?? cellTexts.never[language],
    ]),
  };
}

export const trainingReports: Readonly<Record<string, ReportOf>> = {
  'ORG-14': { title: reportTitles.dueForTraining, views: [appointments, trainings], make: dueForTraining },
};
