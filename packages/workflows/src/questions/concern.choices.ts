import type { ConcernChoice } from './concern.types.js';

const NOT_KNOWN: ConcernChoice = { value: 'notKnown', label: 'I do not know' };

export const YES_NO: readonly ConcernChoice[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

export const YES_NO_NOT_KNOWN: readonly ConcernChoice[] = [...YES_NO, NOT_KNOWN];

export const WAYS_IN: readonly ConcernChoice[] = [
  {
    value: 'somebody',
    label: 'I am worried about somebody',
    hint: 'A neighbour, a friend, somebody in your family, or anybody else',
    stores: 'no',
  },
  { value: 'myself', label: 'I am worried about myself', stores: 'yes' },
  {
    value: 'organisation',
    label: 'I work for an organisation',
    hint: 'You are worried about somebody you met through your job or as a volunteer',
    stores: 'no',
  },
];

export const DANGER_NOW: readonly ConcernChoice[] = [
  {
    value: 'yes',
    label: 'Yes',
    note: 'Call 999 now. If you cannot speak, call 999 from a mobile phone and press 55 when you are asked to. Nobody reads this form straight away. You can still send it afterwards.',
  },
  { value: 'no', label: 'No' },
  {
    ...NOT_KNOWN,
    note: 'If you think that somebody could be hurt soon, call 999. You do not have to be sure.',
  },
];

export const WHOSE_IDEA: readonly ConcernChoice[] = [
  { value: 'person', label: 'The person’s' },
  { value: 'referrer', label: 'Mine' },
  { value: 'somebodyElse', label: 'Somebody else’s' },
  NOT_KNOWN,
];

/** For somebody who tells of themselves, nobody else did. */
export const MY_OWN_IDEA: readonly ConcernChoice[] = [
  { value: 'person', label: 'Yes, it is' },
  {
    value: 'somebodyElse',
    label: 'Somebody else thought I should',
    note: 'That is all right. You decide what you tell us, and you can stop at any time.',
  },
  { ...NOT_KNOWN, label: 'I am not sure' },
];

/** Types of abuse and neglect in plain words. The examples follow the statutory guidance, 14.17. */
export const KINDS: readonly ConcernChoice[] = [
  { value: 'physical', label: 'Hitting or hurting', hint: 'Also rough handling, locking in, or the wrong medicine' },
  {
    value: 'psychological',
    label: 'Threats, bullying or shouting',
    hint: 'Also blaming, being watched, or being kept away from other people',
  },
  {
    value: 'domesticAbuse',
    label: 'Abuse by a partner or by family',
    hint: 'Also by somebody who used to be a partner. It can be control or fear, without any violence',
  },
  {
    value: 'financialOrMaterial',
    label: 'Money or things being taken',
    hint: 'Also tricks and scams, using a bank card, or pressure about a will',
  },
  {
    value: 'neglectAndActsOfOmission',
    label: 'Not being given care that is needed',
    hint: 'No food, warmth, medicine or help',
  },
  {
    value: 'selfNeglect',
    label: 'Not coping at home',
    hint: 'Finding it very hard to eat, wash, stay warm or keep the home safe',
  },
  {
    value: 'organisational',
    label: 'Poor care in a home, a hospital or by a care service',
    hint: 'Rushed or unkind care, no choice, nobody listens',
  },
  { value: 'sexual', label: 'Sexual acts that are not wanted', hint: 'Also where somebody cannot agree to them' },
  {
    value: 'sexualExploitation',
    label: 'Sex in return for something',
    hint: 'Money, drugs, a place to stay, or being liked',
  },
  {
    value: 'modernSlavery',
    label: 'Being made to work, or not being free to leave',
    hint: 'Little or no pay, passport taken away',
  },
  {
    value: 'discriminatory',
    label: 'Being treated badly for who somebody is',
    hint: 'For instance race, religion, disability, age or being gay or trans',
  },
  { ...NOT_KNOWN, alone: true },
];

export const PLACES: readonly ConcernChoice[] = [
  { value: 'ownHome', label: { somebody: 'In the person’s own home', myself: 'In my own home' } },
  { value: 'community', label: 'Out and about', hint: 'In the street, in a shop, on a bus, online' },
  { value: 'communityService', label: 'At a day centre or another support service' },
  { value: 'careHomeResidential', label: 'In a care home' },
  { value: 'careHomeNursing', label: 'In a nursing home' },
  { value: 'hospitalAcute', label: 'In a general hospital' },
  { value: 'hospitalMentalHealth', label: 'In a mental health hospital' },
  { value: 'hospitalCommunity', label: 'In a community hospital' },
  { value: 'other', label: 'Somewhere else' },
  NOT_KNOWN,
];

export const SOURCES: readonly ConcernChoice[] = [
  {
    value: 'knownToPerson',
    label: { somebody: 'Somebody they know', myself: 'Somebody I know' },
    hint: 'Family, a partner, a friend, a neighbour or anybody else',
  },
  {
    value: 'serviceProvider',
    label: 'A paid carer or a care service',
    hint: 'For instance a home care worker, or staff in a care home',
  },
  { value: 'unknownToPerson', label: { somebody: 'Somebody they do not know', myself: 'Somebody I do not know' } },
  {
    value: 'nobody',
    label: { somebody: 'Nobody. They are not coping', myself: 'Nobody. I am not coping' },
    stores: null,
  },
  NOT_KNOWN,
];

export const AGES: readonly ConcernChoice[] = [
  {
    value: 'under18',
    label: 'Under 18',
    note: 'This form is for adults. Children’s services look after the safety of anybody under 18. Call your council and ask for them. You can still send this form, and we will pass it on.',
  },
  { value: '18-64', label: '18 to 64' },
  { value: '65-74', label: '65 to 74' },
  { value: '75-84', label: '75 to 84' },
  { value: '85-94', label: '85 to 94' },
  { value: '95plus', label: '95 or over' },
  NOT_KNOWN,
];

export const MAY_TELL: readonly ConcernChoice[] = [
  { value: 'mayTell', label: 'Yes, you can say that it was me', stores: 'no' },
  {
    value: 'doNotTell',
    label: 'No, please do not say who I am',
    hint: 'We will do all we can to keep this. Very rarely a court can make us say.',
    stores: 'yes',
  },
];
