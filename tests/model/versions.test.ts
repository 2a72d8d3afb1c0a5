import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { replay, restore } from '@msp/workflows';
import { type VersionFixture, fixturesNow, placeText } from './support/version-fixtures.js';

const folder = new URL('../../../tests/model/fixtures/versions/', import.meta.url);
const versions = readdirSync(folder).sort();
const { version: now } = JSON.parse(
  readFileSync(new URL('../../../packages/workflows/package.json', import.meta.url), 'utf8'),
) as { version: string };

test('this version has its fixtures', () => {
  assert.ok(
    versions.includes(`${now}.json`),
    `Write them once with: npm run fixtures (there are ${versions.join(', ')})`,
  );
  assert.equal(fixturesNow().length > 0, true);
});

for (const file of versions) {
  const fixtures = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as VersionFixture[];
  for (const { name, events, place, snapshot } of fixtures) {
    test(`what ${file.replace('.json', '')} recorded replays to the same state, byte for byte: ${name}`, () => {
      assert.equal(placeText(replay(events)), JSON.stringify(place));
    });

    test(`what ${file.replace('.json', '')} kept is restored to the same state: ${name}`, () => {
      const restored = restore(snapshot);
      assert.equal(placeText(restored), JSON.stringify(place));
      assert.deepEqual(restored.facts, replay(events).facts);
    });
  }
}
