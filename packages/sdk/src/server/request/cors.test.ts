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

test('an origin that only looks like an allowed one is let in by nothing', async () => {
  const origins = [
    'https://portal.example.evil.example',
    'https://evil-portal.example',
    'http://portal.example',
    'https://portal.example:8443',
    'https://PORTAL.example',
    'https://portal.example/',
    'null',
    '*',
  ];
  for (const origin of origins) {
    for (const response of [
      await preflight(origin),
      await server.send('GET', '/health/live', { headers: { origin } }),
    ]) {
      assert.equal(response.headers.get('access-control-allow-origin'), null, origin);
      assert.equal(response.headers.get('access-control-allow-headers'), null, origin);
      assert.equal(response.headers.get('vary'), 'Origin');
    }
  }
});

test('without allowed origins no page of another origin may call', async () => {
  const closed = testServer();
  const response = await closed.send('GET', '/health/live', { headers: { origin: 'https://portal.example' } });
  assert.equal(response.headers.get('access-control-allow-origin'), null);
});
