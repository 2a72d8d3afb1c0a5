import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readRecord } from '@msp/sdk/server';
import { memoryStore } from '@msp/sdk/store/memory';
import { type EventType, openCase } from '@msp/workflows';
import { CASE_ID, journeys, recordAll } from '@msp/workflows/testing';
import { dataOf } from '../../model/support/arbitrary.js';
import { beginningOf } from './beginnings.js';
import { REFERENCE, TENANT, frozenAt } from './frozen.js';
import { type Sent, type Target, asJson, openVault } from './fuzzing.js';
import { anyText, bodyNear, strangeNames } from './nasty.js';

const events = `/v1/cases/${CASE_ID}/events`;

const posted = (path: string, bodies: fc.Arbitrary<string>, headers: Sent['headers'] = {}): fc.Arbitrary<Sent> =>
  bodies.map((text) => ({ method: 'POST', path, headers, text }));

/** Recording an event of this type, in a case where it can be recorded. */
export const eventTarget = (type: EventType): Target => {
  const { current, role, data } = beginningOf(type);
  const { store, kept } = frozenAt(current);
  const right = fc.tuple(data, fc.nat(9)).map(([said, chance]) => ({
    type,
    ...(chance > 0 && { data: said }),
    ...(chance > 7 && { at: '2026-03-19T10:30:00+01:00' }),
  }));
  return {
    store,
    role,
    caseId: CASE_ID,
    sent: posted(events, bodyNear(right), { 'if-match': `"${current.entries.length}"` }),
    check: async (_answer, given) => {
      const event = (await readRecord({ store: kept(), vault: openVault }, TENANT, CASE_ID))?.at(-1);
      const wanted = given as { type: string; data?: unknown; at?: string };
      assert.equal(event?.sequence, current.entries.length + 1);
      assert.deepEqual([event.type, asJson(event.data)], [wanted.type, asJson(wanted.data)], 'kept as it was given');
      if (wanted.at !== undefined) assert.equal(event.at, wanted.at);
    },
  };
};

const raise = (): Target => {
  const { store, kept } = frozenAt(undefined);
  return {
    store,
    role: 'referrer',
    sent: posted('/v1/concerns', bodyNear(dataOf['concern.raised'])),
    check: async ({ caseId }, given) => {
      const record = await readRecord({ store: kept(), vault: openVault }, TENANT, caseId as string);
      assert.deepEqual(asJson(record?.[0]?.data), asJson(given), 'kept as it was given');
    },
  };
};

const draft = fc.dictionary(fc.oneof(fc.string(), fc.constantFrom(...strangeNames)), fc.jsonValue({ maxDepth: 4 }), {
  maxKeys: 5,
  noNullPrototype: true,
});

const saveDraft = (): Target => ({
  store: memoryStore(),
  role: 'referrer',
  sent: posted('/v1/drafts', bodyNear(fc.record({ draft }, { noNullPrototype: true }))),
  check: async ({ code }, given, ask) => {
    const byCode = { method: 'POST', text: JSON.stringify({ code }) } as const;
    const opened = (await (await ask({ ...byCode, path: '/v1/drafts/open' })).json()) as { draft: unknown };
    assert.deepEqual(opened.draft, asJson((given as { draft: unknown }).draft), 'kept as it was given');
    assert.equal((await ask({ ...byCode, path: '/v1/drafts/drop' })).status, 200);
  },
});

const code = fc.record({ code: fc.constantFrom('4K7Q-29XD-HJ3M-RT6W', '4k7q29xdhj3mrt6w', '4K7Q') });

const erase = (): Target => {
  const { store } = frozenAt(recordAll(openCase({ id: CASE_ID }), journeys.closed));
  const right = fc.record({ reference: fc.constantFrom(REFERENCE, 'MSP-3333-3333') });
  return { store, role: 'manager', sent: posted(`/v1/cases/${CASE_ID}/erasure`, bodyNear(right)) };
};

const strangeText = fc.oneof(
  anyText,
  fc.constantFrom(
    '',
    '0',
    '1',
    '500',
    '501',
    '-1',
    '1e3',
    ' 1',
    '999999999',
    '9'.repeat(400),
    '%00',
    '\u0000',
    '__proto__',
  ),
  fc
    .tuple(fc.integer({ min: 0, max: 2 }), fc.constantFrom('2026-03-20T10:00:00.000Z', 'x', '', null), fc.string())
    .map((all) => Buffer.from(JSON.stringify(all)).toString('base64url')),
);

const query = fc.dictionary(fc.constantFrom('limit', 'before', 'after', '__proto__', 'x'), strangeText, { maxKeys: 3 });

const addresses = (): Target => ({
  store: frozenAt(recordAll(openCase({ id: CASE_ID }), journeys.underWay)).store,
  role: 'manager',
  sent: fc
    .tuple(
      fc.constantFrom('/v1/cases', events, `/v1/cases/${CASE_ID}`, `/v1/cases/${CASE_ID}/audit`),
      query,
      strangeText,
    )
    .map(([path, asked, strange]) => {
      const place =
        asked['x'] === undefined ? path : `/v1/cases/${encodeURIComponent(Buffer.from(strange).toString())}`;
      const words = Object.entries(asked).map(
        ([name, value]) => `${name}=${encodeURIComponent(Buffer.from(value).toString())}`,
      );
      return { method: 'GET', path: `${place}?${words.join('&')}` };
    }),
});

const headerText = fc.oneof(
  fc.string({
    unit: fc.integer({ min: 0x20, max: 0x7e }).map((letter) => String.fromCharCode(letter)),
    maxLength: 120,
  }),
  fc.constantFrom('"1"', '"0"', '"999999999"', '"9999999999"', 'W/"1"', '*', '""', '"-1"', '"1", "2"', 'a'.repeat(101)),
);

const headers = (): Target => {
  const current = recordAll(openCase({ id: CASE_ID }), journeys.aConcern);
  return {
    store: frozenAt(current).store,
    role: 'manager',
    sent: fc
      .dictionary(
        fc.constantFrom(
          'if-match',
          'idempotency-key',
          'msp-api-version',
          'content-type',
          'content-length',
          'content-encoding',
          'origin',
        ),
        headerText,
        { maxKeys: 4 },
      )
      .map((given) => ({ method: 'POST', path: events, headers: given, text: '{"type":"concern.acknowledged"}' })),
  };
};

/** Every route that takes a body, and whatever else of a request a stranger writes. */
export const routeTargets = {
  raiseConcern: raise,
  saveDraft,
  openDraft: () => ({ store: memoryStore(), role: 'referrer', sent: posted('/v1/drafts/open', bodyNear(code)) }),
  dropDraft: () => ({ store: memoryStore(), role: 'referrer', sent: posted('/v1/drafts/drop', bodyNear(code)) }),
  eraseWords: erase,
  addresses,
  headers,
} as const satisfies Record<string, () => Target>;
