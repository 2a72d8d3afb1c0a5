import { own } from '../kit/own.js';
import type { Blocker } from '../kit/rule.js';
import type { Case } from './case.js';
import { toldTooEarly } from './dates.js';
import type { CaseEvent } from './events.js';
import { unknownToPack } from './pack-codes.js';
import { invalid, invalidData } from './validate.js';

const mustBeNew = (known: unknown, path: string, what: string): Blocker[] =>
  known === undefined ? [] : [invalid(path, `names ${what} that this case has already`)];

const mustBeKnown = (known: unknown, withdrawn: boolean, path: string, what: string): Blocker[] =>
  known === undefined
    ? [invalid(path, `names ${what} that this case does not have`)]
    : withdrawn
      ? [invalid(path, `names ${what} that was withdrawn`)]
      : [];

const outcomeOf = (current: Case, event: CaseEvent): Blocker[] => {
  if (event.data === undefined || !('outcomeId' in event.data)) return [];
  const known = own(current.facts.outcomes.outcomes, event.data.outcomeId);
  return event.type === 'outcome.expressed'
    ? mustBeNew(known, 'outcomeId', 'an outcome')
    : mustBeKnown(known, known?.status === 'withdrawn', 'outcomeId', 'an outcome');
};

const supportOf = (current: Case, event: CaseEvent): Blocker[] => {
  if (event.data === undefined || !('supportId' in event.data)) return [];
  const known = own(current.facts.stepDown.offers, event.data.supportId);
  return event.type === 'support.offered'
    ? mustBeNew(known, 'supportId', 'an offer of support')
    : mustBeKnown(known, known?.withdrawn === true, 'supportId', 'an offer of support');
};

const enquiryOf = (current: Case, event: CaseEvent): Blocker[] => {
  if (event.data === undefined || !('enquiryId' in event.data)) return [];
  const known = own(current.facts.checkIns.enquiries, event.data.enquiryId);
  return event.type === 'enquiry.caused'
    ? mustBeNew(known, 'enquiryId', 'an enquiry')
    : mustBeKnown(known, false, 'enquiryId', 'an enquiry');
};

const ids = ['outcomeId', 'supportId', 'enquiryId'] as const;

const keepsItsId = (before: object, after: object): Blocker[] =>
  ids
    .filter((id) => id in before && (before as Record<string, unknown>)[id] !== (after as Record<string, unknown>)[id])
    .map((id) => invalid(`data.${id}`, 'cannot be changed by a correction'));

/** What is wrong with the data of a correction stands below its own field `data`. */
const inCorrection = ({ path, message }: Blocker): Blocker =>
  path === undefined
    ? invalid('data', 'does not fit the entry that it corrects')
    : { ...invalid(`data.${path}`, ''), message };

const correctionOf = (current: Case, event: CaseEvent): Blocker[] => {
  if (event.type !== 'entry.corrected') return [];
  const { entryId, data } = event.data;
  const corrected = current.entries.find(({ id }) => id === entryId);
  if (!corrected) return [invalid('entryId', 'names an entry that this case does not have')];
  if (corrected.type === 'entry.corrected')
    return [invalid('entryId', 'names a correction: correct the entry itself again')];
  if (data === undefined) return [];
  const faults = invalidData(corrected.type, data).map(inCorrection);
  if (faults.length > 0) return faults;
  // What fits is judged as the entry would have been, and by when that happened.
  const told = { ...corrected, data } as CaseEvent;
  return [
    ...keepsItsId(corrected.data ?? {}, data),
    ...[...unknownToPack(current.policy, told), ...toldTooEarly(told)].map(inCorrection),
  ];
};

/** Names that lead nowhere: another case, or an outcome, offer, enquiry or entry that this case does not have (any more). */
export const invalidReferences = (current: Case, event: CaseEvent): Blocker[] => [
  ...(event.caseId === current.id ? [] : [invalid('caseId', 'names another case')]),
  ...(current.entries.some(({ id }) => id === event.id)
    ? [invalid('id', 'names an entry that this case has already')]
    : []),
  ...outcomeOf(current, event),
  ...supportOf(current, event),
  ...enquiryOf(current, event),
  ...correctionOf(current, event),
];
