import { commitLock, commitName, shapeOf, writeName } from './shape.ts';
import { own, plainTypes, quoted, type Table } from './tables.ts';

/**
 * Locks of a commit: each stream it saw, shared, and each it appends to or claims, alone. One lock stands for many names, so
 * that a commit that looks at thousands of streams still holds at most so many; taken in order, they never meet in a circle.
 */
const locks = 1024;

/**
 * A list of what a JSON array holds, as rows with these columns. What has to stay the text that it was (events, states, rows)
 * comes as a text inside.
 */
const recordset = (path: string, columns: string): string => `jsonb_to_recordset(p->'${path}') as x(${columns})`;

/**
 * A list of texts as an array. What a commit names is looked up by it, or one by one: a join would have the planner guess how
 * many there are, and read a table of millions to find ten.
 */
const texts = (path: string): string => `array(select jsonb_array_elements_text(p->'${path}'))`;

const columnList = (table: Table): string => table.kept.map(({ name }) => `, ${quoted(name)}`).join('');

function putRows(table: Table, path: string): string {
  const { name, kept } = table;
  const typed = kept.map((column) => `${quoted(column.name)} ${plainTypes[column.type]}`);
  const from = typed.length === 0 ? '' : `, json_to_record(x.row::json) as r(${typed.join(', ')})`;
  const values = kept.map((column) => `, r.${quoted(column.name)}`).join('');
  const set = kept.map((column) => `, ${quoted(column.name)} = excluded.${quoted(column.name)}`).join('');
  return `
    insert into ${name} (${own.district}, ${own.key}, ${own.row}${columnList(table)})
      select d, x.key, x.row::json${values} from ${recordset(path, 'key text, row text')}${from}
      on conflict (${own.district}, ${own.key}) do update set ${own.row} = excluded.${own.row}${set};`;
}

/** Counters: rows that many streams share, locked in order of their keys before they are added to. */
function addRows(table: Table, path: string): string {
  const { name, kept } = table;
  const typed = kept.map((column) => `${quoted(column.name)} ${plainTypes[column.type]}`);
  const values = kept.map((column) => `, r.${quoted(column.name)}`).join('');
  const sums = kept
    .filter(({ type }) => type === 'number')
    .map(({ name: column }) => {
      const add = `(x.add->>'${column.replaceAll("'", "''")}')::double precision`;
      return `${quoted(column)} = case when ${add} is null then t.${quoted(column)} else coalesce(t.${quoted(column)}, 0) + ${add} end`;
    });
  if (sums.length === 0) return '';
  const keys = `array(select x.key from ${recordset(path, 'key text')})`;
  return `
    insert into ${name} (${own.district}, ${own.key}${columnList(table)})
      select d, x.key${values} from ${recordset(path, 'key text, row text')}, json_to_record(x.row::json) as r(${typed.join(', ')})
      order by x.key
      on conflict (${own.district}, ${own.key}) do nothing;
    perform 1 from ${name} t where t.${own.district} = d
      and t.${own.key} = any(${keys}) order by t.${own.key} for update;
    update ${name} t set ${sums.join(', ')}
      from ${recordset(path, 'key text, add jsonb')} 
      where t.${own.district} = d and t.${own.key} = any(${keys}) and t.${own.key} = x.key;`;
}

function writesOf(table: Table): string {
  const path = `${table.view.kind === 'table' ? 'put' : 'add'}:${table.view.name}`;
  const drop = `drop:${table.view.name}`;
  const write = table.view.kind === 'table' ? putRows(table, path) : addRows(table, path);
  return `
  if p ? '${drop}' then
    delete from ${table.name} where ${own.district} = d
      and ${own.key} = any(${texts(drop)});
  end if;
  if p ? '${path}' then${write}
  end if;`;
}

/** Writes rows, of the views that it knows; of another it knows nothing, and says so. */
const writeFunction = (tables: readonly Table[], shape: string): string => `
create or replace function ${writeName(shape)}(d text, p jsonb) returns void language plpgsql as $function$
begin${tables.map(writesOf).join('')}
end $function$;
`;

