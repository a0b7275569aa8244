import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import '@keting/components/kt-deliberation-board.js';
import '@keting/components/kt-desk.js';
import type { KtDeliberationBoard } from '@keting/components';
import {
  caseContext,
  escalation,
  meetingContext,
  person,
  personId,
  unitId,
  unitTerritories,
  units,
  type Context,
} from '@keting/domain';
import { createDesk, memoryStore, viewsOf, type LocalDesk } from '@keting/runtime';
import { placeWith } from '../../domain/deliberation/place.ts';

const grid = '110101001001001';
const clerk = person(personId.parse('clerk'));
const officers = ['a', 'b', 'c'].map((id) => ({ person: personId.parse(id), post: 'officer' }));
const works = { id: unitId.parse('works'), kind: 'council', territories: [] };

/** Where things are, told instead of recorded: three officers staff every grid, one council stands over all. */
const told: Context = {
  name: 'told',
  streams: ['told'],
  commands: {},
  events: {},
  decide: () => ({ events: [] }),
  evolve: () => undefined,
  views: [units, unitTerritories],
  facts: {
    gridOf: () => Promise.resolve({ code: grid, kind: 'micro', community: '110101001001' }),
    staffOf: () => Promise.resolve(officers),
    unitsOver: () => Promise.resolve([works]),
    unitOf: () => Promise.resolve(works),
    membersOf: () => Promise.resolve([]),
  },
  sees: 'see:told',
  about: () => ({}),
};

const model = placeWith({
  permissions: [
    {
      do: ['ReportCase', 'AcceptCase', 'EscalateCase', 'HoldMeeting', 'ResolveMeeting', 'AddToAgenda', 'RelistMeeting'],
      by: ['signed-in'],
      where: 'everywhere',
    },
    { do: ['see:cases', 'see:meetings', 'see:topics'], by: ['signed-in'], where: 'everywhere' },
    {
      do: ['CallMeeting', 'SettleCase', 'ReferCase', 'EscalateCase'],
      by: [{ process: 'escalation' }],
      where: 'everywhere',
    },
  ],
});

let ids = 0;
const newId = (): string => {
  ids += 1;
  return `01890000-0000-7000-8000-${String(ids).padStart(12, '0')}`;
};

async function deskWithCases(count: number): Promise<LocalDesk> {
  const contexts = [caseContext, meetingContext, told];
  const desk = createDesk({
    model,
    store: memoryStore({ views: viewsOf(contexts) }),
    calendar: { day: () => 'working' },
    clock: { now: () => Date.UTC(2026, 0, 5, 2), at: () => () => undefined },
    newId,
    contexts,
    processes: [escalation],
    actor: clerk,
  });
  for (let n = 1; n <= count; n += 1) {
    const id = `case-${n}`;
    const report = {
      class: 'any',
      place: { grid },
      text: `lamp ${n}`,
      photos: [],
      channel: 'resident',
      mode: 'masked',
    };
    const done = [
      await desk.send({ type: 'ReportCase', data: { case: id, ...report } }),
      await desk.send({ type: 'AcceptCase', data: { case: id } }),
      await desk.send({ type: 'EscalateCase', data: { case: id, reason: 'over one grid' } }),
    ];
    for (const receipt of done) if (!receipt.ok) throw new Error(JSON.stringify(receipt.refusal));
  }
  await desk.settled();
  return desk;
}

async function boardOn(desk: LocalDesk): Promise<KtDeliberationBoard> {
  const page = await fixture(
    html`<kt-desk lang="en" .desk=${desk}>
      <kt-deliberation-board .nameOf=${(id: string, of: string) => (of === 'person' ? `Person ${id}` : undefined)}>
      </kt-deliberation-board>
    </kt-desk>`,
  );
  const board = page.querySelector('kt-deliberation-board');
  if (!board) throw new Error('no board');
  return board;
}

const all = (board: KtDeliberationBoard, selector: string): HTMLElement[] => [
  ...board.renderRoot.querySelectorAll<HTMLElement>(selector),
];
const columnOf = (board: KtDeliberationBoard, id: string): string | undefined =>
  all(board, `.list [data-id="${id}"]`)[0]?.closest<HTMLElement>('[data-list]')?.dataset['list'];
const stands = (board: KtDeliberationBoard, id: string, column: string): Promise<void> =>
  waitUntil(() => columnOf(board, id) === column, `${id} stands in ${column}, not ${String(columnOf(board, id))}`);
const action = (board: KtDeliberationBoard, name: string): HTMLElement | undefined =>
  all(board, `[data-action=${name}]`)[0];

async function open(board: KtDeliberationBoard, id: string, ready: string): Promise<void> {
  expect(board.open(id)).to.be.true;
  await waitUntil(() => action(board, ready) !== undefined, `the sheet offers ${ready}`);
}

async function write(board: KtDeliberationBoard, selector: string, value: string): Promise<void> {
  const field = all(board, selector)[0] as HTMLInputElement;
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await board.updateComplete;
}

