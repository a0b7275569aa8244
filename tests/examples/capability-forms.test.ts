import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { faultsOf } from '@keting/domain';
import { luqiao, models, shibei } from '@keting/models';
import * as z from 'zod/mini';
import { capabilities } from '../../examples/portal/src/capabilities/catalogue.ts';
import { questionOf, specOf } from '../../examples/portal/src/capabilities/domain.ts';
import { dataOf, type Reading } from '../../examples/portal/src/capabilities/form-data.ts';
import { formOf, questionForm, type Field } from '../../examples/portal/src/capabilities/shape.ts';

/** A form in which these values stand; what is named is named by its id, and a new id is `new-` and the field. */
const reading = (entries: Readonly<Record<string, string>> = {}): Reading => ({
  entries: new Map(Object.entries(entries)),
  utcOffsetMinutes: 480,
  idOf: (_, text) => text,
  newId: (name) => (name === 'code' ? 'NEWCODE123' : `new-${name}`),
});

const form = (command: string, model = luqiao): Field => ({
  name: '',
  required: true,
  shape: formOf(command, specOf(command), model),
});

/** Fields that are put in in one of several ways: the schema says of none of them which field is wrong. */
const waysIn = ({ shape }: Field): readonly string[] =>
  shape.kind === 'group' ? shape.fields.filter((one) => one.shape.kind === 'either').map(({ name }) => name) : [];

const commands = [...new Set(capabilities.flatMap((one) => one.commands))];

describe('forms made from the schemas of commands', () => {
  test('under every model a form left empty is wrong only where something is still to be put in', () => {
    for (const model of models) {
      for (const command of commands) {
        const asked = form(command, model);
        const data = dataOf(asked, '', reading());
        const read = z.safeParse(specOf(command).schema(model), data);
        const faults = read.success ? [] : faultsOf(read.error.issues, data);
        const others = faults.filter(({ code, path }) => code !== 'required' && !waysIn(asked).includes(path));
        assert.deepEqual(others, [], `${command} in ${model.id}`);
        assert.doesNotMatch(JSON.stringify(faults), /new-/, command);
      }
    }
  });

  test('moments are told in the zone of the place, new things have new ids, and what is left empty is left out', () => {
    const data = dataOf(
      form('PublishActivity'),
      '',
      reading({
        unit: 'room-1',
        field: 'patrol',
        title: ' 夜间巡防 ',
        places: '12',
        from: '2030-01-05T19:00',
        until: '2030-01-05T21:30',
      }),
    );
    assert.deepEqual(data, {
      activity: 'new-activity',
      unit: 'room-1',
      field: 'patrol',
      title: '夜间巡防',
      places: 12,
      from: Date.UTC(2030, 0, 5, 11),
      until: Date.UTC(2030, 0, 5, 13, 30),
    });
  });

  test('money is put in as yuan and sent as fen, and a number that is none is left for the schema to refuse', () => {
    const allot = (amount: string) =>
      dataOf(form('AllotLine', shibei), '', reading({ budget: 'b1', line: 'activities', amount }));
    assert.deepEqual(allot('1200.5'), { budget: 'b1', line: 'activities', amount: 120_050 });
    assert.deepEqual(allot('many'), { budget: 'b1', line: 'activities', amount: 'many' });
  });

  test('a list holds what is added, each thing in its place also where one is left empty', () => {
    const data = dataOf(
      form('DrawUpScorecard', shibei),
      '',
      reading({
        card: 'street',
        'of.unit': 'u1',
        year: '2026',
        'criteria#': '2',
        'criteria.1.criterion': 'order',
        'criteria.1.weight': '40',
        'criteria.1.by': 'u2',
      }),
    );
    assert.deepEqual(data, {
      scorecard: 'new-scorecard',
      card: 'street',
      of: { unit: 'u1' },
      year: 2026,
      criteria: [{}, { criterion: 'order', weight: 40, by: 'u2' }],
    });
    const evidence = reading({ commitment: 'c1', 'evidence#': '2', 'evidence.1': '照片' });
    assert.deepEqual(dataOf(form('FulfilCommitment', shibei), '', evidence), {
      commitment: 'c1',
      evidence: ['', '照片'],
    });
  });

  test('of several ways only the fields of the one that is taken are sent, with the value that tells it', () => {
    const votes = { 'votes.inFavour': '3', 'votes.against': '0', 'votes.abstained': '1' };
    const data = dataOf(
      form('ResolveMeeting'),
      '',
      reading({ '?': '1', meeting: 'm1', resolution: '交由市政处置。', handler: 'u1', ...votes }),
    );
    assert.deepEqual(data, {
      meeting: 'm1',
      outcome: 'referred',
      resolution: '交由市政处置。',
      votes: { inFavour: 3, against: 0, abstained: 1 },
      handler: 'u1',
    });
  });

  test('a group that may be left out is left out where nothing in it is put in', () => {
    const asked = { skill: 'mediation', grid: 'g1', need: '请来调解。' };
    assert.deepEqual(dataOf(form('AskHelp'), '', reading(asked)), { help: 'new-help', ...asked });
    assert.deepEqual(dataOf(form('AskHelp'), '', reading({ ...asked, 'contact.phone': '13800000000' })), {
      help: 'new-help',
      ...asked,
      contact: { phone: '13800000000' },
    });
  });

  test('[GRID-02] [ORG-09] a question is put as a command is: a place as numbers, what is there by its name', () => {
    const put = (name: string, entries: Readonly<Record<string, string>>) => {
      const { data } = questionOf(name);
      const asked = dataOf({ name: '', required: true, shape: questionForm(questionOf(name)) }, '', reading(entries));
      const read = z.safeParse(data, asked);
      return read.success ? read.data : faultsOf(read.error.issues, asked);
    };
    assert.deepEqual(put('grids-at', { position: '121.38, 28.57', system: 'GCJ-02' }), {
      position: [121.38, 28.57],
      system: 'GCJ-02',
    });
    assert.deepEqual(put('answerable-for-case', { case: 'c1' }), { case: 'c1' });
    assert.deepEqual(put('stall-grid', { market: '331004001004001', stall: '12' }), {
      market: '331004001004001',
      stall: 12,
    });
    assert.deepEqual(put('answerable-for-case', {}), [{ path: 'case', code: 'required' }]);
  });
});
