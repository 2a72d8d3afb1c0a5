import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Written, given, journeys, people, written as w } from '../testing/index.js';
import { roles } from './events.js';
import { caseOf, view } from './view.js';

const restrictedTo = (...to: string[]): Written => w('access.restricted', { to, because: 'Works beside the family' });
const openedTo = (...to: string[]): Written => w('access.opened', { to, because: 'Cover' });

const { practitioner, manager, person } = people;

const caseWith = (...events: readonly Written[]) => given(...journeys.heard, ...events).case;

test('a restricted case shows staff who are not named only that it is restricted', () => {
  const current = caseWith(restrictedTo('practitioner-2'));
  for (const who of [practitioner, { id: 'practitioner-1' }, undefined]) {
    const seen = view(current, 'practitioner', who);
    assert.deepEqual(seen, {
      caseId: current.id,
      role: 'practitioner',
      version: current.entries.length,
      whole: false,
      restricted: true,
      entries: [],
    });
    assert.equal(caseOf(seen), undefined);
  }
});

test('whoever is named sees all of it: by id, by organisation or by role', () => {
  for (const name of [practitioner.id, practitioner.organisation, practitioner.role]) {
    const seen = view(caseWith(restrictedTo('somebody-else', name)), 'practitioner', practitioner);
    assert.equal(seen.whole, true, name);
    assert.equal(seen.restricted, undefined, name);
    assert.equal(caseOf(seen)?.entries.length, journeys.heard.length + 1);
  }
});

test('where it is not known who looks, only their role can name them', () => {
  assert.equal(view(caseWith(restrictedTo('practitioner')), 'practitioner').whole, true);
  assert.equal(view(caseWith(restrictedTo(practitioner.id)), 'practitioner').whole, false);
});

test('a manager is restricted like everybody else, but whoever made the restriction can still answer for it', () => {
  const current = caseWith(restrictedTo(practitioner.id));
  assert.equal(view(current, 'manager', { id: 'manager-2' }).restricted, true);
  assert.equal(view(current, 'manager', manager).whole, true);
});

test('opening adds people, and takes nobody away', () => {
  const current = caseWith(restrictedTo(practitioner.id), openedTo(manager.id), openedTo('advocate'));
  assert.equal(view(current, 'practitioner', practitioner).whole, true);
  assert.equal(view(current, 'manager', manager).whole, true);
  assert.equal(view(current, 'manager', { id: 'manager-2' }).whole, false);
});

test('a new restriction replaces the names of the one before', () => {
  const current = caseWith(restrictedTo(practitioner.id), openedTo('x'), restrictedTo(manager.id));
  assert.equal(view(current, 'practitioner', practitioner).whole, false);
  assert.equal(view(current, 'manager', manager).whole, true);
});

test('opening what nobody restricted restricts nothing', () => {
  assert.equal(view(caseWith(openedTo('somebody')), 'practitioner', practitioner).whole, true);
});

test('a restriction that was struck out is none, and one that was corrected reads as corrected', () => {
  const restricted = given(...journeys.heard, restrictedTo('somebody'));
  const entryId = restricted.case.entries.at(-1)?.id ?? '';
  const struck = given(...journeys.heard, restrictedTo('somebody'), w('entry.corrected', { entryId, because: 'x' }));
  assert.equal(view(struck.case, 'practitioner', practitioner).whole, true);
  const data = { to: [practitioner.id], because: 'x' };
  const other = given(
    ...journeys.heard,
    restrictedTo('somebody'),
    w('entry.corrected', { entryId, because: 'x', data }),
  );
  assert.equal(view(other.case, 'practitioner', practitioner).whole, true);
  assert.equal(view(restricted.case, 'practitioner', practitioner).whole, false);
});

test('the person keeps what they could see before, and learns nothing newer nor where the case stands', () => {
  const before = view(caseWith(), 'person', person);
  const later = w('safety.rated', { moment: 'start', words: 'LATER' });
  const during = view(caseWith(restrictedTo(practitioner.id), later), 'person', person);
  assert.deepEqual(during.entries, before.entries);
  assert.deepEqual([during.restricted, during.stage, during.state], [true, undefined, undefined]);
  const after = view(caseWith(restrictedTo(practitioner.id), later, openedTo('person')), 'person', person);
  assert.match(JSON.stringify(after.entries), /LATER/);
  assert.equal(after.stage, 'threshold');
});

test('a second restriction brings nothing to light that the first one hid', () => {
  const hidden = w('safety.rated', { moment: 'start', words: 'HIDDEN' });
  const seen = view(caseWith(restrictedTo('a'), hidden, restrictedTo('b')), 'person', person);
  assert.doesNotMatch(JSON.stringify(seen), /HIDDEN/);
});

test('nobody but staff who see the whole of it reads who was shut out, or why', () => {
  const current = caseWith(restrictedTo(...roles), openedTo('SOMEBODY'));
  for (const role of roles) {
    const isStaff = role === 'practitioner' || role === 'manager';
    assert.equal(/SOMEBODY|beside the family/.test(JSON.stringify(view(current, role, people[role]))), isStaff, role);
  }
});
