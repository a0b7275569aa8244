// docs/commands.md, made from the contexts: what may be asked, with which data, what can be looked at, and what is
// answered.

import {
  contexts,
  type CommandSpec,
  type Context,
  type GovernanceModel,
  type Question,
  type View,
} from '@keting/domain';
import { luqiao } from '@keting/models';
import * as z from 'zod/mini';
import { commandWord, questionWord, viewWord } from '../../examples/portal/src/capabilities/words.ts';

/** As much of a JSON schema as a reader needs to fill a field. */
const jsonSchema = z.looseObject({
  type: z.optional(z.string()),
  const: z.optional(z.unknown()),
  enum: z.optional(z.array(z.unknown())),
  get anyOf() {
    return z.optional(z.array(jsonSchema));
  },
  get items() {
    return z.optional(z.union([jsonSchema, z.boolean()]));
  },
  get properties() {
    return z.optional(z.record(z.string(), jsonSchema));
  },
  required: z.optional(z.array(z.string())),
});
type JsonSchema = z.infer<typeof jsonSchema>;

const read = (schema: z.ZodMiniType): JsonSchema =>
  jsonSchema.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }));

/** A longer list of choices is the model's own, and is told as a word. */
const fewChoices = 6;

function choices(values: readonly unknown[]): string {
  return values.length > fewChoices ? 'one of a list' : values.map((value) => `\`${String(value)}\``).join(' or ');
}

function typeOf({ type, enum: values, const: only, anyOf, items, properties, required }: JsonSchema): string {
  if (values !== undefined) return choices(values);
  if (only !== undefined) return choices([only]);
  if (anyOf !== undefined) return [...new Set(anyOf.map(typeOf))].join(' or ');
  if (type === 'array') return `list of ${typeof items === 'object' ? typeOf(items) : 'values'}`;
  if (properties !== undefined) return `{ ${fieldsOf({ properties, required }).join(', ')} }`;
  return type ?? 'any value';
}

const fieldsOf = ({ properties = {}, required = [] }: Pick<JsonSchema, 'properties' | 'required'>): string[] =>
  Object.entries(properties).map(([name, schema]) => `${name}${required.includes(name) ? '' : '?'}: ${typeOf(schema)}`);

/** The fields of a command; what has several forms is told form by form. */
function formsOf(spec: CommandSpec, model: GovernanceModel): readonly string[] {
  const schema = read(spec.schema(model));
  const forms = schema.anyOf ?? [schema];
  return forms.map((form) =>
    fieldsOf(form)
      .map((field) =>
        (spec.seals ?? []).some((name) => field.startsWith(`${name}:`) || field.startsWith(`${name}?:`))
          ? `_${field}_`
          : field,
      )
      .join('; '),
  );
}

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

const commandRows = ({ commands }: Context, model: GovernanceModel): readonly string[] =>
  Object.entries(commands).map(([type, spec]) =>
    row([`\`${type}\``, commandWord(type, 'en'), formsOf(spec, model).join(' — or — ')]),
  );

const columnsOf = ({ row: columns }: Pick<View | Question, 'row'>): string =>
  Object.keys(read(columns).properties ?? {})
    .map((column) => `\`${column}\``)
    .join(', ');

const viewRows = ({ views }: Context): readonly string[] =>
  views.map((view) => row([`\`${view.name}\``, viewWord(view.name, 'en'), columnsOf(view)]));

const questionRows = ({ questions = [] }: Context): readonly string[] =>
  questions.map((question) =>
    row([
      `\`${question.name}\``,
      questionWord(question.name, 'en'),
      fieldsOf(read(question.data)).join('; '),
      columnsOf(question),
      question.sees.map((permission) => `\`${permission}\``).join(', '),
    ]),
  );

function table(head: readonly string[], rows: readonly string[]): string {
  return rows.length === 0 ? '' : `${row(head)}\n${row(head.map(() => '---'))}\n${rows.join('\n')}\n`;
}

const section = (context: Context, model: GovernanceModel): string => `## ${context.name}

${table(['command', 'does', 'data'], commandRows(context, model))}
${table(['view', 'shows', 'columns'], viewRows(context))}
${table(['question', 'asks', 'data', 'columns of the answer', 'seen by'], questionRows(context))}`;

/** The page as text. */
export function commandsPage(): string {
  return `# Commands and views

What may be asked of a desk, what can be looked at and what is answered, context by context. A command is \`{ type, data }\`; \`?\` marks what may be left
out, and _fields in italics_ hold texts that are kept beside the record, so that they can be erased. Choices that hang on the
model (classes, grades, channels) are those of Luqiao here. Who may ask what stands in [a model's permissions](own-model.md): each command by its name,
each view as \`see:\` and its name. What is refused, and why, is on the page of [rules](rules.md). This page is made from the code by
\`npm run docs\`; a test keeps it as it is.

${contexts.map((context) => section(context, luqiao)).join('\n')}`;
}
