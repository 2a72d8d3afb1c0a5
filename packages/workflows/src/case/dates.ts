import type { Blocker } from '../kit/rule.js';
import type { CaseEvent } from './events.js';
import { invalid } from './validate.js';

/** London is never more than this ahead of UTC: a day there may have begun that much earlier. */
const SUMMER_TIME_MS = 3_600_000;
const DAY_LENGTH = 'YYYY-MM-DD'.length;

const isAfter = (one: string, other: string): boolean =>
  Date.parse(one) - (one.length === DAY_LENGTH ? SUMMER_TIME_MS : 0) > Date.parse(other);

/** The days and times in an event's data that can only lie behind it: where they stand, and what they say. */
const pastOf = (told: CaseEvent): readonly (readonly [path: string, date: string | undefined])[] => {
  switch (told.type) {
    case 'concern.raised':
      return [['adult.dateOfBirth', told.data.adult?.dateOfBirth]];
    case 'closure.explored':
      return (told.data.attempts ?? []).map(({ at }, index) => [`attempts.${index}.at`, at]);
    case 'wishes.overridden':
      return [['explained.at', told.data.explained?.at]];
    default:
      return [];
  }
};

/** A birth, an attempt or an explanation that lies after the event that tells of it. */
export const toldTooEarly = (told: CaseEvent): Blocker[] =>
  pastOf(told).flatMap(([path, date]) =>
    date !== undefined && isAfter(date, told.at) ? [invalid(path, 'lies after what happened')] : [],
  );

/**
 * Dates that cannot be: an event that lies in the future of the time that is given, or of when it was recorded; and what is told too
 * early. The engine reads no clock: without a time it judges by what the event itself says.
 */
export const impossibleDates = (event: CaseEvent, now: string | undefined = event.recordedAt): Blocker[] => [
  ...(now !== undefined && isAfter(event.at, now) ? [invalid('at', 'lies in the future')] : []),
  ...toldTooEarly(event),
];
