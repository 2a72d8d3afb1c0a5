import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCase, aKey, testServer } from '../handler.test.kit.js';
import { parseJson } from './json.js';

const parse = (text: string): unknown => parseJson(new TextEncoder().encode(text), { maxDepth: 4 });
const refused = (text: string, why: RegExp): void => {
  assert.throws(
    () => parse(text),
    (error: { code?: string; extras?: { issues?: { message: string }[] } }) =>
      error.code === 'invalid-request' && why.test(error.extras?.issues?.[0]?.message ?? ''),
    text.slice(0, 40),
  );
};

test('JSON is read to the letter', () => {
  assert.deepEqual(parse('{"a":[1,"]}{[\\"",{"b":null}]}'), { a: [1, ']}{["', { b: null }] });
});

test('names through which all objects could be reached are refused, however deep and however they are written', () => {
  for (const name of ['__proto__', 'constructor', 'prototype', '\\u005f_proto__']) {
    refused(`{"${name}":{"isAdmin":true}}`, /cannot be used/);
    refused(`{"a":[{"${name}":1}]}`, /cannot be used/);
  }
  assert.equal(({} as Record<string, unknown>)['isAdmin'], undefined);
});

test('such a name as a value is only a word', () => {
  assert.deepEqual(parse('{"a":"__proto__"}'), { a: '__proto__' });
});

test('nesting beyond the limit is refused without parsing it', () => {
  assert.deepEqual(parse('[[[[]]]]'), [[[[]]]]);
  refused('[[[[[]]]]]', /4 levels/);
  refused('['.repeat(200_000), /4 levels/);
  refused('{"a":'.repeat(50_000), /4 levels/);
});

test('brackets inside of text do not count as nesting', () => {
  assert.deepEqual(parse(JSON.stringify({ a: '[[[[[[[[{{{{' })), { a: '[[[[[[[[{{{{' });
  assert.deepEqual(parse(JSON.stringify({ a: '\\"[[[[[[[[' })), { a: '\\"[[[[[[[[' });
});

test('what is not UTF-8 or not JSON is refused', () => {
  refused('', /has to be JSON/);
  refused('{"a":1,}', /has to be JSON/);
  refused('NaN', /has to be JSON/);
  assert.throws(() => parseJson(Uint8Array.of(0x22, 0xff, 0x22), { maxDepth: 4 }), { code: 'invalid-request' });
});

test('the server refuses such names in what an event says', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  const bodies = [
    '{"type":"concern.acknowledged","__proto__":{"data":{}}}',
    '{"type":"entry.corrected","data":{"entryId":"e","because":"b","data":{"__proto__":{"role":"manager"}}}}',
    '{"type":"entry.corrected","data":{"entryId":"e","because":"b","data":{"constructor":{"prototype":{"role":"manager"}}}}}',
    `{"type":"entry.corrected","data":{"entryId":"e","because":"b","data":${'{"a":'.repeat(40)}1${'}'.repeat(40)}}}`,
  ];
  for (const body of bodies) {
    const response = await server.send('POST', `/v1/cases/${caseId}/events`, {
      as: { role: 'manager' },
      key: aKey(),
      version: 1,
      body,
    });
    assert.equal(response.status, 400);
  }
  assert.equal(({} as Record<string, unknown>)['role'], undefined);
});
