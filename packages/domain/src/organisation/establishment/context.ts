import type { Context } from '../../kernel/decider.ts';
import { decideEstablishment, establishmentFacts } from './decide.ts';
import {
  establishmentCommandSpecs,
  establishmentEventSchemas,
  evolveEstablishment,
  type EstablishmentCommand,
  type EstablishmentEvent,
  type EstablishmentState,
} from './establishment.ts';
import { establishments, formerWorkers, workers } from './views.ts';

/** Establishments of communities: head-count by households, and the ladder of posts and grades. */
export const establishmentContext: Context<EstablishmentState, EstablishmentCommand, EstablishmentEvent> = {
  name: 'establishment',
  streams: ['establishment'],
  lasting: ['establishment'],
  commands: establishmentCommandSpecs,
  events: {
    HouseholdsStated: { v: 1, schema: establishmentEventSchemas.HouseholdsStated },
    WorkerPlaced: { v: 1, schema: establishmentEventSchemas.WorkerPlaced },
    WorkerPromoted: { v: 1, schema: establishmentEventSchemas.WorkerPromoted },
    WorkerReleased: { v: 1, schema: establishmentEventSchemas.WorkerReleased },
  },
  decide: decideEstablishment,
  evolve: evolveEstablishment,
  views: [establishments, workers, formerWorkers],
  facts: establishmentFacts,
  sees: 'see:establishments',
  about: ({ unit, territories }) => ({ unit, territory: territories }),
};
