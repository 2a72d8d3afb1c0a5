/** What the engine throws where a value cannot be returned. `code` is stable; the message holds no data of the case. */
export class EngineError extends Error {
  override readonly name = 'EngineError';

  constructor(
    readonly code:
      | 'replay-failed'
      | 'snapshot-unreadable'
      | 'snapshot-newer'
      | 'event-newer'
      | 'event-unreadable'
      | 'event-unsealable'
      | 'salt-too-short'
      | 'policy-differs'
      | 'goal-unknown'
      | 'goal-out-of-reach'
      | 'day-unreadable'
      | 'instant-unreadable'
      | 'working-days-out-of-range',
    message: string,
    /** With `replay-failed`: the number of the event at fault, from 1. */
    readonly sequence?: number,
  ) {
    super(message);
  }
}
