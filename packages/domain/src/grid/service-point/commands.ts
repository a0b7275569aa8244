import * as z from 'zod/mini';
import type { CommandSpec } from '../../kernel/decider.ts';
import type { Message } from '../../kernel/envelope.ts';
import { gridAt, type Facts } from '../../kernel/facts.ts';
import { modelKey, servicePointId, unitId } from '../../kernel/ids.ts';
import { coordinateSystem, position } from '../../kernel/place.ts';
import type { Subject } from '../../kernel/views.ts';
import { pointName, servicePointStream, type ServicePointState } from './service-point.ts';

const of = { point: servicePointId };
const place = z.strictObject({ position, system: coordinateSystem });
export type PointPlace = z.infer<typeof place>;

const schemas = {
  /** Opens a service point of a kind that the model has, at a coordinate within the place's grids. */
  OpenServicePoint: z.strictObject({ ...of, kind: modelKey, name: pointName, place, unit: z.optional(unitId) }),
  MoveServicePoint: z.strictObject({ ...of, place }),
  CloseServicePoint: z.strictObject(of),
} as const;

type Schemas = typeof schemas;
/** What may be asked of a service point. */
export type ServicePointCommand = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];
/** What may be asked of a service point that was opened. */
export type ServicePointStep = Exclude<ServicePointCommand, { type: 'OpenServicePoint' }>;
export type OpenServicePointData = z.infer<typeof schemas.OpenServicePoint>;

/** The grid that a coordinate lies in, or undefined where none does. */
export const gridOfPlace = (
  { position: [longitude, latitude], system }: PointPlace,
  facts: Facts,
): string | undefined => facts(gridAt(longitude, latitude, system))?.code;

type Asked = { readonly point: string; readonly place?: PointPlace };

/** Whoever opens or moves a point answers for the grid that it stands in, and for the one that it comes to. */
function about({ place: to }: Asked, state: ServicePointState | undefined, facts: Facts): Subject {
  const come = to === undefined ? undefined : gridOfPlace(to, facts);
  const codes = [state?.grid, come].filter((code) => code !== undefined);
  return { territory: codes, unit: state?.unit };
}

const spec = (schema: z.ZodMiniType, rest: { readonly begins?: true } = {}): CommandSpec<Asked, ServicePointState> => ({
  schema: () => schema,
  stream: (data) => servicePointStream(data.point),
  about,
  ...rest,
});

/** Every command on a service point. */
export const servicePointCommandSpecs = {
  OpenServicePoint: spec(schemas.OpenServicePoint, { begins: true }),
  MoveServicePoint: spec(schemas.MoveServicePoint),
  CloseServicePoint: spec(schemas.CloseServicePoint),
} as const;
