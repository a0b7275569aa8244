import type { Context, GovernanceModel } from '@keting/domain';
import { actorHeader, csrfHeader, receiptHeader, routes, wireErrors } from '@keting/runtime/wire';
import { refTo, schemasOf, type Json } from './schemas.ts';
import { wayNotes, type RouteName, type WayNote } from './way-notes.ts';

const jsonOf = (name: string): Json => ({ 'application/json': { schema: refTo(name) } });

/** Errors of a request itself, the codes of one status together. */
const errorAnswers = (): Readonly<Record<string, Json>> => {
  const codes = new Map<number, string[]>();
  for (const [code, status] of Object.entries(wireErrors)) codes.set(status, [...(codes.get(status) ?? []), code]);
  return Object.fromEntries(
    [...codes].map(([status, those]) => [String(status), { description: those.join(', '), content: jsonOf('Error') }]),
  );
};

function answerOf({ answer, media }: WayNote): Json {
  if (answer !== undefined) return { description: 'The answer.', content: jsonOf(answer) };
  return { description: media?.description ?? '', content: { [media?.type ?? '*/*']: { schema: { type: 'string' } } } };
}

/** The parts of a way, as `view` of `/views/:view`. */
const partsOf = (path: string): readonly string[] => [...path.matchAll(/:(\w+)/g)].map(([, part = '']) => part);

/** Headers of a way. A greeting names nobody: it asks who one is taken for. */
function headersOf(name: RouteName): Readonly<Record<string, string>> {
  const receipt = { [receiptHeader]: 'The secret of an anonymous report, from a guest.' };
  if (name === 'desk') return receipt;
  const named = { ...receipt, [actorHeader]: 'Refused unless it is you: `person/` and an id, or `anonymous`.' };
  return routes[name].method === 'GET'
    ? named
    : { ...named, [csrfHeader]: 'What `csrf` of the desk said, under a cookie.' };
}

function parametersOf(way: RouteName, { query = {} }: WayNote): readonly Json[] {
  const text = { schema: { type: 'string' } };
  return [
    ...partsOf(routes[way].path).map((part) => ({ name: part, in: 'path', required: true, ...text })),
    ...Object.entries(query).map(([named, description]) => ({ name: named, in: 'query', description, ...text })),
    ...Object.entries(headersOf(way)).map(([named, description]) => ({
      name: named,
      in: 'header',
      description,
      ...text,
    })),
  ];
}

/** A file's body is any bytes, every other is JSON. */
function bodyOf(body: string): Json {
  const content = body === 'File' ? { 'application/octet-stream': {} } : jsonOf(body);
  return { required: true, content };
}

function operation(name: RouteName): Json {
  const note = wayNotes[name];
  return {
    operationId: name,
    summary: note.summary,
    parameters: parametersOf(name, note),
    ...(note.body === undefined ? {} : { requestBody: bodyOf(note.body) }),
    responses: { '200': answerOf(note), ...errorAnswers() },
  };
}

const isRouteName = (name: string): name is RouteName => name in routes;

function paths(): Readonly<Record<string, Json>> {
  const found: Record<string, Record<string, Json>> = {};
  for (const name of Object.keys(routes).filter(isRouteName)) {
    const { path, method } = routes[name];
    const written = path.replaceAll(/:(\w+)/g, '{$1}');
    found[written] = { ...found[written], [method.toLowerCase()]: operation(name) };
  }
  return found;
}

/** The ways to a desk as an OpenAPI document: made of the schemas that requests are read with, so that it cannot be out of date. */
export const apiDocument = (contexts: readonly Context[], model: GovernanceModel, basePath: string): Json => ({
  openapi: '3.1.0',
  info: { title: `Keting: ${model.id}`, version: 'v1', description: 'A desk over HTTP.', license: { name: 'MIT' } },
  servers: [{ url: basePath }],
  security: [{ signIn: [] }],
  paths: paths(),
  components: {
    securitySchemes: {
      signIn: { type: 'http', scheme: 'bearer', description: 'Or as the desk is set up: a gateway, or a cookie.' },
    },
    schemas: schemasOf(contexts, model),
  },
});
