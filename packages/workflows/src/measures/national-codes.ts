import type { EventData } from '../case/events.js';

type Concern = EventData<'concern.raised'>;
type Codes<T extends string> = Readonly<Record<T, string>>;

/** A code list: our code to the label under which it is counted. */
export type CodeList = Codes<string>;

/**
 * The code lists of the national Safeguarding Adults Collection, with its labels (publication code of NHS Digital,
 * NHSDigital/ASC-Safeguarding-Adults). `NOT_IN_COLLECTION` marks codes that the collection has no row for; they are counted
 * here all the same, and left out of what is sent to it.
 */
const notKnown = { notKnown: 'Not known', notAsked: 'Not asked', notRecorded: 'Not recorded' };

export const NOT_IN_COLLECTION: readonly string[] = Object.keys(notKnown);

/** SG2a, type of risk. Several may be counted for one enquiry. */
export const typesOfRisk: Codes<NonNullable<Concern['types']>[number]> = {
  physical: 'Physical Abuse',
  sexual: 'Sexual Abuse',
  psychological: 'Psychological Abuse',
  financialOrMaterial: 'Financial or Material Abuse',
  discriminatory: 'Discriminatory Abuse',
  organisational: 'Organisational Abuse',
  neglectAndActsOfOmission: 'Neglect and Acts of Omission',
  domesticAbuse: 'Domestic Abuse',
  sexualExploitation: 'Sexual Exploitation',
  modernSlavery: 'Modern Slavery',
  selfNeglect: 'Self-Neglect',
  ...notKnown,
};

/** SG2a and SG2b, source of risk. A service provider is paid social care only: the NHS is "Other". */
export const sourcesOfRisk: Codes<NonNullable<Concern['sourceOfRisk']>> = {
  serviceProvider: 'Service Provider',
  knownToPerson: 'Other - Known to individual',
  unknownToPerson: 'Other - Unknown to individual',
  ...notKnown,
};

/** SG2b, where the risk was. */
export const locationsOfRisk: Codes<NonNullable<Concern['location']>> = {
  ownHome: 'Own Home',
  community: 'In the Community',
  communityService: 'Community Service',
  careHomeNursing: 'Care Home - Nursing',
  careHomeResidential: 'Care Home - Residential',
  hospitalAcute: 'Hospital - Acute',
  hospitalMentalHealth: 'Hospital - Mental Health',
  hospitalCommunity: 'Hospital - Community',
  other: 'Other',
  ...notKnown,
};

/** SG1f, and the ENQUIRY_TYPE of every other table. */
export const countedThings: Codes<'concerns' | 's42' | 'other'> = {
  concerns: 'Total Number of Safeguarding Concerns',
  s42: 'Total Number of Section 42 Safeguarding Enquiries',
  other: 'Total Number of Other Safeguarding Enquiries',
};

export const enquiryTypes: Codes<'s42' | 'other'> = {
  s42: 'Section 42 Enquiries',
  other: 'Other Enquiries',
};

type Conclusion = EventData<'enquiry.concluded'>;

/** SG2c, result and action. */
export const resultsAndActions = {
  'riskIdentified yes': 'Risk identified and action taken',
  'riskIdentified no': 'Risk identified and no action taken',
  'inconclusive yes': 'Risk Assessment inconclusive and action taken',
  'inconclusive no': 'Risk Assessment inconclusive and no action taken',
  'noRisk yes': 'No risk identified and action taken',
  'noRisk no': 'No risk identified and no action taken',
  'ceasedAtPersonsRequest no': "Enquiry ceased at individual's request and no action taken",
} as const;

/**
 * The row of SG2c for a conclusion. The collection knows enquiries that ceased at the individual's request only without
 * action: one that ceased after action was taken was not assessed to its end, and counts as inconclusive.
 */
export const resultAndAction = (
  result: Conclusion['result'],
  action: Conclusion['actionTaken'],
): keyof typeof resultsAndActions =>
  result === 'ceasedAtPersonsRequest' && action === 'yes' ? 'inconclusive yes' : (`${result} ${action}` as never);

/** SG2e, what became of a risk that was identified. */
export const riskOutcomes: Codes<EventData<'risk.reviewed'>['result']> = {
  remains: 'Risk remained',
  reduced: 'Risk reduced',
  removed: 'Risk removed',
};

/** SG3a. "Don't know" has no answer of ours: not assessed is not recorded. */
export const capacityAnswers: Codes<'yes' | 'no' | 'dontKnow' | 'notRecorded'> = {
  yes: 'Yes, they lacked capacity',
  no: 'No, they did not lack capacity',
  dontKnow: "Don't know",
  notRecorded: 'Not recorded',
};

/** SG3a, of those who lacked capacity. */
export const capacitySupport: Codes<'supported' | 'notSupported'> = {
  supported: 'Support was provided by an advocate, family or friend',
  notSupported: 'No support was provided by an advocate, family or friend',
};

/** SG4a, was the person asked what they want. */
export const askedAnswers: Codes<EventData<'outcomes.asked'>['result'] | 'dontKnow' | 'notRecorded'> = {
  expressed: 'Yes they were asked and outcomes were expressed',
  noneExpressed: 'Yes they were asked but no outcomes were expressed',
  notAsked: 'No',
  dontKnow: "Don't Know",
  notRecorded: 'Not Recorded',
};

/** SG4a, of those who said what they want. */
export const achievedAnswers: Codes<EventData<'outcome.reviewed'>['result']> = {
  achieved: 'Fully Achieved',
  partlyAchieved: 'Partially Achieved',
  notAchieved: 'Not Achieved',
};
