import assert from 'node:assert/strict';
import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startEmbeddedPostgres } from './embedded.js';
import { newFolder, removeFolders } from './embedded.test.kit.js';
import { migrate, postgresStore } from './postgres.js';
import { query } from './postgres.test.kit.js';
import { append, newCaseId } from './suite/sample.js';

// A first start costs a second: only the first test makes one.
let directory: string;

before(async () => {
  directory = join(await newFolder(), 'made', 'on', 'the way');
});

after(removeFolders);

test('a first start makes the database, and a second one finds it with all that is in it', async () => {
  const first = await startEmbeddedPostgres({ directory });
  assert.equal(first.fresh, true);
  await migrate(first);
  const store = postgresStore(first);
  const input = append({ tenant: 'ours', caseId: newCaseId(), words: 'still there' });
  await store.append(input);
  await store.close();
  await first.stop();
  await first.stop();

  const second = await startEmbeddedPostgres({ directory });
  assert.equal(second.fresh, false);
  const again = postgresStore(second);
  assert.deepEqual((await again.readCase('ours', input.caseId))?.events, input.events);
  await again.close();
  await second.stop();
  assert.deepEqual((await readdir(directory)).toSorted(), ['password', 'postgres', 'postgres.log']);
});

test('the server listens on this machine alone, asks for its password, keeps what it acknowledges and logs no words', async () => {
  const server = await startEmbeddedPostgres({ directory });
  const names = [
    'listen_addresses',
    'unix_socket_directories',
    'fsync',
    'synchronous_commit',
    'full_page_writes',
    'log_error_verbosity',
    'log_min_error_statement',
    'log_parameter_max_length_on_error',
  ];
  const settings = await query(
    server.connectionString,
    'SELECT name, setting FROM pg_settings WHERE name = ANY ($1) ORDER BY array_position($1, name)',
    [names],
  );
  assert.deepEqual(
    settings.map(({ setting }) => setting),
    ['127.0.0.1', '', 'on', 'on', 'on', 'terse', 'panic', '0'],
  );
  const wrong = new URL(server.connectionString);
  wrong.password = 'password';
  await assert.rejects(query(wrong.href, 'SELECT 1'), { code: '28P01' });

  const password = join(directory, 'password');
  assert.equal((await stat(password)).mode & 0o777, 0o600);
  assert.equal((await stat(join(directory, 'postgres'))).mode & 0o777, 0o700);
  const secret = (await readFile(password, 'utf8')).trim();
  assert.ok(secret.length >= 32);
  await assert.rejects(query(server.connectionString, `SELECT 'canary-52' FROM nowhere`));
  await server.stop();
  const log = await readFile(join(directory, 'postgres.log'), 'utf8');
  assert.ok(!log.includes(secret) && !log.includes('canary-52'));
});

test('a folder that cannot be written to is said so, with the way out', async () => {
  const file = join(await newFolder(), 'a-file');
  await writeFile(file, '');
  await assert.rejects(startEmbeddedPostgres({ directory: join(file, 'data') }), (error: Error & { code?: string }) => {
    assert.equal(error.code, 'data-folder-unwritable');
    assert.match(error.message, /cannot be written to.*choose another folder\.$/);
    return true;
  });
});

test('a port that is busy is said so, and the folder is free again', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await assert.rejects(startEmbeddedPostgres({ directory, port }), (error: Error & { code?: string }) => {
    assert.equal(error.code, 'port-busy');
    assert.match(error.message, new RegExp(`Port ${port} is used by another program`));
    return true;
  });
  await new Promise((resolve) => other.close(resolve));
  const server = await startEmbeddedPostgres({ directory, port });
  assert.equal(new URL(server.connectionString).port, String(port));
  await server.stop();
});

test('a folder of another version of PostgreSQL is left alone', async () => {
  await writeFile(join(directory, 'postgres', 'PG_VERSION'), '12\n');
  await assert.rejects(startEmbeddedPostgres({ directory }), { name: 'StoreError', code: 'data-folder-other-version' });
});
