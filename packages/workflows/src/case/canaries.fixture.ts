import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { type EventType, eventSchemas, eventTypes } from './events.js';

const fixture = new URL('../../../../tests/model/fixtures/events.json', import.meta.url);
const { samples } = JSON.parse(readFileSync(fixture, 'utf8')) as { samples: Record<EventType, object> };

/** What the samples leave out, so that every field that takes free text has a canary in it. */
const more: Readonly<Partial<Record<EventType, object>>> = {
  'concern.raised': {
    adult: {
      name: 'x',
      dateOfBirth: '1940-01-01',
      address: 'x',
      safeContact: 'x',
      communication: 'x',
      careAndSupport: 'x',
    },
    referrer: { name: 'x', relationship: 'x', organisation: 'x', contact: 'x' },
    whoIsTheRisk: 'x',
    dangerAtHome: 'x',
    evidence: 'x',
    toInvolve: 'x',
    whenItHappened: 'x',
    notSpokenBecause: 'x',
    doneAlready: 'x',
  },
  'concern.acknowledged': { because: 'x' },
  'information.requested': { because: 'x' },
  'information.received': { what: 'x', callBack: 'x' },
  'information.shared': { what: 'x' },
  'conversation.held': { observed: 'x' },
  'wishes.overridden': { notExplainedBecause: 'x' },
  'safety.rated': { words: 'x', notSaidBecause: 'x' },
  'adjustment.agreed': { what: 'x' },
  'consultation.recorded': { who: 'x', said: 'x' },
  'experience.recorded': { words: 'x' },
  'advocacy.considered': { because: 'x' },
  'advocate.requested': { because: 'x' },
  'danger.eased': { because: 'x' },
  'risk.assessed': { wellbeing: 'x' },
  'risk.accepted': { words: 'x', offered: 'x' },
  'threshold.decided': { to: 'x' },
  'outcomes.asked': { because: 'x' },
  'outcomes.reopened': { because: 'x' },
  'action.updated': { what: 'x', because: 'x' },
  'checkIn.fellDue': { because: 'x' },
  'checkIn.wentOverdue': { because: 'x' },
  'checkIn.recorded': { words: 'x' },
  'meeting.held': { because: 'x' },
  'plan.reviewed': { because: 'x' },
  'closure.reconsidered': { because: 'x' },
  'closure.agreed': { because: 'x' },
  'review.completed': { because: 'x' },
  'risk.reviewed': { because: 'x' },
  'support.offered': { because: 'x' },
  'support.accepted': { words: 'x' },
  'support.confirmed': { because: 'x' },
  'lesson.learned': { what: 'x' },
  'feedback.given': { said: 'x', to: 'x' },
};

/** References hold the record together: a canary there would make another record of it. */
export const references = ['outcomeId', 'supportId', 'enquiryId', 'entryId', 'linkedCaseId'];

type Sown = { readonly data: object; readonly canaries: readonly string[] };

/** Puts a canary into every field in which people can write what they like: where any other text would fit as well. */
const sow = (type: EventType, sample: object): Sown => {
  const data = structuredClone(sample) as Record<string, unknown>;
  const canaries: string[] = [];
  const isFree = (): boolean => z.safeParse(eventSchemas[type], data).success;
  const walk = (inside: Record<string, unknown>, path: string): void => {
    for (const [field, value] of Object.entries(inside)) {
      const where = `${path}.${field}`;
      if (typeof value === 'object' && value !== null) walk(value as Record<string, unknown>, where);
      if (typeof value !== 'string' || references.includes(field)) continue;
      inside[field] = `<${where}>`;
      if (isFree()) canaries.push(`<${where}>`);
      else inside[field] = value;
    }
  };
  walk(data, type);
  return { data, canaries };
};

/** Each event’s data with canaries in it. */
export const sown = new Map(eventTypes.map((type) => [type, sow(type, { ...samples[type], ...more[type] })] as const));
export const everyCanary = [...sown.values()].flatMap(({ canaries }) => canaries);
