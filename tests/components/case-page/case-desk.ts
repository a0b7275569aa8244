import { contexts, escalation, person, personId, process, type Message, type Position } from '@keting/domain';
import { luqiao } from '@keting/models';
import { createDesk, memoryFiles, memoryStore, newId, viewsOf, type Desk, type LocalDesk } from '@keting/runtime';

/** Two micro-grids of Luqiao, side by side. */
export const grid = '33100400100400101';
export const nextGrid = '33100400100400102';
/** Friday, 20 November 2026, 10:30 in China. */
export const friday = Date.UTC(2026, 10, 20, 2, 30);

const community = '331004001004';
const on = '2026-01-05';

const box = (x1: number, x2: number): Position[][][] => [
  [
    [
      [x1, 28.56],
      [x2, 28.56],
      [x2, 28.57],
      [x1, 28.57],
      [x1, 28.56],
    ],
  ],
];

const founded = (unit: string, kind: string, name: string, territories: string[], parent?: string) => ({
  type: 'FoundUnit',
  data: { unit, kind, name, territories, on, ...(parent === undefined ? {} : { parent }) },
});
const appointed = (unit: string, post: string, who: string) => ({
  type: 'AppointHolder',
  data: { unit, post, person: who, from: on },
});
const staffed = (post: string, who: string) => ({
  type: 'AssignGridMember',
  data: { grid, post, person: who, from: on },
});

/** A corner of the district: a living room with a clerk, a department with an officer, two micro-grids, one of them staffed. */
const corner = [
  ...Object.entries({ clerk: '陈某某', officer: '王某某', gridder: '林某某', neighbour: '张某某' }).map(
    ([who, name]) => ({
      type: 'RegisterPerson',
      data: { person: who, name, invented: true },
    }),
  ),
  founded('district', 'district-committee', '路桥区委', ['331004']),
  founded('department-municipal', 'district-department', '市政公用事业中心', ['331004'], 'district'),
  founded('street', 'street-committee', '路桥街道党工委', ['331004001'], 'district'),
  founded('joint', 'joint-party-committee', '迎宾大党委', [community], 'street'),
  founded('living-room', 'living-room', '迎宾会客厅', [community], 'joint'),
  appointed('living-room', 'living-room-clerk', 'clerk'),
  appointed('department-municipal', 'officer', 'officer'),
  {
    type: 'DrawPartition',
    data: {
      community,
      outline: box(121.37, 121.39),
      grids: [
        { code: grid, kind: 'micro', name: '迎宾社区第 1 微格', households: 61, polygons: box(121.37, 121.38) },
        { code: nextGrid, kind: 'micro', name: '迎宾社区第 2 微格', households: 58, polygons: box(121.38, 121.39) },
      ],
    },
  },
  staffed('party-micro-grid-member', 'gridder'),
  staffed('resident-micro-grid-member', 'neighbour'),
];

export async function mustSend(desk: Desk, command: { readonly type: string; readonly data: unknown }): Promise<void> {
  const receipt = await desk.send(command);
  if (!receipt.ok) throw new Error(`${command.type}: ${JSON.stringify(receipt.refusal)}`);
}

/** A desk with a corner of Luqiao on it, and what else is asked for; `as` gives it to a resident, a clerk, an officer. */
export async function caseDesk(more: readonly Message[] = []): Promise<{
  readonly as: (who: string) => LocalDesk;
  readonly nobody: LocalDesk;
  readonly setup: LocalDesk;
  readonly clock: { time: number };
}> {
  const clock = { time: friday };
  const desk = createDesk({
    model: luqiao,
    store: memoryStore({ views: viewsOf(contexts) }),
    calendar: { day: () => 'working' },
    clock: { now: () => clock.time, at: () => () => undefined },
    newId,
    contexts,
    processes: [escalation],
    files: memoryFiles(),
  });
  const setup = desk.as(process('setup'));
  for (const command of [...corner, ...more]) await mustSend(setup, command);
  return { as: (who) => desk.as(person(personId.parse(who))), nobody: desk, setup, clock };
}

/** Lets the clerk go and erases them; what they did stays. */
export async function eraseClerk({
  as,
  setup,
}: Pick<Awaited<ReturnType<typeof caseDesk>>, 'as' | 'setup'>): Promise<void> {
  const left = { unit: 'living-room', post: 'living-room-clerk', person: 'clerk', on: '2026-11-19' };
  await mustSend(setup, { type: 'EndAppointment', data: left });
  await mustSend(as('clerk'), { type: 'ErasePerson', data: { person: 'clerk', ground: 'asked' } });
}

/** A department that the corner is without: rubbish is its duty, which else falls to the living room. */
export const sanitation = founded('department-sanitation', 'district-department', '环卫中心', ['331004'], 'district');

/** Reports rubbish as a resident. */
export const reportRubbish = (desk: Desk, id: string): Promise<void> =>
  mustSend(desk, {
    type: 'ReportCase',
    data: {
      case: id,
      class: 'garbage',
      place: { grid },
      text: '楼道口的垃圾三天没有清运',
      fields: {},
      photos: [],
      channel: 'resident',
      mode: 'masked',
    },
  });

/** Reports a broken manhole cover as a resident. */
export const report = (desk: Desk, id: string, text = '井盖碎裂，晚上骑车很危险', where = grid): Promise<void> =>
  mustSend(desk, {
    type: 'ReportCase',
    data: {
      case: id,
      class: 'manhole-cover',
      place: { grid: where },
      text,
      fields: { danger: 'cracked' },
      photos: [],
      channel: 'resident',
      mode: 'masked',
    },
  });
