import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AppendInput } from '@msp/sdk/store';
import { eventSchemas, eventTypes } from '@msp/workflows';
import { unreached } from './support/beginnings.js';
import { type Fault, fuzz } from './support/fuzzing.js';
import { eventTarget, routeTargets } from './support/targets.js';

const RUNS = 50;

describe('whatever is sent', () => {
  it('as an event is refused or kept as it was given, and nothing breaks', async () => {
    let taken = 0;
    for (const type of eventTypes) taken += (await fuzz(eventTarget(type), { seed: 1, runs: RUNS })).taken;
    assert.ok(taken > eventTypes.length * 5, `only ${taken} were taken: too few to mean anything`);
    assert.ok(unreached().length <= 5, `no data were found that are accepted for ${unreached().join(', ')}`);
  });

  for (const [name, target] of Object.entries(routeTargets))
    it(`to ${name} is refused or kept as it was given, and nothing breaks`, async () => {
      await fuzz(target(), { seed: 2, runs: RUNS });
    });
});

const merged = (into: Record<string, unknown>, from: object): void => {
  for (const [name, value] of Object.entries(from) as [string, unknown][]) {
    const there = into[name];
    if (typeof value === 'object' && value !== null && (typeof there === 'object' || typeof there === 'function'))
      merged(there as Record<string, unknown>, value);
    else into[name] = value;
  }
};

const faults: Readonly<Record<string, Fault>> = {
  'a store that fails where somebody was not free to speak': {
    wrap: (store) => ({
      ...store,
      append: async (input) => {
        if (JSON.stringify(input.events).includes('"freeToSpeak":"no"')) throw new RangeError('not foreseen');
        return store.append(input);
      },
    }),
  },
  'a store that loses a field': {
    wrap: (store) => ({
      ...store,
      append: (input) =>
        store.append(JSON.parse(JSON.stringify(input).replaceAll('"how":"phone",', '')) as AppendInput),
    }),
  },
  'a route that merges what was sent into what it has': {
    auth: async (request) => {
      const sent = await request.json().catch(() => undefined);
      if (typeof sent === 'object' && sent !== null) merged({}, sent as object);
    },
  },
};

describe('what the proof would notice', () => {
  for (const [name, fault] of Object.entries(faults))
    it(name, async () => {
      try {
        await assert.rejects(fuzz(eventTarget('conversation.held'), { seed: 3, runs: 400, fault }), /Property failed/);
      } finally {
        delete (Object.prototype as { isAdmin?: unknown }).isAdmin;
      }
    });

  it('a schema that throws', async () => {
    const { _zod: inner } = eventSchemas['danger.eased'] as unknown as {
      _zod: { run: (...given: unknown[]) => unknown };
    };
    const { run } = inner;
    inner.run = (...given) => {
      const { value } = given[0] as { value?: { because?: unknown } };
      if (typeof value?.because === 'number') throw new TypeError('a schema that throws');
      return run(...given);
    };
    try {
      await assert.rejects(fuzz(eventTarget('danger.eased'), { seed: 3, runs: 1_000 }), /Property failed/);
    } finally {
      inner.run = run;
    }
  });
});
