import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gridContext, grids, personId, stallGrid, stallGridOf, staffOf } from '@keting/domain';
import { given, sampleModel } from '@keting/domain/testing';
import { openDesk } from '../../support/open-desk.ts';
import {
  box,
  community,
  draw,
  drawn,
  eastHomes,
  fish,
  homes,
  market,
  outline,
  plainMarket,
  tools,
  westHomes,
} from './small-community.ts';

const empty = given(gridContext).withAll('neighboursIn', () => []);
const asDrawn = { type: 'PartitionDrawn' as const, data: { outline, grids: [...drawn], was: [] } };

test('[GRID-01] the grids of a community are drawn as a whole, and each code is claimed', () => {
  empty
    .when(draw())
    .then({ type: 'PartitionDrawn', data: { was: [] } })
    .claims(...drawn.map(({ code }) => `grid-code/${code}`))
    .releases();
});

test('[GRID-01] a gap and an overlap are refused with the grids at fault and a place to look at', () => {
  empty.when(draw([homes, westHomes, eastHomes])).refuses('partition-gap', { ids: [eastHomes.code] });
  const tooWide = { ...westHomes, polygons: box(0, 0, 1.2, 1) };
  empty
    .when(draw([tooWide, eastHomes, plainMarket]))
    .refuses('partition-overlap', { ids: [westHomes.code, eastHomes.code] });
  const beyond = { ...plainMarket, polygons: box(2, 0, 3.5, 1) };
  empty.when(draw([westHomes, eastHomes, beyond])).refuses('outline-mismatch', { ids: [market.code] });
});

test('[GRID-01] micro-grids cover their basic grid as grids cover their community', () => {
  const narrow = { ...homes, polygons: box(0, 0, 1, 1) };
  const mismatch = { ids: [eastHomes.code] };
  empty.when(draw([narrow, westHomes, eastHomes, plainMarket])).refuses('outline-mismatch', mismatch);
  empty.when(draw([plainMarket, narrow, westHomes, eastHomes])).refuses('outline-mismatch', mismatch);
});

test('[GRID-01] a code is valid for its kind, inside its community, and there once', () => {
  empty.when(draw([{ ...homes, code: westHomes.code }])).refuses('grid-code-invalid', { ids: [westHomes.code] });
  empty.when(draw([{ ...westHomes, code: homes.code }])).refuses('grid-code-invalid', { ids: [homes.code] });
  const stranger = { ...homes, code: '990101001002001' };
  empty.when(draw([stranger])).refuses('grid-code-outside', { ids: [stranger.code], params: { community } });
  empty.when(draw([homes, homes])).refuses('grid-code-twice', { ids: [homes.code] });
});

test('[GRID-01] a community lies in the place, and its grids are of kinds that the place has', () => {
  empty.when(draw(drawn, { community: '330106001001' })).refuses('community-outside', {
    ids: ['330106001001'],
    params: { territory: '990101' },
  });
  const model = sampleModel();
  const withoutMarkets = {
    ...model,
    grids: { ...model.grids, kinds: model.grids.kinds.filter(({ id }) => id !== 'dedicated') },
  };
  empty
    .under(withoutMarkets)
    .when(draw())
    .refuses('grid-kind-unknown', { ids: [market.code] });
  empty.when(draw([{ ...homes, kind: 'functional' }])).refuses('grid-kind-not-territorial', { ids: [homes.code] });
});

test('[GRID-01] every grid but a trade micro-grid has ground of its own', () => {
  const { polygons: _, ...groundless } = westHomes;
  empty.when(draw([homes, groundless, eastHomes, market])).refuses('ground-missing', { ids: [westHomes.code] });
  empty.when(draw([homes, { ...westHomes, polygons: [] }])).refuses('ground-missing', { ids: [westHomes.code] });
});

test('[GRID-01] trade micro-grids divide the stalls of a market: none twice, none left, none too many', () => {
  const divide = (fishStalls: { from: number; to: number }[], others = [tools]) =>
    empty.when(draw([homes, westHomes, eastHomes, market, { ...fish, stalls: fishStalls }, ...others]));
  divide([
    { from: 1, to: 13 },
    { from: 30, to: 30 },
  ]).refuses('stall-assigned-twice', {
    ids: [fish.code, tools.code],
    params: { stall: '13' },
  });
  divide([{ from: 1, to: 12 }]).refuses('stall-unassigned', { ids: [market.code], params: { stall: '30' } });
  divide([
    { from: 1, to: 12 },
    { from: 30, to: 31 },
  ]).refuses('stall-unknown', { ids: [fish.code] });
  divide([{ from: 12, to: 1 }]).refuses('stalls-reversed', { ids: [fish.code] });
  divide([
    { from: 1, to: 12 },
    { from: 30, to: 29 },
  ]).refuses('stalls-reversed', { ids: [fish.code] });
  empty.when(draw([homes, westHomes, eastHomes, fish])).refuses('market-unknown', { ids: [fish.code] });
  const noMarket = { ...plainMarket, kind: 'basic' as const };
  empty.when(draw([homes, noMarket, fish])).refuses('market-unknown', { ids: [fish.code] });
});

