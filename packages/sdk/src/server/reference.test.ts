import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REFERENCE_ALPHABET, referenceSchema } from '../contract.js';
import { newReference } from './reference.js';

test('a reference can be read out on the phone: no vowels, and nothing that looks like something else', () => {
  for (const letter of 'AEIOUYL01') assert.ok(!REFERENCE_ALPHABET.includes(letter), letter);
  for (const pair of ['5S', '8B', '2Z', '6G']) {
    assert.ok([...pair].filter((letter) => REFERENCE_ALPHABET.includes(letter)).length < 2, pair);
  }
  for (let i = 0; i < 1000; i += 1) assert.ok(referenceSchema.safeParse(newReference()).success);
});

test('20,000 references are all different, and use every letter about equally often', () => {
  const references = Array.from({ length: 20_000 }, newReference);
  assert.equal(new Set(references).size, references.length);
  const counts = new Map<string, number>();
  for (const letter of references.join('').replaceAll(/MSP|-/g, '')) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  assert.equal(counts.size, REFERENCE_ALPHABET.length);
  const expected = (references.length * 8) / REFERENCE_ALPHABET.length;
  for (const [letter, count] of counts) {
    if (letter === 'M' || letter === 'P') continue;
    assert.ok(Math.abs(count - expected) < expected * 0.1, `${letter}: ${count}`);
  }
});
