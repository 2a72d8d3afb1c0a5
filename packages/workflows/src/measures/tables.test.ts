import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Case, openCase } from '../case/case.js';
import type { EventType } from '../case/events.js';
import { record } from '../case/record.js';
import { type Written, buildEvent, journeys, written as w } from '../testing/index.js';
import { measures } from './face.js';
import type { Measure } from './measures.js';
import type { Level } from './report.js';

let number = 0;

/** Records these on a new case, an hour apart, or at the instants that are given, and counts each. */
const count = (events: readonly { what: Written; at?: string }[], id = 'case-a', start = measures.empty): Measure => {
  let current: Case = openCase({ id });
  let measure = start;
  for (const { what, at } of events) {
    const [type, data, by] = what as [EventType, never, 'manager' | undefined];
    number += 1;
    const event = buildEvent({
      number,
      type,
      ...(data ? { data } : {}),
      ...(by ? { by } : {}),
      caseId: id,
      ...(at ? { at } : {}),
    });
    const result = record(current, event);
    assert.ok(result.ok, `${type}: ${result.ok ? '' : result.blockers.map(({ code }) => code).join()}`);
    current = result.case;
    measure = measures.add(measure, event, current);
  }
  return measure;
};

const at = (instant: string, ...events: readonly Written[]) => events.map((what) => ({ what, at: instant }));

const cell = (measure: Measure, table: string, row: string, column?: string, level: Level = 'organisation') => {
  const found = measures.report(measure, { level }).tables.find(({ code }) => code === table);
  assert.ok(found, `there is no table ${table}`);
  const place = column === undefined ? 0 : found.columns.findIndex(({ code }) => code === column);
  return found.rows.find(({ code }) => code === row)?.values[place];
};

const closed = at('2026-08-31T12:00:00Z', ...journeys.closed);

test('an enquiry that ran its course is in every table of the collection', () => {
  const measure = count(at('2026-03-02T09:00:00Z', ...journeys.closed));
  assert.equal(cell(measure, 'SG1f', 'concerns'), 1);
  assert.equal(cell(measure, 'SG1f', 's42'), 1);
  assert.equal(cell(measure, 'SG1f', 'other'), 0);
  assert.equal(cell(measure, 'SG2a s42', 'financialOrMaterial', 'notRecorded'), 1);
  assert.equal(cell(measure, 'SG2b s42', 'notRecorded', 'total'), 1);
  assert.equal(cell(measure, 'SG2c s42', 'riskIdentified yes'), 1);
  assert.equal(cell(measure, 'SG2e s42', 'removed'), 1);
  assert.equal(cell(measure, 'SG3a s42', 'notRecorded'), 1);
  assert.equal(cell(measure, 'SG4a s42', 'expressed'), 1);
  assert.equal(cell(measure, 'SG4a achieved s42', 'achieved'), 1);
  assert.equal(cell(measure, 'advocacy', 'notOwed'), 1);
  assert.equal(cell(measure, 'closingReasons', 'tooMuchProcess'), 1);
  assert.equal(cell(measure, 'support', 'careActAssessment', 'handedOver'), 1);
});

test('a correction corrects the count, and striking out takes it back', () => {
  const correct = (data?: Record<string, unknown>): Measure => {
    const start = at('2026-03-02T09:00:00Z', ...journeys.aConcern, w('experience.recorded', { feelsSafer: 'no' }));
    number += 100;
    const experience = number + start.length;
    const entryId = buildEvent({ number: experience, type: 'concern.acknowledged' }).id;
    return count([
      ...start,
      { what: w('entry.corrected', { entryId, because: 'Misheard', ...(data ? { data } : {}) }) },
    ]);
  };
  const corrected = correct({ feelsSafer: 'yes', answeredBy: 'person' });
  assert.equal(cell(corrected, 'experience feelsSafer', 'no', 'total'), 0);
  assert.equal(cell(corrected, 'experience feelsSafer', 'yes', 'person'), 1);
  assert.equal(cell(correct(), 'experience feelsSafer', 'total', 'total'), 0);
});

