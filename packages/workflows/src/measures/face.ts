import { nationalCsv } from './csv.js';
import { add, empty, merge } from './measures.js';
import { report } from './report.js';

/**
 * Measures over recorded events: incremental, mergeable, and free of words and names.
 *
 * @example
 * const measure = events.reduce((sum, event) => measures.add(sum, event, current), measures.empty);
 * const { tables } = measures.report(measure, { level: 'organisation' });
 */
export const measures = { empty, add, merge, report, nationalCsv };
