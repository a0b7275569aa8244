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

const isFields = (data: unknown): data is Fields => typeof data === 'object' && data !== null && !Array.isArray(data);

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

type Parsed = { readonly data: Fields } | { readonly refusal: Refusal };

function parse(
  spec: CommandSpec,
  command: Command,
  model: GovernanceModel,
  given: ReadonlyMap<string, ContentRef>,
): Parsed {
  const placeholders = Object.fromEntries([...given.keys()].map((field) => [field, placeholder]));
  const asked = isFields(command.data) ? { ...command.data, ...placeholders } : command.data;
  const parsed = z.safeParse(spec.schema(model), asked);
  if (parsed.success && isFields(parsed.data)) return { data: parsed.data };
  const issues = (parsed.error?.issues ?? []).filter(({ path }) => !given.has(String(path[0])));
  if (issues.length === 0 && isFields(asked)) return { data: asked };
  const faults = faultsOf(issues, asked);
  return { refusal: { ...refuseKernel('command-invalid', { ids: [command.type] }), faults } };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function sealField(value: unknown, newId: NewId): Content {
  return { id: newId(), salt: newId(), value: textOf(value) };
}

/**
 * Which references are taken in place of a text: `any` from a process, which passes on what is already in the record;
 * `unwritten` in a question, where nothing is written yet; `none` from anyone else.
 */
export type TrustedReferences = 'any' | 'unwritten' | 'none';

/** Parses a command once, at the border, and moves its texts out of it. */
export function seal(
  {
    spec,
    command,
    model,
    trust,
  }: {
    readonly spec: CommandSpec;
    readonly command: Command;
    readonly model: GovernanceModel;
    readonly trust: TrustedReferences;
  },
  newId: NewId,
): SealedCommand | Refusal {
  const given = trust === 'none' ? new Map<string, ContentRef>() : givenRefs(spec, command.data, trust === 'any');
  const parsed = parse(spec, command, model, given);
  if ('refusal' in parsed) return parsed.refusal;
  const data: Fields = { ...parsed.data };
  const contents: Content[] = [];
  for (const field of spec.seals ?? []) {
    const value = data[field];
    if (value === undefined) continue;
    const known = given.get(field);
    const content = known === undefined ? sealField(value, newId) : undefined;
    if (content !== undefined) contents.push(content);
    data[field] = content === undefined ? known : refTo(content);
  }
  return { type: command.type, data, contents };
}
