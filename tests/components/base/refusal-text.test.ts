import {
  attachmentRefusals,
  caseRefusals,
  kernelRefusals,
  meetingRefusals,
  type RefusalCatalogue,
} from '@keting/domain';
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { addRefusalTexts, refusalText } from '../../../packages/components/src/base/refusal-text.ts';
import { moreRefusalTexts } from '../../../packages/components/src/base/more-refusals.texts.ts';
import { refusalTexts as ofElements } from '../../../packages/components/src/base/refusals.texts.ts';
import { sampleModel } from '../../../packages/domain/src/testing/sample-model.ts';

const domain = fileURLToPath(new URL('../../../packages/domain/src/', import.meta.url));
const languages = ['zh-Hans', 'zh-Hant', 'en'] as const;
const both = (language: (typeof languages)[number]) => ({ ...moreRefusalTexts[language], ...ofElements[language] });
const refusalTexts = { 'zh-Hans': both('zh-Hans'), 'zh-Hant': both('zh-Hant'), en: both('en') };

/** Every catalogue of refusals that a module of the domain exports, each module imported. */
async function catalogues(): Promise<RefusalCatalogue[]> {
  const files = globSync('**/*.ts', { cwd: domain });
  const modules = await Promise.all(
    files.map((file) => import(join(domain, file)) as Promise<Record<string, unknown>>),
  );
  const named = modules.flatMap((module) => Object.entries(module).filter(([name]) => name.endsWith('Refusals')));
  return named.map(([, catalogue]) => z.parse(z.record(z.string(), z.string()), catalogue));
}

test('[ALL-04] every refusal of the domain says in each language what is wrong', async () => {
  const codes = (await catalogues()).flatMap((catalogue) => Object.keys(catalogue));
  assert.ok(codes.length > 50, 'the catalogues are found');
  for (const language of languages) {
    assert.deepEqual(
      codes.filter((code) => refusalTexts[language][code] === undefined),
      [],
      `texts missing in ${language}`,
    );
  }
});

test('[ALL-04] an element has the texts of all refusals that it can meet, without a host that adds them', () => {
  const met = [kernelRefusals, caseRefusals, attachmentRefusals, meetingRefusals].flatMap((one) => Object.keys(one));
  for (const language of languages) {
    assert.deepEqual(
      met.filter((code) => ofElements[language][code] === undefined),
      [],
    );
  }
});

test('[ALL-04] the texts of a refusal stand in one place alone', () => {
  assert.deepEqual(
    Object.keys(moreRefusalTexts.en).filter((code) => code in ofElements.en),
    [],
  );
});

test('[ALL-04] a refusal names the same parameters in each language', () => {
  const parameters = (text: string | undefined): string[] =>
    [...(text ?? '').matchAll(/\{(\w+)\}/g)].map(([all]) => all).sort();
  for (const [code, text] of Object.entries(refusalTexts['zh-Hans'])) {
    for (const language of languages)
      assert.deepEqual(parameters(refusalTexts[language][code]), parameters(text), code);
  }
});

test('[ALL-04] no text is in another language', () => {
  for (const text of Object.values(refusalTexts.en)) assert.doesNotMatch(text, /[\u4e00-\u9fff]/);
  for (const text of Object.values(refusalTexts['zh-Hant'])) assert.doesNotMatch(text, /[这们会后务议设员门单]/);
  for (const text of Object.values(refusalTexts['zh-Hans'])) assert.doesNotMatch(text, /[這們會後務議設員門單]/);
});

test('parameters are told in words: sizes, dates, moments and the terms of the model', () => {
  addRefusalTexts(moreRefusalTexts);
  const model = sampleModel();
  const [kind] = model.kinds;
  const [post] = model.posts;
  assert.ok(kind && post);
  const told = (code: string, params: Record<string, string | number | string[]>): string =>
    refusalText({ code, params }, 'zh-Hans', model);
  assert.equal(
    told('post-not-in-kind', { kind: kind.id, post: post.id }),
    `“${kind.label['zh-Hans']}”不设“${post.label['zh-Hans']}”，请重新选择。`,
  );
  assert.match(told('attachment-too-large', { size: 52_428_800, max: 10_000_000 }), /文件有 52.4 MB，不能超过 10 MB/);
  assert.match(told('attachment-type', { types: ['image/jpeg', 'image/png'] }), /JPEG、PNG/);
  assert.match(told('date-ahead', { on: '2018-11-01', today: '2018-10-30' }), /2018年11月1日 还没有到/);
  assert.match(told('deadline-not-reached', { due: Date.UTC(2018, 9, 30, 0, 42) }), /2018年10月30日 \d\d:42/);
  assert.match(
    told('quorum-missed', { eligible: 31, present: 12, needed: 16 }),
    /应到 31 人，实到 12 人，至少要 16 人/,
  );
});

test('a parameter that is missing leaves a dash, and an unknown code is told as it is', () => {
  assert.match(refusalText({ code: 'agenda-full', params: {} }, 'en'), /full: — items/);
  assert.equal(refusalText({ code: 'no-room', params: {} }, 'zh-Hans'), '没有办成。原因代码：no-room');
  assert.equal(refusalText({ code: 'no-room', params: {} }, 'en'), 'This was not done. Reason: no-room');
});

test('[CASE-04] a conflict says what changed and by whom, each once; whoever has no name here is somebody else', () => {
  const params = { changed: ['CaseAccepted', 'CaseAccepted', 'OfAHost', 'MeetingHeld'], by: ['p1', 'p2', 'p3'] };
  const refusal = { code: 'version-conflict', params };
  const nameOf = (person: string) => ({ p1: '王某某' })[person];
  assert.equal(
    refusalText(refusal, 'zh-Hans', undefined, nameOf),
    '王某某、别人刚刚改动过（受理、召开会议），请看一下最新情况再办。',
  );
  assert.match(refusalText(refusal, 'zh-Hant', undefined, nameOf), /^王某某、別人剛剛改動過（受理、召開會議）/);
  assert.match(
    refusalText(refusal, 'en', undefined, nameOf),
    /changed by 王某某, someone else \(Accepted, Meeting held\)/,
  );
  const bare = { code: 'version-conflict', params: {} };
  assert.equal(refusalText(bare, 'zh-Hans'), '别人刚刚改动过，请看一下最新情况再办。');
  assert.equal(
    refusalText(bare, 'en'),
    'It has just been changed by someone else. Look at how it stands now, then go on.',
  );
});
