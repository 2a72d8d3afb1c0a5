import type { Role } from '@msp/workflows';
import type { ProblemCode, RouteName } from '../contract.js';

/**
 * Everything that may ever be logged: ids, codes, timings. There is no field in which what people wrote, an address, a header or
 * an error's message could stand.
 */
export type LogEntry = {
  readonly level: 'info' | 'error';
  readonly at: string;
  /** The contract's name of the route; absent where none matched. */
  readonly route?: RouteName;
  readonly status: number;
  readonly durationMs: number;
  readonly code?: ProblemCode;
  readonly tenant?: string;
  readonly role?: Role;
  readonly caseId?: string;
  /** With `internal`: the id that the caller was given, the class of the error, and where it arose. */
  readonly errorId?: string;
  readonly errorName?: string;
  readonly errorAt?: readonly string[];
};

/** Where log entries go. */
export type Logger = (entry: LogEntry) => void;

const PLACE = /:\d{1,9}:\d{1,9}\)?$/;
const MOST_LETTERS = 330;

const isFrame = (line: string): boolean =>
  line.length <= MOST_LETTERS && line.trimStart().startsWith('at ') && line.startsWith(' ') && PLACE.test(line);

/** The class of an error and the places it came through. Its message is left out: it may repeat what people wrote. */
export const describeError = (error: unknown): { errorName: string; errorAt: string[] } => {
  if (!(error instanceof Error)) return { errorName: typeof error, errorAt: [] };
  const head = error.message === '' ? -1 : (error.stack ?? '').indexOf(error.message);
  const frames =
    head < 0 && error.message !== '' ? '' : (error.stack ?? '').slice(Math.max(head, 0) + error.message.length);
  const errorName = /^[A-Za-z]{1,60}$/.test(error.name) ? error.name : 'Error';
  return {
    errorName,
    errorAt: frames
      .split('\n')
      .filter(isFrame)
      .slice(0, 12)
      .map((line) => line.trim()),
  };
};

/** One line of JSON to standard error. */
export const toStandardError = (entry: object): void => {
  console.error(JSON.stringify(entry));
};

/** A sentence to standard error, for whoever starts the server. */
export const sayLoudly = (sentence: string): void => {
  console.warn(`[@msp/sdk] ${sentence}`);
};

/** What is used where no logger is given: errors only. */
export const errorsOnly: Logger = (entry) => {
  if (entry.level === 'error') toStandardError(entry);
};
