/** One answer to “is this the right place?”: what is going on, and where that belongs. */
export type Route = {
  /** Stable for ever: translations and a council's own words hang on it. */
  readonly id: 'danger' | 'abuse' | 'service' | 'care' | 'child' | 'talk';
  readonly when: string;
  readonly then: string;
  /** It can be told here, instead of or beside anywhere else. */
  readonly here?: true;
  /** Whom to call: 999, the form's own number, or the contact with this id among the organisation's settings. */
  readonly call?: '999' | 'talk' | 'contracts' | 'care' | 'children';
};

/**
 * The route finder: where a worry belongs, for whoever is not sure. Nothing is asked and nothing is turned away: whoever reads
 * it may tell us all the same, because one does not replace the other.
 *
 * Sources: Care and Support Statutory Guidance 14.2 and 14.16 (safeguarding is no substitute for safe care or for the duties of
 * commissioners); Care Act 2014 s9 (an assessment for anybody who may have needs); Children Act 1989 s47.
 */
export const routeFinder: readonly Route[] = [
  {
    id: 'danger',
    when: 'Somebody is in danger right now',
    then: 'Call 999. Tell us afterwards, when it is safe.',
    call: '999',
  },
  {
    id: 'abuse',
    when: 'An adult is hurt, scared, used or left without care',
    then: 'Tell us here. You do not need to be sure that it is abuse. If you think it could be, that is enough.',
    here: true,
  },
  {
    id: 'service',
    when: 'A care service does its work badly',
    then: 'Tell the team at the council that checks care services. If somebody was hurt or could be, tell us here too. You can do both.',
    here: true,
    call: 'contracts',
  },
  {
    id: 'care',
    when: 'Somebody needs help with daily life',
    then: 'Ask the council for a care needs assessment. It is free, and anybody can ask for one. If they are not safe, or do not cope at all, tell us here too.',
    here: true,
    call: 'care',
  },
  {
    id: 'child',
    when: 'It is about a child',
    then: 'Call the council and ask for children’s services.',
    call: 'children',
  },
  {
    id: 'talk',
    when: 'I want to talk with somebody first',
    then: 'Call us. You can ask what to do without saying any names.',
    call: 'talk',
  },
];
