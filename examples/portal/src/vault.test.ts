import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { createMspHandler, newKeyPair } from '@msp/sdk/server';
import { memoryStore } from '@msp/sdk/store/memory';
import { TENANT } from './people.js';
import { tokensWith } from './tokens.js';
import { Trouble } from './trouble.js';
import { openVault } from './vault.js';

it('a secret that is lost, broken or another one is noticed at the start, in a sentence that says what to do', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'msp-portal-'));
  try {
    const store = memoryStore();
    const vault = await openVault(folder, store);
    const tokens = tokensWith(await newKeyPair());
    const handler = createMspHandler({ store, vault, auth: tokens.auth });
    const token = await tokens.mint({ subject: 'neighbour', role: 'referrer', organisation: 'northgate-homes' });
    const raised = await handler(
      new Request('http://portal.example/v1/concerns', {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': 'key-of-a-test-000001',
        },
        body: JSON.stringify({ whatHappened: 'There is no food in the house.' }),
      }),
    );
    assert.equal(raised.status, 201);
    assert.equal((await store.listCases(TENANT)).cases.length, 1);
    await openVault(folder, store);
    const noticed = (error: unknown): boolean =>
      error instanceof Trouble && /does not hold the secret .+Put back the file/.test(error.message);
    await writeFile(join(folder, 'vault-secret'), 'broken');
    await assert.rejects(openVault(folder, store), noticed);
    await rm(join(folder, 'vault-secret'));
    await assert.rejects(openVault(folder, store), noticed);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
