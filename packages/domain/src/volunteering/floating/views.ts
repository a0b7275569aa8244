import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import { unreachable } from '../../kernel/decider.ts';
import { streamKey } from '../../kernel/ids.ts';
import { table } from '../../kernel/views.ts';
import { floatingEventSchemas, type FloatingEvent } from './floating.ts';

/** A floating member who is registered. */
export const floatingRow = z.object({
  person: z.string(),
  unit: z.string(),
  territory: z.string(),
  from: contentRef,
  /** The day of the last contact; that of the registration where there was none yet. */
  contacted: z.string(),
  contactBy: z.number(),
  /** Whether nobody spoke with them in time. */
  missed: z.boolean(),
  /** What was said at the last contact. */
  note: z.optional(contentRef),
  /** Whether a certificate that was checked holds. */
  certified: z.boolean(),
  /** The day before which it is good. */
  certificateUntil: z.optional(z.string()),
  /** The first day of the last period in which a certificate was used. */
  used: z.optional(z.string()),
});
export type FloatingRow = z.infer<typeof floatingRow>;

type Step = Exclude<FloatingEvent, { readonly type: 'FloatingRegistered' }>;

function changed({ type, data }: Step): Partial<FloatingRow> | undefined {
  switch (type) {
    case 'FloatingContacted':
      return { contacted: data.day, contactBy: data.contactBy, missed: false, note: data.note };
    case 'ContactMissed':
      return { missed: true };
    case 'CertificateChecked':
      return { certified: true, certificateUntil: data.until };
    case 'CertificateUsed':
      return { used: data.period };
    case 'CertificateExpired':
      return { certified: false, certificateUntil: undefined };
    case 'FloatingDeregistered':
      return undefined;
    default:
      return unreachable(type);
  }
}

/** Floating members by unit: whose contact is due next, whose was missed. */
export const floatingMembers = table<FloatingRow, FloatingEvent>({
  name: 'floating-members',
  row: floatingRow,
  on: Object.keys(floatingEventSchemas),
  keys: ({ stream }) => [streamKey(stream)],
  project(row, event, person) {
    if (event.type === 'FloatingRegistered') {
      const { unit, territory, from, day, contactBy } = event.data;
      return { person, unit, territory, from, contacted: day, contactBy, missed: false, certified: false };
    }
    const change = changed(event);
    return row && change && { ...row, ...change };
  },
  indexes: [['unit', 'contactBy'], ['unit', 'missed'], ['territory', 'missed'], ['person']],
  about: { territory: 'territory', unit: 'unit', owner: 'person' },
  contents: { from: 'see:floating-members', note: 'see:floating-members' },
});
