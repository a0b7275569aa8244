import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { contexts, languages, type Term, type View } from '@keting/domain';
import { models } from '@keting/models';
import * as z from 'zod/mini';
import { capabilities } from '../../examples/portal/src/capabilities/catalogue.ts';
import { commandTexts } from '../../examples/portal/src/capabilities/commands.texts.ts';
import { fieldTexts } from '../../examples/portal/src/capabilities/fields.texts.ts';
import { listOf } from '../../examples/portal/src/capabilities/model-lists.ts';
import { ownFieldTexts } from '../../examples/portal/src/capabilities/own-fields.texts.ts';
import { questionTexts } from '../../examples/portal/src/capabilities/questions.texts.ts';
import { ownValueTexts } from '../../examples/portal/src/capabilities/own-values.texts.ts';
import { valueTexts } from '../../examples/portal/src/capabilities/values.texts.ts';
import { viewTexts } from '../../examples/portal/src/capabilities/views.texts.ts';

type Json = z.core.JSONSchema.JSONSchema;
type Words = Readonly<Record<string, Term>>;

/** A field of a command or a view, with the words of its own that it may hold. */
interface Found {
  readonly owner: string;
  readonly field: string;
  readonly values: readonly string[];
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every field in a schema, and in what stands in it. What a class of cases asks is named by the model. */
function fieldsIn(owner: string, field: string, json: Json): readonly Found[] {
  const values = [...(json.enum ?? []), ...(json.const === undefined ? [] : [json.const])].map(String);
  const own = field === '' ? [] : [{ owner, field, values }];
  const parts = field === 'fields' ? [] : Object.entries(json.properties ?? {});
  const ways = [...(json.anyOf ?? []), ...(json.oneOf ?? []), json.items].filter(isJson);
  return [
    ...own,
    ...parts.flatMap(([name, part]) => (isJson(part) ? fieldsIn(owner, name, part) : [])),
    ...ways.flatMap((way) => fieldsIn(owner, field, way)),
  ];
}

const asJson = (schema: z.ZodMiniType): Json => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

const views: readonly View[] = contexts.flatMap((context) => context.views);
const questions = contexts.flatMap((context) => context.questions ?? []);
const specs = contexts.flatMap(({ commands }) => Object.entries(commands));
const columns = [...views, ...questions].flatMap(({ name, row }) => fieldsIn(name, '', asJson(row)));
const asked = [
  ...models.flatMap((model) => specs.flatMap(([type, spec]) => fieldsIn(type, '', asJson(spec.schema(model))))),
  ...questions.flatMap(({ name, data }) => fieldsIn(name, '', asJson(data))),
];

const unworded = (names: readonly string[], words: Words): readonly string[] =>
  [...new Set(names)].filter((name) => words[name] === undefined);

describe('the words of the pages of capabilities', () => {
  test('[ALL-04] every view, every question and every command has words', () => {
    assert.deepEqual(
      unworded(
        questions.map(({ name }) => name),
        questionTexts,
      ),
      [],
    );
    assert.deepEqual(
      unworded(
        views.map(({ name }) => name),
        viewTexts,
      ),
      [],
    );
    assert.deepEqual(
      unworded(
        specs.map(([type]) => type),
        commandTexts,
      ),
      [],
    );
  });

  test('[ALL-04] every field of a command or question and every column of a view or answer has words', () => {
    const missing = [...columns, ...asked].filter(
      ({ owner, field }) => fieldTexts[field] === undefined && ownFieldTexts[`${owner}.${field}`] === undefined,
    );
    assert.deepEqual([...new Set(missing.map(({ owner, field }) => `${owner}.${field}`))], []);
  });

  test('[ALL-04] every value that the domain itself knows has words', () => {
    const missing = [...columns, ...asked].flatMap(({ owner, field, values }) =>
      values.filter(
        (value) =>
          valueTexts[value] === undefined &&
          ownValueTexts[`${field}.${value}`] === undefined &&
          // The model words the classes of cases.
          listOf(owner, field) === undefined,
      ),
    );
    assert.deepEqual([...new Set(missing)], []);
  });

  test('[ALL-04] no word is left out in one language, and none names what there is not', () => {
    const all = [questionTexts, commandTexts, fieldTexts, ownFieldTexts, ownValueTexts, valueTexts, viewTexts];
    for (const words of all) {
      for (const [name, term] of Object.entries(words)) {
        for (const language of languages) assert.notEqual(term[language].trim(), '', `${name} in ${language}`);
        assert.doesNotMatch(term.en, /\p{Script=Han}/u, name);
      }
    }
    const owners = new Set([...columns, ...asked].map(({ owner, field }) => `${owner}.${field}`));
    assert.deepEqual(
      Object.keys(ownFieldTexts).filter((name) => !owners.has(name)),
      [],
    );
  });
});

describe('the list of capabilities', () => {
  test('every view of the domain is shown by one, every question asked by one, and every command that a model lets a person send stands in one', () => {
    const shown = new Set(capabilities.flatMap((one) => one.views));
    assert.deepEqual(
      views.map(({ name }) => name).filter((name) => !shown.has(name)),
      [],
    );
    const asking = new Set(capabilities.flatMap((one) => one.questions ?? []));
    assert.deepEqual([...asking].sort(), questions.map(({ name }) => name).sort());
    const sent = new Set(capabilities.flatMap((one) => one.commands));
    const forPersons = models.flatMap(({ permissions }) =>
      permissions.flatMap((permission) =>
        permission.by.some((by) => typeof by === 'string' || 'post' in by) ? permission.do : [],
      ),
    );
    const commands = new Set(specs.map(([type]) => type));
    // A report has a form of its own, on a page of its own.
    const missing = [...new Set(forPersons)].filter(
      (one) => commands.has(one) && !sent.has(one) && one !== 'ReportCase',
    );
    assert.deepEqual(missing, []);
  });

  test('each names what the domain has, and says of every place how it does it, or nothing', () => {
    const named = { views: new Set(views.map(({ name }) => name)), commands: new Set(specs.map(([type]) => type)) };
    for (const { code, views: seen, commands, how } of capabilities) {
      assert.deepEqual(
        seen.filter((name) => !named.views.has(name)),
        [],
        code,
      );
      assert.deepEqual(
        commands.filter((type) => !named.commands.has(type)),
        [],
        code,
      );
      for (const model of models) {
        const said = how(model);
        for (const language of languages) assert.notEqual(said?.[language], '', `${code} in ${model.id}`);
      }
    }
  });
});
