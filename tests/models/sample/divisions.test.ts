import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { luqiaoDivisions } from '../../../packages/models/src/luqiao/data/divisions.ts';
import { parseDivisions, type Division, type DivisionMistake } from '../../../packages/models/src/sample/divisions.ts';
import { runs } from '../../support/runs.ts';

const HEADER = 'code,name,parent,level';
const table = (...lines: string[]): string => [HEADER, ...lines].join('\n');

function divisionsOf(text: string): readonly Division[] {
  const parsed = parseDivisions(text);
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.divisions;
}

function mistakesOf(text: string): readonly DivisionMistake[] {
  const parsed = parseDivisions(text);
  assert.ok(!parsed.ok, 'the table should be refused');
  return parsed.mistakes;
}

test('[ORG-01] the table of Luqiao holds 12 streets and towns and 228 villages and communities', () => {
  const divisions = divisionsOf(luqiaoDivisions);
  const count = (level: string): number => divisions.filter((division) => division.level === level).length;
  assert.deepEqual([count('county'), count('township'), count('village')], [1, 12, 228]);
  assert.deepEqual(
    divisions.find(({ code }) => code === '331004001004'),
    { code: '331004001004', name: '迎宾社区', parent: '331004001', level: 'village' },
  );
});

test('[ORG-01] a division without a parent in the table is refused as an orphan, with both codes and its line', () => {
  assert.deepEqual(mistakesOf(table('33,浙江省,,province', '331004,路桥区,3310,county')), [
    { code: 'division-orphan', ids: ['331004', '3310'], line: 3 },
  ]);
});

test('[ORG-01] a code given twice is refused where it is given again', () => {
  assert.deepEqual(mistakesOf(table('33,浙江省,,province', '3310,台州市,33,city', '3310,台州,33,city')), [
    { code: 'division-duplicate', ids: ['3310'], line: 4 },
  ]);
});

test('[ORG-01] a code of the wrong length for its level, or with other signs than digits, is refused', () => {
  assert.deepEqual(mistakesOf(table('33,浙江省,,province', '331,台州市,33,city', '33A0,台州市,33,city')), [
    { code: 'division-code-invalid', ids: ['331'], line: 3 },
    { code: 'division-code-invalid', ids: ['33A0'], line: 4 },
  ]);
});

test('[ORG-01] divisions that stand under one another in a circle are refused once, with all their codes', () => {
  const circle = table('331004001,路南街道,331004002,township', '331004002,路桥街道,331004001,township');
  assert.deepEqual(mistakesOf(circle), [{ code: 'division-cycle', ids: ['331004001', '331004002'], line: 2 }]);
});

test('[ORG-01] a division that hangs on a circle is not part of it', () => {
  const circle = table(
    '331004001004,迎宾社区,331004001,village',
    '331004001,路南街道,331004002,township',
    '331004002,路桥街道,331004001,township',
  );
  assert.deepEqual(mistakesOf(circle), [{ code: 'division-cycle', ids: ['331004001', '331004002'], line: 3 }]);
});

test('[ORG-01] a division under itself is a circle of one', () => {
  assert.deepEqual(mistakesOf(table('33,浙江省,33,province')), [{ code: 'division-cycle', ids: ['33'], line: 2 }]);
});

test('[ORG-01] a missing column, a line too short or too long, a name left out and an unknown level are malformed', () => {
  const malformed = (line: number): DivisionMistake => ({ code: 'division-file-malformed', ids: [], line });
  assert.deepEqual(mistakesOf('code,name,level\n33,浙江省,province'), [malformed(1)]);
  assert.deepEqual(mistakesOf(table('33,浙江省', '33,,,province', '33,浙江省,,kingdom', '33,浙江省,,province,china')), [
    malformed(2),
    malformed(3),
    malformed(4),
    malformed(5),
  ]);
});

test('[ORG-01] a file that is empty, or has a header alone, is malformed', () => {
  assert.equal(mistakesOf('')[0]?.code, 'division-file-malformed');
  assert.equal(mistakesOf(HEADER)[0]?.code, 'division-file-malformed');
});

test('[ORG-01] all mistakes of a table are told at once, in the order of its lines', () => {
  const wrong = table('33,浙江省,,province', '3310,台州市,99,city', '33,浙江,,province', 'oops');
  assert.deepEqual(
    mistakesOf(wrong).map(({ code, line }) => [line, code]),
    [
      [3, 'division-orphan'],
      [4, 'division-duplicate'],
      [5, 'division-file-malformed'],
    ],
  );
});

test('[ORG-01] a byte order mark, Windows line ends, blank lines and another order of columns do no harm', () => {
  assert.deepEqual(divisionsOf('\uFEFFlevel,parent,name,code\r\nprovince,,浙江省,33\r\n\r\ncity,33,台州市,3310\r\n'), [
    { code: '33', name: '浙江省', level: 'province' },
    { code: '3310', name: '台州市', parent: '33', level: 'city' },
  ]);
});

test('[ORG-01] no text whatever makes the reader throw', () => {
  const scraps = fc.constantFrom('33', '3310', '331004', '浙江省', 'province', 'city', '', ',', '\n', '"', '\uFEFF');
  fc.assert(
    fc.property(fc.array(scraps, { maxLength: 40 }), fc.string(), (parts, tail) => {
      const parsed = parseDivisions(`${HEADER}\n${parts.join(',')}\n${tail}`);
      assert.ok(parsed.ok || parsed.mistakes.length > 0);
    }),
    { numRuns: runs() },
  );
});
