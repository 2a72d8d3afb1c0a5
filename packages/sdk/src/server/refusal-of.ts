import { StoreError, type StoreErrorCode } from '../store/store-error.js';
import { Refusal } from './problem.js';
import { TooManyWaiting } from './request/lanes.js';

/** Store errors after which the same request may be sent again. */
const passing: readonly StoreErrorCode[] = [
  'unreachable',
  'outcome-unknown',
  'busy',
  'closed',
  'not-migrated',
  'database-newer',
  'unsafe-settings',
  'unsafe-role',
];

/** What a caller is told of an error. Of one that nobody foresaw: its id, by which the log has it, and nothing else. */
export const refusalOf = (error: unknown, newErrorId: () => string): Refusal => {
  if (error instanceof Refusal) return error;
  if (error instanceof TooManyWaiting) return new Refusal('too-many-requests', { headers: { 'Retry-After': '2' } });
  if (error instanceof StoreError) {
    if (passing.includes(error.code)) return new Refusal('unavailable', { headers: { 'Retry-After': '1' } });
    if (error.code === 'bad-page') {
      return new Refusal('invalid-request', {
        issues: [{ path: 'before', message: 'has to be “next” of an earlier answer' }],
      });
    }
    if (error.code === 'not-storable') {
      return new Refusal('invalid-request', {
        issues: [{ path: '', message: 'has a character that cannot be stored' }],
      });
    }
  }
  return new Refusal('internal', { errorId: newErrorId() });
};
