import type { Context, Due, EventSpec } from '../kernel/decider.ts';
import type { FactSource, Standing } from '../kernel/facts.ts';
import type { PersonId } from '../kernel/ids.ts';
import { civilDateOf, type Instant } from '../kernel/time.ts';
import type { GovernanceModel } from '../governance-model/model.ts';
import { organisationCommandSpecs, type OrganisationCommand } from './commands.ts';
import { decideUnit } from './decide.ts';
import { organisationFacts, unitsOfPerson } from './facts.ts';
import {
  appointmentsOn,
  evolveUnit,
  organisationEventSchemas,
  type OrganisationEvent,
  type UnitState,
} from './unit.ts';
import { organisationQuestions } from './questions.ts';
import { organisationViews } from './views.ts';

const first = (schema: EventSpec['schema']): EventSpec => ({ v: 1, schema });

const events = {
  UnitFounded: first(organisationEventSchemas.UnitFounded),
  UnitDescribed: first(organisationEventSchemas.UnitDescribed),
  VariantAdopted: first(organisationEventSchemas.VariantAdopted),
  UnitMoved: first(organisationEventSchemas.UnitMoved),
  UnitRenamed: first(organisationEventSchemas.UnitRenamed),
  UnitDissolved: first(organisationEventSchemas.UnitDissolved),
  SubordinatePlaced: first(organisationEventSchemas.SubordinatePlaced),
  SubordinateLeft: first(organisationEventSchemas.SubordinateLeft),
  HolderAppointed: first(organisationEventSchemas.HolderAppointed),
  AppointmentEnded: first(organisationEventSchemas.AppointmentEnded),
  BodyReelected: first(organisationEventSchemas.BodyReelected),
  BodiesPaired: first(organisationEventSchemas.BodiesPaired),
  BodiesParted: first(organisationEventSchemas.BodiesParted),
};

/** The posts that a person holds on the civil date of the instant, each with the kind and the territory of its unit. */
async function standings(
  person: PersonId,
  at: Instant,
  source: FactSource,
  model: GovernanceModel,
): Promise<readonly Standing[]> {
  const on = civilDateOf(at, model.workingTime);
  const units = await unitsOfPerson(source, person);
  return units.flatMap((unit) =>
    appointmentsOn(unit, on)
      .filter((one) => one.person === person)
      .map(({ post }) => ({ post, unit: unit.id, kind: unit.kind, territories: unit.territories })),
  );
}

/** A body founded for a time ends on its day; later only where something changed in it after that day. */
function dueOf(unit: UnitState): Due | undefined {
  if (unit.stage === 'dissolved' || unit.ends === undefined) return undefined;
  const on = unit.changedOn > unit.ends.on ? unit.changedOn : unit.ends.on;
  return { at: unit.ends.at, command: { type: 'DissolveUnit', data: { unit: unit.id, on } } };
}

/** Units, the tree they stand in, and who holds their posts. */
export const organisationContext: Context<UnitState, OrganisationCommand, OrganisationEvent> = {
  name: 'organisation',
  streams: ['unit'],
  lasting: ['unit'],
  commands: organisationCommandSpecs,
  events,
  decide: decideUnit,
  evolve: evolveUnit,
  views: organisationViews,
  questions: organisationQuestions,
  facts: organisationFacts,
  sees: 'see:units',
  about: ({ territories, id }) => ({ territory: territories, unit: id }),
  standings,
  due: dueOf,
};
