import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Written, given, idOf, journeys, written as w } from '../testing/index.js';

/** The case after these, and after the entry at this place of them is struck out. */
const struckOut = (place: number, ...events: readonly Written[]) =>
  given(...events, w('entry.corrected', { entryId: idOf(place), because: 'Entered in the wrong case' })).case;

test('an answer to what was struck out is an answer to nothing', () => {
  const start = journeys.underWay.length;
  const { facts } = struckOut(
    start + 1,
    ...journeys.underWay,
    w('enquiry.caused', { enquiryId: 'q1', to: 'The trust', about: 'Her bruises' }),
    w('enquiry.reported', { enquiryId: 'q1', enough: 'yes', found: 'A fall' }),
  );
  assert.deepEqual(facts.checkIns.enquiries, {});
  const offers = struckOut(
    start + 1,
    ...journeys.underWay,
    w('support.offered', { supportId: 's1', kind: 'housing' }),
    w('support.accepted', { supportId: 's1' }, 'person'),
  ).facts.stepDown;
  assert.deepEqual(offers.offers, {});
});
