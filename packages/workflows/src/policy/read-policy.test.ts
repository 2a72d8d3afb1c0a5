import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { englandCareAct } from './england-care-act.js';
import { larkshireCouncil } from './larkshire.js';
import type { Policy } from './policy.schema.js';
import { readPolicy } from './read-policy.js';
import { scotlandASP } from './scotland-asp.js';
import { walesSSWBA } from './wales-sswba.js';

const faultsOf = (value: unknown, base?: Policy): string[] => {
  const read = readPolicy(value, base ? { base } : {});
  return read.ok ? [] : read.faults.map(({ code, path }) => `${code} ${path}`);
};

test('the packs that are shipped are good, and the council’s only adds to or tightens England’s', () => {
  for (const policy of [englandCareAct, walesSSWBA, scotlandASP, larkshireCouncil]) {
    const read = readPolicy(JSON.parse(JSON.stringify(policy)));
    assert.deepEqual(read, { ok: true, policy });
  }
  assert.deepEqual(faultsOf(larkshireCouncil, englandCareAct), []);
});

const e = englandCareAct;
const england = (change: object): object => ({ ...structuredClone(e), ...change });
const recorded = (type: string, roles: string[]): object => england({ mayRecord: { ...e.mayRecord, [type]: roles } });
const seen = (role: string, rule: unknown): object => england({ maySee: { ...e.maySee, [role]: rule } });
const events = (role: 'referrer' | 'partner', more: object): unknown => {
  const before = e.maySee[role];
  return before === 'everything' ? before : { ...before, events: { ...before.events, ...more } };
};

const bad: readonly (readonly [string, unknown, string])[] = [
  ['nothing at all', undefined, 'schema '],
  ['no limbs', england({ limbs: undefined }), 'schema limbs'],
  ['a field that a pack does not have', england({ extra: 1 }), 'schema extra'],
  ['a child as an adult', england({ adultFrom: 12 }), 'schema adultFrom'],
  [
    'a limb without what it asks about',
    england({ limbs: e.limbs.map(({ asks: _, ...limb }) => limb) }),
    'schema limbs.0.asks',
  ],
  ['a point of the test left out', england({ limbs: e.limbs.slice(0, 2) }), 'unsafe limbs'],
  ['two points that ask the same', england({ limbs: [...e.limbs, { ...e.limbs[0], code: 'more' }] }), 'unsafe limbs'],
  ['a code that is there twice', england({ routes: [...e.routes, e.routes[0]] }), 'inconsistent routes.4.code'],
  ['an event that nobody may record', recorded('review.completed', []), 'unsafe mayRecord.review.completed'],
  [
    'a decision by the system',
    recorded('threshold.decided', ['practitioner', 'system']),
    'unsafe mayRecord.threshold.decided',
  ],
  [
    'words that only the system records',
    recorded('conversation.held', ['system']),
    'unsafe mayRecord.conversation.held',
  ],
  ['a referrer who sees everything', seen('referrer', 'everything'), 'unsafe maySee.referrer'],
  [
    'a referrer who sees the person’s words',
    seen('referrer', events('referrer', { 'conversation.held': {} })),
    'unsafe maySee.referrer.events.conversation.held',
  ],
  [
    'a partner who sees all conversations',
    seen('partner', events('partner', { 'conversation.held': {} })),
    'unsafe maySee.partner.events.conversation.held',
  ],
  [
    'a view of an event that does not exist',
    seen('partner', events('partner', { 'tea.served': {} })),
    'schema maySee.partner.events.…',
  ],
];

for (const [what, value, fault] of bad) {
  test(`a pack with ${what} is refused`, () => assert.ok(faultsOf(value).includes(fault), faultsOf(value).join('\n')));
}