/**
 * A commit as one function, so that it costs one way to the server and one transaction. What does not hold is thrown as
 * `KT001` with the outcome as its detail, and nothing of it stays. `KT002` is thrown where the district has gone on to other
 * views than this function writes: its rows would be missing there.
 */
export function commitFunction(tables: readonly Table[]): string {
  const shape = shapeOf(tables);
  return `${writeFunction(tables, shape)}
create or replace function ${commitName(shape)}(d text, p jsonb) returns json language plpgsql as $function$
declare
  e integer;
  t bigint := pg_current_xact_id()::text::bigint;
  found_receipt json;
  wrong json;
  l record;
begin
  perform ${commitLock};
  select epoch into e from keting.districts where district = d and shape = '${shape}';
  if not found then
    raise exception using errcode = 'KT002', message = 'the district is served by another release';
  end if;

  -- What keeps no receipt is no command: it may be repeated.
  if p ? 'receipt' then
    insert into keting.commands (district, command, receipt)
      values (d, (p->>'command')::uuid, (p->>'receipt')::json) on conflict do nothing;
    if not found then
      select receipt into found_receipt from keting.commands where district = d and command = (p->>'command')::uuid;
      return json_build_object('outcome', 'repeated', 'receipt', found_receipt);
    end if;
  end if;

  for l in
    select lock, bool_or(alone) as alone from (
      select abs(hashtext(d || ':' || x.name) % ${locks}) as lock, x.alone
      from ${recordset('locks', 'name text, alone boolean')}
    ) named group by lock order by lock
  loop
    if l.alone then perform pg_advisory_xact_lock(1801548647, l.lock);
    else perform pg_advisory_xact_lock_shared(1801548647, l.lock);
    end if;
  end loop;

  select json_agg(x.stream) into wrong
    from ${recordset('seen', 'stream text, version integer')}
    where x.version <>
      coalesce((select s.version from keting.streams s where s.district = d and s.stream = x.stream), 0);
  if wrong is not null then
    raise exception using errcode = 'KT001', message = 'stale',
      detail = json_build_object('outcome', 'stale', 'streams', wrong)::text;
  end if;

  if p ? 'releases' then
    delete from keting.claims where district = d and key = any(${texts('releases')});
  end if;
  if p ? 'claims' then
    insert into keting.claims (district, key, owner)
      select d, x.key, x.owner from ${recordset('claims', 'key text, owner text')} on conflict do nothing;
    select json_agg(json_build_object('key', held.key, 'owner', held.holder)) into wrong
      from (
        select x.key, x.owner,
          (select c.owner from keting.claims c where c.district = d and c.key = x.key) as holder
        from ${recordset('claims', 'key text, owner text')}
      ) held
      where held.holder <> held.owner;
    if wrong is not null then
      raise exception using errcode = 'KT001', message = 'taken',
        detail = json_build_object('outcome', 'taken', 'claims', wrong)::text;
    end if;
  end if;

  if p ? 'appends' then
    insert into keting.streams (district, stream, version, model, link, state)
      select d, x.stream, x.version, x.model, x.link, x.state::json
      from ${recordset('appends', 'stream text, version integer, model text, link text, state text')}
      on conflict (district, stream) do update
        set version = excluded.version, link = excluded.link, state = excluded.state;
    insert into keting.events (district, stream, version, epoch, xid, event)
      select d, x.stream, x.version, e, t, x.event::json
      from ${recordset('events', 'stream text, version integer, event text')};
  end if;
  perform ${writeName(shape)}(d, p);
  if p ? 'contents' then
    insert into keting.contents (district, id, salt, value)
      select d, x.id, x.salt, x.value from ${recordset('contents', 'id text, salt text, value text')}
      on conflict (district, id) do update set salt = excluded.salt, value = excluded.value;
  end if;
  if p ? 'news' then
    insert into keting.news (district, epoch, xid, news) values (d, e, t, (p->>'news')::json);
  end if;
  return json_build_object('outcome', 'done');
end $function$;
`;
}
