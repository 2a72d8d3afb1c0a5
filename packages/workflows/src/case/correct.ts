import { lacksCapacityToBeHeard } from '../capacity/capacity.facts.js';
import type { Entry } from '../kit/slice.js';
import { isHeard } from '../voice/voice.facts.js';
import type { Case } from './case.js';
import type { ChartEvent, Reading } from './chart.types.js';
import type { CaseEvent, EventData } from './events.js';
import { type Facts, foldEntry, noFacts } from './facts.js';
import { initialPlace, stepRegion } from './step.js';

export const toEntry = (event: CaseEvent, sequence: number, data: object | undefined = event.data): Entry =>
  ({ id: event.id, sequence, type: event.type, at: event.at, by: event.by, data: data ?? {} }) as Entry;

/** The record as it reads now: the last correction of each entry applied, entries struck out left away. */
export const readEntries = (events: readonly CaseEvent[]): Entry[] => {
  const corrections = new Map<string, EventData<'entry.corrected'>['data']>();
  for (const event of events) {
    if (event.type === 'entry.corrected') corrections.set(event.data.entryId, event.data.data);
  }
  return events.flatMap((event, index) => {
    if (!corrections.has(event.id)) return [toEntry(event, index + 1)];
    const data = corrections.get(event.id);
    return data === undefined ? [] : [toEntry(event, index + 1, data)];
  });
};

export const foldEntries = (entries: readonly Entry[]): Facts => entries.reduce(foldEntry, noFacts);

export const heardIn = ({ voice, capacity }: Facts): boolean => isHeard(voice, lacksCapacityToBeHeard(capacity));

/** Where the regions beside the journey stand by the corrected record, since the case was last opened. */
export const readingOf = (entries: readonly Entry[], facts: Facts, reopenedAt: number): Reading => {
  let { danger, advocacy } = initialPlace.state;
  for (const entry of entries) {
    if (entry.sequence < reopenedAt) continue;
    const event = entry as unknown as ChartEvent;
    danger = stepRegion('danger', danger, event);
    advocacy = stepRegion('advocacy', advocacy, event);
  }
  return { danger, advocacy, heard: heardIn(facts), asked: facts.outcomes.asked };
};

const sameMembers = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  a.length === b.length && [...a].sort().every((value, index) => value === [...b].sort()[index]);

const sameDecision = (before: EventData<'threshold.decided'>, after: EventData<'threshold.decided'>): boolean =>
  before.route === after.route && before.ground === after.ground;

const sameExploration = (before: EventData<'closure.explored'>, after: EventData<'closure.explored'>): boolean =>
  sameMembers(before.reasons, after.reasons) &&
  sameMembers(before.conversation?.with, after.conversation?.with) &&
  before.conversation?.freeToSpeak === after.conversation?.freeToSpeak;

/** A correction that would take back a step of the journey. */
export const movedTheCase = (current: Case, event: CaseEvent): boolean => {
  if (event.type !== 'entry.corrected') return false;
  const { entryId, data } = event.data;
  const entry = current.entries.find(({ id }) => id === entryId);
  if (!entry) return false;
  if (data === undefined) {
    return current.entries[0] === entry || entry.type === 'threshold.decided' || current.moved.includes(entry.id);
  }
  if (entry.type === 'threshold.decided') return !sameDecision(entry.data, data as EventData<'threshold.decided'>);
  if (entry.type === 'closure.explored') return !sameExploration(entry.data, data as EventData<'closure.explored'>);
  return false;
};
