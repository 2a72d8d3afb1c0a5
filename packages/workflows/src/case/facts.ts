import { type AdvocacyFacts, advocacySlice } from '../advocacy/advocacy.facts.js';
import { type CapacityFacts, capacitySlice } from '../capacity/capacity.facts.js';
import { type CheckInsFacts, checkInsSlice } from '../check-ins/check-ins.facts.js';
import { type ClosureFacts, closureSlice } from '../closure/closure.facts.js';
import { type ConcernFacts, concernSlice } from '../concern/concern.facts.js';
import { type DangerFacts, dangerSlice } from '../danger/danger.facts.js';
import type { Entry, Slice } from '../kit/slice.js';
import { type OutcomesFacts, outcomesSlice } from '../outcomes/outcomes.facts.js';
import { type PromptFacts, promptsSlice } from '../prompts/prompts.facts.js';
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
  readonly prompts: PromptFacts;
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
  prompts: promptsSlice,
};

const names = Object.keys(slices) as (keyof Facts)[];

type Fold = (facts: unknown, entry: Entry) => unknown;
type Void = (facts: unknown) => unknown;

const changeAll = (change: (slice: Slice<unknown>) => Void | undefined, facts: Facts): Facts => {
  const next: Record<string, unknown> = { ...facts };
  for (const name of names) {
    const voided = change(slices[name] as unknown as Slice<unknown>);
    if (voided) next[name] = voided(facts[name]);
  }
  return next as Facts;
};

/** The parts that read an event type, and how: most events concern one or two of them. */
const folds = new Map<string, (readonly [keyof Facts, Fold])[]>();
for (const name of names) {
  for (const [type, fold] of Object.entries(slices[name].on)) {
    folds.set(type, [...(folds.get(type) ?? []), [name, fold as Fold]]);
  }
}

export const noFacts: Facts = Object.fromEntries(names.map((name) => [name, slices[name].empty])) as unknown as Facts;

/** A closed case opens again by `case.reopened`, or by danger. */
export const reopens = (facts: Facts, { type }: { readonly type: string }): boolean =>
  facts.stepDown.closed && (type === 'case.reopened' || type === 'danger.reported');

const returns = (type: string): boolean => type === 'closure.reconsidered' || type === 'closure.overridden';

/** One more entry. Facts that a return or a reopening voids are void before the entry itself is read. */
export const foldEntry = (facts: Facts, entry: Entry): Facts => {
  const before = reopens(facts, entry)
    ? changeAll(({ reopened }) => reopened, facts)
    : returns(entry.type)
      ? changeAll(({ returned }) => returned, facts)
      : facts;
  const reading = folds.get(entry.type) ?? [];
  if (reading.length === 0) return before;
  const next: Record<string, unknown> = { ...before };
  for (const [name, fold] of reading) next[name] = fold(before[name], entry);
  return next as Facts;
};
