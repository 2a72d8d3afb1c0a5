import assert from 'node:assert/strict';
import { test } from 'node:test';
import { record } from '../case/record.js';
import { buildEvent, givenPolicy, journeys } from '../testing/index.js';
import { changed, faultsOf } from './damage.fixture.js';
import { englandCareAct as e } from './england-care-act.js';
import type { Policy } from './policy.schema.js';
import { readPolicy } from './read-policy.js';
import { scotlandASP } from './scotland-asp.js';
import { walesSSWBA } from './wales-sswba.js';

const without = <K extends 'routes' | 'closingReasons' | 'supportKinds'>(list: K, code: string): object => ({
  [list]: e[list].filter((one) => one.code !== code),
});

test('a pack without one of the routes is refused: cases would be trapped there', () => {
  for (const { code } of e.routes) {
    assert.deepEqual(faultsOf(changed(e, without('routes', code))), ['unsafe routes'], code);
  }
  const { case: heard } = givenPolicy({ ...e, routes: [] }, ...journeys.heard);
  const data = { route: 'noEnquiry', because: 'Two visits' } as const;
  const trapped = record(heard, buildEvent({ number: heard.entries.length + 1, type: 'threshold.decided', data }));
  assert.equal(trapped.ok, false, 'what it would do');
});

test('reasons that may not be a free choice can be recorded, and are flagged, under every pack', () => {
  for (const base of [e, walesSSWBA, scotlandASP]) {
    for (const code of ['afraidOfConsequences', 'pressureFromSomeone', 'dependsOnThem']) {
      const index = base.closingReasons.findIndex((one) => one.code === code);
      const unflagged = base.closingReasons.map((one) =>
        one.code === code ? { ...one, choiceMayNotBeFree: false } : one,
      );
      const flag = `unsafe closingReasons.${index}.choiceMayNotBeFree`;
      assert.deepEqual(faultsOf(changed(base, { closingReasons: unflagged })), [flag]);
      const gone = base.closingReasons.filter((one) => one.code !== code);
      assert.deepEqual(faultsOf(changed(base, { closingReasons: gone })), ['unsafe closingReasons']);
    }
  }
});

test('other reasons may be left out, or flagged as well', () => {
  assert.deepEqual(faultsOf(changed(e, without('closingReasons', 'privacy'))), []);
  const all = e.closingReasons.map((one) => ({ ...one, choiceMayNotBeFree: true }));
  assert.deepEqual(faultsOf(changed(e, { closingReasons: all })), []);
});

test('what the law asks to be offered can be offered', () => {
  const closingReasons = e.closingReasons.map(({ suggests: _, ...one }) => one);
  for (const { code } of e.supportKinds) {
    const owed = ['careActAssessment', 'carersAssessment', 'informationAndAdvice'].includes(code);
    const found = faultsOf(changed(e, { ...without('supportKinds', code), closingReasons }));
    assert.deepEqual(found, owed ? ['unsafe supportKinds'] : [], code);
  }
});

test('help is the person’s to accept or not, but for what services hand to each other', () => {
  const between = ['marac', 'selfNeglectPanel', 'police', 'providerQuality'];
  e.supportKinds.forEach(({ code }, index) => {
    const supportKinds = e.supportKinds.map((one, at) =>
      at === index ? { ...one, notThePersonsToAccept: true } : one,
    );
    const expected = between.includes(code) ? [] : [`unsafe supportKinds.${index}.notThePersonsToAccept`];
    assert.deepEqual(faultsOf(changed(e, { supportKinds })), expected, code);
  });
});

test('a reason suggests only what the pack offers', () => {
  const index = e.closingReasons.findIndex(({ code }) => code === 'tooMuchProcess');
  assert.deepEqual(faultsOf(changed(e, without('supportKinds', 'prevention'))), [
    `inconsistent closingReasons.${index}.suggests`,
  ]);
});

test('what is named twice is found, in every list', () => {
  const twice = (change: Partial<Policy>): string[] => faultsOf(changed(e, change));
  assert.deepEqual(twice({ secondLookOn: ['noEnquiry', 'otherEnquiry', 'noEnquiry'] }), [
    'inconsistent secondLookOn.2',
  ]);
  assert.deepEqual(twice({ assessDespiteRefusal: ['atRisk', 'atRisk'] }), ['inconsistent assessDespiteRefusal.1']);
  const [first] = e.supportKinds;
  assert.ok(first);
  assert.deepEqual(twice({ supportKinds: [...e.supportKinds, first] }), [
    `inconsistent supportKinds.${e.supportKinds.length}.code`,
  ]);
});

test('words for what this engine does not have are a mistake, and are not repeated', () => {
  const read = readPolicy(changed(e, { wording: { canary: { message: 'x' }, 'limbs-not-met': { message: 'x' } } }));
  assert.equal(read.ok, false);
  assert.doesNotMatch(JSON.stringify(read), /canary/);
  assert.deepEqual(faultsOf(changed(e, { wording: { canary: {} } })), ['inconsistent wording']);
  for (const code of ['limbs-not-met', 'enquire', 'tell-the-referrer', 'duty-outstanding']) {
    assert.deepEqual(faultsOf(changed(e, { wording: { [code]: { message: 'x' } } })), [], code);
  }
});

test('adulthood begins at 18 at the latest', () => {
  assert.deepEqual(faultsOf(changed(e, { adultFrom: 18 })), []);
  assert.deepEqual(faultsOf(changed(e, { adultFrom: 19 })), ['unsafe adultFrom']);
});

test('something that cannot even be read is refused, not thrown', () => {
  const explodes = (): never => {
    throw new Error('canary');
  };
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const hostile: unknown[] = [
    Object.defineProperty({}, 'id', { enumerable: true, get: explodes }),
    new Proxy({}, { get: explodes, ownKeys: explodes }),
    proxy,
    { ...e, limbs: new Proxy([], { get: explodes }) },
  ];
  for (const value of hostile) {
    assert.deepEqual(readPolicy(value), {
      ok: false,
      faults: [{ code: 'schema', path: '', message: 'The pack cannot be read: it has to be plain data.' }],
    });
  }
});
