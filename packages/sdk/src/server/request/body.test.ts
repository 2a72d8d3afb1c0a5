import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MAX_BODY_BYTES } from '../../contract.js';
import { aKey, testServer } from '../handler.test.kit.js';

const LIMIT = MAX_BODY_BYTES;

/** Sends a body piece by piece, without saying how long it is, and counts how much of it was taken. */
const stream = async (pieces: number, pieceBytes: number) => {
  const server = testServer();
  let taken = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        if (taken >= pieces) return controller.close();
        taken += 1;
        controller.enqueue(new Uint8Array(pieceBytes).fill(0x20));
      },
    },
    { highWaterMark: 0 },
  );
  const token = await server.tokenFor({ role: 'person' });
  const response = await server.handler(
    new Request('https://msp.example/v1/concerns', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': aKey() },
      body,
      duplex: 'half',
    } as RequestInit),
  );
  return { status: response.status, taken: taken * pieceBytes };
};

test('a body that never ends is given up at the limit, not at its end', async () => {
  const { status, taken } = await stream(Number.POSITIVE_INFINITY, 16 * 1024);
  assert.equal(status, 413);
  assert.ok(taken <= LIMIT + 16 * 1024, `${taken} bytes were read`);
});

test('a body of 20 MB is refused after the limit', async () => {
  const { status, taken } = await stream(320, 64 * 1024);
  assert.equal(status, 413);
  assert.ok(taken <= LIMIT + 64 * 1024, `${taken} bytes were read`);
});

test('a body that says that it is too long is not read at all', async () => {
  const server = testServer();
  const response = await server.send('POST', '/v1/concerns', {
    as: { role: 'person' },
    key: aKey(),
    body: '{}',
    headers: { 'content-length': String(LIMIT + 1) },
  });
  assert.equal(response.status, 413);
});

test('the limit counts bytes, not letters, and a body of just that length is taken', async () => {
  const server = testServer();
  const frame = '{"whatHappened":"x"}';
  const send = async (bytes: number, letter: string): Promise<number> => {
    const body = `${frame}${letter.repeat((bytes - frame.length) / Buffer.byteLength(letter))}`;
    return (await server.send('POST', '/v1/concerns', { as: { role: 'person' }, key: aKey(), body })).status;
  };
  assert.equal(await send(LIMIT, ' '), 201);
  assert.equal(await send(LIMIT + 1, ' '), 413);
  assert.equal(await send(LIMIT + 2, '\u2003'), 413);
});

test('a body is only read once it is known who sends it and that it has its key', async () => {
  const server = testServer();
  const send = async (headers: Record<string, string>): Promise<[number, boolean]> => {
    let isRead = false;
    const body = new ReadableStream(
      {
        pull: (controller) => {
          isRead = true;
          controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body, duplex: 'half' };
    const response = await server.handler(new Request('https://msp.example/v1/concerns', init as RequestInit));
    return [response.status, isRead];
  };
  assert.deepEqual(await send({ 'idempotency-key': aKey() }), [401, false]);
  const authorization = `Bearer ${await server.tokenFor({ role: 'person' })}`;
  assert.deepEqual(await send({ authorization }), [400, false]);
  assert.deepEqual(await send({ authorization, 'idempotency-key': aKey() }), [400, true]);
});
