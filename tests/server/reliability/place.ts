import {
  caseContext,
  creditCheck,
  gridContext,
  meetingContext,
  organisationContext,
  peopleContext,
  person,
  personId,
  type Actor,
  type Context,
  type Message,
} from '@keting/domain';
import { plainCalendar } from '@keting/domain/testing';
import { createDesk, newId, viewsOf, type Clock, type DeskOptions, type LocalDesk, type Store } from '@keting/runtime';
import assert from 'node:assert/strict';
import { openModel } from '../../support/open-desk.ts';

/** What a server's desk is made of, on a small place that is nowhere, where anyone may do and see everything. */
export const contexts: readonly Context[] = [
  organisationContext,
  peopleContext,
  gridContext,
  caseContext,
  meetingContext,
];
export const views = viewsOf(contexts);
export const model = openModel(contexts);

const street = '990101001';
const community = `${street}001`;
export const grid = `${community}00101`;

/** Monday 2 March 2026, 09:00 in the sample's time zone. */
export const monday = Date.parse('2026-03-02T01:00:00Z');

const square = (from: number, to: number) => [
  [
    [
      [120 + from, 28],
      [120 + to, 28],
      [120 + to, 28.01],
      [120 + from, 28.01],
      [120 + from, 28],
    ],
  ],
];

const found = (unit: string, kind: string, territory: string, parent?: string): Message => ({
  type: 'FoundUnit',
  data: {
    ...{ unit, kind, name: unit, territories: [territory], on: '2020-01-01' },
    ...(parent === undefined ? {} : { parent }),
  },
});

/** A street with an office, a community with a living room and two micro-grids, one of them staffed. */
export const founding: readonly Message[] = [
  found('district', 'district-committee', '990101'),
  found('street', 'street-committee', street, 'district'),
  found('office', 'street-office', street, 'street'),
  found('joint', 'joint-committee', community, 'street'),
  found('room', 'living-room', community, 'joint'),
  found('council', 'residents-committee', community, 'office'),
  {
    type: 'DrawPartition',
    data: {
      community,
      outline: square(0, 0.02),
      grids: [
        { code: `${community}001`, kind: 'basic', name: 'homes', polygons: square(0, 0.02) },
        { code: grid, kind: 'micro', name: 'west', polygons: square(0, 0.01) },
        { code: `${community}00102`, kind: 'micro', name: 'east', polygons: square(0.01, 0.02) },
      ],
    },
  },
  { type: 'AssignGridMember', data: { grid, post: 'party-member', person: 'a', from: '2020-01-01' } },
  { type: 'AssignGridMember', data: { grid, post: 'resident-member', person: 'b', from: '2020-01-01' } },
];

/** A member firm with a credit code of its own, which is a claim. */
export function firm(unit: string, number: number): Message {
  const body = `91990101${String(number).padStart(9, '0')}`;
  const plain = found(unit, 'firm', community, 'joint');
  return { type: plain.type, data: { ...Object(plain.data), creditCode: `${body}${creditCheck(body)}` } };
}

export const report = (id: string): Message => ({
  type: 'ReportCase',
  data: {
    ...{ case: id, class: 'dispute', place: { grid }, photos: [], channel: 'resident', mode: 'masked' },
    text: `two neighbours cannot agree on hedge ${id}`,
  },
});

/** What leads a case from its report to the reporter's word on it. */
export const straightWay = (id: string): readonly Message[] => [
  report(id),
  { type: 'AcceptCase', data: { case: id } },
  { type: 'DispatchCase', data: { case: id, handler: 'office', reason: 'the office knows both' } },
  { type: 'HandleCase', data: { case: id, result: 'the hedge is cut by both' } },
  { type: 'VerifyCase', data: { case: id } },
  { type: 'ReplyCase', data: { case: id, reply: 'both have signed' } },
  { type: 'RateCase', data: { case: id, rating: 'satisfied' } },
];

export const by = (name: string): Actor => person(personId.parse(name));

type DeskParts = Pick<DeskOptions, 'clock' | 'onTrouble' | 'processes'> & Partial<Pick<DeskOptions, 'newId'>>;

/** A desk on a store, as one process has it. */
export const deskOn = (store: Store, parts: DeskParts): LocalDesk =>
  createDesk({ model, store, calendar: plainCalendar, newId, contexts, actor: by('clerk'), ...parts });

/** A clock that stands still until it is moved. */
export const standing = (now: () => number = () => monday): Clock => ({ now, at: () => () => undefined });

/** Carries commands out one after another; fails where one is refused. */
export async function carryOut(desk: LocalDesk, messages: readonly Message[]): Promise<void> {
  for (const message of messages) {
    const receipt = await desk.send(message);
    assert.ok(receipt.ok, `${JSON.stringify(message)}: ${receipt.ok ? '' : JSON.stringify(receipt.refusal)}`);
  }
}
