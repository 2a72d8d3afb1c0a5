import { EngineError } from './engine-error.js';
import type { CaseEvent } from './events.js';
import { type Versions, migrate } from './version.js';

/**
 * A stored event as this version of the engine reads it. An event without `v` is of version 1.
 *
 * @throws {EngineError} `event-newer` for an event of a later version: it is refused, never guessed; `event-unreadable` for one of
 *   an earlier version that no step leads from.
 */
export const upcast = (event: CaseEvent, { event: current, eventSteps }: Versions, sequence: number): CaseEvent => {
  const version = event.v ?? 1;
  if (version === current) return event;
  if (!Number.isInteger(version)) {
    throw new EngineError(
      'event-unreadable',
      `Event ${sequence} does not say its version as a whole number.`,
      sequence,
    );
  }
  if (version > current) {
    throw new EngineError(
      'event-newer',
      `Event ${sequence} has version ${version}; this engine reads up to ${current}. Use a newer engine.`,
      sequence,
    );
  }
  const read = migrate(event, version, current, eventSteps);
  if (read) return { ...read, v: current } as CaseEvent;
  throw new EngineError(
    'event-unreadable',
    `No step leads from version ${version} of event ${sequence} to ${current}.`,
    sequence,
  );
};
