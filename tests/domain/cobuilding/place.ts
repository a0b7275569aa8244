import {
  unitId,
  within,
  type Context,
  type GovernanceModel,
  type Message,
  type StreamId,
  type UnitFact,
} from '@keting/domain';
import { given, recorded, sampleModel, type Given } from '@keting/domain/testing';

const label = (en: string) => ({ 'zh-Hans': en, 'zh-Hant': en, en });
const source = 'ours';
const named = (id: string) => ({ id, label: label(id), source });
const from =
  (side: 'unit' | 'street') =>
  (id: string): ReturnType<typeof named> & { readonly from: 'unit' | 'street' } => ({ ...named(id), from: side });

/** What each side promises in Shibei: policy, talent, technology, goods, funds, venue against order, sanitation, advice. */
export const unitSide = ['policy', 'talent', 'technology', 'goods', 'funds', 'venue'] as const;
export const streetSide = ['order', 'sanitation', 'advice'] as const;

/** A way of building together for the sample place, with the figures that the accounts give. */
export const cobuilding = {
  commitments: {
    sides: { unit: ['firm'], street: ['street-committee', 'community-branch'] },
    kinds: [...unitSide.map(from('unit')), ...streetSide.map(from('street'))],
  },
  matching: {
    needs: ['hall', 'doctor'].map(named),
    projects: ['road', 'garden'].map(named),
    rules: [
      {
        id: 'halls-nearby',
        needs: ['hall'],
        offer: 'resource',
        kinds: ['sports'],
        reach: 'community',
        why: label('a hall that one can walk to'),
        source,
      },
      {
        id: 'venues-of-the-street',
        needs: ['hall'],
        offer: 'commitment',
        kinds: ['venue'],
        reach: 'street',
        why: label('a venue that was promised'),
        source,
      },
      {
        id: 'talent-of-the-district',
        needs: ['doctor'],
        offer: 'commitment',
        kinds: ['talent'],
        reach: 'district',
        why: label('people who know how'),
        source,
      },
      {
        id: 'roads',
        needs: ['hall'],
        offer: 'project',
        kinds: ['road'],
        reach: 'street',
        why: label('a road to a hall'),
        source,
      },
    ],
  },
  resources: { kinds: ['culture', 'sports', 'health', 'daily-life'].map(named), bookAhead: 30, longest: 240, source },
  budgets: {
    sources: ['district', 'party-dues', 'street', 'special', 'subsidy'].map(named),
    kinds: [
      {
        ...named('office-and-activities'),
        units: ['residents-committee'],
        lines: ['office', 'activities'].map((id) => ({ id, label: label(id) })),
        grants: [{ from: 'district', amount: 15_700_000, source }],
      },
      {
        ...named('living-room'),
        units: ['living-room'],
        lines: ['governance', 'building', 'allowances'].map((id) => ({ id, label: label(id) })),
        grants: [{ from: 'special', amount: 20_000_000, source }],
      },
    ],
  },
  assessment: {
    street: ['street-committee', 'community-branch'],
    streetFloor: 10,
    criteria: ['governance', 'service', 'tidiness', 'safety'].map(named),
    cards: [
      { ...named('departments'), units: ['department', 'firm', 'community-branch'], grids: [] },
      { ...named('buildings'), units: [], grids: ['micro'] },
    ],
    grades: [
      { ...named('three-star'), cards: ['buildings', 'departments'], from: 60 },
      { ...named('five-star'), cards: ['buildings', 'departments'], from: 90 },
      { ...named('model-department'), cards: ['departments'], from: 95 },
    ],
    honours: [
      { ...named('advanced-unit'), cards: ['departments'], from: 80, reviewed: true },
      { ...named('star-building'), cards: ['buildings'], from: 60, reviewed: false },
    ],
    source,
  },
};

/** The sample place, building together in this way. */
export const placeWith = (section: Readonly<Record<string, unknown>> = cobuilding): GovernanceModel =>
  sampleModel({ cobuilding: section });

/** Places that do not build together: with a way that has nothing in it, and with none at all. */
export const placesWithout: readonly GovernanceModel[] = [placeWith({}), sampleModel()];

const unit = (id: string, kind: string, ...territories: readonly string[]): UnitFact => ({
  id: unitId.parse(id),
  kind,
  territories,
});

export const street = '990101001';
export const community = `${street}001`;
export const building = `${community}00101`;

/** A street with a community; firms in it, in the next community and in another street. */
export const units: readonly UnitFact[] = [
  unit('street', 'street-committee', street),
  unit('far-street', 'street-committee', '990101002'),
  unit('branch', 'community-branch', community),
  unit('committee', 'residents-committee', community),
  unit('room', 'living-room', community),
  unit('bank', 'firm', community),
  unit('school', 'firm', `${street}002`),
  unit('mill', 'firm', '990101002001'),
  unit('chain', 'firm', '990101002001', community),
  unit('twin-branch', 'community-branch', `${street}003`, community),
  unit('works', 'department', '990101'),
];

/** Monday 2026-03-02, 09:00 in the district. */
export const monday = Date.parse('2026-03-02T01:00:00Z');
export const day = 86_400_000;

/** What happened on a stream of a context in that place. */
export const inPlace = <State, Command extends Message, Event extends Message>(
  context: Context<State, Command, Event>,
  ...past: readonly Event[]
): Given<State, Command, Event> =>
  given(context, ...past)
    .under(placeWith())
    .at(monday)
    .withAll('unitOf', (id) => units.find((one) => one.id === id))
    .withAll('gridOf', (code) =>
      within(community, String(code)) ? { code: String(code), kind: 'micro', community } : undefined,
    );

/** The rows of a table after events on one stream, by key. */
export function rowsOf<State, Command extends Message, Event extends Message>(
  context: Context<State, Command, Event>,
  view: string,
  stream: StreamId,
  events: readonly Event[],
): ReadonlyMap<string, unknown> {
  const found = context.views.find(({ name }) => name === view);
  if (found?.kind !== 'table') throw new Error(`no table ${view}`);
  const rows = new Map<string, unknown>();
  events.forEach((event, i) => {
    if (!found.on.includes(event.type)) return;
    const kept = recorded<Message>(event, { stream, version: i + 1, at: monday + i });
    for (const key of found.keys(kept)) {
      const row = found.project(rows.get(key), kept, key);
      if (row === undefined) rows.delete(key);
      else rows.set(key, found.row.parse(row));
    }
  });
  return rows;
}

/** The sums of a counter's columns over the rows that match, after events of one stream. */
export function sumsOf<State, Command extends Message, Event extends Message>(
  context: Context<State, Command, Event>,
  view: string,
  streams: readonly (readonly [StreamId, readonly Event[]])[],
  where: Readonly<Record<string, string | number>> = {},
): Readonly<Record<string, number>> {
  const found = context.views.find(({ name }) => name === view);
  if (found?.kind !== 'counter') throw new Error(`no counter ${view}`);
  const sums: Record<string, number> = {};
  for (const [stream, events] of streams) {
    events.forEach((event, i) => {
      if (!found.on.includes(event.type)) return;
      for (const { row, add } of found.deltas(recorded<Message>(event, { stream, version: i + 1, at: monday + i }))) {
        found.row.parse({ ...row, ...add });
        if (!Object.entries(where).every(([column, value]) => row[column] === value)) continue;
        for (const [column, value] of Object.entries(add)) sums[column] = (sums[column] ?? 0) + value;
      }
    });
  }
  return sums;
}
