import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replay } from '../case/record.js';
import { type Written, journeys, written as w } from '../testing/index.js';
import { join, part } from './apart.js';
import { chain, hash, stored } from './chain.fixture.js';
import { erase } from './erase.js';
import type { SealedEvent } from './sealed.js';
import { verify } from './verify.js';

const CANARY = 'canary-4711';
const corrected = w('entry.corrected', {
  entryId: '01960000-0000-7000-8000-000000001001',
  because: `${CANARY}: it was a Thursday`,
  data: { whatHappened: `${CANARY}: he takes her bank card.`, types: ['financialOrMaterial'] },
});
const said = w('conversation.held', { with: ['person'], how: 'phone', freeToSpeak: 'yes', words: `${CANARY}: fine` });
const journey: readonly Written[] = [...journeys.closed.slice(0, 6), said, corrected, ...journeys.closed.slice(6)];
const whole = chain(stored(journey));

const apart = (events: readonly SealedEvent[]) => events.map((event, index) => part(event, events.slice(0, index)));

test('an entry and its words, put together again, are what they were, to the letter', () => {
  const again = apart(whole).map(({ kept, words }) => join(kept, words));
  assert.deepEqual(again, whole);
  assert.deepEqual(verify(again, { hash }), verify(whole, { hash }));
});

test('what is kept without its words holds none of them, verifies, and replays to where the case stands', () => {
  const kept = apart(whole).map((one) => one.kept);
  assert.deepEqual(kept, erase(whole, 'all'));
  assert.ok(!JSON.stringify(kept).includes(CANARY));
  const verified = verify(kept, { hash });
  assert.equal(verified.ok && verified.says, 'redacted, chain intact');
  assert.deepEqual(replay(kept).state, replay(whole).state);
  assert.deepEqual(
    kept.map((event) => join(event, {})),
    kept,
  );
});

test('a text that was erased before stays erased', () => {
  const erased = erase(whole, [{ sequence: 1, path: 'whatHappened' }]);
  const again = apart(erased).map(({ kept, words }) => join(kept, words));
  assert.deepEqual(again, erased);
  assert.equal(verify(again, { hash }).ok, true);
});

test('words of another entry do not fit: the chain says so', () => {
  const parts = apart(whole);
  const [first] = parts;
  const other = parts.find(({ words }) => Object.hasOwn(words, 'words'));
  assert.ok(first && other);
  const swapped = whole.map((event) =>
    event.id === other.kept.id ? join(other.kept, { words: { text: 'Never said', salt: 'x'.repeat(32) } }) : event,
  );
  assert.equal(verify(swapped, { hash }).ok, false);
});
