import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offersAnswer, pageAnswer, sendAnswer } from '@keting/runtime/wire';
import { report, straightWay } from '../../runtime/desk/small-place.ts';
import { served } from './served.ts';

const injections = [
  `'; DROP TABLE events; --`,
  `1 OR 1=1`,
  `" onmouseover="alert(1)`,
  `<script>alert(document.cookie)</script>`,
  `<img src=x onerror=alert(1)>`,
  '${7*7} {{7*7}} <%= 7*7 %>',
  '$(touch /tmp/x) `id` | cat /etc/passwd',
  '../../../../etc/passwd',
  'javascript:alert(1)',
  'a\r\nset-cookie: session=1',
  'data: x\n\nevent: reset\n\n',
  '{"$ne":null}',
  '%00%0a %s%n',
  '=HYPERLINK("https://evil.test")',
  'a\u200Bb\u3000𠮷🌳',
  '__proto__',
];

/** Fields of the straight way that hold what people write, by command. */
const written: Readonly<Record<string, string>> = {
  ReportCase: 'text',
  DispatchCase: 'reason',
  HandleCase: 'result',
  ReplyCase: 'reply',
};

for (const injection of injections) {
  test(`[ALL-01] given ${JSON.stringify(injection)} in every text of a case, then it arrives as the text that it is`, async () => {
    const { ask } = served();
    // Long enough for the model, whatever the injection is.
    const text = `${injection} written by somebody who tries`;
    for (const [as, { type, data }] of straightWay('c1').slice(0, 6)) {
      const field = written[type];
      const body = { type, data: field === undefined ? data : { ...data, [field]: text } };
      const receipt = sendAnswer.parse(await (await ask('/commands', { as, body })).json());
      assert.ok('ok' in receipt && receipt.ok, `${type}: ${JSON.stringify(receipt)}`);
    }
    const contents = async (view: string, where: unknown) =>
      pageAnswer.parse(await (await ask(`/views/${view}`, { as: 'clerk', body: { where } })).json()).contents;
    const found = { ...(await contents('cases', { id: 'c1' })), ...(await contents('timeline', { case: 'c1' })) };
    const texts = Object.values(found);
    assert.equal(texts.length, 4, JSON.stringify(found));
    for (const one of texts) assert.equal(one, text);
  });

  test(`[ALL-01] given ${JSON.stringify(injection)} where an id or a value is asked for, then it finds nothing and breaks nothing`, async () => {
    const { ask } = served();
    await ask('/commands', { as: 'reporter', body: report('c1') });
    const rows = async (where: unknown) =>
      pageAnswer.parse(await (await ask('/views/cases', { as: 'clerk', body: { where } })).json()).rows.length;
    assert.deepEqual([await rows({ id: injection }), await rows({ stage: { in: [injection] } })], [0, 0]);
    assert.equal(await rows({ id: { prefix: injection } }), 0);
    const offers = await ask('/offers', { as: 'clerk', body: { streams: [`case/${injection}`] } });
    assert.deepEqual(offersAnswer.parse(await offers.json()), [[]]);
    const part = encodeURIComponent(injection);
    for (const path of [`/files/${part}`, `/live?views=${part}`, `/${part}`]) {
      assert.equal((await ask(path, { as: 'clerk' })).status, 404, path);
    }
    const told = await ask(`/news?views=cases&after=${part}`, { as: 'clerk' });
    assert.equal(told.status, 200);
    assert.match(await told.text(), /"complete":false/);
    for (const name of ['ReportCase', 'AcceptCase']) {
      const body = { type: name, data: { ...report('c2').data, case: injection } };
      const receipt = sendAnswer.parse(await (await ask('/commands', { as: 'clerk', body })).json());
      assert.ok('ok' in receipt && !receipt.ok, name);
    }
  });
}
