import { postgresStore } from '../../store/postgres.js';
import { rotateKeys } from './rotate-keys.js';
import { localVault } from './vault.js';

/** A process to be killed: wraps keys anew, two at a time, and says each time how many it has; then it waits to be let on. */
const [connectionString = '', ...secrets] = process.argv.slice(2);
const vault = localVault(secrets.map((secret) => Uint8Array.from(Buffer.from(secret, 'base64url'))));
const store = postgresStore({ connectionString });

await rotateKeys(
  {
    store: {
      ...store,
      rewrapKeys: async (...given) => {
        const replaced = await store.rewrapKeys(...given);
        await new Promise((resolve) => setTimeout(resolve, 50));
        return replaced;
      },
    },
    vault,
    atATime: 2,
    onBatch: ({ rewrapped }) => void process.stdout.write(`${rewrapped}\n`),
  },
  'council',
);
await store.close();
