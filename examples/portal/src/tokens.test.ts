import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newKeyPair } from '@msp/sdk/server';
import { tokenFor, tokensWith } from './tokens.js';

const caseId = '01960000-0000-7000-8000-000000000002';

const asked = async (query: string) => {
  const tokens = tokensWith(await newKeyPair());
  const token = await tokenFor(tokens, new URLSearchParams(query));
  if (token === undefined) return undefined;
  const request = new Request('http://portal.example/', { headers: { Authorization: `Bearer ${token}` } });
  const identity = await tokens.auth(request, new Date());
  const { expiresAt, ...who } = identity ?? {};
  if (identity) assert.ok((expiresAt ?? 0) > Date.now());
  return identity && who;
};

describe('tokenFor', () => {
  it('signs in somebody of this example, in their own role and for the one council', async () => {
    const identity = await asked('as=priya');
    assert.deepEqual(identity, {
      tenant: 'larkshire',
      role: 'manager',
      subject: 'priya-raman',
      organisation: 'larkshire-council',
    });
  });

  it('lets the adult reach their own case and nothing else', async () => {
    assert.deepEqual(await asked(`as=person&case=${caseId}`), {
      tenant: 'larkshire',
      role: 'person',
      subject: `adult-of-${caseId}`,
      organisation: 'the-adult',
      caseId,
    });
  });

  for (const query of ['', 'as=', 'as=nobody', 'as=person', 'as=person&case=all', 'as=constructor', 'as=system']) {
    it(`gives nothing for “${query}”`, async () => assert.equal(await asked(query), undefined));
  }

  it('gives tokens that no other key’s owner believes', async () => {
    const [ours, others] = [tokensWith(await newKeyPair()), tokensWith(await newKeyPair())];
    const token = await tokenFor(ours, new URLSearchParams('as=sam'));
    const request = new Request('http://portal.example/', { headers: { Authorization: `Bearer ${token ?? ''}` } });
    assert.equal(await others.auth(request, new Date()), undefined);
  });
});
