import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newsOf } from './news.js';

test('whoever raised a concern is told of what they may know, in order, with the words that are for them alone', () => {
  const at = '2026-03-02T09:00:00.000Z';
  const entries = [
    { type: 'concern.acknowledged', at, data: { because: 'secret' } },
    { type: 'case.allocated', at, data: { to: 'secret' } },
    { type: 'wishes.recorded', at, data: { words: 'secret' } },
    { type: 'feedback.given', at, data: { said: 'Thank you. She is safe.', to: 'secret' } },
    { type: 'feedback.given', at, data: {} },
  ] as unknown as Parameters<typeof newsOf>[0];
  const news = newsOf(entries);
  assert.deepEqual(
    news.map(({ what }) => what),
    ['acknowledged', 'allocated', 'told', 'told'],
  );
  assert.equal(news[2]?.said, 'Thank you. She is safe.');
  assert.ok(!JSON.stringify(news).includes('secret'));
});
