/** The version of the engine: that of its package. */
export const ENGINE_VERSION = '0.1.0';

type Json = Readonly<Record<string, unknown>>;

/** How something of one version reads in the next. */
export type Step = (before: Json) => Json;

/**
 * The version that this engine writes, of events and of snapshots, and for each earlier one the step to the next. Whoever raises a
 * number registers the step here, and keeps the fixtures of every released version replaying.
 */
export type Versions = {
  readonly event: number;
  readonly snapshot: number;
  readonly eventSteps: Readonly<Record<number, Step>>;
  readonly snapshotSteps: Readonly<Record<number, Step>>;
};

export const versions: Versions = { event: 1, snapshot: 1, eventSteps: {}, snapshotSteps: {} };

/** Step by step up to the version of now; `undefined` where a step is missing. */
export const migrate = (
  value: Json,
  from: number,
  to: number,
  steps: Readonly<Record<number, Step>>,
): Json | undefined => {
  let now = value;
  for (let version = from; version < to; version += 1) {
    const step = steps[version];
    if (!step) return undefined;
    now = step(now);
  }
  return now;
};
