import assert from 'node:assert/strict';
import { test } from 'node:test';
import { given, idOf, journeys, written as w } from '../testing/index.js';
import { quotes } from './quotes.js';

const said = (mayBeQuoted: 'yes' | 'no') =>
  w('experience.recorded', { words: 'They listened.', answeredBy: 'person', mayBeQuoted }, 'person');

test('words are quoted only where the person agreed', () => {
  assert.deepEqual(quotes(given(...journeys.closed, said('no')).case), []);
  assert.deepEqual(quotes(given(...journeys.closed, w('experience.recorded', { mayBeQuoted: 'yes' })).case), []);
  assert.deepEqual(quotes(given(...journeys.closed, said('yes')).case), [
    { words: 'They listened.', answeredBy: 'person' },
  ]);
});

test('who said it may not be known', () => {
  const anybody = w('experience.recorded', { words: 'It helped.', mayBeQuoted: 'yes' });
  assert.deepEqual(quotes(given(...journeys.closed, anybody).case), [
    { words: 'It helped.', answeredBy: 'notRecorded' },
  ]);
});

test('words that were struck out, or whose case is restricted, are not quoted', () => {
  const entryId = idOf(journeys.closed.length + 1);
  const gone = w('entry.corrected', { entryId, because: 'She changed her mind' });
  assert.deepEqual(quotes(given(...journeys.closed, said('yes'), gone).case), []);
  const restricted = w('access.restricted', { to: ['manager-1'], because: 'Her sister works here' });
  assert.deepEqual(quotes(given(...journeys.closed, said('yes'), restricted).case), []);
});
