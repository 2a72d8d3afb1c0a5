import assert from 'node:assert/strict';
import { test } from 'node:test';
import { given, journeys, written as w } from '../testing/index.js';
import { englandCareAct } from './england-care-act.js';
import { larkshireCouncil } from './larkshire.js';
import { type Change, preview, previewSummary } from './preview.js';

const closing = given(
  ...journeys.underWay,
  journeys.concluded,
  w('closure.requested', {}, 'person'),
  journeys.explored,
).case;

test('a new pack’s changes are listed for each open case, in sentences', () => {
  const [found] = preview([closing], larkshireCouncil);
  assert.equal(found?.caseId, closing.id);
  const agreed = found?.changes.find(({ what }) => what === 'closure.agreed');
  assert.deepEqual(agreed, {
    about: 'event',
    what: 'closure.agreed',
    before: [],
    after: ['second-look-needed'],
    sentence:
      '“Agree to close, after that conversation.” This would also stand in the way: A manager who did not have this conversation needs to look at it before closing: the choice may not be free, others may be at risk, or the person disagrees.',
  });
});

test('and the other way round', () => {
  const under = { ...closing, policy: larkshireCouncil };
  const [found] = preview([under], englandCareAct);
  const agreed = found?.changes.find(({ what }) => what === 'closure.agreed');
  assert.match(agreed?.sentence ?? '', /This would no longer stand in the way: A manager .+\.$/);
});

test('duties and prompts that change are listed', () => {
  const owed = given(
    ...journeys.allLimbsMet,
    w('support.offered', { supportId: 's1', kind: 'careActAssessment' }),
    w('support.declined', { supportId: 's1', because: 'No' }),
  ).case;
  const milder = { ...englandCareAct, assessDespiteRefusal: [] };
  const sentences = preview([owed], milder)[0]?.changes.map(({ sentence }) => sentence) ?? [];
  assert.ok(
    sentences.includes(
      'The duty assessDespiteRefusal is asked for (The person said no, but they are being abused or neglected, or at risk of it.) so far, and is not asked for (The person said no, and may.) then.',
    ),
  );
  const privacy = given(
    ...journeys.heard,
    w('closure.requested', {}),
    w('closure.explored', {
      conversation: { with: ['person'], how: 'phone', freeToSpeak: 'yes' },
      reasons: ['privacy'],
      alternativesOffered: [],
      wayBackGiven: 'yes',
    }),
  ).case;
  const more = preview([privacy], larkshireCouncil)[0]?.changes.map(({ sentence }) => sentence) ?? [];
  assert.ok(more.some((sentence) => sentence.startsWith('Prompted then: ')));
  const back =
    preview([{ ...privacy, policy: larkshireCouncil }], englandCareAct)[0]?.changes.map(({ sentence }) => sentence) ??
    [];
  assert.ok(back.some((sentence) => sentence.startsWith('No longer prompted: ')));
});

const early = given(...journeys.acknowledged).case;

test('who may record what can be recorded now, and what is due when, are answers too', () => {
  const changes = preview([early], larkshireCouncil)[0]?.changes ?? [];
  const found = (about: Change['about'], what: string) =>
    changes.find((change) => change.about === about && change.what === what);
  assert.deepEqual(found('role', 'feedback.given'), {
    about: 'role',
    what: 'feedback.given',
    before: ['manager', 'practitioner'],
    after: ['advocate', 'manager', 'practitioner'],
    sentence:
      '“Tell whoever raised the concern what came of it, as far as the person agrees.” Recorded by a manager, a practitioner so far, and by an advocate, a manager, a practitioner then.',
  });
  assert.deepEqual(found('timescale', 'listen'), {
    about: 'timescale',
    what: 'listen',
    before: ['2026-03-09'],
    after: ['2026-03-04'],
    sentence:
      'Due so far: “Talk with the person, somewhere they are free to speak.” by 2026-03-09. Then: “Talk with the person, somewhere they are free to speak.” by 2026-03-04.',
  });
  const closedToAll = { ...englandCareAct, mayRecord: { ...englandCareAct.mayRecord, 'feedback.given': [] } };
  const [none] = preview([early], closedToAll);
  assert.deepEqual(
    none?.changes.map(({ sentence }) => sentence),
    [
      '“Tell whoever raised the concern what came of it, as far as the person agrees.” Recorded by a manager, a practitioner so far, and by nobody then.',
    ],
  );
});

test('a summary says for each change how many cases it would come to', () => {
  const two = preview([early, { ...early, id: 'another' }, closing], larkshireCouncil);
  const counts = previewSummary(two).map(({ about, what, cases }) => `${cases} ${about} ${what}`);
  assert.deepEqual(counts.slice(0, 1), ['3 role feedback.given']);
  assert.deepEqual(counts.slice(1).sort(), ['1 event closure.agreed', '2 timescale decide', '2 timescale listen']);
  assert.deepEqual(previewSummary([]), []);
});

test('closed cases, and cases that nothing changes for, are not listed; nothing given is changed', () => {
  const before = JSON.stringify(closing);
  assert.deepEqual(preview([given(...journeys.closed).case, closing], englandCareAct), []);
  preview([closing], larkshireCouncil);
  assert.equal(JSON.stringify(closing), before);
});