test('what was written down late counts from when it happened', () => {
  const measure = count([
    ...at('2026-03-02T09:00:00Z', ...journeys.acknowledged),
    ...at('2026-03-20T09:00:00Z', journeys.heard.at(-1) as Written),
    ...at('2026-03-05T08:00:00Z', journeys.heard.at(-1) as Written),
  ]);
  const [spread] = measures.report(measure, { level: 'organisation' }).spreads;
  assert.deepEqual([spread?.number, spread?.lower, spread?.median, spread?.upper], [1, 2, 2, 2]);
});

test('a change in feeling safe needs both ends in the person’s own rating', () => {
  const rate = (...ratings: readonly Written[]) => count(at('2026-03-02T09:00:00Z', ...journeys.aConcern, ...ratings));
  const start = w('safety.rated', { moment: 'start', rating: 2 });
  const end = w('safety.rated', { moment: 'end', rating: 4 });
  assert.equal(cell(rate(start, end), 'safetyChange', 'safer'), 1);
  assert.equal(cell(rate(end), 'safetyChange', 'total'), 0);
  assert.equal(cell(rate(start, w('safety.rated', { moment: 'checkIn', rating: 4 })), 'safetyChange', 'total'), 0);
  assert.equal(cell(rate(start, w('safety.rated', { moment: 'end', words: 'Fine' })), 'safetyChange', 'total'), 0);
  assert.equal(cell(rate(w('safety.rated', { moment: 'start', rating: 5 }), end), 'safetyChange', 'lessSafe'), 1);
  assert.equal(cell(rate(w('safety.rated', { moment: 'start', rating: 4 }), end), 'safetyChange', 'same'), 1);
});

test('an override that was recorded twice for one wish is one; after another answer it is a second', () => {
  const override = (explained: boolean) =>
    w('wishes.overridden', {
      about: 'share',
      grounds: ['seriousCrime'],
      proportionate: 'Police only',
      ...(explained ? { explained: { how: 'phone', at: '2026-03-02' } } : {}),
    });
  const no = w('wishes.recorded', { about: 'share', answer: 'no' });
  const told = at('2026-03-02T09:00:00Z', ...journeys.aConcern, no, override(false), override(true));
  const once = count(told);
  assert.equal(cell(once, 'overrides', 'share', 'total'), 1);
  assert.equal(cell(once, 'overrides', 'share', 'explained'), 1);
  const could = { about: 'act', grounds: ['coercion'], proportionate: 'x', notExplainedBecause: 'It puts her at risk' };
  const kept = count([...told, ...at('2026-03-03T09:00:00Z', w('wishes.overridden', could as never))]);
  assert.equal(cell(kept, 'overrides', 'act', 'couldNotBeExplained'), 1);
  const unsure = w('wishes.recorded', { about: 'share', answer: 'unsure' });
  const twice = count([...told, ...at('2026-03-03T09:00:00Z', no, unsure, override(false))]);
  assert.equal(cell(twice, 'overrides', 'share', 'total'), 2);
  assert.equal(cell(twice, 'overrides', 'share', 'notExplained'), 1);
});

test('coming back counts by calendar months, by reason and by support taken up', () => {
  const back = (day: string) => count([...closed, ...at(`${day}T10:00:00Z`, w('case.reopened', { because: 'Again' }))]);
  assert.equal(cell(back('2027-02-28'), 'returnsByReason', 'tooMuchProcess', 'within6Months'), 1);
  assert.equal(cell(back('2027-02-28'), 'returnsBySupport', 'takenUp', 'within6Months'), 1);
  assert.equal(cell(back('2027-03-01'), 'returnsByReason', 'tooMuchProcess', 'within12Months'), 1);
  assert.equal(cell(back('2027-08-31'), 'returnsByReason', 'tooMuchProcess', 'within12Months'), 1);
  assert.equal(cell(back('2027-09-01'), 'returnsByReason', 'tooMuchProcess', 'notWithin12Months'), 1);
});

