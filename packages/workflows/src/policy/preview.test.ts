import assert from 'node:assert/strict';
import { test } from 'node:test';
import { given, journeys, written as w } from '../testing/index.js';
import { englandCareAct } from './england-care-act.js';
import { larkshireCouncil } from './larkshire.js';
import { preview } from './preview.js';

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
    sentence: '“Agree to close, after that conversation.” (closure.agreed): now also needs second-look-needed cleared.',
  });
});

test('and the other way round', () => {
  const under = { ...closing, policy: larkshireCouncil };
  const [found] = preview([under], englandCareAct);
  const agreed = found?.changes.find(({ what }) => what === 'closure.agreed');
  assert.match(agreed?.sentence ?? '', /no longer waits for second-look-needed\.$/);
});

test('duties and prompts that change are listed', () => {
  const owed = given(
    ...journeys.allLimbsMet,
    w('support.offered', { supportId: 's1', kind: 'careActAssessment' }),
    w('support.declined', { supportId: 's1', because: 'No' }),
  ).case;
  const milder = { ...englandCareAct, assessDespiteRefusal: [] };
  const sentences = preview([owed], milder)[0]?.changes.map(({ sentence }) => sentence) ?? [];
  assert.ok(sentences.includes('The duty assessDespiteRefusal changes from arises to doesNotArise.'));
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
  assert.ok(more.includes('The prompt support-fits-reason is shown.'));
  const back =
    preview([{ ...privacy, policy: larkshireCouncil }], englandCareAct)[0]?.changes.map(({ sentence }) => sentence) ??
    [];
  assert.ok(back.includes('The prompt support-fits-reason is no longer shown.'));
});

test('closed cases, and cases that nothing changes for, are not listed; nothing given is changed', () => {
  const before = JSON.stringify(closing);
  assert.deepEqual(preview([given(...journeys.closed).case, closing], englandCareAct), []);
  preview([closing], larkshireCouncil);
  assert.equal(JSON.stringify(closing), before);
});
