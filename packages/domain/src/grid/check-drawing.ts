import type { GovernanceModel } from '../governance-model/model.ts';
import { refuseBy, type Refusal, type RefusalCatalogue } from '../kernel/refusal.ts';
import type { DrawnGrid, Partition } from './grid.ts';
import { cellCount, isTrade, groundOf, marketOf, partsOf, shapesOf } from './ground.ts';
import { basicGridOfCode, isBasicGridCode, isMicroGridCode } from './geometry/grid-code.ts';
import type { GridShape, MultiPolygon } from './geometry/grid-shape.ts';
import { checkPartition } from './geometry/partition/check-partition.ts';
import type { PartitionProblem } from './geometry/partition/problem.ts';
import { checkStalls } from './geometry/stalls.ts';

/** What a drawing may be refused for. The stalls of a market have refusals of their own, `stallRefusals`. */
export const drawingRefusals = {
  'grid-kind-unknown': 'GRID-01',
  'grid-kind-not-territorial': 'GRID-02',
  'grid-code-invalid': 'GRID-01',
  'grid-code-outside': 'GRID-01',
  'grid-code-twice': 'GRID-01',
  'ground-missing': 'GRID-01',
  'ground-too-large': 'GRID-01',
  'market-unknown': 'GRID-01',
  'stalls-reversed': 'GRID-01',
  'ring-invalid': 'GRID-01',
  'partition-gap': 'GRID-01',
  'partition-overlap': 'GRID-01',
  'outline-mismatch': 'GRID-01',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(drawingRefusals);

const codesOf = (grids: readonly DrawnGrid[]): readonly string[] => grids.map(({ code }) => code);

type Rule = (grids: readonly DrawnGrid[]) => readonly string[];

const twice: Rule = (grids) => {
  const seen = new Set<string>();
  return codesOf(grids).filter((code) => seen.size === seen.add(code).size);
};

const invalidCode: Rule = (grids) =>
  codesOf(grids.filter(({ kind, code }) => !(kind === 'micro' ? isMicroGridCode : isBasicGridCode)(code)));

const withoutGround: Rule = (grids) =>
  codesOf(grids.filter((grid) => !isTrade(grid) && (grid.polygons ?? []).length === 0));

const withoutMarket: Rule = (grids) => {
  const markets = new Set(codesOf(grids.filter(({ kind }) => kind === 'dedicated')));
  return codesOf(grids.filter((grid) => isTrade(grid) && !markets.has(basicGridOfCode(grid.code))));
};

const reversedStalls: Rule = (grids) =>
  codesOf(grids.filter(({ stalls }) => stalls?.some(({ from, to }) => from > to)));

/** Rules that name the grids at fault, in the order in which a person would mend them. */
const rulesFor = (
  community: string,
  { grids: { kinds } }: GovernanceModel,
): readonly (readonly [keyof typeof drawingRefusals, Rule])[] => [
  ['grid-kind-not-territorial', (grids) => codesOf(grids.filter(({ kind }) => kind === 'functional'))],
  ['grid-kind-unknown', (grids) => codesOf(grids.filter(({ kind }) => !kinds.some(({ id }) => id === kind)))],
  ['grid-code-invalid', invalidCode],
  ['grid-code-outside', (grids) => codesOf(grids).filter((code) => !code.startsWith(community))],
  ['grid-code-twice', twice],
  ['ground-missing', withoutGround],
  ['market-unknown', withoutMarket],
  ['stalls-reversed', reversedStalls],
];

/** The place of a problem as parameters of its refusal; none where it has no place on Earth. */
export const placeOf = ({ near }: PartitionProblem): Refusal['params'] =>
  near === undefined ? {} : { longitude: near[0], latitude: near[1] };

/** Some 5,000 square kilometres: more than any community has, and no more than a decision can look at. */
const mostCells = 20_000;

/** Ground beyond measure, before anything is worked out of it. */
function extentFault(outline: MultiPolygon, shapes: readonly GridShape[]): Refusal | undefined {
  const cells = shapes.map(({ polygons }) => cellCount(polygons));
  const ids = shapes.filter((_, i) => (cells[i] ?? 0) > mostCells).map(({ code }) => code);
  const sum = cells.reduce((before, count) => before + count, 0);
  return Math.max(sum, cellCount(outline)) > mostCells ? refuse('ground-too-large', { ids }) : undefined;
}

/** The first fault of a partition as a refusal, with a place to look at where there is one. */
export function partitionFault(outline: MultiPolygon, shapes: readonly GridShape[]): Refusal | undefined {
  const extent = extentFault(outline, shapes);
  if (extent !== undefined) return extent;
  const [problem] = checkPartition(outline, shapes);
  return problem && refuse(problem.code, { ids: problem.grids, params: placeOf(problem) });
}

/** Micro-grids cover their basic grid as grids cover their community. */
function partFault(grids: readonly DrawnGrid[]): Refusal | undefined {
  for (const grid of grids) {
    const parts = grid.kind === 'micro' ? [] : partsOf(grids, grid);
    const fault = parts.length === 0 ? undefined : partitionFault(grid.polygons ?? [], shapesOf(parts));
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const stallFault = (grids: readonly DrawnGrid[]): Refusal | undefined =>
  grids.filter(({ kind }) => kind === 'dedicated').flatMap((market) => checkStalls(marketOf(grids, market)))[0];

/** A community's ground and how it is to be cut. */
type Drawing = Pick<Partition, 'community' | 'outline' | 'grids'>;

function findFault({ community, outline, grids }: Drawing, model: GovernanceModel): Refusal | undefined {
  for (const [code, rule] of rulesFor(community, model)) {
    const ids = rule(grids);
    if (ids.length > 0) return refuse(code, { ids, params: { community } });
  }
  return stallFault(grids) ?? partitionFault(outline, shapesOf(groundOf(grids))) ?? partFault(grids);
}

/** Faults found, or none, for as long as the drawing is in hand: a rule that asks a question runs again from its start. */
const judged = new WeakMap<Drawing, { readonly model: GovernanceModel; readonly fault: Refusal | undefined }>();

/** Why a drawing of a community's grids cannot stand: codes first, then stalls, then the ground. */
export function checkDrawing(drawing: Drawing, model: GovernanceModel): Refusal | undefined {
  const known = judged.get(drawing);
  if (known?.model === model) return known.fault;
  const fault = findFault(drawing, model);
  judged.set(drawing, { model, fault });
  return fault;
}
