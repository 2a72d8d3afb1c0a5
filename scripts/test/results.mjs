import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../lib/root.mjs';

/** What a check comes to: one passed, or one failed with what it printed. */
export const asOne = ({ code, output = '' }) =>
  code === 0 ? { passed: 1, failed: 0, output: '' } : { passed: 0, failed: 1, output };

export const failure = (output) => ({ passed: 0, failed: 1, output });

export const sum = (results) =>
  results.reduce(
    (total, { passed, failed, output }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      output: [total.output, output].filter(Boolean).join('\n'),
    }),
    { passed: 0, failed: 0, output: '' },
  );

/**
 * Runs something that leaves its counts in the file that MSP_RESULTS names. No counts, a count of nothing, and a bad end
 * without a failed test are failures too: nothing passes by not being run.
 */
export const counted = async (name, start) => {
  const file = join(root, '.cache', 'results', `${name}.json`);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const { code, output } = await start({ MSP_RESULTS: file });
  const { passed, failed } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0 };
  if (failed > 0) return { passed, failed, output };
  if (passed === 0) return failure(`${output}\nNo test was run.`);
  if (code !== 0)
    return { passed, failed: 1, output: `${output}\nEvery test passed, and yet it ended with code ${code}.` };
  return { passed, failed: 0, output: '' };
};
