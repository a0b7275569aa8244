import { contentRef, faultsOf, refTo, refuseKernel, unwritten } from '@keting/domain';
import type { Command, CommandSpec, Content, ContentRef, GovernanceModel, Refusal } from '@keting/domain';
import * as z from 'zod/mini';
import type { NewId } from './ports.ts';

/** A command ready for `decide`: texts replaced by references, and the texts themselves for the contents store. */
export interface SealedCommand {
  readonly type: string;
  readonly data: unknown;
  readonly contents: readonly Content[];
}

type Fields = Record<string, unknown>;

const isFields = (data: unknown): data is Fields =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** Stands in for a text that is already a reference while the schema looks at the rest. */
const placeholder = '…';

/** The sealed fields whose value is a reference already: from a process, or still unwritten in a question. */
function givenRefs(spec: CommandSpec, data: unknown, trusted: boolean): ReadonlyMap<string, ContentRef> {
  const given = new Map<string, ContentRef>();
  if (!isFields(data)) return given;
  for (const field of spec.seals ?? []) {
    const parsed = z.safeParse(contentRef, data[field]);
    if (!parsed.success) continue;
    if (trusted || parsed.data.content === unwritten.content) given.set(field, parsed.data);
  }
  return given;
}

function parse(
  spec: CommandSpec,
  command: Command,
  model: GovernanceModel,
  given: ReadonlyMap<string, ContentRef>,
): Fields | Refusal {
  const asked = isFields(command.data)
    ? { ...command.data, ...Object.fromEntries([...given.keys()].map((field) => [field, placeholder])) }
    : command.data;
  const parsed = z.safeParse(spec.schema(model), asked);
  if (parsed.success && isFields(parsed.data)) return parsed.data;
  const issues = parsed.success
    ? []
    : parsed.error.issues.filter(({ path }) => !given.has(String(path[0])));
  if (issues.length === 0 && isFields(asked)) return asked;
  return {
    ...refuseKernel('command-invalid', { ids: [command.type] }),
    faults: faultsOf(issues, asked),
  };
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** What the parser takes on trust: references, from a process or in a question where nothing is written. */
export interface SealingTrust {
  readonly references: 'any' | 'unwritten' | 'none';
}

/**
 * Parses a command once, at the border, and moves its texts out of it. A reference is taken in place of a text only
 * where it is trusted: a process passes on what is already in the record, a question may leave texts unwritten.
 */
export function seal(
  spec: CommandSpec,
  command: Command,
  model: GovernanceModel,
  newId: NewId,
  { references }: SealingTrust,
): SealedCommand | Refusal {
  const given =
    references === 'none'
      ? new Map<string, ContentRef>()
      : givenRefs(spec, command.data, references === 'any');
  const data = parse(spec, command, model, given);
  if ('rule' in data && 'code' in data) return data as unknown as Refusal;
  return { type: command.type, data, contents: [] };
}
