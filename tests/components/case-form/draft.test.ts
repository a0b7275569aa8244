import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { caseCommandSpecs, commandId, hashText, type Command } from '@keting/domain';
import { luqiao } from '@keting/models';
import type { Receipt } from '@keting/runtime';
import * as fc from 'fast-check';
import { readSecret, receiptSecret, spacedSecret } from '../../../packages/components/src/case-parts/receipt-secret.ts';
import {
  emptyDraft,
  reportOf,
  restoredDraft,
  type CaseDraft,
} from '../../../packages/components/src/case-form/draft.ts';
import { faultText } from '../../../packages/components/src/case-form/fault-text.ts';
import { draftFaults } from '../../../packages/components/src/case-form/faults.ts';
import { caseFormTexts } from '../../../packages/components/src/case-form/case-form.texts.ts';
import { nextSteps } from '../../../packages/components/src/case-form/next-steps.ts';
import { Submission, type Way } from '../../../packages/components/src/case-form/submission.ts';
import { runs } from '../../support/runs.ts';

const modes = luqiao.cases.report.contacts;
const whole: CaseDraft = {
  ...emptyDraft(modes),
  class: 'manhole-cover',
  answers: { danger: 'cracked' },
  place: { grid: '33100400100400107' },
  text: '井盖碎裂，晚上骑车很危险',
};

const codesOf = (draft: CaseDraft) =>
  [...draftFaults(draft, luqiao, 'resident')].map(([path, { code }]) => `${path} ${code}`);

describe('a draft becomes the data of a report', () => {
  test('[CASE-01] what was left empty is left out, and what is there passes the schema that the desk applies', () => {
    const data = reportOf(whole, luqiao, { case: 'c1', photos: [], channel: 'resident' });
    assert.deepEqual(data, {
      case: 'c1',
      class: 'manhole-cover',
      place: { grid: '33100400100400107' },
      text: '井盖碎裂，晚上骑车很危险',
      fields: { danger: 'cracked' },
      photos: [],
      channel: 'resident',
      mode: 'masked',
    });
    assert.ok(caseCommandSpecs.ReportCase.schema(luqiao).safeParse(data).success);
  });

  test('[CASE-02] answers go as what the field is: a number as a number, yes or no as a boolean', () => {
    const labour = reportOf(
      { ...whole, class: 'labour-dispute', answers: { workers: ' 23 ', 'owed-since': '2026-05-01', danger: 'open' } },
      luqiao,
      { case: 'c1', photos: [], channel: 'resident' },
    );
    assert.deepEqual(labour['fields'], { workers: 23, 'owed-since': '2026-05-01' });
    const building = reportOf({ ...whole, class: 'dangerous-building', answers: { 'people-inside': 'no' } }, luqiao, {
      case: 'c1',
      photos: [],
      channel: 'resident',
    });
    assert.deepEqual(building['fields'], { 'people-inside': false });
  });

  test('[ALL-02] an anonymous report takes neither name nor number along, a masked one no name', () => {
    const written = { ...whole, name: '林某某', phone: '0576 8200 0000' };
    const contact = (mode: CaseDraft['mode']) =>
      reportOf({ ...written, mode }, luqiao, { case: 'c1', photos: [], channel: 'resident' })['contact'];
    assert.equal(contact('anonymous'), undefined);
    assert.deepEqual(contact('masked'), { phone: '0576 8200 0000' });
    assert.deepEqual(contact('named'), { name: '林某某', phone: '0576 8200 0000' });
  });

  test('[CASE-01] a kept draft comes back whole; a way of contact that is not offered gives way to one that is', () => {
    assert.deepEqual(restoredDraft(whole, modes), whole);
    assert.equal(restoredDraft({ mode: 'named' }, ['anonymous']).mode, 'anonymous');
  });
});

