import { isAdvocateOwed } from '../case/read.js';
import type { EventType } from '../case/events.js';
import type { Rule, Wanted } from '../kit/rule.js';

/** What cannot wait for the advocate to arrive may go ahead once one is asked for. */
type MayGoAhead<T extends EventType> = (wanted: Wanted<T>) => boolean;

export const advocateOwed = <T extends EventType>(mayGoAhead: MayGoAhead<T> = () => false): Rule<T> => ({
  code: 'advocate-owed',
  message:
    'This person needs an independent advocate to take part, and has nobody else who can support them. Ask for one, and wait until they are there.',
  cites: 'Care Act 2014 s68',
  clearedBy: ['advocate.requested', 'advocate.appointed'],
  blocks: (situation, wanted) =>
    isAdvocateOwed(situation) && !(situation.facts.advocacy.requested && mayGoAhead(wanted)),
});
