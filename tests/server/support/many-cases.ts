import type { Database } from '@keting/server';

/** How cases made up in bulk lie: over so many units and grids, in turn. */
export const bulk = { units: 400, grids: 3_000 } as const;

export const unitNo = (n: number): string => `room-${n}`;

/**
 * Fills the view of cases with made-up ones, by SQL alone: case `n` stands with unit `n mod 400` in grid `n mod 3000`, nine in
 * ten are closed, the rest wait, each due at another time.
 */
export async function makeUpCases(database: Database, district: string, from: number, to: number): Promise<void> {
  await database.query({
    text: `
      insert into keting.view_cases ("$district", "$key", "$row", id, number, class, grade, stage, grid, day, turn, mode,
        "reportedAt", "changedAt", due, light, handler)
      select $1, c.id, json_build_object('id', c.id, 'number', c.number, 'class', 'street-lamp', 'grade', 'ordinary',
          'stage', c.stage, 'grid', c.grid, 'day', '2018-03-01', 'turn', c.turn, 'handler', c.turn, 'mode', 'masked',
          'photos', json_build_array(), 'reportedAt', c.at, 'changedAt', c.at, 'due', c.due, 'light', 'none',
          'text', json_build_object('content', c.id, 'commitment', repeat('0', 64))),
        c.id, c.number, 'street-lamp', 'ordinary', c.stage, c.grid, '2018-03-01', c.turn, 'masked', c.at, c.at, c.due, 'none',
        c.turn
      from (
        select 'made-up-' || n as id, '2018-0301-' || n as number,
          case when n % 10 = 0 then 'handling' else 'closed' end as stage,
          '331004' || lpad((n % ${bulk.grids})::text, 9, '0') as grid,
          case when n % 10 = 0 then 'room-' || ((n / 10) % ${bulk.units}) end as turn,
          1519862400000 + n as at,
          case when n % 10 = 0 then 1519862400000 + (n::bigint * 7919) % 31536000000 else 8640000000000000 end as due
        from generate_series($2::integer, $3::integer) n
      ) c`,
    values: [district, from, to],
  });
  await database.query({ text: 'analyze keting.view_cases' });
}

/** A grid, and the unit whose turn it is when a case of it waits. */
export interface CasePlace {
  readonly grid: string;
  readonly turn: string;
}

/** Cases that others are copied from: one that is over, and one that waits for the unit that received it. */
export interface CasePatterns {
  readonly over: string;
  readonly waiting: string;
}

export const copyNo = (n: number): string => `copy-${n}`;

/** How many cases one statement copies: it stays well under the time that a statement may take. */
const batch = 25_000;

/** The cases that others are copied from, each as it lies in every table. It is read once: without their indexes the tables are slow to find it in. */
const patternTable = `
  create unlogged table keting.copied_pattern as
  select s.stream, s.version, s.model, s.link, s.state::text as state, v."$row" as row, v.id, v.grid,
    e.event::text as event, t."$row" as first, v.id = $2::jsonb->>'waiting' as waits, c.id as text, c.salt, c.value
  from keting.view_cases v
  join keting.streams s on s.district = $1 and s.stream = 'case/' || v.id
  join keting.events e on e.district = $1 and e.stream = s.stream and e.version = 1
  join keting.view_timeline t on t."$district" = $1 and t."case" = v.id and t.version = 1
  join keting.contents c on c.district = $1 and c.id = v."$row"->'text'->>'content'
  where v."$district" = $1 and v.id in ($2::jsonb->>'over', $2::jsonb->>'waiting')`;

/** Copies of the two, each with the words to put in place of the pattern's own: `$2` has the places, in turn. */
const copies = `
  with copy as (
    select pattern.*, 'copy-' || n as copy, place->>'grid' as at_grid, place->>'turn' as turn,
      to_char(date '2025-01-01' + (n / 997) % 365, 'YYYY-MM-DD') as day,
      1735689600000 + (n::bigint * 7919) % 31536000000 as at,
      1830297600000 + (n::bigint * 7919) % 31536000000 as due
    from generate_series($3::integer, $4::integer) n
    cross join lateral (select $2::jsonb->(n % jsonb_array_length($2::jsonb)) as place) p
    join keting.copied_pattern pattern on pattern.waits = (n % 10 = 0)
  )`;