describe('faults come from the schema of the domain', () => {
  test('[CASE-01] an empty form hears of everything at once, in the order of its fields', () => {
    assert.deepEqual(codesOf(emptyDraft(modes)), ['class required', 'place required', 'text required']);
  });

  test('[CASE-02] the fields of the chosen class are asked for, with their bounds', () => {
    const labour = { ...whole, class: 'labour-dispute' };
    assert.deepEqual(codesOf({ ...labour, answers: {} }), ['fields.workers required']);
    assert.deepEqual(codesOf({ ...labour, answers: { workers: '0' } }), ['fields.workers too-small']);
    assert.deepEqual(codesOf({ ...labour, answers: { workers: '三个' } }), ['fields.workers wrong-form']);
    assert.deepEqual(codesOf({ ...labour, answers: { workers: '3', 'owed-since': '去年' } }), [
      'fields.owed-since wrong-form',
    ]);
  });

  test('[CASE-01] too little, too much, and a number that is none are told', () => {
    assert.deepEqual(codesOf({ ...whole, text: '坏了' }), ['text too-short']);
    assert.deepEqual(codesOf({ ...whole, text: '坏'.repeat(1001) }), ['text too-long']);
    assert.deepEqual(codesOf({ ...whole, address: '路'.repeat(201) }), ['address too-long']);
    assert.deepEqual(codesOf({ ...whole, phone: '不知道' }), ['contact.phone wrong-form']);
  });

  test('[CASE-01] the form finds a draft sound exactly when the desk would', () => {
    const draft = fc.record({
      class: fc.constantFrom('', 'manhole-cover', 'labour-dispute', 'garbage', 'gone'),
      answers: fc.dictionary(
        fc.constantFrom('danger', 'workers', 'owed-since'),
        fc.constantFrom('', 'cracked', '3', 'x'),
      ),
      address: fc.string({ maxLength: 220 }),
      text: fc.string({ maxLength: 20 }),
      mode: fc.constantFrom(...modes),
      phone: fc.constantFrom('', '13800000000', 'x'),
    });
    fc.assert(
      fc.property(draft, (some) => {
        const written = { ...whole, ...some };
        const data = reportOf(written, luqiao, { case: 'c1', photos: [], channel: 'resident' });
        const sound = caseCommandSpecs.ReportCase.schema(luqiao).safeParse(data).success;
        assert.equal(draftFaults(written, luqiao, 'resident').size === 0, sound);
      }),
      { numRuns: runs() },
    );
  });

  test('[ALL-04] every fault has its words in each language, with the bound and how far off it is', () => {
    const drafts: readonly CaseDraft[] = [
      emptyDraft(modes),
      { ...whole, text: '坏了' },
      { ...whole, text: '坏'.repeat(1003), address: '路'.repeat(201), phone: 'x' },
      { ...whole, class: 'labour-dispute', answers: { workers: '99999' } },
    ];
    for (const language of ['zh-Hans', 'zh-Hant', 'en'] as const) {
      const texts = caseFormTexts[language];
      const told = drafts.flatMap((draft) =>
        [...draftFaults(draft, luqiao, 'resident').values()].map((fault) =>
          faultText(fault, { draft, model: luqiao, language, texts }),
        ),
      );
      assert.equal(new Set(told).size, 8);
      assert.ok(told.every((text) => text.length > 4));
      assert.ok(
        told.some((text) => text.includes('5') && text.includes('3')),
        'at least 5, 3 to go',
      );
    }
  });
});

describe('what happens next', () => {
  test('[CASE-05] the steps of the model follow, each with the time that the grade of the class allows', () => {
    assert.deepEqual(
      nextSteps(luqiao, 'manhole-cover', 'zh-Hans').map(({ label, within }) => `${label} ${within}`),
      ['信息收集 2 工作时', '分流交办 3 工作日加 2 工作时', '完结督办 2 工作日加 7 工作时', '信息反馈 7 工作时'],
    );
    assert.deepEqual(
      nextSteps(luqiao, 'fire-hazard', 'en').map(({ within }) => within),
      ['1 hour', '25 hours', '28 hours', '4 hours'],
    );
  });
});

describe('the secret of an anonymous receipt', () => {
  test('[CASE-01] 128 random bits make 26 signs, different bits a different secret', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.nat(127), (bytes, bit) => {
        const secret = receiptSecret(bytes);
        assert.match(secret, /^[0-9A-HJKMNP-TV-Z]{26}$/);
        const other = bytes.slice();
        other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        assert.notEqual(receiptSecret(other), secret);
      }),
      { numRuns: runs() },
    );
  });

  test('[CASE-01] it is read back as people copy it: with spaces, in small letters, O for 0 and l for 1', () => {
    const secret = receiptSecret(Uint8Array.from({ length: 16 }, (_, i) => i * 17));
    assert.equal(readSecret(spacedSecret(secret)), secret);
    assert.equal(readSecret(secret.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l')), secret);
  });
});

