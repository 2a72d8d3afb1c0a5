import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ledger, replay } from '@msp/workflows';
import type { Receipt } from '../../contract.js';
import { memoryStore } from '../../store/memory.js';
import { fileVault } from '../file-vault.js';
import { CANARY, aKey, testServer, testVault } from '../handler.test.kit.js';
import { UnreadableError } from './cipher.js';
import { hash } from '../hash.js';
import { bare } from './keep-words.js';
import { localVault, newVaultSecret } from './vault.js';

const words = { with: ['person'], how: 'phone', freeToSpeak: 'yes', words: `${CANARY}: “I want my card back” 👵🏽` };

/** A case with two entries that hold somebody’s words. */
const spokenWith = async (server = testServer()) => {
  const raised = await server.send('POST', '/v1/concerns', {
    as: { role: 'referrer' },
    key: aKey(),
    body: { whatHappened: `${CANARY} takes her bank card.` },
  });
  const { caseId } = (await raised.json()) as Receipt;
  const answer = await server.send('POST', `/v1/cases/${caseId}/events`, {
    as: { role: 'practitioner' },
    key: aKey(),
    version: 1,
    body: { type: 'conversation.held', data: words },
  });
  assert.equal(answer.status, 201);
  return { server, caseId };
};

test('what people wrote is nowhere in the store, and comes back to the letter', async () => {
  const { server, caseId } = await spokenWith();
  const kept = await server.store.readCase('council', caseId);
  assert.ok(!JSON.stringify(kept).includes('canary') && !JSON.stringify(kept).includes(CANARY));
  assert.equal(kept?.events.length, 2);
  assert.deepEqual((await server.recordOf(caseId))[1]?.data, words);
});

test('codes stay readable beside the ciphertext, so that a case can be listed, counted and replayed without its words', async () => {
  const { server, caseId } = await spokenWith();
  const kept = await server.store.readCase('council', caseId);
  const { words: _, ...codes } = words;
  assert.deepEqual(kept?.events[1]?.data, { ...codes, words: '[erased]' });
  const apart = replay((kept?.events ?? []).map(bare));
  assert.deepEqual(apart.state, replay(await server.recordOf(caseId)).state);
});

test('each entry is sealed to the chain of its case', async () => {
  const { server, caseId } = await spokenWith();
  const record = await server.recordOf(caseId);
  assert.equal(ledger.verify(record, { hash }).ok, true);
  const [first, second] = record;
  assert.ok(first && second);
  assert.deepEqual(ledger.verify([{ ...first, at: '2020-01-01T00:00:00Z' }, second], { hash }), {
    ...ledger.verify([{ ...first, at: '2020-01-01T00:00:00Z' }, second], { hash }),
    ok: false,
    fault: 'changed',
    at: 1,
  });
  const kept = (await server.store.readCase('council', caseId))?.events ?? [];
  const without = ledger.verify(kept.map(({ words: _, ...event }) => event) as typeof record, { hash });
  assert.equal(without.ok && without.says, 'redacted, chain intact');
});

test('once the key is destroyed nobody reads the words again; the case still opens, and still verifies', async () => {
  const { server, caseId } = await spokenWith();
  assert.equal(await server.store.eraseWords('council', caseId, { subject: 'manager-1' }), true);
  const record = await server.recordOf(caseId);
  assert.ok(!JSON.stringify(record).includes(CANARY));
  const verified = ledger.verify(record, { hash });
  assert.equal(verified.ok && verified.says, 'redacted, chain intact');
  const read = await server.send('GET', `/v1/cases/${caseId}`, { as: { role: 'practitioner' } });
  assert.equal(read.status, 200);
  assert.match(await read.text(), /\[erased\]/);
});

test('a case whose words were erased takes new words, under a new key, on the same chain', async () => {
  const { server, caseId } = await spokenWith();
  await server.store.eraseWords('council', caseId, { subject: 'manager-1' });
  const answer = await server.send('POST', `/v1/cases/${caseId}/events`, {
    as: { role: 'practitioner' },
    key: aKey(),
    version: 2,
    body: { type: 'conversation.held', data: { ...words, words: 'New.' } },
  });
  assert.equal(answer.status, 201);
  const record = await server.recordOf(caseId);
  assert.deepEqual(
    record.map(({ data }) => (data as { words?: string; whatHappened?: string }).words ?? '[erased]'),
    ['[erased]', '[erased]', 'New.'],
  );
  assert.equal(ledger.verify(record, { hash }).ok, true);
});

