import type { Context, EventSpec } from '../kernel/decider.ts';
import type { Recorded } from '../kernel/envelope.ts';
import { inOffice, type PersonalField } from '../kernel/personal.ts';
import { helpCommandSpecs, type HelpCommand } from './commands.ts';
import { decideHelp } from './decide.ts';
import { helpFacts } from './facts.ts';
import { evolveHelp, helpAsked, helpEventSchemas, type HelpEvent, type HelpState } from './help.ts';
import { helpViews } from './views.ts';

const first = (schema: EventSpec['schema'], rest: Partial<EventSpec> = {}): EventSpec => ({ v: 1, schema, ...rest });

/** The person whose matter it is, where the desk knows them. */
const helpedBy = ({ data }: Recorded): string | undefined => helpAsked.parse(data).helped;
const theirs = (purpose: PersonalField['purpose']): readonly PersonalField[] => [{ purpose, person: helpedBy }];

/** Help for people in need and mediation: matched to a team by skill and area, with who helps on record. */
export const helpContext: Context<HelpState, HelpCommand, HelpEvent> = {
  name: 'help',
  streams: ['help', 'help-team'],
  lasting: ['help-team'],
  commands: helpCommandSpecs,
  events: {
    HelpTeamFormed: first(helpEventSchemas.HelpTeamFormed),
    HelpTeamDissolved: first(helpEventSchemas.HelpTeamDissolved),
    HelpAsked: first(helpEventSchemas.HelpAsked, {
      personal: { need: theirs('own-matter'), contact: theirs('contact') },
    }),
    HelpMatched: first(helpEventSchemas.HelpMatched, { personal: { reason: inOffice } }),
    HelperNamed: first(helpEventSchemas.HelperNamed),
    HelpEnded: first(helpEventSchemas.HelpEnded, { personal: { result: inOffice } }),
  },
  decide: decideHelp,
  evolve: evolveHelp,
  views: helpViews,
  facts: helpFacts,
  sees: 'see:helps',
  about: (state) =>
    'helpers' in state
      ? { territory: state.cohort.grid, unit: state.unit, handler: state.unit, owner: state.helped }
      : { territory: state.territory, unit: state.unit },
};
