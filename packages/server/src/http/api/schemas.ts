import {
  attachmentRefusals,
  caseRefusals,
  gridRefusals,
  kernelRefusals,
  meetingRefusals,
  organisationRefusals,
  personRefusals,
  type Context,
  type GovernanceModel,
} from '@keting/domain';
import * as wire from '@keting/runtime/wire';
import * as z from 'zod/mini';

export type Json = Readonly<Record<string, unknown>>;

export const refTo = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

/** Schemas of bodies by the names that they have in the document. */
const bodies = {
  OffersBody: wire.offersBody,
  Query: wire.queryBody,
  SumQuery: wire.sumBody,
  Refusal: wire.wireRefusal,
  Receipt: wire.wireReceipt,
  SendAnswer: wire.sendAnswer,
  CanAnswer: wire.canAnswer,
  OffersAnswer: wire.offersAnswer,
  Page: wire.pageAnswer,
  Sums: wire.sumAnswer,
  AskAnswer: wire.askAnswer,
  Standings: wire.standingsAnswer,
  Desk: wire.deskAnswer,
  AttachAnswer: wire.attachAnswer,
  Person: wire.personAnswer,
  SeenNews: wire.seenNews,
  News: wire.newsAnswer,
} as const;

/** JSON Schema of a schema, as it stands inside a document. What JSON Schema cannot say is left open. */
function jsonSchema(schema: z.ZodMiniType): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}

function wireSchemas(): Record<string, Json> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(bodies)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    io: 'input',
    unrepresentable: 'any',
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _dialect, $id: _place, ...schema }]) => [id, schema]),
  );
}

/** Every code that Keting's own contexts refuse with; a context of somebody else has further ones. */
const refusalCodes = (): readonly string[] => {
  const catalogues = [
    kernelRefusals,
    organisationRefusals,
    personRefusals,
    gridRefusals,
    caseRefusals,
    attachmentRefusals,
    meetingRefusals,
  ];
  return [...new Set(catalogues.flatMap((catalogue) => Object.keys(catalogue)))].sort();
};

/** A command's name among the schemas: no body has a dot in its own. */
const commandName = (type: string): string => `command.${type}`;

const questionName = (name: string): string => `question.${name}`;

/** What may be asked, one schema for each command of the contexts, as the model shapes it. */
function commandSchemas(contexts: readonly Context[], model: GovernanceModel): Record<string, Json> {
  const id = jsonSchema(wire.canBody.shape.id);
  const specs = contexts.flatMap(({ commands }) => Object.entries(commands));
  const each = specs.map(([type, spec]) => {
    const properties = { type: { const: type }, data: jsonSchema(spec.schema(model)), id };
    return [type, { type: 'object', properties, required: ['type', 'data'], additionalProperties: false }] as const;
  });
  const mapping = Object.fromEntries(each.map(([type]) => [type, refTo(commandName(type))['$ref']]));
  const any = each.map(([type]) => refTo(commandName(type)));
  return {
    Command: { oneOf: any, discriminator: { propertyName: 'type', mapping } },
    ...Object.fromEntries(each.map(([type, schema]) => [commandName(type), schema])),
  };
}

/** What a question is asked by, one schema for each question of the contexts. */
function questionSchemas(contexts: readonly Context[]): Record<string, Json> {
  const questions = contexts.flatMap((context) => context.questions ?? []);
  return {
    QuestionData: questions.length === 0 ? {} : { anyOf: questions.map(({ name }) => refTo(questionName(name))) },
    ...Object.fromEntries(questions.map(({ name, data }) => [questionName(name), jsonSchema(data)])),
  };
}

/** All schemas of the document, by name. */
export function schemasOf(contexts: readonly Context[], model: GovernanceModel): Readonly<Record<string, Json>> {
  const batch = { type: 'array', items: refTo('Command'), minItems: 1, maxItems: wire.largestBatch };
  const found = wireSchemas();
  return {
    ...found,
    ...commandSchemas(contexts, model),
    ...questionSchemas(contexts),
    SendBody: { oneOf: [refTo('Command'), batch] },
    Refusal: { ...found['Refusal'], description: `A "no" as a value. Codes: ${refusalCodes().join(', ')}.` },
    Error: {
      type: 'object',
      properties: { code: { enum: Object.keys(wire.wireErrors) } },
      required: ['code'],
    },
  };
}
