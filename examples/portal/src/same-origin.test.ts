import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { describe, it } from 'node:test';
import { isForThisComputer, isFromOwnPage } from './same-origin.js';

const request = (headers: Record<string, string>): IncomingMessage => ({ headers }) as unknown as IncomingMessage;

const host = '127.0.0.1:8080';
const origin = `http://${host}`;

describe('isFromOwnPage', () => {
  const taken: readonly Record<string, string>[] = [
    { host, 'sec-fetch-site': 'same-origin' },
    { host, 'sec-fetch-site': 'same-origin', origin: 'null' },
    { host, origin },
    { host: 'localhost:8080', origin: 'http://localhost:8080' },
  ];
  const refused: readonly Record<string, string>[] = [
    { host },
    { host, origin: 'null' },
    { host, origin: 'https://elsewhere.example' },
    { host, origin: 'http://127.0.0.1:8081' },
    { host, origin, 'sec-fetch-site': 'cross-site' },
    { host, origin, 'sec-fetch-site': 'same-site' },
    { host, origin, 'sec-fetch-site': 'none' },
    { host: 'elsewhere.example', origin: 'http://elsewhere.example' },
    { host: 'elsewhere.example', 'sec-fetch-site': 'same-origin' },
  ];
  for (const headers of taken) {
    it(`believes ${JSON.stringify(headers)}`, () => assert.equal(isFromOwnPage(request(headers)), true));
  }
  for (const headers of refused) {
    it(`refuses ${JSON.stringify(headers)}`, () => assert.equal(isFromOwnPage(request(headers)), false));
  }
});

describe('isForThisComputer', () => {
  it('knows this computer’s own names and no others', () => {
    for (const name of ['127.0.0.1:1', 'localhost', '[::1]:8080'])
      assert.ok(isForThisComputer(request({ host: name })));
    for (const name of ['', 'localhost.example', '127.0.0.1.example:80', '10.0.0.1']) {
      assert.ok(!isForThisComputer(request({ host: name })));
    }
  });
});