const ownText = `'text-of-' || copy.copy`;

const renamed = (text: string): string =>
  `replace(replace(replace(${text}, copy.text, ${ownText}), copy.id, copy.copy), copy.grid, copy.at_grid)`;

/** A row of a view as its table has it, with the row itself among its columns. */
const asRow = (view: string, key: string, row: string): string => `
  select r.* from copy
  cross join lateral (select ${row} as row, ${key} as key) x
  cross join lateral jsonb_populate_record(null::keting.${view},
    x.row || jsonb_build_object('$district', $1::text, '$key', x.key, '$row', x.row)) r`;

const caseRow = `${renamed('copy.row::text')}::jsonb
  || jsonb_build_object('day', copy.day, 'reportedAt', copy.at, 'changedAt', copy.at)
  || case when copy.waits then jsonb_build_object('turn', copy.turn, 'due', copy.due) else '{}' end`;

const timelineRow = `${renamed('copy.first::text')}::jsonb`;

const parts: readonly string[] = [
  `insert into keting.streams (district, stream, version, model, link, state)
    select $1, 'case/' || copy.copy, copy.version, copy.model, copy.link, ${renamed('copy.state')}::json from copy`,
  `insert into keting.events (district, stream, version, epoch, xid, event)
    select $1, 'case/' || copy.copy, 1, d.epoch, pg_current_xact_id()::text::bigint, ${renamed('copy.event')}::json
    from copy, keting.districts d where d.district = $1`,
  `insert into keting.contents (district, id, salt, value) select $1, ${ownText}, copy.salt, copy.value from copy`,
  `insert into keting.view_cases ${asRow('view_cases', 'copy.copy', caseRow)}`,
  `insert into keting.view_timeline ${asRow('view_timeline', `copy.copy || '/000001'`, timelineRow)}`,
  `insert into keting.view_case_counts ("$district", "$key", grid, class, day, reported, open, contacted, dispatched, closed,
      replied, rated, satisfied, overdue)
    select $1, json_build_array(at_grid, row->>'class', day)::text, at_grid, row->>'class', day, count(*),
      count(*) filter (where waits), 0, count(*) filter (where not waits), count(*) filter (where not waits),
      count(*) filter (where not waits), 0, 0, 0
    from copy group by at_grid, row->>'class', day
    on conflict ("$district", "$key") do update set reported = view_case_counts.reported + excluded.reported,
      open = view_case_counts.open + excluded.open, closed = view_case_counts.closed + excluded.closed`,
];

const tables = ['streams', 'events', 'contents', 'view_cases', 'view_timeline', 'view_case_counts'];

/** Drops the indexes that no key needs, and answers the statements that make them again: one sort is quicker than a million insertions. */
async function dropIndexes(database: Database): Promise<readonly string[]> {
  const found = await database.query({
    text: `
      select c.relname as name, pg_get_indexdef(i.indexrelid) as making
      from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
      where t.relnamespace = 'keting'::regnamespace and t.relname = any ($1) and not i.indisunique`,
    values: [tables],
  });
  for (const { name } of found) await database.query({ text: `drop index keting.${JSON.stringify(name)}` });
  return found.map(({ making }) => String(making));
}

/**
 * Copies two cases that the desk carried out, by SQL alone: `count` of them, nine in ten of the one that is over, the rest of the
 * one that waits. Each has its stream as it stands, its report as an event, its text, its rows and its share in the counts; the events after
 * the report are left out, and links are those of the pattern.
 */
export async function copyCases(
  database: Database,
  district: string,
  {
    patterns,
    places,
    count,
  }: { readonly patterns: CasePatterns; readonly places: readonly CasePlace[]; readonly count: number },
): Promise<void> {
  await database.query({ text: patternTable, values: [district, JSON.stringify(patterns)] });
  const making = await dropIndexes(database);
  for (let from = 1; from <= count; from += batch) {
    const to = Math.min(from + batch - 1, count);
    const values = [district, JSON.stringify(places), from, to];
    for (const part of parts) await database.query({ text: `${copies} ${part}`, values });
  }
  await database.query({ text: 'drop table keting.copied_pattern' });
  // A sort of millions of rows takes longer than a statement may.
  for (const text of making) await database.script(`set local statement_timeout = 0; ${text};`);
  for (const table of tables) await database.query({ text: `analyze keting.${table}` });
}
