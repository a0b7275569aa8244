import { commandId, person, personId } from '@keting/domain';
import { Trouble } from '@keting/runtime';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLog, logRequest, logTrouble, type Log } from '../../../packages/server/src/running/log.ts';

const id = commandId.parse('01930000-0000-7000-8000-000000000001');

/** What of people and secrets must never be written. */
const secrets = ['王小明', 'resident-7', 'eyJhbGciOi', 'hunter2-hunter2', '13800000000', '路灯不亮'];

function written(write: (log: Log) => void): readonly Readonly<Record<string, unknown>>[] {
  const lines: string[] = [];
  write(createLog('debug', { write: (line: string) => lines.push(line) }));
  for (const secret of secrets) assert.ok(!lines.join('').includes(secret), `${secret} was written: ${lines.join('')}`);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('a request is one line of JSON: method, pattern of the way, status, time and its id', () => {
  const answered = { method: 'POST', route: '/views/:view', status: 200, seconds: 0.01234, request: 'r-1' };
  const [line] = written((log) => logRequest(log, answered));
  assert.ok(line !== undefined);
  const { time, ...rest } = line;
  assert.match(String(time), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  assert.deepEqual(rest, {
    level: 'info',
    request: 'r-1',
    method: 'POST',
    route: '/views/:view',
    status: 200,
    ms: 12.3,
    msg: 'request',
  });
});

test('a field that is not on the list of what may be written is withheld, at any depth', () => {
  const [line] = written((log) => {
    const personal = { name: '王小明', person: 'resident-7', phone: '13800000000', text: '路灯不亮' };
    const headers = { authorization: 'Bearer eyJhbGciOi', cookie: 'hunter2-hunter2' };
    const url = '/files/resident-7?token=eyJhbGciOi';
    log.warn({ ...personal, headers, url, cause: { personal }, at: [personal] }, 'odd');
  });
  assert.equal(line?.['name'], '[withheld]');
  assert.deepEqual(line['cause'], { personal: '[withheld]' });
});

test('of an error its name, code and place are written, never its message', () => {
  const [line] = written((log) => {
    const cause = Object.assign(new Error('duplicate key (name)=(王小明)'), { code: '23505' });
    logTrouble(log, new TypeError('路灯不亮 is not JSON', { cause }));
  });
  assert.equal(line?.['error'], 'TypeError');
  assert.equal((line['cause'] as Record<string, unknown>)['code'], '23505');
});

test('of an error no line of its message is written, though it looks like a place', () => {
  const [line] = written((log) => {
    logTrouble(log, new TypeError('odd\n    at 路灯不亮 (resident-7:1:2)\n    at hunter2-hunter2'));
  });
  assert.match(JSON.stringify(line?.['at']), /log\.test\.ts/);
  const [changed] = written((log) => {
    const error = new Error('odd\n    at 路灯不亮 (resident-7:1:2)');
    assert.match(error.stack ?? '', /odd/, 'it is written down now');
    error.message = 'another';
    logTrouble(log, error);
  });
  assert.deepEqual(changed?.['at'], []);
});

test('an error that is logged as a field does not show its message either', () => {
  const [line] = written((log) => log.error({ err: new Error('hunter2-hunter2') }, 'failed'));
  assert.equal(line?.['err'], '[withheld]');
});

test('of a command that the desk sent by itself its type and the code of the refusal are written', () => {
  const refusal = { code: 'not-found', rule: 'CASE-03', ids: ['resident-7'], params: {} };
  const data = { text: '路灯不亮', person: person(personId.parse('resident-7')) };
  const [line] = written((log) =>
    logTrouble(log, new Trouble({ type: 'CallMeeting', data }, { ok: false, id, refusal })),
  );
  assert.equal(line?.['command'], 'CallMeeting');
  assert.equal(line['outcome'], 'not-found');
});
