import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { english } from './english.js';
import { harmless, hurtful } from './english.fixture.js';
import { hints } from './hints.js';
import { vocabularyEntrySchema } from './vocabulary.js';

test('the vocabulary fits its schema, and each entry has a code of its own', () => {
  assert.ok(z.safeParse(z.array(vocabularyEntrySchema), english).success);
  assert.equal(new Set(english.map(({ code }) => code)).size, english.length);
  assert.ok(english.length >= 60);
});

const sample = (form: string): string => form.replace(/\[([^\]|]*)[^\]]*\]/gu, '$1');

for (const { code, forms, harmless: unharmful = [], instead } of english) {
  test(`${code}: each form is found as it, and what is said instead is never hinted at`, () => {
    for (const phrase of forms.map(sample)) {
      const [hint] = hints(`So ${phrase}, they wrote.`);
      assert.equal(hint?.found, phrase);
      assert.equal(hint.code, code);
    }
    for (const phrase of unharmful.map(sample)) assert.deepEqual(hints(`The ${phrase} there.`), [], phrase);
    for (const better of instead) assert.deepEqual(hints(better), [], better);
  });
}

for (const sentence of harmless) {
  test(`no hint: ${sentence}`, () => {
    assert.deepEqual(hints(sentence), []);
  });
}

for (const [sentence, code] of hurtful) {
  test(`a hint: ${sentence}`, () => {
    assert.ok(hints(sentence).some((hint) => hint.code === code));
  });
}
