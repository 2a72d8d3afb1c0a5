import { type AdvocacyFacts, advocacySlice } from '../advocacy/advocacy.facts.js';
import { type CapacityFacts, capacitySlice } from '../capacity/capacity.facts.js';
import { type CheckInsFacts, checkInsSlice } from '../check-ins/check-ins.facts.js';
import { type ClosureFacts, closureSlice } from '../closure/closure.facts.js';
import { type ConcernFacts, concernSlice } from '../concern/concern.facts.js';
import { type DangerFacts, dangerSlice } from '../danger/danger.facts.js';
import { type Entry, type Slice, foldSlice } from '../kit/slice.js';
import { type OutcomesFacts, outcomesSlice } from '../outcomes/outcomes.facts.js';
import { type StepDownFacts, stepDownSlice } from '../step-down/step-down.facts.js';
import { type ThresholdFacts, thresholdSlice } from '../threshold/threshold.facts.js';
import { type VoiceFacts, voiceSlice } from '../voice/voice.facts.js';

/** What the rules read: every fact that the record holds about a case now. */
export type Facts = {
  readonly concern: ConcernFacts;
  readonly danger: DangerFacts;
  readonly voice: VoiceFacts;
  readonly capacity: CapacityFacts;
  readonly advocacy: AdvocacyFacts;
  readonly threshold: ThresholdFacts;
  readonly outcomes: OutcomesFacts;
  readonly checkIns: CheckInsFacts;
  readonly closure: ClosureFacts;
  readonly stepDown: StepDownFacts;
};

const slices: { readonly [K in keyof Facts]: Slice<Facts[K]> } = {
  concern: concernSlice,
  danger: dangerSlice,
  voice: voiceSlice,
  capacity: capacitySlice,
  advocacy: advocacySlice,
  threshold: thresholdSlice,
  outcomes: outcomesSlice,
  checkIns: checkInsSlice,
  closure: closureSlice,
  stepDown: stepDownSlice,
};

const names = Object.keys(slices) as (keyof Facts)[];

const mapSlices = (change: <F>(slice: Slice<F>, facts: F) => F, facts: Facts): Facts => {
  const next: Record<string, unknown> = {};
  for (const name of names) next[name] = change(slices[name] as Slice<unknown>, facts[name]);
  return next as Facts;
};

export const noFacts: Facts = mapSlices(
  (slice) => slice.empty,
  Object.fromEntries(names.map((name) => [name, undefined])) as unknown as Facts,
);

/** A closed case opens again by `case.reopened`, or by danger. */
export const reopens = (facts: Facts, { type }: { readonly type: string }): boolean =>
  facts.stepDown.closed && (type === 'case.reopened' || type === 'danger.reported');

const returns = (type: string): boolean => type === 'closure.reconsidered' || type === 'closure.overridden';

/** One more entry. Facts that a return or a reopening voids are void before the entry itself is read. */
export const foldEntry = (facts: Facts, entry: Entry): Facts => {
  const before = reopens(facts, entry)
    ? mapSlices((slice, part) => slice.reopened?.(part) ?? part, facts)
    : returns(entry.type)
      ? mapSlices((slice, part) => slice.returned?.(part) ?? part, facts)
      : facts;
  return mapSlices((slice, part) => foldSlice(slice, part, entry), before);
};
