import assert from 'node:assert/strict';
import { test } from 'node:test';
import { award, pointContext, pointEntries, process, type Context, type Message, type Recorded } from '@keting/domain';
import { KnownFacts, recorded, sampleModel } from '@keting/domain/testing';
import * as z from 'zod/mini';
import { openDesk } from '../../support/open-desk.ts';
import { morning, places } from './place.ts';

const deed = z.strictObject({ stream: z.string(), type: z.string(), told: z.record(z.string(), z.unknown()) });

/** Stands for the volunteers: records whatever it is told to. */
const volunteers: Context = {
  name: 'volunteers',
  streams: ['hours', 'wish'],
  commands: {
    Tell: {
      schema: () => deed,
      stream: (data) => deed.parse(data).stream as 'wish/w1',
      begins: true,
    },
  },
  events: {
    HoursCredited: { v: 1, schema: z.looseObject({}) },
    WishConfirmed: { v: 1, schema: z.looseObject({}) },
  },
  decide: (_state, { data }) => {
    const { type, told } = deed.parse(data);
    return { events: [{ type, data: told }] };
  },
  evolve: () => ({}),
  views: [],
  facts: {},
  sees: 'see:points',
  about: () => ({}),
};

const tell = (stream: string, type: string, told: Readonly<Record<string, unknown>>): Message => ({
  type: 'Tell',
  data: { stream, type, told },
});
const hours = (minutes: number, day = '2026-03-02') =>
  tell('hours/anna', 'HoursCredited', { person: 'anna', activity: 'a1', unit: 'room', minutes, day });

const entriesAfter = async (...told: readonly Message[]) => {
  const desk = openDesk([pointContext, places, volunteers], { processes: [award] });
  await desk.all(...told);
  await desk.settled();
  return (await desk.view(pointEntries, { order: [{ by: 'evidence' }] })).rows;
};

test('[PTS-02] hours that were counted and a wish that was confirmed are credited by themselves, by rule and version', async () => {
  const rows = await entriesAfter(
    hours(90),
    hours(60),
    tell('wish/w1', 'WishConfirmed', { claimer: 'bo', unit: 'office' }),
  );
  assert.deepEqual(
    rows.map(({ person, rule, model, points, evidence, on }) => [person, rule, model, points, evidence, on]),
    [
      ['anna', 'service', '1', 15, 'hours/anna/1', '2026-03-02'],
      ['anna', 'service', '1', 10, 'hours/anna/2', '2026-03-02'],
      ['bo', 'wish', '1', 15, 'wish/w1/1', '2026-03-02'],
    ],
  );
});

test('[PTS-01] what is credited by itself counts under the unit whose activity or wish it was, and where that is', async () => {
  const rows = await entriesAfter(hours(90), tell('wish/w1', 'WishConfirmed', { claimer: 'bo', unit: 'office' }));
  assert.deepEqual(
    rows.map(({ person, unit, territory }) => [person, unit, territory]),
    [
      ['anna', 'room', '990101001001'],
      ['bo', 'office', '990101001'],
    ],
  );
});

test('[PTS-02] a cap holds over deeds that come by themselves, and says so', async () => {
  const rows = await entriesAfter(hours(200), hours(120));
  assert.deepEqual(
    rows.map(({ points, full, cut }) => [points, full, cut]),
    [
      [33, 33, undefined],
      [7, 20, 'rule-day'],
    ],
  );
});

const event = (type: string, data: unknown): Recorded =>
  recorded<Message>(
    { type, data },
    { stream: 'hours/anna', version: 3, at: morning('2026-03-02'), actor: process('x') },
  );

test('[PTS-02] what tells of no deed earns nothing, nor does any deed where there are no points', () => {
  const { points: _none, ...without } = sampleModel();
  const { read } = new KnownFacts();
  const told = { person: 'anna', minutes: 60, day: '2026-03-02', unit: 'room' };
  assert.deepEqual(award.react(event('HoursCredited', { minutes: 60 }), read, sampleModel()), []);
  assert.deepEqual(award.react(event('WishConfirmed', {}), read, sampleModel()), []);
  assert.deepEqual(award.react(event('HoursCredited', told), read, without), []);
  assert.deepEqual(award.react(event('HoursCredited', told), read, sampleModel()), [
    {
      type: 'AwardPoints',
      data: { person: 'anna', minutes: 60, unit: 'room', on: '2026-03-02', rule: 'service', evidence: 'hours/anna/3' },
    },
  ]);
});
