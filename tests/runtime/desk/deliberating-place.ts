import assert from 'node:assert/strict';
import {
  ballotContext,
  decidedSteps,
  gridContext,
  meetingContext,
  organisationContext,
  peopleContext,
  process,
  resolutionContext,
  sittingContext,
  topicContext,
  topicWalks,
  type Context,
  type GovernanceModel,
  type Message,
} from '@keting/domain';
import { plainCalendar } from '@keting/domain/testing';
import { createDesk, memoryStore, newId, viewsOf, type Receipt } from '@keting/runtime';
import { deliberating } from '../../domain/deliberation/deliberating.ts';
import { someone, TestClock } from './small-place.ts';

const contexts: readonly Context[] = [
  ...[organisationContext, gridContext, peopleContext, meetingContext],
  ...[topicContext, ballotContext, sittingContext, resolutionContext],
];

const street = '990101001';
export const community = `${street}001`;
const homes = `${community}001`;
export const grids = [`${homes}01`, `${homes}02`];
export const day = 86_400_000;

const seeing = ['see:topic-walks', 'see:ballots', 'see:sittings', 'see:resolutions', 'see:minutes'];
const chairing = ['RaiseTopic', 'TakeStep', 'PublishResolution', 'PublishResult', 'OpenBallot', 'HandOutPaper'];
const sitting = ['ConveneSitting', 'AddSittingItem', 'OpenSitting', 'KeepMinutes', 'CloseSitting', 'AdoptResolution'];
const byClock = ['CloseBallot', 'EndDisclosure', 'LapseSitting', 'MarkResolutionOverdue'];
const everyone = [{ post: 'secretary' }, { post: 'member' }, { post: 'director' }];

const model: GovernanceModel = {
  ...deliberating,
  permissions: [
    {
      do: ['FoundUnit', 'AppointHolder', 'DrawPartition'],
      by: [{ process: 'setup' }],
      where: 'everywhere',
    },
    {
      do: [...chairing, ...sitting, 'OpenUrn', 'CloseBallot', 'CompleteResolution', 'see:topic-objections'],
      by: [{ post: 'secretary' }],
      where: 'territory',
    },
    { do: [...seeing, 'CastVote', 'CastPaper', 'AppointProxy', 'ObjectToTopic'], by: everyone, where: 'territory' },
    { do: byClock, by: [{ process: 'clock' }], where: 'everywhere' },
    { do: ['PassStep'], by: [{ process: 'decided-steps' }], where: 'everywhere' },
  ],
};

const box = (from: number, to: number) => [
  [
    [
      [120 + from / 100, 28],
      [120 + to / 100, 28],
      [120 + to / 100, 28.01],
      [120 + from / 100, 28.01],
      [120 + from / 100, 28],
    ],
  ],
];
const grid = (code: string, kind: string, from: number, to: number) => ({
  code,
  kind,
  name: code,
  polygons: box(from, to),
});
const found = (unit: string, kind: string, territory: string, parent?: string): Message => ({
  type: 'FoundUnit',
  data: { unit, kind, name: unit, territories: [territory], on: '2020-01-01', ...(parent && { parent }) },
});
const appoint = (unit: string, post: string, who: string): Message => ({
  type: 'AppointHolder',
  data: { unit, post, person: who, from: '2020-01-01' },
});

export const party = ['chief', 'm1', 'm2'];
export const representatives = ['r1', 'r2', 'r3'];

/** A community with its branch of three, its committee of one, and three who represent the residents. */
const opening: readonly Message[] = [
  found('district', 'district-committee', '990101'),
  found('street', 'street-committee', street, 'district'),
  found('office', 'street-office', street, 'street'),
  found('joint', 'joint-committee', community, 'street'),
  found('branch', 'community-branch', community, 'joint'),
  found('committee', 'residents-committee', community, 'office'),
  appoint('branch', 'secretary', 'chief'),
  appoint('branch', 'member', 'm1'),
  appoint('branch', 'member', 'm2'),
  appoint('committee', 'director', 'd1'),
  ...representatives.map((who) => appoint('joint', 'member', who)),
  {
    type: 'DrawPartition',
    data: {
      community,
      outline: box(0, 2),
      grids: [grid(homes, 'basic', 0, 2), grid(grids[0] ?? '', 'micro', 0, 1), grid(grids[1] ?? '', 'micro', 1, 2)],
    },
  },
];

const accepted = (receipt: Receipt, message: Message) => {
  assert.ok(receipt.ok, `${JSON.stringify(message)}: ${JSON.stringify(receipt)}`);
};

/** A desk over the place with all that deliberates, on a clock that a test moves. */
export async function openPlace() {
  const store = memoryStore({ views: viewsOf(contexts) });
  const clock = new TestClock();
  const trouble: unknown[] = [];
  const desk = createDesk({
    ...{ model, store, clock, newId, contexts, calendar: plainCalendar },
    processes: [decidedSteps],
    onTrouble: (it) => trouble.push(it),
  });
  for (const message of opening) accepted(await desk.as(process('setup')).send(message), message);
  const as = (name: string) => desk.as(someone(name));
  const ask = async (who: string, type: string, data: object) => {
    const message = { type, data };
    accepted(await as(who).send(message), message);
    await desk.settled();
  };
  const refused = async (who: string, type: string, data: object) => {
    const receipt = await as(who).send({ type, data });
    return receipt.ok ? undefined : receipt.refusal.code;
  };
  const wait = async (time: number) => {
    clock.time += time;
    await desk.settled();
  };
  const topicRow = async () => (await as('chief').view(topicWalks)).rows[0];
  return { store, clock, desk, trouble, as, ask, refused, wait, topicRow };
}

export type Place = Awaited<ReturnType<typeof openPlace>>;
