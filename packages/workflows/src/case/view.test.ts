import assert from 'node:assert/strict';
import { test } from 'node:test';
import { given, journeys, written as w } from '../testing/index.js';
import { eventTypes, roles } from './events.js';
import { replay } from './record.js';
import { caseOf, view } from './view.js';

const secret = [
  w('concern.raised', {
    whatHappened: 'Shouting at night',
    referrer: { name: 'REFERRER-NAME' },
    whoIsTheRisk: 'OTHER-PERSON',
    saidAndWants: 'PERSON-WORDS',
  }),
  w('concern.acknowledged', { because: 'STAFF-NOTE' }),
  w('conversation.held', { with: ['person'], how: 'phone', freeToSpeak: 'yes', words: 'PERSON-WORDS' }),
  w('consultation.recorded', { who: 'OTHER-PERSON', said: 'OTHER-WORDS' }),
  w('wishes.overridden', { about: 'share', grounds: ['seriousCrime'], proportionate: 'STAFF-NOTE' }),
  w('feedback.given', { said: 'FEEDBACK' }),
];

const seen = (role: (typeof roles)[number]): string => JSON.stringify(view(given(...secret).case, role).entries);

test('staff see the whole record, and can have the case back from it', () => {
  const { case: current } = given(...secret);
  for (const role of ['practitioner', 'manager'] as const) {
    const back = caseOf(view(current, role));
    assert.deepEqual(back?.state, current.state);
    assert.deepEqual(back?.facts, current.facts);
  }
});

test('the person sees their own words, and neither who raised the concern nor what is known of others', () => {
  const text = seen('person');
  assert.ok(text.includes('PERSON-WORDS'));
  for (const hidden of ['REFERRER', 'OTHER-PERSON', 'OTHER-WORDS', 'STAFF-NOTE', 'practitioner-1'])
    assert.ok(!text.includes(hidden), hidden);
  assert.equal(caseOf(view(given(...secret).case, 'person')), undefined);
});

test('whoever raised the concern learns what came of it, and never what the person said', () => {
  const text = seen('referrer');
  assert.ok(text.includes('FEEDBACK'));
  for (const hidden of ['PERSON-WORDS', 'OTHER', 'STAFF-NOTE']) assert.ok(!text.includes(hidden), hidden);
  assert.equal(view(given(...secret).case, 'referrer').stage, undefined);
});

test('a representative with a conflict of interest sees nothing', () => {
  const named = w('representative.named', { who: 'son', standing: 'family', conflicted: 'yes' });
  const { entries, stage, state } = view(given(...secret, named).case, 'representative');
  assert.deepEqual({ entries, stage, state }, { entries: [], stage: undefined, state: undefined });
  assert.notDeepEqual(view(given(...secret).case, 'representative').entries, []);
});

test('what a correction puts in place is hidden like the entry itself', () => {
  const { case: before } = given(...secret);
  const correction = w('entry.corrected', {
    entryId: before.entries[0]?.id ?? '',
    because: 'STAFF-NOTE-2',
    data: { whatHappened: 'Shouting', referrer: { name: 'REFERRER-NAME' } },
  });
  assert.ok(!JSON.stringify(view(given(...secret, correction).case, 'person').entries).includes('REFERRER'));
});

test('the pack names only events that exist', () => {
  const { policy } = given(...journeys.aConcern).case;
  for (const role of roles) {
    const rule = policy.maySee[role];
    if (rule === 'everything') continue;
    for (const type of Object.keys(rule.events)) assert.ok((eventTypes as readonly string[]).includes(type), type);
  }
});

test('when something was written down is shown beside when it happened', () => {
  const recordedAt = '2026-03-09T09:00:00.000Z';
  const stored = given(...secret).case.entries.map((event) => ({ ...event, recordedAt }));
  for (const role of ['practitioner', 'person'] as const) {
    for (const entry of view(replay(stored), role).entries) assert.equal(entry.recordedAt, recordedAt);
    for (const entry of view(given(...secret).case, role).entries) assert.ok(!('recordedAt' in entry));
  }
});
