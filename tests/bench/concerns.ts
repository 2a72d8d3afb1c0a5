import { createMspHandler, jwtAuth, localVault, mintToken, newKeyPair, newVaultSecret } from '@msp/sdk/server';
import { type Pool, type PoolClient, postgresStore } from '@msp/sdk/store/postgres';

const [ISSUER, AUDIENCE, TENANT] = ['https://portal.example', 'msp', 'council'];
const pair = await newKeyPair();

/** A concern of an ordinary length, as the form of a portal sends it. */
const CONCERN = JSON.stringify({
  whatHappened: 'He takes her bank card every Friday and she has no food in the house. '.repeat(8),
  adult: { name: 'Ada Example', ageBand: '75-84', safeContact: 'Phone in the morning' },
  types: ['financialOrMaterial', 'neglectAndActsOfOmission'],
  immediateDanger: 'no',
  spokenWithPerson: 'yes',
  saidAndWants: 'She wants her card back and nobody told off.',
});

/** Keeps one concern for good; resolves when it is durable. */
export type Keep = () => Promise<void>;

let count = 0;

/** One for all: what one handler keeps, the next has to be able to read. */
const vault = localVault(newVaultSecret());

/** One concern after another through the handler: token, schemas, engine, seal, encryption, and the store's transactions. */
export const throughHandler = async (pool: Pool): Promise<Keep> => {
  const handler = createMspHandler({
    // What is tried here is not how much one caller may ask.
    limits: { perCaller: 1e9, perTenant: 1e9, perStranger: 1e9 },
    store: postgresStore({ pool }),
    vault,
    auth: jwtAuth({ issuer: ISSUER, audience: AUDIENCE, keys: [pair.publicKey] }),
    logger: () => undefined,
  });
  const claims = {
    tenant: TENANT,
    role: 'referrer',
    subject: 'form',
    organisation: 'council',
    ttlSeconds: 600,
  } as const;
  let [token, minted] = ['', 0];
  return async () => {
    if (Date.now() - minted > 300_000) {
      token = await mintToken({ key: pair.privateKey, issuer: ISSUER, audience: AUDIENCE }, claims);
      minted = Date.now();
    }
    const response = await handler(
      new Request('https://msp.example/v1/concerns', {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': `concern-${process.pid}-${(count += 1)}`.padEnd(30, '-'),
        },
        body: CONCERN,
      }),
    );
    if (response.status !== 201) throw new Error(`The concern was answered with ${response.status}.`);
    await response.json();
  };
};

type Statement = readonly [text: string, values: unknown[] | undefined];

/** What the store sends for one concern: the transaction that keeps it. */
type Sent = readonly Statement[];

/** What a database would say, as far as the store asks. */
const answerTo = (text: string, values: unknown[] | undefined): Record<string, unknown>[] => {
  if (text.includes('msp.append')) return [{ outcome: 'ok', version: 1 }];
  if (text.includes('INTO msp.tenant_keys')) return [{ wrapped: values?.[2] }];
  return text.includes('msp.outbox') ? [{ coded: true, used: true }] : [];
};

/** Lets the handler make so many concerns against a pool that only listens, so that the bare driver can send the very same. */
export const prepared = async (concerns: number): Promise<Sent[]> => {
  const visits: Statement[][] = [];
  const pool: Pool = {
    end: async () => undefined,
    connect: async (): Promise<PoolClient> => {
      const visit: Statement[] = [];
      visits.push(visit);
      return {
        release: () => undefined,
        query: async (text, values) => {
          visit.push([text, values]);
          return { rows: answerTo(text, values), command: text };
        },
      };
    },
  };
  const keep = await throughHandler(pool);
  const sent: Sent[] = [];
  for (let made = 0; made < concerns; made += 1) {
    visits.length = 0;
    await keep();
    const [append, ...more] = visits.filter((visit) => visit.some(([text]) => text.includes('msp.append')));
    if (!append || more.length > 0) throw new Error('The store did not keep one concern in one transaction.');
    sent.push(append);
  }
  return sent;
};

const send = async (pool: Pool, statements: readonly Statement[]): Promise<void> => {
  const client = await pool.connect();
  for (const [text, values] of statements) await client.query(text, values);
  client.release();
};

/** The same statements with the same rows, sent by the driver alone. */
export const byDriver = (pool: Pool, ready: Sent[]): Keep => {
  return async () => {
    const next = ready.pop();
    if (!next) throw new Error('There are not enough concerns prepared.');
    await send(pool, next);
  };
};