async function holdWith(board: KtDeliberationBoard, id: string, came: number): Promise<void> {
  await open(board, id, 'hold');
  for (const tick of all(board, '.person input').slice(0, came)) tick.click();
  await board.updateComplete;
  action(board, 'hold')?.click();
  await stands(board, id, 'near/held');
}

describe('kt-deliberation-board on a desk', () => {
  it('[CASE-06] an escalated case stands on the board with its words, number and those entitled', async () => {
    const board = await boardOn(await deskWithCases(1));
    await stands(board, 'case-1-m1', 'near/called');
    const card = all(board, '.list [data-id="case-1-m1"]')[0];
    expect(card?.textContent).to.contain('lamp 1').and.contain('2026-0105-').and.contain('3 due');
    await open(board, 'case-1-m1', 'hold');
    expect(all(board, '.person .name').map(({ textContent }) => textContent)).to.eql([
      'Person a',
      'Person b',
      'Person c',
    ]);
  });

  it('[CASE-06] held and settled on the board, the resolution closes the case', async () => {
    const desk = await deskWithCases(1);
    const board = await boardOn(desk);
    await stands(board, 'case-1-m1', 'near/called');
    await holdWith(board, 'case-1-m1', 2);
    await open(board, 'case-1-m1', 'settle');
    await write(board, '#resolution', 'the lamp is mended');
    all(board, '.votes button')[0]?.click();
    await board.updateComplete;
    action(board, 'settle')?.click();
    await stands(board, 'case-1-m1', 'near/resolved');
    await desk.settled();
    const verdict = await desk.can({ type: 'EscalateCase', data: { case: 'case-1', reason: 'again' } });
    expect(verdict.allowed, 'a closed case climbs no further').to.be.false;
    board.open('case-1-m1');
    await waitUntil(() => all(board, '.resolved-text')[0]?.textContent === 'the lamp is mended');
  });

  it('[CASE-06] passed up, the case stands anew at the next tier, where nobody is entitled yet', async () => {
    const desk = await deskWithCases(1);
    const board = await boardOn(desk);
    await stands(board, 'case-1-m1', 'near/called');
    await holdWith(board, 'case-1-m1', 3);
    await open(board, 'case-1-m1', 'settle');
    all(board, 'input[type=radio]').slice(-1)[0]?.click();
    await board.updateComplete;
    await write(board, '#resolution', 'too much for one grid');
    action(board, 'pass-up')?.click();
    await stands(board, 'case-1-m2', 'far/called');
    expect(all(board, '.list [data-id="case-1-m2"]')[0]?.textContent).to.contain('Nobody is entitled');
  });

  it('[ALL-01] what the desk refuses in between is told, and nothing is lost', async () => {
    const desk = await deskWithCases(1);
    const board = await boardOn(desk);
    await stands(board, 'case-1-m1', 'near/called');
    await open(board, 'case-1-m1', 'hold');
    for (const tick of all(board, '.person input')) tick.click();
    await board.updateComplete;
    await desk.send({ type: 'HoldMeeting', data: { meeting: 'case-1-m1', present: ['a', 'b'] } });
    action(board, 'hold')?.click();
    await waitUntil(() => all(board, '[role=alert]').length === 1 || columnOf(board, 'case-1-m1') === 'near/held');
    expect(columnOf(board, 'case-1-m1')).to.equal('near/held');
  });

  it('[ALL-01] who may not see meetings sees an empty board', async () => {
    const desk = await deskWithCases(1);
    const board = await boardOn(desk.as({ kind: 'anonymous' }));
    await waitUntil(() => all(board, '.empty').some(({ textContent }) => textContent.includes('No topics yet')));
  });

  it('[ALL-02] when the desk goes, or another person’s comes, nothing of the one before stays', async () => {
    const desk = await deskWithCases(1);
    const board = await boardOn(desk);
    await stands(board, 'case-1-m1', 'near/called');
    await open(board, 'case-1-m1', 'hold');
    const around = board.closest('kt-desk');
    if (around === null) throw new Error('no desk around');
    around.desk = undefined;
    await board.updateComplete;
    await nextFrame();
    expect(board.renderRoot.textContent).to.not.contain('lamp 1');
    expect(board.renderRoot.querySelector('dialog')?.open).to.be.false;
    around.desk = desk.as({ kind: 'anonymous' });
    await nextFrame();
    expect(board.renderRoot.textContent).to.not.contain('lamp 1');
  });

  it('holds a card at its place until it has been answered', async () => {
    const board = await boardOn(await deskWithCases(2));
    await stands(board, 'case-2-m1', 'near/called');
    const card = all(board, '.list [data-id="case-2-m1"]')[0];
    card?.focus();
    card?.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true }));
    await nextFrame();
    await waitUntil(() => all(board, '.column.open').length === 1, 'one column would take it');
    expect(all(board, '.column.open')[0]?.dataset['column']).to.equal('near/held');
  });
});