describe('a submission', () => {
  const photo = { id: 'p1', type: 'image/jpeg', bytes: Uint8Array.of(1) };
  const id = commandId.parse('01890000-0000-7000-8000-000000000001');
  const done: Receipt = { ok: true, id, number: '2026-1030-0417', at: 0, events: [] };

  /** A way that takes everything and notes what it took. */
  function way(change: Partial<Way> = {}): { readonly way: Way; readonly sent: Command[]; readonly kept: string[] } {
    const sent: Command[] = [];
    const kept: string[] = [];
    let ids = 0;
    const plain: Way = {
      model: luqiao,
      channel: 'resident',
      newId: () => {
        ids += 1;
        return `01890000-0000-7000-8000-${String(ids).padStart(12, '0')}`;
      },
      attach: (_bytes, type) => {
        kept.push(type);
        return Promise.resolve({ ok: true, id: `file-${kept.length}` });
      },
      ask: (command) => {
        sent.push(command);
        return Promise.resolve(done);
      },
      progress: () => undefined,
    };
    return { sent, kept, way: { ...plain, ...change } };
  }

  test('[CASE-01] after the line broke it goes again under the same id, and photos that arrived are not sent again', async () => {
    let line = false;
    const log = way();
    const submission = new Submission({
      ...log.way,
      ask: (command) => {
        const answer = log.way.ask(command);
        return line ? answer : Promise.reject(new Error('down'));
      },
    });
    const draft = { ...whole, photos: [photo] };
    assert.equal((await submission.send(draft)).kind, 'failed');
    line = true;
    assert.equal((await submission.send(draft)).kind, 'done');
    const [first, second] = log.sent;
    assert.equal(first?.id, second?.id);
    assert.deepEqual(first?.data, second?.data);
    assert.deepEqual(log.kept, ['image/jpeg']);
  });

  test('[CASE-01] a refusal is told, and the next attempt is another command on the same case', async () => {
    const refusal = { code: 'place-outside', rule: 'GRID-04', ids: [], params: {} };
    const answers: Receipt[] = [{ ok: false, id, refusal }, done];
    const log = way();
    const submission = new Submission({
      ...log.way,
      ask: (command) => {
        void log.way.ask(command);
        return Promise.resolve(answers.shift() ?? done);
      },
    });
    assert.deepEqual(await submission.send(whole), { kind: 'refused', refusal });
    assert.equal((await submission.send(whole)).kind, 'done');
    const [first, second] = log.sent;
    assert.notEqual(first?.id, second?.id);
    assert.deepEqual(first?.data, second?.data);
  });

  test('[CASE-01] a photo that the desk does not take is told, and nothing is reported without it', async () => {
    const refusal = { code: 'attachment-type', rule: 'CASE-01', ids: [], params: {} };
    const log = way({ attach: () => Promise.resolve({ ok: false, refusal }) });
    const outcome = await new Submission(log.way).send({ ...whole, photos: [photo] });
    assert.deepEqual(outcome, { kind: 'refused', refusal });
    assert.deepEqual(log.sent, []);
  });

  test('[CASE-01] an anonymous report sends the hash of its secret, never the secret', async () => {
    const log = way();
    const outcome = await new Submission(log.way).send({ ...whole, mode: 'anonymous' });
    assert.ok(outcome.kind === 'done' && outcome.secret !== undefined);
    const data = JSON.stringify(log.sent[0]?.data);
    assert.ok(!data.includes(outcome.secret));
    assert.ok(data.includes(hashText(outcome.secret)));
  });

  test('[CASE-01] nobody to keep the photos or to take the report: it says so', async () => {
    const nobody = way({ ask: () => undefined });
    assert.equal((await new Submission(nobody.way).send(whole)).kind, 'unanswered');
    const noFiles = way({ attach: undefined });
    assert.equal((await new Submission(noFiles.way).send({ ...whole, photos: [photo] })).kind, 'unanswered');
  });
});
