import assert from 'node:assert/strict';
import { installVersion, postgresTests, testOn, versions } from './support/postgres-versions.js';

/** A version of PostgreSQL at a time. */
export const chunks = versions.length;

export const run = async (chunk: number): Promise<string> => {
  const version = versions[chunk] ?? '';
  const files = await postgresTests();
  assert.ok(files.includes('store/postgres.test.js') && files.length >= 6, 'the tests of the store are among them');
  const { passed, failed, output } = await testOn(await installVersion(version), files);
  assert.equal(failed, 0, `on PostgreSQL ${version}:\n${output}`);
  assert.ok(passed > 100, `only ${passed} tests were run`);
  return `PostgreSQL ${version.replace(/\.0-.*/, '')}: ${passed} tests in ${files.length} files passed, none failed`;
};