const l = larkshireCouncil;
const weaker: readonly (readonly [string, object, string])[] = [
  ['leaves out a criterion', { limbs: l.limbs.slice(1) }, 'weaker limbs'],
  [
    'says a criterion in other words',
    { limbs: l.limbs.map((limb) => ({ ...limb, words: 'Seriously at risk' })) },
    'weaker limbs.0',
  ],
  ['adds a criterion', { limbs: [...l.limbs, { ...l.limbs[0], code: 'consents' }] }, 'weaker limbs.3'],
  ['has another age', { adultFrom: 21 }, 'weaker adultFrom'],
  ['drops a route', { routes: l.routes.slice(1) }, 'weaker routes'],
  [
    'passes people on for other reasons',
    {
      redirectionGrounds: [...l.redirectionGrounds, { code: 'duplicate', words: 'x' }].map((g, i) =>
        i === 6 ? { ...g, code: 'elsewhere2' } : g,
      ),
    },
    'schema redirectionGrounds.6.code',
  ],
  ['loses a reason for closing', { closingReasons: l.closingReasons.slice(1) }, 'weaker closingReasons'],
  [
    'takes pressure for a free choice',
    { closingReasons: l.closingReasons.map(({ choiceMayNotBeFree: _, ...reason }) => reason) },
    'weaker closingReasons.6.choiceMayNotBeFree',
  ],
  ['offers less', { supportKinds: l.supportKinds.slice(1) }, 'weaker supportKinds'],
  [
    'decides over the person’s head',
    { supportKinds: l.supportKinds.map((kind) => ({ ...kind, notThePersonsToAccept: true })) },
    'weaker supportKinds.0.notThePersonsToAccept',
  ],
  ['takes longer', { timescales: { ...l.timescales, listen: 20 } }, 'weaker timescales.listen'],
  ['does not assess despite refusal', { assessDespiteRefusal: ['atRisk'] }, 'weaker assessDespiteRefusal'],
  [
    'lets the person decide for the council',
    { mayRecord: { ...l.mayRecord, 'case.closed': ['person', 'manager'] } },
    'weaker mayRecord.case.closed',
  ],
  [
    'does not let the advocate speak',
    { mayRecord: { ...l.mayRecord, 'outcome.expressed': ['person', 'practitioner'] } },
    'weaker mayRecord.outcome.expressed',
  ],
];

for (const [what, change, fault] of weaker) {
  test(`an overlay that ${what} is refused`, () => {
    const found = faultsOf({ ...structuredClone(l), ...change }, englandCareAct);
    assert.ok(found.includes(fault), found.join('\n'));
  });
}

test('an overlay of an overlay keeps its second looks', () => {
  const { secondLookOn: _, ...rest } = l;
  const none = { ...rest, id: 'lark-lane' };
  assert.deepEqual(faultsOf(none, l), ['weaker secondLookOn']);
  assert.deepEqual(faultsOf({ ...l, overrideGrounds: l.overrideGrounds.slice(1) }, englandCareAct), []);
  assert.ok(faultsOf(l, { ...englandCareAct, overrideGrounds: [] }).length > 5);
  assert.ok(faultsOf(l, { ...englandCareAct, redirectionGrounds: [] }).length > 5);
});

test('a fault says in words what is wanted, and nothing of what was given', () => {
  const read = readPolicy(england({ adultFrom: 'canary', timescales: undefined }));
  const said = read.ok ? [] : read.faults.map(({ message }) => message);
  assert.deepEqual(said, ['The field “adultFrom” has to be of kind number.', 'The field “timescales” is missing.']);
});

test('every fault is named at once', () => {
  const found = faultsOf(
    { ...structuredClone(l), adultFrom: 17, timescales: { ...l.timescales, listen: 90, decide: 90 } },
    englandCareAct,
  );
  assert.deepEqual(found.sort(), ['weaker adultFrom', 'weaker timescales.decide', 'weaker timescales.listen']);
});

test('a field that does not fit hides no fault of another field', () => {
  const { calendar: _, ...rest } = structuredClone(l);
  const found = faultsOf(
    {
      ...rest,
      adultFrom: '18',
      extra: true,
      limbs: l.limbs.slice(1),
      timescales: { ...l.timescales, listen: 90 },
      mayRecord: { ...l.mayRecord, 'case.closed': ['person'] },
      closingReasons: l.closingReasons.map((reason) => ({ ...reason, suggests: 'careActAssessment' })),
      supportKinds: 'none',
    },
    englandCareAct,
  );
  assert.deepEqual(found.sort(), [
    'schema adultFrom',
    'schema calendar',
    'schema extra',
    'schema supportKinds',
    'unsafe limbs',
    'unsafe mayRecord.case.closed',
    'weaker limbs',
    'weaker limbs',
    'weaker mayRecord.case.closed',
    'weaker timescales.listen',
  ]);
});

test('whatever it is given, it never throws, and a damaged pack is refused or means the same', () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withNullPrototype: true, withMap: true }), (value) => {
      assert.equal(readPolicy(value).ok, false);
    }),
    { seed: 20261123, numRuns: 300 },
  );
  const keys = Object.keys(englandCareAct) as (keyof Policy)[];
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.anything(), (key, value) => {
      const read = readPolicy({ ...englandCareAct, [key]: value });
      if (read.ok)
        assert.ok(
          [
            'id',
            'version',
            'name',
            'adultFrom',
            'wording',
            'secondLookOn',
            'assessDespiteRefusal',
            'overrideGrounds',
            'redirectionGrounds',
            'routes',
            'closingReasons',
            'supportKinds',
            'maySee',
          ].includes(key),
          key,
        );
    }),
    { seed: 20261123, numRuns: 600 },
  );
});
