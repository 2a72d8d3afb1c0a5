import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { everyCanary, references, sown } from './canaries.fixture.js';
import { type Case, openCase } from './case.js';
import { type CaseEvent, type EventType, type Role, eventSchemas, eventTypes, roles } from './events.js';
import { evolve } from './record.js';
import { view } from './view.js';
import { CASE_ID, buildEvent, people } from '../testing/index.js';

/** A record with each event once, as it would be read: what stands in the way of recording it is of no matter to a view. */
const theCase = (change: (event: CaseEvent) => CaseEvent = (event) => event): Case => {
  const kept = eventTypes.filter((type) => !type.startsWith('access.'));
  return kept.reduce(
    (current: Case, type, index) => {
      const data = { ...sown.get(type)?.data } as Record<string, unknown>;
      if (type === 'entry.corrected') {
        const corrected = current.entries.find((entry) => entry.type === 'conversation.held') as CaseEvent;
        data['entryId'] = corrected.id;
        data['data'] = { ...corrected.data, words: '<corrected words>' };
      }
      return evolve(current, change(buildEvent({ number: index + 1, type, data: data as never })));
    },
    openCase({ id: CASE_ID }),
  );
};

const flying = (text: string): string[] => [...new Set(text.match(/<[^<>]+>/g) ?? [])].sort();

const seenBy = (role: Role, current: Case, who = people[role]): string[] =>
  flying(JSON.stringify(view(current, role, who).entries));

/** Read off the design and written down once more, by hand: what the person, and whoever speaks for them, can read. */
const forThePerson = [
  '<concern.raised.whatHappened>',
  '<concern.raised.adult.name>',
  '<concern.raised.adult.address>',
  '<concern.raised.adult.safeContact>',
  '<concern.raised.adult.communication>',
  '<concern.raised.adult.careAndSupport>',
  '<concern.raised.whenItHappened>',
  '<concern.raised.saidAndWants>',
  '<case.allocated.to>',
  '<information.shared.to>',
  '<conversation.held.words>',
  '<conversation.held.observed>',
  '<conversation.held.adjustments.0>',
  '<wishes.recorded.words>',
  '<safety.rated.words>',
  '<safety.rated.notSaidBecause>',
  '<adjustment.agreed.what>',
  '<representative.named.who>',
  '<disagreement.recorded.words>',
  '<experience.recorded.words>',
  '<capacity.assessed.impairment>',
  '<capacity.assessed.becauseOf>',
  '<capacity.assessed.supportGiven.0>',
  '<capacity.assessed.supportGiven.1>',
  '<bestInterests.decided.who.0>',
  '<bestInterests.decided.because>',
  '<advocacy.considered.appropriatePerson.who>',
  '<advocacy.considered.because>',
  '<advocate.requested.because>',
  '<advocate.appointed.who>',
  '<advocate.unavailable.because>',
  '<risk.accepted.words>',
  '<risk.accepted.offered>',
  '<threshold.decided.because>',
  '<threshold.decided.to>',
  '<outcomes.asked.because>',
  '<outcome.expressed.words>',
  '<outcome.expressed.howWeWillKnow>',
  '<outcome.reworked.words>',
  '<outcome.reworked.because>',
  '<outcome.declined.because>',
  '<outcome.declined.insteadOffered>',
  '<outcome.withdrawn.because>',
  '<outcomes.reopened.because>',
  '<plan.agreed.actions.0.what>',
  '<plan.agreed.actions.0.who>',
  '<action.updated.what>',
  '<action.updated.because>',
  '<checkIn.recorded.words>',
  '<checkIn.missed.because>',
  '<plan.reviewed.because>',
  '<enquiry.concluded.what>',
  '<enquiry.concluded.byWhom>',
  '<closure.requested.words>',
  '<closure.explored.conversation.words>',
  '<closure.explored.words>',
  '<closure.reconsidered.because>',
  '<closure.agreed.because>',
  '<outcome.reviewed.words>',
  '<risk.reviewed.because>',
  '<review.completed.because>',
  '<support.offered.because>',
  '<support.accepted.words>',
  '<support.declined.because>',
  '<support.handedOver.to>',
  '<support.refused.because>',
  '<support.withdrawn.because>',
  '<support.withdrawn.insteadOffered>',
  '<support.confirmed.because>',
  '<case.closed.because>',
  '<case.reopened.because>',
  '<corrected words>',
];

const expected: Readonly<Record<Role, readonly string[]>> = {
  practitioner: [...everyCanary.filter((canary) => !canary.startsWith('<access.')), '<corrected words>'],
  manager: [...everyCanary.filter((canary) => !canary.startsWith('<access.')), '<corrected words>'],
  person: forThePerson,
  representative: forThePerson,
  advocate: forThePerson,
  referrer: ['<feedback.given.said>'],
  partner: [],
  system: [],
};

const takesText = (schema: z.core.$ZodType): boolean =>
  ['<x>', ['<x>']].some((text) => z.safeParse(schema, text).success);

test('every field in which people can write what they like has a canary', () => {
  for (const type of eventTypes) {
    const fields = Object.entries(eventSchemas[type].shape as Record<string, z.core.$ZodType>);
    const free = fields.filter(([field, schema]) => takesText(schema) && !references.includes(field));
    const found = new Set(sown.get(type)?.canaries.map((canary) => canary.slice(type.length + 2, -1).split('.')[0]));
    for (const [field] of free) assert.ok(found.has(field), `${type}.${field}`);
  }
  assert.equal(new Set(everyCanary).size, everyCanary.length);
});

for (const role of roles) {
  test(`${role} reads exactly what is theirs to read`, () => {
    assert.deepEqual(seenBy(role, theCase()), [...expected[role]].sort());
  });
}

const { organisation } = people.partner;

const given: Readonly<Partial<Record<EventType, readonly string[]>>> = {
  'information.shared': ['<information.shared.what>'],
  'enquiry.caused': ['<enquiry.caused.about>'],
  'support.handedOver': [],
};

test('a partner reads what was shared with it, the enquiry it was asked to make, and its hand-offs', () => {
  const toThem = theCase((event) =>
    event.type in given ? ({ ...event, data: { ...event.data, to: organisation } } as CaseEvent) : event,
  );
  const itsOwn = ['<enquiry.reported.found>', '<support.refused.because>', '<support.confirmed.because>'];
  assert.deepEqual(seenBy('partner', toThem), [...Object.values(given).flat(), ...itsOwn].sort());
  assert.deepEqual(seenBy('partner', toThem, { ...people.partner, organisation: 'Another trust' }), []);
});

test('a partner reads what its own organisation recorded, and only the kinds of entry that partners record', () => {
  const theirs = theCase((event) => ({ ...event, by: people.partner }));
  const types = new Set(view(theirs, 'partner', people.partner).entries.map(({ type }) => type));
  assert.deepEqual(
    [...types].sort(),
    [
      'action.updated',
      'capacity.assessed',
      'checkIn.recorded',
      'concern.raised',
      'conversation.held',
      'danger.reported',
      'enquiry.reported',
      'information.received',
      'lesson.learned',
      'support.confirmed',
      'support.refused',
      'transfer.accepted',
      'entry.corrected',
    ].sort(),
  );
});
