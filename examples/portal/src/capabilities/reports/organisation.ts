import {
  appointments,
  auditCoverage,
  fourInOne,
  pairsOn,
  rotaCalendar,
  rotaOf,
  units,
  type CompoundSide,
  type RotaEntry,
  type UnitRow,
} from '@keting/domain';
import { calendar } from '../../setup/calendar.ts';
import { valueWord } from '../words.ts';
import { allRows, labelOf, listed, namesOf, nearBy, today, type Asking, type Report, type ReportOf } from './report.ts';
import { cellTexts, columnTexts, reportTitles } from './reports.texts.ts';

const both = [units, appointments];

/** Names of so many gaps are told; of all, how many they are. */
const told = 8;

const unitsNear = (asking: Asking) => allRows(asking.desk, units, nearBy('territory', asking));
const postsNear = (asking: Asking) => allRows(asking.desk, appointments, nearBy('territory', asking));

async function pairs(asking: Asking): Promise<Report> {
  const { desk, language } = asking;
  const [rows, held] = await Promise.all([unitsNear(asking), postsNear(asking)]);
  const found = pairsOn(desk.model, rows, held, today(desk));
  const unit = await namesOf(
    asking,
    'unit',
    found.flatMap(({ party, council }) => [party, council]),
  );
  const person = await namesOf(
    asking,
    'person',
    found.flatMap(({ sharedHeads }) => sharedHeads),
  );
  return {
    columns: [columnTexts.party, columnTexts.council, columnTexts.heads].map((term) => term[language]),
    rows: found.map(({ party, council, sharedHeads }) => [
      unit(party),
      unit(council),
      listed(sharedHeads.map(person), language),
    ]),
  };
}

async function coverage(asking: Asking): Promise<Report> {
  const { desk, language } = asking;
  const figures = auditCoverage(desk.model, await unitsNear(asking));
  const unit = await namesOf(
    asking,
    'unit',
    figures.flatMap(({ gaps }) => gaps.slice(0, told)),
  );
  const gapsText = (gaps: readonly string[]): string => {
    const more = gaps.length > told ? cellTexts.more[language].replace('#', String(gaps.length)) : '';
    return `${listed(gaps.slice(0, told).map(unit), language)} ${more}`.trim();
  };
  const { target, all, covered, share, gaps } = columnTexts;
  return {
    columns: [target, all, covered, share, gaps].map((term) => term[language]),
    rows: figures.map((one) => [
      labelOf(desk.model.coverage?.targets, one.target, language),
      String(one.all),
      String(one.covered),
      one.share === undefined ? '—' : `${(100 * one.share).toFixed(1)}%`,
      gapsText(one.gaps),
    ]),
  };
}

/** The places in which one of the sides has a unit. */
const placesOf = ({ model }: Asking['desk'], rows: readonly UnitRow[]): readonly string[] => {
  const kinds = new Set((model.crossPosting?.sides ?? []).flatMap((side) => side.kinds));
  return [...new Set(rows.filter(({ kind, stands }) => stands && kinds.has(kind)).map(({ territory }) => territory))];
};

async function crossPosted(asking: Asking): Promise<Report> {
  const { desk, language } = asking;
  const { model } = desk;
  const [rows, held] = await Promise.all([unitsNear(asking), postsNear(asking)]);
  const on = today(desk);
  const found = placesOf(desk, rows).map((compound) => ({
    compound,
    ...fourInOne(model, rows, held, { compound, on }),
  }));
  const unit = await namesOf(
    asking,
    'unit',
    found.flatMap(({ sides }) => sides.flatMap((side) => side.units)),
  );
  const person = await namesOf(
    asking,
    'person',
    found.flatMap((one) => one.crossPosted.map((each) => each.person)),
  );
  const sideText = (side: CompoundSide): string => listed(side.units.map(unit), language);
  return {
    columns: [
      columnTexts.place[language],
      ...(model.crossPosting?.sides ?? []).map(({ label }) => label[language]),
      columnTexts.crossPosted[language],
    ],
    rows: found.map((one) => [
      one.compound,
      ...one.sides.map(sideText),
      listed(
        one.crossPosted.map((each) => person(each.person)),
        language,
      ),
    ]),
  };
}

