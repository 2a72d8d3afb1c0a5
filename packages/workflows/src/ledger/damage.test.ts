import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorCode } from '../case/error-code.fixture.js';
import type { StoredEvent } from '../case/events.js';
import { journeys, written as w } from '../testing/index.js';
import { chain, hash, stored } from './chain.fixture.js';
import { ledger } from './face.js';
import type { SealedEvent } from './sealed.js';
import { verify } from './verify.js';

const whole = chain(stored(journeys.closed));

const faultOf = (events: readonly SealedEvent[]): string => {
  const result = verify(events, { hash });
  return result.ok ? 'intact' : `${result.fault} at ${result.at}`;
};

type Path = readonly (string | number)[];

/** Every object and list within a value, by its path. */
const groupsOf = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, inner]) => groupsOf(inner, [...path, key]))]
    : [];

const withMore = (value: unknown, path: Path, name: string, more: unknown): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) {
    if (Array.isArray(value)) return [...(value as unknown[]), more];
    // Defined, as JSON.parse does: `__proto__` is a field like any other in a store.
    return Object.fromEntries([...Object.entries(value as object), [name, more]]);
  }
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = withMore(copy[key], rest, name, more);
  return copy;
};

test('whatever is added to an entry, its data or its seal, is found at that entry', () => {
  let tried = 0;
  whole.forEach((event, index) => {
    for (const path of groupsOf(event)) {
      for (const name of ['v', 'more', '__proto__']) {
        for (const more of [2, 'more', { more: 'yes' }]) {
          const events = whole.with(index, withMore(event, path, name, more) as SealedEvent);
          tried += 1;
          assert.equal(faultOf(events), `changed at ${index + 1}`, `${[...path, name].join('.')} of ${index + 1}`);
        }
      }
    }
  });
  assert.ok(tried > 500, `only ${tried} additions`);
});

test('a record that was damaged is named, never thrown over', () => {
  const [first] = whole as [SealedEvent];
  const { seal } = first;
  const unsealed = [null, 1, 'text', [], {}, { ...first, seal: null }];
  const sealless = [null, [], 'text'].flatMap((part) => [
    { ...first, seal: { ...seal, commitments: part } },
    { ...first, seal: { ...seal, salts: part } },
  ]);
  for (const event of [...unsealed, ...sealless]) {
    assert.equal(faultOf(whole.with(0, event as unknown as SealedEvent)), 'not-sealed at 1');
  }
  const changed = [
    { ...first, data: { ...(first.data as object), more: NaN } },
    { ...first, by: { ...first.by, id: '\ud800' } },
    { ...first, data: null },
    { ...first, type: 'no.such' },
    ...[null, 7, {}].map((salt) => ({ ...first, seal: { ...seal, salts: { ...seal.salts, whatHappened: salt } } })),
  ];
  for (const event of changed) assert.equal(faultOf(whole.with(0, event as unknown as SealedEvent)), 'changed at 1');
  assert.equal(faultOf([...whole.slice(1, 4), null as unknown as SealedEvent]), 'dropped at 1');
});

test('what goes wrong in the hash that was given is its own affair', () => {
  const broken = (text: string): string => {
    if (text.startsWith('{')) throw new RangeError('broken');
    return hash(text);
  };
  assert.throws(() => verify(whole, { hash: broken }), RangeError);
});

test('a letter that cannot be stored is not taken for the one that replaces it', () => {
  const said = (because: string) => stored([...journeys.acknowledged, w('conversation.notHeld', { because })]);
  const events = chain(said('a\ufffdb'));
  const last = events.at(-1) as SealedEvent;
  assert.equal(faultOf(events), 'intact');
  const other = { ...last, data: { because: 'a\ud800b' } } as SealedEvent;
  assert.equal(faultOf(events.with(-1, other)), 'changed at 3');
});

test('a salt too short to keep a word safe is refused, and so is what cannot be written as JSON', () => {
  const [first] = stored(journeys.aConcern) as [StoredEvent];
  const sealWith = (event: StoredEvent, salt: unknown) => () =>
    ledger.seal(event, '', { hash, salts: () => salt as string });
  assert.equal(errorCode(sealWith(first, 's'.repeat(8))), 'none');
  for (const salt of ['', 's'.repeat(7), undefined, 7])
    assert.equal(errorCode(sealWith(first, salt)), 'salt-too-short');
  const odd = { ...first, by: { ...first.by, id: '\ud800' } };
  assert.equal(errorCode(sealWith(odd, 's'.repeat(32))), 'event-unsealable');
});