test('a later case that is linked to a closed one is a return, in whichever half it was counted', () => {
  const first = count(closed, 'case-1');
  const linked = (concernOn: string) =>
    count(at(concernOn, ...journeys.aConcern, w('case.linked', { linkedCaseId: 'case-1' })), 'case-2');
  const late = measures.merge(linked('2026-12-01T09:00:00Z'), first);
  assert.equal(cell(late, 'returnsBySupport', 'takenUp', 'within6Months'), 1);
  assert.equal(cell(late, 'returnsBySupport', 'total', 'total'), 1);
  const earlier = measures.merge(first, linked('2026-01-01T09:00:00Z'));
  assert.equal(cell(earlier, 'returnsBySupport', 'takenUp', 'notWithin12Months'), 1);
});

test('asked as of a day, only closings that a year has passed since are counted', () => {
  const measure = count(closed);
  const rate = (asOf: string) =>
    measures
      .report(measure, { level: 'organisation', asOf })
      .tables.find(({ code }) => code === 'returnsBySupport')
      ?.rows.at(-1)
      ?.values.at(-1);
  assert.equal(rate('2027-08-30'), 0);
  assert.equal(rate('2027-08-31'), 1);
});

test('across the partnership small numbers are hidden even when told not to', () => {
  const measure = count(closed);
  const hidden = measures.report(measure, { level: 'partnership', suppress: false });
  assert.ok(hidden.suppressed);
  const shown = hidden.tables.flatMap(({ rows }) => rows.flatMap(({ values }) => values));
  assert.ok(shown.every((value) => value === '[c]' || value === '[x]'));
  assert.equal(cell(measure, 'SG4a other', 'expressed', undefined, 'partnership'), '[x]');
});

test('an organisation may hide small numbers too, and a spread of enough people is shown', () => {
  const spoken = [...journeys.heard];
  const six = ['1', '2', '3', '4', '5', '6'].reduce(
    (sum, id) => count(at('2026-03-02T09:00:00Z', ...spoken), `case-${id}`, sum),
    measures.empty,
  );
  const hidden = measures.report(six, { level: 'organisation', suppress: true });
  assert.deepEqual(
    hidden.spreads.map((spread) => [spread.number, spread.median]),
    [
      [5, 0],
      ['[c]', '[c]'],
    ],
  );
  assert.equal(measures.report(six, { level: 'organisation' }).spreads[1]?.median, '[x]');
});

const onMonday = (...events: readonly Written[]): Measure => count(at('2026-03-02T09:00:00Z', ...events));

test('what the person says about the work counts by who answered: else by who wrote it down, if that is theirs to say', () => {
  const said = (by: 'person' | 'representative' | 'practitioner', answeredBy?: 'representative') =>
    onMonday(
      ...journeys.aConcern,
      w('experience.recorded', { listenedTo: 'always', ...(answeredBy ? { answeredBy } : {}) }, by),
    );
  const columns = ['person', 'representative', 'notRecorded', 'total'] as const;
  const counted = (measure: Measure) =>
    columns.map((column) => cell(measure, 'experience listenedTo', 'always', column)).join(' ');
  assert.equal(counted(said('person')), '1 0 0 1');
  assert.equal(counted(said('representative')), '0 1 0 1');
  assert.equal(counted(said('practitioner')), '0 0 1 1');
  assert.equal(counted(said('practitioner', 'representative')), '0 1 0 1');
});

test('whether words may be quoted, what was learned and cases that are linked count on their own', () => {
  const measure = onMonday(
    ...journeys.aConcern,
    w('experience.recorded', { mayBeQuoted: 'no' }),
    w('experience.recorded', { listenedTo: 'always' }),
    w('case.linked', { linkedCaseId: 'case-9' }),
  );
  assert.equal(cell(measure, 'quotes', 'no'), 1);
  assert.equal(cell(measure, 'quotes', 'yes'), 0);
  assert.equal(cell(measure, 'links', 'linked'), 1);
  assert.equal(cell(measure, 'lessons', 'learned'), 0);
  assert.equal(cell(onMonday(...journeys.aConcern), 'links', 'linked'), 0);
});