const noteOf = ({ movedFrom, provisional }: RotaEntry, { language }: Asking): string =>
  listed(
    [
      movedFrom === undefined ? '' : `${cellTexts.moved[language]} ${movedFrom}`,
      provisional ? cellTexts.provisional[language] : '',
    ],
    language,
  );

const clockOf = (at: number, offset: number): string => new Date(at + offset * 60_000).toISOString().slice(11, 16);

/** The own unit where it has a calendar, else the nearest that has one over the own place. */
async function rotaUnit({ desk, standings }: Asking): Promise<UnitRow | undefined> {
  const [own] = standings;
  const kinds = new Set((desk.model.rota ?? []).flatMap((rule) => rule.kinds));
  const rows = await allRows(desk, units, { kind: { in: [...kinds] }, stands: true });
  const over = rows.filter(({ id, territory }) => id === own?.unit || own?.territories[0]?.startsWith(territory));
  const byNearness = [...over].sort((one, other) => other.territory.length - one.territory.length);
  return over.find(({ id }) => id === own?.unit) ?? byNearness[0];
}

async function rota(asking: Asking): Promise<Report> {
  const { desk, language } = asking;
  const { model } = desk;
  const row = await rotaUnit(asking);
  const holders = row === undefined ? [] : await allRows(desk, appointments, { unit: row.id });
  const unit = { id: row?.id ?? '', kind: row?.kind ?? '', holders };
  const entries = rotaOf(model, { unit, year: Number(today(desk).slice(0, 4)), calendar });
  const person = await namesOf(
    asking,
    'person',
    entries.flatMap((entry) => entry.person ?? []),
  );
  const { utcOffsetMinutes } = model.workingTime;
  const { date, time, what, turn, note } = columnTexts;
  const name = row?.name ?? '';
  const text = rotaCalendar(model, entries, { name, language, at: desk.now(), nameOf: person });
  return {
    columns: [columnTexts.unit, date, time, what, turn, note].map((term) => term[language]),
    rows: entries.map((entry) => [
      name,
      entry.date,
      `${clockOf(entry.from, utcOffsetMinutes)}–${clockOf(entry.to, utcOffsetMinutes)}`,
      labelOf(model.rota, entry.rule, language),
      listed([entry.person === undefined ? '' : person(entry.person)], language),
      noteOf(entry, asking),
    ]),
    ...(entries.length === 0 ? {} : { file: { name: 'rota.ics', type: 'text/calendar', text } }),
  };
}

/** Of the model alone: who answers in a case stands in its own page. */
function duties({ desk, language }: Asking): Promise<Report> {
  const { model } = desk;
  const allPosts = [...model.posts, ...model.grids.posts];
  const orAll = (items: readonly string[]): string =>
    items.length === 0 ? cellTexts.every[language] : listed(items, language);
  const { duty, stages, classes, posts } = columnTexts;
  return Promise.resolve({
    columns: [duty, stages, classes, posts].map((term) => term[language]),
    rows: (model.duties ?? []).map((rule) => [
      rule.label[language],
      orAll(rule.stages.map((stage) => valueWord('cases', 'stage', stage, language))),
      orAll(rule.classes.map((id) => labelOf(model.cases.classes, id, language))),
      listed(
        rule.posts.map((id) => labelOf(allPosts, id, language)),
        language,
      ),
    ]),
  });
}

export const organisationReports: Readonly<Record<string, ReportOf>> = {
  'ORG-03': { title: reportTitles.pairs, views: both, make: pairs },
  'ORG-05': { title: reportTitles.fourInOne, views: both, make: crossPosted },
  'ORG-06': { title: reportTitles.coverage, views: [units], make: coverage },
  'ORG-08': { title: reportTitles.rota, views: [appointments], make: rota },
  'ORG-09': { title: reportTitles.duties, views: [], make: duties },
};
