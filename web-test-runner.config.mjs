import { writeFileSync } from 'node:fs';
import { chromeLauncher } from '@web/test-runner-chrome';
import { defaultReporter } from '@web/test-runner';
import { findChromium } from './scripts/browser.mjs';

/** Leaves the counts in the file that MSP_RESULTS names, for the summary of `npm test`. */
const counts = () => ({
  stop({ sessions }) {
    const file = process.env.MSP_RESULTS;
    if (!file) return;
    let passed = 0;
    let failed = 0;
    const visit = (suite) => {
      for (const test of suite?.tests ?? []) test.passed ? (passed += 1) : (failed += 1);
      for (const inner of suite?.suites ?? []) visit(inner);
    };
    for (const session of sessions) {
      visit(session.testResults);
      if (session.errors?.length > 0) failed += 1;
    }
    writeFileSync(file, JSON.stringify({ passed, failed }));
  },
});

export default {
  files: ['packages/elements/dist/**/*.browser.test.js', '.cache/tests/**/*.browser.test.js'],
  hostname: '127.0.0.1',
  nodeResolve: { exportConditions: ['browser', 'development'] },
  browsers: [chromeLauncher({ launchOptions: await findChromium() })],
  concurrency: 2,
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: 20_000 } },
  reporters: [defaultReporter({ reportTestProgress: false }), counts()],
};
