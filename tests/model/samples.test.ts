import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Case, type EventType, blockers, eventTypes, openCase, record } from '@msp/workflows';
import { CASE_ID, buildEvent, journeys, people, recordAll, written as w } from '@msp/workflows/testing';

const fixture = new URL('../../../tests/model/fixtures/events.json', import.meta.url);
const { samples } = JSON.parse(readFileSync(fixture, 'utf8')) as { samples: Record<string, object> };

const of = (...steps: Parameters<typeof recordAll>[1]): Case => recordAll(openCase({ id: CASE_ID }), steps);

const more = [
  w('outcome.expressed', { outcomeId: 'o2', words: 'I want him to move out', saidBy: 'person' }),
  w('outcome.expressed', { outcomeId: 'o3', words: 'I want a key safe', saidBy: 'person' }),
] as const;

const offered = w('support.offered', { supportId: 's1', kind: 'careActAssessment' });
const inDue = w('checkIn.fellDue');
const asked = w('closure.requested', { words: 'Stop' }, 'person');
const removed = w('risk.reviewed', { result: 'removed' });

const lookedBack = [
  w('outcome.reviewed', { outcomeId: 'o1', result: 'achieved', view: 'person' }),
  removed,
  w('safety.rated', { moment: 'end', rating: 4 }),
] as const;

/** A case in which each sample belongs; where several would do, the one where it is most at home. */
const places: readonly Case[] = [
  openCase({ id: CASE_ID }),
  of(...journeys.aConcern),
  of(...journeys.heard),
  of(...journeys.allLimbsMet),
  of(...journeys.statutoryEnquiry),
  of(...journeys.statutoryEnquiry, ...journeys.outcomeAgreed, w('outcome.withdrawn', { outcomeId: 'o1' }), ...more),
  of(...journeys.statutoryEnquiry, ...journeys.outcomeAgreed),
  of(...journeys.underWay),
  of(...journeys.underWay, inDue),
  of(...journeys.underWay, w('enquiry.caused', { enquiryId: 'e1', to: 'GP', about: 'Care' })),
  of(...journeys.underWay, asked),
  of(...journeys.underWay, journeys.concluded, asked, journeys.explored),
  of(
    ...journeys.underWay,
    journeys.concluded,
    asked,
    journeys.explored,
    w('wishes.recorded', { about: 'act', answer: 'no' }),
    w('wishes.overridden', {
      about: 'act',
      grounds: ['riskToAdults'],
      proportionate: 'Only this',
      notExplainedBecause: 'Unsafe',
    }),
  ),
  of(...journeys.reviewing),
  of(...journeys.reviewing, ...lookedBack),
  of(...journeys.stepDown),
  of(...journeys.stepDown, w('support.notOffered', { because: 'Has all she wants' })),
  of(...journeys.underWay, offered),
  of(...journeys.closed),
];

const correctable = buildEvent({ number: 900, type: 'adjustment.agreed', data: {} });

test('the samples name exactly the events of the engine', () => {
  assert.deepEqual(Object.keys(samples).sort(), [...eventTypes].sort());
});

for (const [type, data] of Object.entries(samples) as [EventType, object][]) {
  test(`the sample of ${type} is accepted where it belongs`, () => {
    const refusals: string[] = [];
    for (const place of places) {
      for (const role of ['practitioner', 'manager', 'system', 'referrer'] as const) {
        const sample = type === 'entry.corrected' ? { ...data, entryId: correctable.id } : data;
        const event = buildEvent({ number: 1000, type, data: sample as never, by: people[role] });
        const start =
          type === 'entry.corrected' && place.entries.length > 0
            ? record(place, correctable)
            : { ok: true as const, case: place };
        if (!start.ok) continue;
        const inTheWay = blockers(start.case, event);
        if (inTheWay.length === 0) return;
        refusals.push(inTheWay.map(({ code, message }) => `${code}: ${message}`).join(' | '));
      }
    }
    assert.fail(`refused everywhere:\n${[...new Set(refusals)].join('\n')}`);
  });
}
