import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EventData } from '../case/events.js';
import { given, journeys, written as w } from '../testing/index.js';
import { othersAreAtRisk } from './danger.facts.js';

type Others = NonNullable<EventData<'concern.raised'>['othersAtRisk']>;

const raised = (othersAtRisk?: Others) =>
  w('concern.raised', { whatHappened: 'It happened again.', ...(othersAtRisk ? { othersAtRisk } : {}) });
const assessed = (data: EventData<'risk.assessed'>) => w('risk.assessed', data);
const after = (...events: ReturnType<typeof w>[]) => given(...journeys.aConcern, ...events).case.facts.danger;

const none: Others = { adults: 'no', children: 'no' };
const child: Others = { adults: 'no', children: 'yes' };
const adult: Others = { adults: 'yes', children: 'no' };
const notKnown: Others = { adults: 'notKnown', children: 'notKnown' };

test('who raises a concern can say that others are at risk: known since that entry', () => {
  const { length } = journeys.aConcern;
  const danger = after(raised(child));
  assert.deepEqual(danger, { othersAtRisk: child, othersAtRiskAt: length + 1, seriousHarm: false });
  assert.equal(othersAreAtRisk(danger), true);
  assert.equal(othersAreAtRisk(after(raised(adult))), true);
  assert.equal(othersAreAtRisk(after(raised(none))), false);
  assert.equal(after(raised(none)).othersAtRiskAt, 0);
});

test('a further concern only adds: it neither takes back a yes, nor makes unknown what was known', () => {
  assert.deepEqual(after(raised(child), raised(none)).othersAtRisk, child);
  assert.deepEqual(after(raised(none), raised(notKnown)).othersAtRisk, none);
  assert.deepEqual(after(raised(none), raised(adult)).othersAtRisk, adult);
  assert.deepEqual(after(raised(child), raised()).othersAtRisk, child);
  assert.equal(after(raised(child), raised(none)).othersAtRiskAt, journeys.aConcern.length + 1);
});

test('whoever assesses the risk may say that nobody else is at risk any more, or leave it as it is', () => {
  assert.deepEqual(after(raised(child), assessed({ othersAtRisk: none })).othersAtRisk, none);
  assert.deepEqual(after(raised(child), assessed({ seriousHarm: 'no' })).othersAtRisk, child);
  const { length } = journeys.aConcern;
  assert.equal(after(raised(child), assessed({ othersAtRisk: none })).othersAtRiskAt, length + 1);
  assert.equal(after(raised(child), assessed({ othersAtRisk: adult })).othersAtRiskAt, length + 2);
});

test('serious harm stays known until somebody says otherwise', () => {
  assert.equal(after(assessed({ seriousHarm: 'yes' }), assessed({ othersAtRisk: none })).seriousHarm, true);
  assert.equal(after(assessed({ seriousHarm: 'yes' }), assessed({ seriousHarm: 'no' })).seriousHarm, false);
  assert.equal(after(assessed({ othersAtRisk: none })).seriousHarm, false);
});