test('[GRID-01] a stall finds its micro-grid', async () => {
  const desk = openDesk([gridContext]);
  await desk.all(draw());
  assert.equal((await desk.fact(stallGridOf(market.code, 30)))?.code, fish.code);
  assert.equal((await desk.fact(stallGridOf(market.code, 13)))?.code, tools.code);
  assert.equal(await desk.fact(stallGridOf(market.code, 31)), undefined);
  const asked = async (stall: number) => {
    const answer = await desk.ask(stallGrid, { market: market.code, stall });
    return answer.ok && answer.rows.map(({ code }) => code);
  };
  assert.deepEqual([await asked(30), await asked(13), await asked(31)], [[fish.code], [tools.code], []]);
});

test('[GRID-01] a new drawing lets the codes go that it leaves out, and frees who served there', () => {
  const merged = { ...westHomes, polygons: box(0, 0, 2, 1) };
  given(gridContext, asDrawn)
    .withAll('neighboursIn', () => [])
    .with(staffOf(eastHomes.code), [{ person: personId.parse('p1'), post: 'party-member' }])
    .when(draw([homes, merged, market, fish, tools]))
    .then({ type: 'PartitionDrawn' })
    .also({
      type: 'GridGivenUp',
      stream: `grid/${eastHomes.code}`,
      data: { staff: [{ person: 'p1', post: 'party-member' }] },
    })
    .claims()
    .releases(`grid-code/${eastHomes.code}`);
});

test('[GRID-01] a grid that a new drawing leaves out and that nobody served in goes without a word', () => {
  given(gridContext, asDrawn)
    .withAll('neighboursIn', () => [])
    .withAll('staffOf', () => [])
    .when(draw([homes, market, fish, tools]))
    .then({ type: 'PartitionDrawn' })
    .also();
});

test('[GRID-01] a drawing tells which grids it takes the place of, with cells where a place was found in them', () => {
  const [drawing] = given(gridContext, asDrawn)
    .withAll('neighboursIn', () => [])
    .when(draw())
    .then({ type: 'PartitionDrawn' }).events;
  const was = drawing?.type === 'PartitionDrawn' ? drawing.data.was : [];
  assert.deepEqual(
    was.map(({ code, cells }) => [code, cells.length > 0]),
    [
      [homes.code, false],
      [westHomes.code, true],
      [eastHomes.code, true],
      [market.code, true],
      [fish.code, false],
      [tools.code, false],
    ],
  );
});

test('[GRID-01] a code is unique in the whole district', async () => {
  const desk = openDesk([gridContext]);
  await desk.all(draw());
  await desk.all({
    type: 'FoundFunctionalGrid',
    data: { grid: `${community}00103`, purpose: 'elders', name: 'Elders', over: [westHomes.code] },
  });
  const third = { ...eastHomes, code: `${community}00103` };
  assert.equal((await desk.refusal(draw([homes, westHomes, third, market, fish, tools])))?.code, 'claim-taken');
});

test('[GRID-01] ground beyond all measure is refused before anything is worked out of it', async () => {
  const desk = openDesk([gridContext]);
  const sea = box(-1000, -1000, 1000, 1000);
  const huge = { ...homes, polygons: sea };
  assert.deepEqual(await desk.refusal(draw([huge], { outline: sea })), { code: 'ground-too-large', ids: [homes.code] });
  const data = { grid: `${community}00103`, purpose: 'elders', name: 'Elders', polygons: sea };
  assert.equal((await desk.refusal({ type: 'FoundFunctionalGrid', data }))?.code, 'ground-too-large');
});

test('[GRID-01] ground is beyond measure as one grid, as all grids together, and as an outline alone', () => {
  const half = (code: string, west: number) => ({ ...homes, code, polygons: box(west, 0, west + 60, 60) });
  const [first, second] = [half(homes.code, 0), half(market.code, 60)];
  empty.when(draw([first, second])).refuses('ground-too-large', { ids: [] });
  empty.when(draw([homes], { outline: box(0, 0, 120, 60) })).refuses('ground-too-large', { ids: [] });
  const both = { ...second, polygons: box(0, 0, 120, 60) };
  empty.when(draw([homes, both])).refuses('ground-too-large', { ids: [market.code] });
});

test('[GRID-01] the rows of a community are those of its last drawing', async () => {
  const desk = openDesk([gridContext]);
  await desk.all(draw(), draw([{ ...homes, name: 'Homes' }, market, fish, tools]));
  const { rows } = await desk.view(grids, { where: { community }, limit: 100 });
  assert.deepEqual(
    rows.map(({ code, name }) => [code, name]),
    [
      [homes.code, 'Homes'],
      [market.code, market.name],
      [fish.code, fish.name],
      [tools.code, tools.name],
    ],
  );
});
