import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../handler.test.kit.js';

const server = testServer({ allowedOrigins: ['https://portal.example', 'http://localhost:8080'] });
const preflight = (origin: string): Promise<Response> =>
  server.send('OPTIONS', '/v1/concerns', {
    headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
  });

test('a page of an allowed origin may call with what the contract needs, and read what it answers', async () => {
  for (const origin of ['https://portal.example', 'http://localhost:8080']) {
    const { status, headers } = await preflight(origin);
    assert.equal(status, 204);
    assert.equal(headers.get('access-control-allow-origin'), origin);
    assert.equal(headers.get('access-control-allow-methods'), 'GET, POST');
    for (const name of ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-Match', 'MSP-API-Version']) {
      assert.ok(headers.get('access-control-allow-headers')?.split(', ').includes(name), name);
    }
    const answer = await server.send('GET', '/v1/cases', { as: { role: 'manager' }, headers: { origin } });
    assert.equal(answer.headers.get('access-control-allow-origin'), origin);
    assert.match(answer.headers.get('access-control-expose-headers') ?? '', /ETag/);
    assert.equal(answer.headers.get('access-control-allow-credentials'), null);
  }
});

test('a refusal can be read by a page of an allowed origin too', async () => {
  const response = await server.send('GET', '/v1/cases', { headers: { origin: 'https://portal.example' } });
  assert.equal(response.status, 401);
  assert.equal(response.headers.get('access-control-allow-origin'), 'https://portal.example');
});

test('an origin that only looks like an allowed one may ask, and reads no answer', async () => {
  const strangers = ['https://portal.example.evil.example', 'http://portal.example', 'https://portal.example:8443'];
  const none = ['https://PORTAL.example', 'https://portal.example/', 'null', '*', 'portal.example'];
  for (const origin of [...strangers, ...none]) {
    const answer = await server.send('GET', '/v1/cases', { as: { role: 'manager' }, headers: { origin } });
    assert.equal(answer.headers.get('access-control-allow-origin'), null, origin);
    assert.equal(answer.headers.get('vary'), 'Origin');
  }
  for (const origin of none) {
    assert.equal((await preflight(origin)).headers.get('access-control-allow-origin'), null, origin);
  }
});

test('a refusal of somebody unknown can be read by any page, a refusal of somebody known cannot', async () => {
  const headers = { origin: 'https://elsewhere.example' };
  const unknown = await server.send('GET', '/v1/cases', { headers });
  assert.equal(unknown.headers.get('access-control-allow-origin'), 'https://elsewhere.example');
  const known = await server.send('GET', '/v1/cases?limit=0', { as: { role: 'manager' }, headers });
  assert.equal(known.status, 400);
  assert.equal(known.headers.get('access-control-allow-origin'), null);
});

test('without allowed origins no page of another origin may call', async () => {
  const closed = testServer();
  const response = await closed.send('GET', '/health/live', { headers: { origin: 'https://portal.example' } });
  assert.equal(response.headers.get('access-control-allow-origin'), null);
});