test('an enquiry whose kind of abuse nobody wrote down is counted as not recorded', () => {
  const [, ...rest] = journeys.closed;
  const measure = onMonday(w('concern.raised', { whatHappened: 'Something is wrong.' }), ...rest);
  assert.equal(cell(measure, 'SG2a s42', 'notRecorded', 'total'), 1);
  assert.equal(cell(measure, 'SG2a s42', 'financialOrMaterial', 'total'), 0);
});

test('whose view of an outcome counts: the person’s before whoever speaks for them, theirs before the practitioner’s', () => {
  const reviewed = (view: 'person' | 'representative' | 'advocate' | 'practitioner', achieved: boolean) =>
    w('outcome.reviewed', { outcomeId: 'o1', result: achieved ? 'achieved' : 'notAchieved', view });
  const counted = (...reviews: readonly Written[]) => {
    const measure = onMonday(
      ...journeys.reviewing,
      ...reviews,
      w('risk.reviewed', { result: 'removed' }),
      w('safety.rated', { moment: 'end', rating: 5 }),
      w('review.completed'),
      w('support.notOffered', { because: 'Nothing more is wanted' }),
      w('case.closed', { because: 'Done' }),
    );
    return cell(measure, 'SG4a achieved s42', 'achieved');
  };
  assert.equal(counted(reviewed('practitioner', true)), 1);
  assert.equal(counted(reviewed('person', false), reviewed('representative', true)), 0);
  assert.equal(counted(reviewed('representative', false), reviewed('person', true)), 1);
  assert.equal(counted(reviewed('representative', false), reviewed('advocate', true)), 1);
  assert.equal(counted(reviewed('advocate', false), reviewed('representative', true)), 1);
  assert.equal(counted(reviewed('advocate', true), reviewed('practitioner', false)), 1);
  assert.equal(counted(reviewed('person', false), reviewed('person', true)), 1);
});

test('support by somebody else counts where they are appropriate, or speak for the person without a conflict', () => {
  const alone = journeys.underWay.filter((event) => event !== journeys.advocateNotNeeded);
  const closing = (...events: readonly Written[]) => onMonday(...alone, ...events, journeys.concluded);
  const lacks = w('capacity.assessed', {
    decision: 'enquire',
    ableToDecide: { understand: 'no', retain: 'yes', useOrWeigh: 'yes', communicate: 'yes' },
    impairment: 'A stroke',
    supportGiven: ['Pictures'],
    conclusion: 'lacksCapacity',
  });
  const considered = (exists: 'yes' | 'no', paid: 'yes' | 'no') =>
    w('advocacy.considered', {
      difficulty: [],
      appropriatePerson: { exists, paid, conflicted: 'no', personAgrees: 'yes' },
    });
  const named = (conflicted: 'yes' | 'no') => w('representative.named', { who: 'Ray', standing: 'family', conflicted });
  const lacking = (...events: readonly Written[]) => {
    const measure = closing(lacks, ...events);
    return ['supported', 'notSupported'].map((column) => cell(measure, 'SG3a support s42', column)).join(' ');
  };
  assert.equal(lacking(), '0 1');
  assert.equal(lacking(named('no')), '1 0');
  assert.equal(lacking(named('yes')), '0 1');
  assert.equal(lacking(considered('yes', 'no')), '1 0');
  assert.equal(lacking(considered('no', 'no')), '0 1');
  assert.equal(lacking(considered('no', 'no'), named('no')), '1 0');
});

test('a view of an outcome that was struck out is a view of nothing', () => {
  const start = number + 1;
  const place = journeys.underWay.findIndex(([type]) => type === 'outcome.expressed');
  const { id } = buildEvent({ number: start + place, type: 'concern.acknowledged' });
  const measure = onMonday(
    ...journeys.reviewing,
    w('outcome.reviewed', { outcomeId: 'o1', result: 'achieved', view: 'person' }),
    w('entry.corrected', { entryId: id, because: 'Another person said that' }),
  );
  assert.equal(cell(measure, 'outcomes', 'agreed'), 0);
});
