import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSaved } from './index.js';

describe('a form that was saved', () => {
  const key = 'a-key-of-sixteen-signs';

  it('comes back with its answers, its key and its page', () => {
    const saved = { answers: { whatHappened: ' A\n', kinds: ['physical'] }, key, page: 'kinds' };
    assert.deepEqual(readSaved(saved), saved);
  });

  it('leaves out what no question asks, and what is no answer', () => {
    const answers = { whatHappened: 'A', gone: 'B', kinds: [1], children: { yes: true }, ['__proto__']: 'C' };
    assert.deepEqual(readSaved({ answers }).answers, { whatHappened: 'A' });
  });

  it('is empty where nothing fits', () => {
    for (const draft of [undefined, null, 7, 'A', [], {}, { answers: 'A' }, { answers: {}, key: 'short' }]) {
      assert.deepEqual(readSaved(draft).answers, {});
    }
  });
});
