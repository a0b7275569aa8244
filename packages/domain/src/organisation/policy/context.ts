import * as z from 'zod/mini';
import { accept, type CommandSpec, type Context, type Decision, type Setting } from '../../kernel/decider.ts';
import type { Message } from '../../kernel/envelope.ts';
import type { Facts } from '../../kernel/facts.ts';
import { caseId, streamKey, territoryCode } from '../../kernel/ids.ts';
import { refuseBy, type RefusalCatalogue } from '../../kernel/refusal.ts';
import { civilDateOf } from '../../kernel/time.ts';
import { table } from '../../kernel/views.ts';
import { variantAt } from '../variants.ts';
import { evolvePolicy, policyNoted, policyStream, type PolicyEvent, type PolicyState } from './policy.ts';

const notePolicy = z.strictObject({ case: caseId, grid: territoryCode });
type NotePolicyData = z.infer<typeof notePolicy>;
/** What may be asked of the policy of a case: that it be noted. */
export type PolicyCommand = Message<'NotePolicy', NotePolicyData>;

/** What noting may be refused for, and the capability that says so. */
export const policyRefusals = {
  'policy-noted': 'ORG-13',
  'policy-none': 'ORG-13',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(policyRefusals);

const spec: CommandSpec<NotePolicyData> = {
  schema: () => notePolicy,
  stream: (data) => policyStream(data.case),
  begins: true,
  about: ({ grid }) => ({ territory: grid }),
};

/** Decides which variant a case runs under: that of the nearest unit over its place that has one today. */
export function decidePolicy(
  state: PolicyState | undefined,
  { data }: PolicyCommand,
  facts: Facts,
  { at, model }: Setting,
): Decision<PolicyEvent> {
  if (state !== undefined) return refuse('policy-noted', { ids: [data.case] });
  const on = civilDateOf(at, model.workingTime);
  const found = facts(variantAt(data.grid, on));
  if (found === undefined) return refuse('policy-none', { ids: [data.case] });
  return accept({ type: 'PolicyNoted', data: { ...found, grid: data.grid, on } });
}

/** Under which variant a case runs, and whose it is. */
export const casePolicyRow = z.object({
  case: z.string(),
  variant: z.string(),
  unit: z.string(),
  grid: z.string(),
  on: z.string(),
});
export type CasePolicyRow = z.infer<typeof casePolicyRow>;

/** Which variant applies to which case; a case that is not here runs as the place does. */
export const casePolicies = table<CasePolicyRow, PolicyEvent>({
  name: 'case-policies',
  row: casePolicyRow,
  on: ['PolicyNoted'],
  keys: ({ stream }) => [streamKey(stream)],
  project: (_row, { data }, id) => ({ case: id, ...data }),
  indexes: [['case'], ['unit', 'on'], ['grid']],
  about: { territory: 'grid', unit: 'unit' },
});

/** One community, one policy: what a case runs under is on record. */
export const policyContext: Context<PolicyState, PolicyCommand, PolicyEvent> = {
  name: 'policy',
  streams: ['case-policy'],
  commands: { NotePolicy: spec },
  events: { PolicyNoted: { v: 1, schema: policyNoted } },
  decide: decidePolicy,
  evolve: evolvePolicy,
  views: [casePolicies],
  facts: {},
  sees: 'see:case-policies',
  about: ({ grid, unit }) => ({ territory: grid, unit }),
};