test('words belong to their place: moved to another entry, case or tenant they are not read, and nothing is said of them', async () => {
  const { server, caseId } = await spokenWith();
  const { caseId: otherId } = await spokenWith(server);
  const [kept, other] = [
    await server.store.readCase('council', caseId),
    await server.store.readCase('council', otherId),
  ];
  assert.ok(kept && other);
  const readWith = async (record: typeof kept, vault = testVault) => {
    const store = { ...memoryStore(), readCase: async () => record };
    const moved = testServer({ store, vault });
    const answer = await moved.send('GET', `/v1/cases/${caseId}`, { as: { role: 'practitioner' } });
    const said = await answer.text();
    assert.equal(said.includes(CANARY), answer.status === 200);
    assert.ok(!JSON.stringify(moved.log).includes(CANARY));
    return answer.status;
  };
  const [one, two] = kept.events;
  assert.ok(one && two && one.words && two.words);
  assert.equal(await readWith(kept), 200);
  assert.equal(await readWith({ ...kept, events: [{ ...one, words: two.words }, two] }), 500);
  const asOurs = (text = ''): string => `${one.words?.split(':')[0] ?? ''}:${text.split(':')[1] ?? ''}`;
  const theirs = other.events.map((event, index) => ({ ...kept.events[index], words: asOurs(event.words) }));
  assert.equal(await readWith({ ...kept, events: theirs as typeof kept.events }), 500);
  assert.equal(await readWith({ ...kept, key: asOurs(other.key) }), 500);
  assert.equal(await readWith({ ...kept, events: [{ ...one, words: `${one.words.slice(0, -2)}AA` }, two] }), 500);
  assert.equal(await readWith(kept, localVault(newVaultSecret())), 500);
});

test('a vault gives a tenant its own key alone', async () => {
  const vault = localVault(newVaultSecret());
  const key = newVaultSecret();
  const wrapped = await vault.wrap('ours', key);
  assert.deepEqual(await vault.unwrap('ours', wrapped), key);
  await assert.rejects(vault.unwrap('theirs', wrapped), UnreadableError);
  await assert.rejects(localVault(newVaultSecret()).unwrap('ours', wrapped), { code: 'words-unreadable' });
  await assert.rejects(vault.unwrap('ours', `v2.${wrapped.slice(3)}`), UnreadableError);
  await assert.rejects(vault.unwrap('ours', ''), UnreadableError);
  assert.notEqual(await vault.wrap('ours', key), wrapped, 'the same key is never wrapped alike twice');
  assert.throws(() => localVault(new Uint8Array(16)), /16 bytes and needs 32/);
  assert.throws(() => localVault([]), /no secret/);
});

test('what was wrapped before secrets had names is opened by whichever secret did it, and is not taken for the newest', async () => {
  const [secret, key] = [newVaultSecret(), newVaultSecret()];
  const wrapped = await localVault(secret).wrap('ours', key);
  const unnamed = wrapped.slice(wrapped.indexOf('.') + 1);
  assert.match(unnamed, /^v1\./);
  for (const vault of [localVault(secret), localVault([newVaultSecret(), secret])]) {
    assert.deepEqual(await vault.unwrap('ours', unnamed), key);
    assert.equal(await vault.isNewest('ours', unnamed), false);
    await assert.rejects(vault.unwrap('theirs', unnamed), UnreadableError);
  }
  await assert.rejects(localVault(newVaultSecret()).unwrap('ours', unnamed), UnreadableError);
});

test('a file vault makes its secret once, where only this user reads it, and refuses a file that holds none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'msp-vault-'));
  try {
    const file = join(folder, 'deep', 'secret');
    const [one, two] = await Promise.all([fileVault(file), fileVault(file)]);
    const key = newVaultSecret();
    assert.deepEqual(await two.unwrap('ours', await one.wrap('ours', key)), key);
    assert.deepEqual(await (await fileVault(file)).unwrap('ours', await one.wrap('ours', key)), key);
    if (process.platform !== 'win32') assert.equal((await stat(file)).mode & 0o077, 0);
    assert.match(await readFile(file, 'utf8'), /^[\w-]{43}\n$/);
    const wrapped = await one.wrap('ours', key);
    const old = await readFile(file, 'utf8');
    const newest = Buffer.from(newVaultSecret()).toString('base64url');
    await writeFile(file, `${newest}\n${old}`);
    const both = await fileVault(file);
    assert.deepEqual(await both.unwrap('ours', wrapped), key);
    assert.equal(await both.isNewest('ours', wrapped), false);
    assert.equal(await both.isNewest('ours', await both.wrap('ours', key)), true);
    await writeFile(file, `${newest}${old}`);
    await assert.rejects(fileVault(file), /64 bytes and needs 32/, 'two on one line');
    await writeFile(file, newest);
    await assert.rejects((await fileVault(file)).unwrap('ours', wrapped), UnreadableError);
    await writeFile(file, '');
    await assert.rejects(fileVault(file), /0 bytes and needs 32/);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
