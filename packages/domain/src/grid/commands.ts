import * as z from 'zod/mini';
import type { CommandSpec } from '../kernel/decider.ts';
import type { Message } from '../kernel/envelope.ts';
import { modelKey, personId } from '../kernel/ids.ts';
import { civilDate } from '../kernel/time.ts';
import { drawnGrid, gridName, gridStream, partitionStream, polygons, type GridContextState } from './grid.ts';

const community = z.string().check(z.regex(/^[0-9A-Z]{12}$/));
const code = z.string().check(z.regex(/^[0-9A-Z]{15}([0-9]{2})?$/));

const schemas = {
  /** All territorial grids of a community at once: only as a whole can they be checked for gaps. */
  DrawPartition: z.strictObject({
    community,
    outline: polygons,
    grids: z.array(drawnGrid).check(z.minLength(1), z.maxLength(2000)),
  }),
  FoundFunctionalGrid: z.strictObject({
    grid: code,
    purpose: modelKey,
    name: gridName,
    over: z.optional(z.array(code).check(z.maxLength(500))),
    polygons: z.optional(polygons),
  }),
  /** The purpose of a functional grid is over: it ends today. */
  EndFunctionalGrid: z.strictObject({ grid: code }),
  AssignGridMember: z.strictObject({ grid: code, post: modelKey, person: personId, from: civilDate }),
  /** Ends today unless a day is said. */
  RemoveGridMember: z.strictObject({ grid: code, post: modelKey, person: personId, on: z.optional(civilDate) }),
} as const;

type Schemas = typeof schemas;
/** What may be asked of the grids of a community, or of one grid. */
export type GridCommand = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];
export type GridData<T extends keyof Schemas> = z.infer<Schemas[T]>;

const onGrid = {
  stream: (data: { readonly grid: string }) => gridStream(data.grid),
  about: (data: { readonly grid: string }) => ({ territory: data.grid }),
};

const drawPartition: CommandSpec<GridData<'DrawPartition'>> = {
  schema: () => schemas.DrawPartition,
  stream: (data) => partitionStream(data.community),
  begins: true,
  about: (data) => ({ territory: data.community }),
};
const foundFunctionalGrid: CommandSpec<GridData<'FoundFunctionalGrid'>> = {
  schema: () => schemas.FoundFunctionalGrid,
  begins: true,
  stream: (data) => gridStream(data.grid),
  // Whoever lays a grid over others answers for all of them.
  about: ({ grid, over = [] }) => ({ territory: [grid, ...over] }),
};
const endFunctionalGrid: CommandSpec<GridData<'EndFunctionalGrid'>, GridContextState> = {
  schema: () => schemas.EndFunctionalGrid,
  stream: (data) => gridStream(data.grid),
  // As when it was laid: whoever ends it answers for all that it lies over.
  about: ({ grid }, state) => ({ territory: [grid, ...(state?.stage === 'functional' ? state.over : [])] }),
};
const assignGridMember: CommandSpec<GridData<'AssignGridMember'>> = {
  schema: () => schemas.AssignGridMember,
  begins: true,
  ...onGrid,
};
const removeGridMember: CommandSpec<GridData<'RemoveGridMember'>> = {
  schema: () => schemas.RemoveGridMember,
  ...onGrid,
};

export const gridCommandSpecs = {
  DrawPartition: drawPartition,
  FoundFunctionalGrid: foundFunctionalGrid,
  EndFunctionalGrid: endFunctionalGrid,
  AssignGridMember: assignGridMember,
  RemoveGridMember: removeGridMember,
} as const;
