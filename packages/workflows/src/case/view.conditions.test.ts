import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Written, given, journeys, people, written as w } from '../testing/index.js';
import type { EventData, EventType, Role } from './events.js';
import { type EntryView, view } from './view.js';

const { partner, person } = people;
const TRUST = partner.organisation;

const entriesOf = (role: Role, ...events: readonly Written[]): readonly EntryView[] =>
  view(given(...events).case, role, people[role]).entries;

const seen = (role: Role, type: EventType, ...events: readonly Written[]): Readonly<Record<string, unknown>>[] =>
  entriesOf(role, ...events)
    .filter((entry) => entry.type === type)
    .map(({ data }) => data);

const correct = (events: readonly Written[], index: number, data?: object): Written =>
  w('entry.corrected', {
    entryId: given(...events).case.entries[index]?.id ?? '',
    because: 'NOT FOR THEM',
    ...(data ? { data: data as Record<string, unknown> } : {}),
  });

const override: EventData<'wishes.overridden'> = {
  about: 'share',
  grounds: ['riskToChildren'],
  proportionate: 'OTHERS',
};
const explained = { how: 'inPerson', at: '2026-03-02' } as const;

test('going against a wish is shown once it was explained to the person, and not before', () => {
  const unexplained = w('wishes.overridden', { ...override, notExplainedBecause: 'OTHERS' });
  const later = w('wishes.overridden', { ...override, explained });
  assert.deepEqual(seen('person', 'wishes.overridden', ...journeys.heard, unexplained), []);
  assert.deepEqual(seen('person', 'wishes.overridden', ...journeys.heard, unexplained, later), [
    { about: 'share', grounds: ['riskToChildren'], explained },
  ]);
});

test('an explanation that is corrected away hides the entry again; one that is put in shows what is right now', () => {
  const wrongly = [...journeys.heard, w('wishes.overridden', { ...override, explained })];
  const index = wrongly.length - 1;
  assert.deepEqual(entriesOf('person', ...wrongly, correct(wrongly, index, override)).length, journeys.heard.length);
  const rightly = [...journeys.heard, w('wishes.overridden', { ...override, notExplainedBecause: 'OTHERS' })];
  const after = entriesOf('person', ...rightly, correct(rightly, index, { ...override, explained }));
  assert.deepEqual(after.at(-1)?.data['data'], { about: 'share', grounds: ['riskToChildren'], explained });
  assert.equal(after.length, journeys.heard.length + 1);
});

test('the person sees with whom something was shared once they were told', () => {
  const shared = (personTold: 'yes' | 'no') =>
    w('information.shared', { to: 'police', ground: 'seriousCrime', personTold, what: 'OTHERS' });
  assert.deepEqual(seen('person', 'information.shared', ...journeys.heard, shared('no')), []);
  assert.deepEqual(seen('person', 'information.shared', ...journeys.heard, shared('yes')), [
    { to: 'police', ground: 'seriousCrime', personTold: 'yes' },
  ]);
});

test('people see the danger that they reported themselves, and not what others said of it', () => {
  const danger = (by: Role) => w('danger.reported', { what: 'At the door' }, by);
  assert.equal(seen('person', 'danger.reported', ...journeys.heard, danger('person')).length, 1);
  assert.equal(seen('person', 'danger.reported', ...journeys.heard, danger('practitioner')).length, 0);
  assert.equal(seen('representative', 'danger.reported', ...journeys.heard, danger('person')).length, 0);
  const { case: current } = given(...journeys.heard, danger('person'));
  const shown = (who?: { id: string }) =>
    view(current, 'person', who).entries.some(({ type }) => type === 'danger.reported');
  assert.deepEqual([shown(person), shown({ id: 'person-2' }), shown()], [true, false, false]);
});

const referrer = { name: 'NEIGHBOUR', relationship: 'neighbour', contact: 'PHONE' };
const concern = (stayAnonymousToPerson?: 'yes' | 'no', by: Role = 'representative') =>
  w(
    'concern.raised',
    { whatHappened: 'x', referrer: { ...referrer, ...(stayAnonymousToPerson ? { stayAnonymousToPerson } : {}) } },
    by,
  );

test('who raised the concern stays unknown, also in which role, unless they agreed; how to reach them always does', () => {
  for (const answer of ['yes', undefined] as const) {
    const [first] = entriesOf('person', concern(answer));
    assert.equal(first?.data['referrer'], undefined);
    assert.deepEqual(first?.by, { role: 'referrer' });
  }
  const [open] = entriesOf('person', concern('no'));
  assert.deepEqual(open?.data['referrer'], {
    name: 'NEIGHBOUR',
    relationship: 'neighbour',
    stayAnonymousToPerson: 'no',
  });
  assert.deepEqual(open?.by, { role: 'representative' });
});

test('the person’s own concern is shown as their own', () => {
  assert.deepEqual(entriesOf('person', concern(undefined, 'person'))[0]?.by, { role: 'person' });
});

