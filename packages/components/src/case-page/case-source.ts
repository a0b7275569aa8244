import {
  cases,
  timeline,
  topics,
  units,
  unitTerritories,
  type CaseRow,
  type Page,
  type Query,
  type TimelineRow,
} from '@keting/domain';
import type { Desk, Offer } from '@keting/runtime';
import { DeskNames, rowsIfAny } from '../deliberation-board/desk-names.ts';
import type { HandlerChoice } from './actions.ts';
import { pageCase, pageEntry, type PageCase, type PageEntry } from './page-case.ts';

/** A case as a desk tells of it. Without one it is not there, or not for this actor. */
export interface ReadCase {
  readonly case: PageCase | undefined;
  readonly timeline: readonly PageEntry[];
  readonly offers: readonly Offer[];
  readonly handlers: readonly HandlerChoice[];
}

const most = 1000;

async function wholeTimeline(desk: Desk, id: string): Promise<Page<TimelineRow>> {
  const rows: TimelineRow[] = [];
  let contents: Page<TimelineRow>['contents'] = {};
  let cursor: string | undefined;
  do {
    const query: Query = { where: { case: id }, order: [{ by: 'version' }], limit: most };
    const page: Page<TimelineRow> = await desk.view(timeline, cursor === undefined ? query : { ...query, cursor });
    rows.push(...page.rows);
    contents = { ...contents, ...page.contents };
    cursor = page.next;
  } while (cursor !== undefined);
  return { rows, contents };
}

/** Units that the model's rules can give a case of this place to: those named, and those of a kind over the place. */
async function handlersFor(desk: Desk, grid: string): Promise<readonly HandlerChoice[]> {
  const rules = desk.model.cases.dispatch;
  const named = rules.flatMap(({ unit }) => (unit === undefined ? [] : [unit]));
  const kinds = new Set(rules.flatMap(({ unit, to }) => (unit === undefined ? [to] : [])));
  // A territory holds every code that begins with it.
  const territories = Array.from(grid, (_, at) => grid.slice(0, at + 1));
  const over = await rowsIfAny(desk, unitTerritories, {
    where: { kind: { in: [...kinds] }, territory: { in: territories } },
    limit: most,
  });
  const ids = [...new Set([...named, ...over.rows.map(({ unit }) => unit)])];
  if (ids.length === 0) return [];
  const { rows } = await rowsIfAny(desk, units, { where: { id: { in: ids }, stands: true }, limit: most });
  return rows.map(({ id, name }) => ({ id, name }));
}

/** The meeting that a case is before, if the actor may see that. */
async function meetingOf(desk: Desk, { stage, meeting }: CaseRow): Promise<string | undefined> {
  if (stage !== 'escalated' || meeting === undefined) return undefined;
  const { rows } = await rowsIfAny(desk, topics, { where: { id: meeting }, limit: 1 });
  return rows[0]?.id;
}

/** The person who did it, where it was somebody who is named. */
const actorOf = ({ by, actor }: PageEntry): readonly string[] =>
  by === 'person' && actor !== undefined ? [actor] : [];

/** Reads a case, its timeline, what may be done with it, and who could handle it. */
export async function readCase(desk: Desk, id: string): Promise<ReadCase> {
  const [found, happened, [offers = []]] = await Promise.all([
    desk.view(cases, { where: { id }, limit: 1 }),
    wholeTimeline(desk, id),
    desk.offers([`case/${id}`]),
  ]);
  const [row] = found.rows;
  if (row === undefined) return { case: undefined, timeline: [], offers: [], handlers: [] };
  const entries = happened.rows.map((entry) => pageEntry(entry, happened.contents));
  const dispatches = offers.some(
    ({ type, allowed }) => allowed && (type === 'DispatchCase' || type === 'ReassignCase'),
  );
  const names = new DeskNames(desk);
  const reporter = [row.named, row.reporter].filter((one) => one !== undefined);
  const [handlers, meeting] = await Promise.all([
    dispatches ? handlersFor(desk, row.grid) : [],
    meetingOf(desk, row),
    names.learnGrids([row.grid]),
    names.learnUnits([row.handler, ...entries.map(({ handler }) => handler)].filter((one) => one !== undefined)),
    names.learnPeople([...reporter, ...entries.flatMap(actorOf)]),
  ]);
  const nameOf = (id: string | undefined) => (id === undefined ? undefined : names.of(id));
  return {
    case: {
      ...pageCase(row, found.contents),
      meeting,
      handlerName: nameOf(row.handler),
      gridName: nameOf(row.grid),
      reporterErased: reporter.some((one) => names.isErased(one)),
    },
    timeline: entries.map((entry) => ({
      ...entry,
      handlerName: nameOf(entry.handler),
      actorName: nameOf(entry.actor),
      actorErased: entry.actor !== undefined && names.isErased(entry.actor),
    })),
    offers,
    handlers,
  };
}
