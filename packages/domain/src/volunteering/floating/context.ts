import type { Context, Due, EventSpec } from '../../kernel/decider.ts';
import type { Recorded } from '../../kernel/envelope.ts';
import { personId, streamKey } from '../../kernel/ids.ts';
import type { PersonalField } from '../../kernel/personal.ts';
import { floatingCommandSpecs, type FloatingCommand } from './commands.ts';
import { decideFloating } from './decide.ts';
import { evolveFloating, floatingEventSchemas, type FloatingEvent, type FloatingState } from './floating.ts';
import { floatingMembers } from './views.ts';

const first = (schema: EventSpec['schema']): EventSpec => ({ v: 1, schema });

/** What is written down of a floating member is that member's, whoever wrote it. */
const theirs: readonly PersonalField[] = [
  { purpose: 'participation', person: ({ stream }: Recorded) => streamKey(stream) },
];

/** What comes first: a contact that is missed, once, or a certificate that expires. */
function dueOf(state: FloatingState): Due | undefined {
  if (state.stage !== 'registered') return undefined;
  const data = { person: personId.parse(state.id) };
  const { certificate, contactBy } = state;
  const contact: Due | undefined = state.missed ? undefined : { at: contactBy, command: { type: 'MissContact', data } };
  const expiry: Due | undefined = certificate && {
    at: certificate.expiresAt,
    command: { type: 'ExpireCertificate', data },
  };
  if (contact === undefined || expiry === undefined) return contact ?? expiry;
  return contact.at <= expiry.at ? contact : expiry;
}

/** Floating members: registered with a unit, contacted regularly, with a certificate that is checked, used and expires. */
export const floatingContext: Context<FloatingState, FloatingCommand, FloatingEvent> = {
  name: 'floating',
  streams: ['floating'],
  lasting: ['floating'],
  commands: floatingCommandSpecs,
  events: {
    FloatingRegistered: { ...first(floatingEventSchemas.FloatingRegistered), personal: { from: theirs } },
    FloatingContacted: { ...first(floatingEventSchemas.FloatingContacted), personal: { note: theirs } },
    ContactMissed: first(floatingEventSchemas.ContactMissed),
    CertificateChecked: first(floatingEventSchemas.CertificateChecked),
    CertificateUsed: first(floatingEventSchemas.CertificateUsed),
    CertificateExpired: first(floatingEventSchemas.CertificateExpired),
    FloatingDeregistered: first(floatingEventSchemas.FloatingDeregistered),
  },
  decide: decideFloating,
  evolve: evolveFloating,
  views: [floatingMembers],
  facts: {},
  sees: 'see:floating-members',
  about: ({ id, unit, territory }) => ({ owner: id, unit, territory }),
  due: dueOf,
};
