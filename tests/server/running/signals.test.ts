import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test, type TestContext } from 'node:test';
import * as z from 'zod';
import { root } from '../../../scripts/workspace.ts';
import { newFolder } from '../files/files-kit.ts';

const said = z.object({ msg: z.string(), port: z.number().optional() });

/** The program as a supervisor starts it. */
async function started(t: TestContext) {
  const env = { ...process.env, SIGN_IN: 'demo', PORT: '0', OPERATIONS_PORT: '0', DATA_FOLDER: await newFolder() };
  const program = join(root, 'packages/server/src/keting-server.ts');
  const child = spawn(process.execPath, ['--conditions=keting-source', program], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  /** The next line of the log that says this. */
  const line = async (message: string): Promise<z.infer<typeof said>> => {
    for (;;) {
      const next = await lines.next();
      assert.ok(next.done !== true, `the log ended before it said: ${message}`);
      const read = said.parse(JSON.parse(next.value));
      if (read.msg === message) return read;
    }
  };
  const { port = 0 } = await line('the desk is open');
  return { child, line, port };
}

test('a server that is asked to stop ends in order', async (t) => {
  const { child, line } = await started(t);
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await line('stopped');
  assert.deepEqual(await exit, [0, null]);
});

test('a second signal ends a server at once, whatever still runs', async (t) => {
  const { child, line, port } = await started(t);
  const exit = once(child, 'exit');
  // A request whose body never comes; the server has read its head when it says to go on.
  const socket = connect(port, '127.0.0.1');
  socket.write('POST /keting/v1/can HTTP/1.1\r\nhost: desk\r\nexpect: 100-continue\r\n');
  socket.write('content-type: application/json\r\ncontent-length: 9\r\n\r\n');
  await once(socket, 'data');
  socket.on('error', () => undefined);
  child.kill('SIGTERM');
  await line('stopping');
  child.kill('SIGINT');
  assert.deepEqual(await exit, [1, null]);
  socket.destroy();
});
