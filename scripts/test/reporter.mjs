import { writeFileSync } from 'node:fs';

/** A reporter for node:test: silent while all is well, says all about a failure, and leaves the counts in a file. */
export default async function* reporter(events) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of events) {
    const isTest = data?.details?.type !== 'suite';
    if (type === 'test:pass' && isTest) {
      if (data.skip !== undefined || data.todo !== undefined) {
        failed += 1;
        yield `✗ ${data.name}: skipped or put off, which no test here may be\n`;
      } else passed += 1;
    }
    if (type === 'test:fail' && isTest) {
      failed += 1;
      const { error } = data.details;
      const cause = error?.cause ?? error;
      yield `✗ ${data.name}  (${data.file ?? ''}:${data.line ?? ''})\n${String(cause?.stack ?? cause)}\n\n`;
    }
    if (type === 'test:stderr') yield data.message;
  }
  if (process.env.MSP_RESULTS) writeFileSync(process.env.MSP_RESULTS, JSON.stringify({ passed, failed }));
}
