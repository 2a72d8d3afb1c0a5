import type { Situation } from '../kit/rule.js';
import type { Entry } from '../kit/slice.js';
import type { ChartEvent, Reading } from './chart.types.js';
import { heardIn } from './correct.js';
import { type Facts, foldEntry } from './facts.js';
import { type Place, step } from './step.js';

/** Where a case stands: what is known, the place in the chart, and the pack in force. The record itself is apart. */
export type Standing = Situation & Place;

const readsVoice: readonly string[] = [
  'conversation.held',
  'conversation.notHeld',
  'closure.explored',
  'capacity.assessed',
  'representative.named',
];

/** One entry further, whatever it is but a correction (which reads the whole record anew). */
export const advance = (standing: Standing, entry: Entry): { readonly facts: Facts; readonly place: Place } => {
  const facts = foldEntry(standing.facts, entry);
  const reading: Reading | undefined = readsVoice.includes(entry.type) ? { heard: heardIn(facts) } : undefined;
  const chartEvent = (reading ? { ...entry, reading } : entry) as unknown as ChartEvent;
  return { facts, place: step(standing, chartEvent) };
};
