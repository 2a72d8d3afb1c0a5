import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

const isSuite = ({ details }) => details?.type === 'suite';

/** What a file stands for that ran to its end without a test in it. */
const isWholeFile = ({ name, file, nesting }) => nesting === 0 && file !== undefined && file.endsWith(name);

const nameOf = ({ name, file, line }) => `✗ ${name}  (${file ? relative(process.cwd(), file) : ''}:${line ?? ''})`;

const whyFailed = ({ details: { error } }) => {
  const cause = error?.cause ?? error;
  // A file whose process ended otherwise than by its tests says nothing but how it ended.
  const ended = [error?.exitCode, error?.signal].filter((how) => how !== undefined && how !== null);
  return `${String(cause?.stack ?? cause)}${ended.length > 0 ? `\nIts process ended with ${ended.join(' ')}.` : ''}`;
};

/** Branches and functions that no test ran, where every one of them should be. */
const notRun = ({ files }) =>
  files.flatMap(({ path, branches, functions }) =>
    [...branches, ...functions]
      .filter(({ count }) => count === 0)
      .map(({ line, name }) => `No test runs ${name || 'a branch'} of ${relative(process.cwd(), path)}:${line}\n`),
  );

/** A reporter for node:test: silent while all is well, says all about a failure, and leaves the counts in a file. */
export default async function* reporter(events) {
  let passed = 0;
  let failed = 0;
  const faultIn = (data) => {
    if (data.skip !== undefined || data.todo !== undefined) return 'skipped or put off, which no test here may be';
    return isWholeFile(data) ? 'there is no test in this file' : undefined;
  };
  for await (const { type, data } of events) {
    if (type === 'test:pass' && !isSuite(data)) {
      const fault = faultIn(data);
      if (fault) {
        failed += 1;
        yield `${nameOf(data)}: ${fault}\n`;
      } else passed += 1;
    }
    // A suite fails because of its tests, which are told one by one, or because of a hook of its own.
    if (type === 'test:fail' && !(isSuite(data) && data.details.error?.failureType === 'subtestsFailed')) {
      failed += 1;
      yield `${nameOf(data)}\n${whyFailed(data)}\n\n`;
    }
    if (type === 'test:stderr') yield data.message;
    if (type === 'test:diagnostic' && /coverage/i.test(data.message)) yield `${data.message}\n`;
    if (type === 'test:coverage') yield* notRun(data.summary);
  }
  if (process.env.MSP_RESULTS) writeFileSync(process.env.MSP_RESULTS, JSON.stringify({ passed, failed }));
}
