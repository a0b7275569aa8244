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
