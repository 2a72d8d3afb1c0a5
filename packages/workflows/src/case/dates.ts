import type { Blocker } from '../kit/rule.js';
import type { CaseEvent } from './events.js';
import { invalid } from './validate.js';

const isAfter = (one: string, other: string): boolean => Date.parse(one) > Date.parse(other);

const birthOf = (event: CaseEvent): string | undefined =>
  event.type === 'concern.raised' ? event.data.adult?.dateOfBirth : undefined;

/**
 * Dates that cannot be: an event that lies in the future of the time that is given, or of when it was recorded; somebody born after
 * it. The engine reads no clock: without a time it judges by what the event itself says.
 */
export const impossibleDates = (event: CaseEvent, now: string | undefined = event.recordedAt): Blocker[] => {
  const born = birthOf(event);
  return [
    ...(now !== undefined && isAfter(event.at, now) ? [invalid('at', 'lies in the future')] : []),
    ...(born !== undefined && born > event.at.slice(0, 10)
      ? [invalid('adult.dateOfBirth', 'lies after what happened')]
      : []),
  ];
};
