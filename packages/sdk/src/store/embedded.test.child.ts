import { startEmbeddedPostgres } from './embedded.js';
import { migrate, postgresStore } from './postgres.js';
import { StoreError } from './store-error.js';
import { append, newCaseId } from './suite/sample.js';

/** A process to be killed: starts the server in a folder, then keeps one concern after another and says each one that it kept. */
const [directory = '', task = 'append'] = process.argv.slice(2);

const say = (message: object): void => {
  process.stdout.write(`${JSON.stringify(message)}\n`);
};

try {
  const { connectionString, fresh } = await startEmbeddedPostgres({ directory });
  await migrate({ connectionString });
  say({ started: true, fresh });
  if (task === 'exit') process.exit(0);
  if (task === 'wait') setInterval(() => undefined, 1_000);
  const store = postgresStore({ connectionString });
  while (task === 'append') {
    const input = append({ tenant: 'ours', caseId: newCaseId(), words: 'kept' });
    const result = await store.append(input);
    if (result.ok) say({ kept: input.caseId });
  }
} catch (error) {
  say(error instanceof StoreError ? { code: error.code, message: error.message } : { error: String(error) });
  process.exitCode = 1;
}
