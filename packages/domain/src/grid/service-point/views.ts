import * as z from 'zod/mini';
import type { Recorded } from '../../kernel/envelope.ts';
import { streamKey } from '../../kernel/ids.ts';
import { position } from '../../kernel/place.ts';
import { table } from '../../kernel/views.ts';
import { servicePointEventSchemas, type ServicePointEvent } from './service-point.ts';

/** A service point that is open: what it is, where, and who answers for it. */
export const servicePointRow = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  grid: z.string(),
  /** In WGS-84 degrees. */
  position,
  unit: z.optional(z.string()),
  /** The day on which it was opened. */
  since: z.string(),
});
export type ServicePointRow = z.infer<typeof servicePointRow>;

/** Service points that are open, by kind and place. */
export const servicePoints = table<ServicePointRow, ServicePointEvent>({
  name: 'service-points',
  row: servicePointRow,
  on: Object.keys(servicePointEventSchemas),
  keys: ({ stream }) => [streamKey(stream)],
  project(row, event: Recorded<ServicePointEvent>, id) {
    switch (event.type) {
      case 'ServicePointOpened': {
        const { on, ...opened } = event.data;
        return { id, ...opened, since: on };
      }
      case 'ServicePointMoved':
        return row && { ...row, grid: event.data.grid, position: event.data.position };
      case 'ServicePointClosed':
        return undefined;
    }
  },
  indexes: [['kind', 'grid'], ['grid'], ['id'], ['unit']],
  about: { territory: 'grid', unit: 'unit' },
});
