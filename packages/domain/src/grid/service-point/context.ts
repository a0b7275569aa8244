import type { Context, EventSpec } from '../../kernel/decider.ts';
import { servicePointCommandSpecs, type ServicePointCommand } from './commands.ts';
import { decideServicePoint } from './decide.ts';
import {
  evolveServicePoint,
  servicePointEventSchemas,
  type ServicePointEvent,
  type ServicePointState,
} from './service-point.ts';
import { servicePoints } from './views.ts';

const first = (schema: EventSpec['schema']): EventSpec => ({ v: 1, schema });

/** Service points: where people find help within a walk. */
export const servicePointContext: Context<ServicePointState, ServicePointCommand, ServicePointEvent> = {
  name: 'service-point',
  streams: ['service-point'],
  lasting: ['service-point'],
  commands: servicePointCommandSpecs,
  events: {
    ServicePointOpened: first(servicePointEventSchemas.ServicePointOpened),
    ServicePointMoved: first(servicePointEventSchemas.ServicePointMoved),
    ServicePointClosed: first(servicePointEventSchemas.ServicePointClosed),
  },
  decide: decideServicePoint,
  evolve: evolveServicePoint,
  views: [servicePoints],
  facts: {},
  sees: 'see:service-points',
  about: ({ grid, unit }) => ({ territory: grid, unit }),
};
