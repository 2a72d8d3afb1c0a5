import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { startEmbeddedPostgres } from './embedded.js';
import { newFolder, removeFolders, startChild } from './embedded.test.kit.js';
import { identityOf } from './embedded/process-identity.js';
import { postgresStore } from './postgres.js';

// Tests that need no first start of their own go on with one folder, each leaving it stopped: a first start costs a second.
let shared: string;

before(async () => {
  shared = await newFolder();
});

after(removeFolders);

const serverOf = async (directory: string): Promise<number> =>
  Number((await readFile(join(directory, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);

const isAlive = (pid: number): boolean => identityOf(pid) !== undefined;

test('after kill -9 everything acknowledged is there, and the server that ran on alone is taken over', async () => {
  const kept: string[] = [];
  for (let cycle = 1; cycle <= 4; cycle += 1) {
    const child = startChild(shared, 'append');
    const before = kept.length;
    await child.until(() => child.said.length > 10 * cycle);
    await child.kill();
    kept.push(...child.said.flatMap(({ kept: caseId }) => caseId ?? []));
    assert.ok(kept.length > before);
    assert.ok(isAlive(await serverOf(shared)), 'the server runs on alone');
  }
  const orphan = await serverOf(shared);
  const server = await startEmbeddedPostgres({ directory: shared });
  assert.equal(server.fresh, false);
  assert.ok(!isAlive(orphan));
  const store = postgresStore(server);
  for (const caseId of kept) assert.equal((await store.readCase('ours', caseId))?.version, 1);
  await store.close();
  await server.stop();
});

test('a kill -9 at any moment of the first start leaves a folder that starts', async () => {
  for (const delay of [300, 600, 1000]) {
    const directory = await newFolder();
    const child = startChild(directory, 'wait');
    await wait(delay);
    await child.kill();
    const server = await startEmbeddedPostgres({ directory });
    await server.stop();
    const left = (await readdir(directory)).filter((name) => name.startsWith('lock-'));
    assert.deepEqual(left, []);
  }
});

test('a server killed alone, and one killed with its process, start again', async () => {
  const child = startChild(shared, 'append');
  await child.until(({ kept }) => kept !== undefined);
  process.kill(await serverOf(shared), 'SIGKILL');
  await child.kill();
  const server = await startEmbeddedPostgres({ directory: shared });
  const store = postgresStore(server);
  const kept = child.said.flatMap(({ kept: caseId }) => caseId ?? []);
  for (const caseId of kept) assert.equal((await store.readCase('ours', caseId))?.version, 1);
  await store.close();
  await server.stop();
});

test('a second living process on the same folder is told so at once, and harms nothing', async () => {
  const child = startChild(shared, 'append');
  await child.until(({ kept }) => kept !== undefined);
  const started = Date.now();
  await assert.rejects(startEmbeddedPostgres({ directory: shared }), (error: Error & { code?: string }) => {
    assert.equal(error.code, 'data-folder-in-use');
    assert.match(
      error.message,
      /in use by a running process \(\d+\)\. Stop that one first, or choose another folder\.$/,
    );
    assert.ok(error.message.includes(`(${child.process.pid})`));
    return true;
  });
  assert.ok(Date.now() - started < 1_000);
  const soFar = child.said.length;
  await child.until(() => child.said.length > soFar + 5);
  await child.kill();
});

test('of several processes that start at the same time on one folder exactly one gets it', async () => {
  const children = [1, 2, 3, 4].map(() => startChild(shared, 'wait'));
  const said = await Promise.all(children.map((child) => child.until(() => child.said.length > 0)));
  assert.equal(said.filter(({ started }) => started).length, 1);
  assert.equal(said.filter(({ code }) => code === 'data-folder-in-use').length, 3);
  await Promise.all(children.map((child) => child.kill()));
  const server = await startEmbeddedPostgres({ directory: shared });
  await server.stop();
});

test('a lock and a server file whose process numbers belong to strangers now are taken over', async () => {
  const first = await startEmbeddedPostgres({ directory: shared });
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const file = join(shared, 'postgres', 'postmaster.pid');
  const lines = (await readFile(file, 'utf8')).split('\n');
  await first.stop();
  for (const pid of [stranger.pid, process.pid, 1]) {
    await writeFile(file, [String(pid), ...lines.slice(1)].join('\n'));
    await writeFile(join(shared, `lock-${pid}-0123456789abcdef-01234567`), 'held');
    const server = await startEmbeddedPostgres({ directory: shared });
    await server.stop();
  }
  assert.equal(stranger.exitCode, null, 'the stranger lives on');
  stranger.kill();
});

test('a process that ends without stopping its server does not leave it running', async () => {
  const child = startChild(shared, 'exit');
  await child.until(({ started }) => started === true);
  assert.equal(await child.ended, 0);
  for (let tries = 0; tries < 200; tries += 1) {
    const pid = await serverOf(shared).catch(() => undefined);
    if (pid === undefined || !isAlive(pid)) return;
    await wait(50);
  }
  assert.fail('the server is still running');
});
