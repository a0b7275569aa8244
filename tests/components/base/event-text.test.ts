import { contexts } from '@keting/domain';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addEventTexts, eventText } from '../../../packages/components/src/base/event-text.ts';
import { eventTexts } from '../../../packages/components/src/base/events.texts.ts';
import { moreEventTexts } from '../../../packages/components/src/base/more-events.texts.ts';

const languages = ['zh-Hans', 'zh-Hant', 'en'] as const;
const types = contexts.flatMap(({ events }) => Object.keys(events));
const words = (language: (typeof languages)[number]) => ({ ...moreEventTexts[language], ...eventTexts[language] });

test('[ALL-04] whatever happens in any context has words in each language, and no words are for nothing', () => {
  assert.ok(types.length > 150, 'the contexts are found');
  for (const language of languages) assert.deepEqual(Object.keys(words(language)).sort(), [...types].sort(), language);
});

test('[ALL-04] an event has its words in one place alone', () => {
  const twice = Object.keys(moreEventTexts.en).filter((type) => type in eventTexts.en);
  assert.deepEqual(twice, []);
});

test('[ALL-04] no words for an event are in another language', () => {
  for (const text of Object.values(words('en'))) assert.match(text, /^[A-Z][\x20-\x7e]+$/);
  for (const text of Object.values(words('zh-Hant')))
    assert.doesNotMatch(text, /[这们会后务议设员门单岗签网专荣誉级动书补销临]/);
  for (const text of Object.values(words('zh-Hans')))
    assert.doesNotMatch(text, /[這們會後務議設員門單崗簽網專榮譽級動書補銷臨]/);
});

test('a host adds words: those of the other contexts, and those of its own', () => {
  assert.equal(eventText('CaseReported', 'zh-Hans'), '上报');
  assert.equal(eventText('WhistleBlown', 'zh-Hans'), undefined);
  addEventTexts(moreEventTexts);
  addEventTexts({
    'zh-Hans': { LampMended: '修好路灯' },
    'zh-Hant': { LampMended: '修好路燈' },
    en: { LampMended: 'Lamp mended' },
  });
  assert.equal(eventText('WhistleBlown', 'zh-Hans'), '吹哨');
  assert.equal(eventText('LampMended', 'en'), 'Lamp mended');
  assert.equal(eventText('CaseReported', 'zh-Hans'), '上报');
});
