import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createMspClient, newIdempotencyKey } from './client/index.js';

// Inside the package, so that the examples find it by its published name.
const folder = new URL('../.cache/readme/', import.meta.url);
const children: ChildProcess[] = [];

after(() => {
  for (const child of children) child.kill();
});

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

const run = (file: string): { child: ChildProcess; output: Promise<string> } => {
  const child = spawn(process.execPath, [fileURLToPath(new URL(file, folder))], {
    cwd: fileURLToPath(folder),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  let written = '';
  child.stdout.on('data', (chunk: Buffer) => {
    written += chunk.toString();
  });
  return { child, output: new Promise((resolve) => child.on('close', () => resolve(written))) };
};

const answering = async (url: string): Promise<void> => {
  for (let left = 200; left > 0; left -= 1) {
    if (
      await fetch(url).then(
        (response) => response.ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail('the server did not start within ten seconds');
};

test('the server and the client of the README work as they stand', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const port = String(await freePort());
  await mkdir(folder, { recursive: true });
  const blocks = [...readme.matchAll(/```js (\w+\.mjs)\n([\s\S]*?)```/g)];
  assert.deepEqual(
    blocks.map(([, file]) => file),
    ['server.mjs', 'client.mjs'],
  );
  for (const [, file = '', code = ''] of blocks) {
    assert.ok(code.trim().split('\n').length <= 20, `${file} has at most twenty lines`);
    await writeFile(new URL(file, folder), code.replaceAll('8080', port));
  }
  run('server.mjs');
  await answering(`http://localhost:${port}/health/live`);
  assert.match(await run('client.mjs').output, /^Received as MSP-[2-9A-Z]{4}-[2-9A-Z]{4}\.\n$/);
});

test('the server and the receiver of OPERATIONS.md work as they stand: a page without a back end raises a concern, and the case system hears of it', async () => {
  const guide = await readFile(new URL('../OPERATIONS.md', import.meta.url), 'utf8');
  const [port, other] = [String(await freePort()), String(await freePort())];
  await mkdir(folder, { recursive: true });
  const blocks = [...guide.matchAll(/```(?:js|json) (\S+)\n([\s\S]*?)```/g)];
  assert.deepEqual(
    blocks.map(([, file]) => file),
    ['council.mjs', 'settings.json', 'receiver.mjs', 'rotate.mjs'],
  );
  for (const [, file = '', code = ''] of blocks)
    await writeFile(new URL(file, folder), code.replaceAll('8080', port).replaceAll('8081', other));
  const receiver = run('receiver.mjs');
  const council = run('council.mjs');
  await answering(`http://localhost:${port}/health/ready`);
  await answering(`http://localhost:${port}/form/larkshire`);
  const client = createMspClient({
    endpoint: `http://localhost:${port}`,
    siteKey: 'site.larkshire.7KQ2XW4HDR9MTC3P',
    fetch: (url, init) => {
      const headers = new Headers(init?.headers);
      headers.set('origin', 'https://www.larkshire.example');
      return fetch(url, { ...init, headers });
    },
  });
  const { reference } = await client.raiseConcern(
    { whatHappened: 'There is no food in the house.' },
    { idempotencyKey: newIdempotencyKey() },
  );
  const heard = await new Promise<string>((resolve) =>
    receiver.child.stdout?.once('data', (said: Buffer) => resolve(String(said))),
  );
  assert.equal(heard, `concern.raised ${reference}\n`);
  council.child.kill('SIGTERM');
  await council.output;
  assert.equal(council.child.exitCode, 0, 'it stops by itself');
  assert.equal(await run('rotate.mjs').output, 'larkshire: 0 of 0 keys wrapped anew, 0 left\n');
});