test('a referrer who changes their mind is named only in what was put right since, and only if they agree now', () => {
  for (const [before, after] of [
    ['no', 'yes'],
    ['yes', 'no'],
  ] as const) {
    const data = { whatHappened: 'x', referrer: { ...referrer, stayAnonymousToPerson: after } };
    const [original, correction] = entriesOf('person', concern(before), correct([concern(before)], 0, data));
    assert.equal(original?.data['referrer'], undefined);
    const corrected = correction?.data['data'] as { referrer?: { name?: string } };
    assert.equal(corrected.referrer?.name, after === 'no' ? 'NEIGHBOUR' : undefined);
    assert.equal(JSON.stringify(correction).includes('NOT FOR THEM'), false);
  }
});

const offered = w('support.offered', { supportId: 's1', kind: 'health' });
const handedTo = (to: string) => w('support.handedOver', { supportId: 's1', to });
const refused = w('support.refused', { supportId: 's1', because: 'FULL' });
const confirmed = w('support.confirmed', { supportId: 's1', because: 'BEGUN' });

test('a partner sees its hand-offs, until somebody else has them', () => {
  const events = [...journeys.noEnquiry, offered, handedTo(TRUST), refused, handedTo('Another'), confirmed];
  const types = entriesOf('partner', ...events).map(({ type }) => type);
  assert.deepEqual(types, ['support.handedOver', 'support.refused']);
});

test('a partner sees the enquiry that it was asked to make, and what was reported on that one', () => {
  const caused = (enquiryId: string, to: string) => w('enquiry.caused', { enquiryId, to, about: enquiryId });
  const reported = (enquiryId: string) => w('enquiry.reported', { enquiryId, found: enquiryId, enough: 'yes' });
  const events = [...journeys.underWay, caused('e1', TRUST), caused('e2', 'Another'), reported('e1'), reported('e2')];
  assert.doesNotMatch(JSON.stringify(entriesOf('partner', ...events)), /e2/);
  assert.equal(entriesOf('partner', ...events).length, 2);
});

test('a council that a case is passed to sees that, and that it took it, and not the reasons', () => {
  const decided = w('threshold.decided', { route: 'redirected', ground: 'elsewhere', to: TRUST, because: 'REASONS' });
  const events = [...journeys.heard, decided, w('transfer.accepted', { by: TRUST })];
  assert.deepEqual(
    entriesOf('partner', ...events).map(({ data }) => data),
    [{ route: 'redirected', ground: 'elsewhere', to: TRUST }, { by: TRUST }],
  );
});

test('sharing with the wrong organisation, put right, is shown to neither of them as it was', () => {
  const shared = (to: string) => ({ to, ground: 'agreed', personTold: 'yes', what: 'FACTS' }) as const;
  const before = [...journeys.heard, w('information.shared', shared('Another'))];
  const put = correct(before, before.length - 1, shared(TRUST));
  const theirs = entriesOf('partner', ...before, put);
  assert.deepEqual(
    theirs.map(({ type }) => type),
    ['entry.corrected'],
  );
  assert.deepEqual(theirs[0]?.data['data'], shared(TRUST));
  const { case: current } = given(...before, put);
  assert.deepEqual(view(current, 'partner', { ...partner, organisation: 'Another' }).entries, []);
  assert.deepEqual(entriesOf('partner', ...before, correct(before, before.length - 1)), []);
});

test('what a partner recorded is its organisation’s to see, and nobody’s where it is not known who looks', () => {
  const { case: current } = given(...journeys.heard, w('lesson.learned', { what: 'Ring first' }, 'partner'));
  const shown = (who?: { id: string; organisation?: string }) => view(current, 'partner', who).entries.length;
  assert.deepEqual(
    [shown(partner), shown({ id: 'nurse-2', organisation: TRUST }), shown({ id: partner.id })],
    [1, 1, 1],
  );
  assert.deepEqual([shown(), shown({ id: 'x' }), shown({ id: 'x', organisation: 'Another' })], [0, 0, 0]);
});

test('nothing is shown to an organisation of no name, also of support that nobody has in hand', () => {
  for (const events of [
    [offered, handedTo('Another'), confirmed],
    [offered, confirmed],
  ]) {
    const { case: current } = given(...journeys.noEnquiry, ...events);
    assert.deepEqual(view(current, 'partner').entries, []);
    assert.deepEqual(view(current, 'partner', { id: 'x' }).entries, []);
  }
});

test('a partner with one hand-off sees nothing of another', () => {
  const second = w('support.offered', { supportId: 's2', kind: 'housing' });
  const toAnother = w('support.handedOver', { supportId: 's2', to: 'Another' });
  const news = w('support.confirmed', { supportId: 's2', because: 'HOUSING' });
  const theirs = entriesOf('partner', ...journeys.noEnquiry, offered, second, handedTo(TRUST), toAnother, news);
  assert.deepEqual(
    theirs.map(({ type }) => type),
    ['support.handedOver'],
  );
});

test('what somebody recorded in another role is not theirs in this one', () => {
  const asStaff = w('danger.reported', { what: 'STAFF' }, { ...people.practitioner, id: person.id });
  assert.deepEqual(seen('person', 'danger.reported', ...journeys.heard, asStaff), []);
  const sameOrganisation = w('danger.reported', { what: 'STAFF' }, { ...people.practitioner, organisation: TRUST });
  assert.deepEqual(seen('partner', 'danger.reported', ...journeys.heard, sameOrganisation), []);
});
