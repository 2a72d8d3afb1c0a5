import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMspHandler, localVault, newKeyPair, newVaultSecret } from '@msp/sdk/server';
import { memoryStore } from '@msp/sdk/store/memory';
import { replay, whatCanHappen } from '@msp/workflows';
import { TENANT } from '../people.js';
import { tokensWith } from '../tokens.js';
import { sampleLoader } from './load.js';

const vault = localVault(newVaultSecret());

const given = async () => {
  const store = memoryStore();
  const tokens = tokensWith(await newKeyPair());
  const cases = async () => (await store.listCases(TENANT)).cases;
  return { store, tokens, cases, load: sampleLoader(store, vault, tokens) };
};

describe('the sample cases', () => {
  it('stand in every stage, from concern to closed', async () => {
    const { load, cases } = await given();
    assert.equal(await load(), true);
    const stages = new Set((await cases()).map(({ stage }) => stage));
    assert.deepEqual(
      [...stages].sort(),
      ['check-ins', 'closed', 'closure', 'concern', 'outcomes', 'step-down', 'threshold'].sort(),
    );
  });

  it('have one in which somebody is in danger now', async () => {
    const { load, cases } = await given();
    await load();
    assert.equal((await cases()).filter(({ danger }) => danger).length, 1);
  });

  it('have one that waits for a second look, and one where an assessment is still owed', async () => {
    const { load, cases, store } = await given();
    await load();
    const codes: string[] = [];
    for (const { caseId, stage } of await cases()) {
      const kept = await store.readCase(TENANT, caseId);
      const type = stage === 'closure' ? 'closure.agreed' : 'case.closed';
      const found = whatCanHappen(replay(kept?.events ?? [])).find((what) => what.type === type);
      codes.push(...(found?.blockers ?? []).map(({ code }) => code));
    }
    assert.ok(codes.includes('second-look-needed'));
    assert.ok(codes.includes('assessment-still-owed'));
  });

  it('are loaded once, however often and in whatever haste somebody presses', async () => {
    const { load, cases } = await given();
    await Promise.all([load(), load()]);
    const first = await cases();
    assert.equal(await load(), false);
    assert.deepEqual(await cases(), first);
  });

  it('are left as they are where somebody has worked on one of them', async () => {
    const { load, cases, store, tokens } = await given();
    await load();
    const one = (await cases()).find(({ stage }) => stage === 'concern');
    assert.ok(one);
    const handler = createMspHandler({ store, vault, auth: tokens.auth });
    const answer = await handler(
      new Request(`http://portal.example/v1/cases/${one.caseId}/events`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${await tokens.mint({ subject: 'sam-okoro', role: 'practitioner', organisation: 'larkshire-council' })}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': 'a-key-of-its-own-1',
          'If-Match': `"${one.version}"`,
        },
        body: JSON.stringify({ type: 'concern.acknowledged' }),
      }),
    );
    assert.equal(answer.status, 201);
    assert.equal(await load(), false);
  });
});
