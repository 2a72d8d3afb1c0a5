import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryStore } from './memory.js';
import type { AppendInput, CaseRecord, Store } from './port.js';
import { failuresOf } from './suite.test.kit.js';

type Fault = { says: string; noticed: RegExp; plant: (good: Store) => Partial<Store> };

const withKey = (input: AppendInput, key: string): AppendInput => ({
  ...input,
  idempotency: { ...input.idempotency, key },
});

let keys = 0;

const faults: Fault[] = [
  {
    says: 'forgets which requests it answered',
    noticed: /once per idempotency key/,
    plant: (good) => ({ append: (input) => good.append(withKey(input, `fresh-${(keys += 1)}`)) }),
  },
  {
    says: 'looks for the answer first and does not claim the key',
    noticed: /arrives ten times at once/,
    plant: (good) => ({
      append: async (input) => {
        const { key, subject } = input.idempotency;
        const answer = await good.findAnswer(input.tenant, subject, key);
        if (answer) return { ok: false, reason: 'already-answered', ...answer };
        await new Promise(setImmediate);
        return good.append(withKey(input, `fresh-${(keys += 1)}`));
      },
    }),
  },
  {
    says: 'answers a key whoever used it',
    noticed: /two subjects use the same key/,
    plant: (good) => ({
      append: (input) => good.append({ ...input, idempotency: { ...input.idempotency, subject: 'anyone' } }),
    }),
  },
  {
    says: 'lets the last writer win',
    noticed: /saw the same version/,
    plant: (good) => ({
      append: async (input) => {
        const result = await good.append(input);
        if (result.ok || result.reason !== 'version-conflict' || result.version === 0) return result;
        const events = input.events.map((event, index) => ({ ...event, sequence: result.version + index + 1 }));
        return good.append({ ...input, expectedVersion: result.version, events });
      },
    }),
  },
  {
    says: 'does not say who wrote first',
    noticed: /when and in which role/,
    plant: (good) => ({
      append: async (input) => {
        const result = await good.append(input);
        if (result.ok || result.reason !== 'version-conflict') return result;
        return { ok: false, reason: 'version-conflict', version: result.version };
      },
    }),
  },
  {
    says: 'keeps all tenants in one place',
    noticed: /nothing of another/,
    plant: (good) => ({
      append: (input) => good.append({ ...input, tenant: 'one' }),
      readCase: (_tenant, caseId, options) => good.readCase('one', caseId, options),
      listCases: (_tenant, options) => good.listCases('one', options),
      findAnswer: (_tenant, subject, key) => good.findAnswer('one', subject, key),
    }),
  },
  {
    says: 'reveals that another tenant has a reference',
    noticed: /find out which case id, reference/,
    plant: (good) => {
      const taken = new Set<string>();
      return {
        append: async (input) => {
          const isTaken = input.expectedVersion === 0 && taken.has(input.case.reference);
          if (isTaken) return { ok: false, reason: 'reference-taken' };
          taken.add(input.case.reference);
          return good.append(input);
        },
      };
    },
  },
  {
    says: 'keeps the answer although the append failed',
    noticed: /used before, and keeps nothing of that append/,
    plant: (good) => {
      const answers = new Map<string, AppendInput['idempotency']>();
      return {
        append: async (input) => {
          answers.set(input.tenant + input.idempotency.key, input.idempotency);
          return good.append(input);
        },
        findAnswer: async (tenant, _subject, key) => answers.get(tenant + key),
      };
    },
  },
  {
    says: 'says yes and keeps only the first event',
    noticed: /to the letter, in order/,
    plant: (good) => ({
      append: async (input) => {
        const result = await good.append({ ...input, events: input.events.slice(0, 1) });
        return result.ok ? { ok: true, version: input.expectedVersion + input.events.length } : result;
      },
    }),
  },
  {
    says: 'tidies what people wrote',
    noticed: /awkward Unicode/,
    plant: (good) => ({
      append: (input) => good.append({ ...input, events: JSON.parse(JSON.stringify(input.events).normalize('NFC')) }),
    }),
  },
  {
    says: 'hands out what it keeps',
    noticed: /cannot be changed through a value/,
    plant: (good) => {
      const read = new Map<string, CaseRecord | undefined>();
      return {
        readCase: async (tenant, caseId, options) => {
          const id = JSON.stringify([tenant, caseId, options]);
          if (!read.has(id)) read.set(id, await good.readCase(tenant, caseId, options));
          return read.get(id);
        },
      };
    },
  },
  {
    says: 'loses a case between two pages',
    noticed: /every case once from page to page/,
    plant: (good) => ({
      listCases: async (tenant, options) => {
        const page = await good.listCases(tenant, options);
        return options?.before === undefined ? page : { ...page, cases: page.cases.slice(1) };
      },
    }),
  },
];

const planted = (plant: Fault['plant']) => (): Store => {
  const good = memoryStore();
  return { ...good, ...plant(good) };
};

test('the suite finds nothing wrong with a store that keeps its promises', async () => {
  assert.deepEqual(await failuresOf(memoryStore), []);
});

for (const { says, noticed, plant } of faults) {
  test(`the suite notices a store that ${says}`, async () => {
    const failures = await failuresOf(planted(plant));
    assert.ok(
      failures.some((title) => noticed.test(title)),
      `noticed only: ${failures.join('; ')}`,
    );
  });
}
