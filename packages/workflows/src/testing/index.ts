import * as journeys from './journeys.js';

export { CASE_ID, buildEvent, idOf, people } from './events.js';
export { type Expectation, type Written, given, givenCase, givenPolicy, recordAll, written } from './given.js';
export { journeys };
