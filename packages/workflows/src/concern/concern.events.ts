import * as z from 'zod/mini';
import { NOT_KNOWN, day, label, noted, words, yesNo, yesNoNotKnown } from '../kit/fields.js';
import { overrideGround } from '../voice/voice.events.js';

/**
 * Types of abuse and neglect: the ten of the Care and Support Statutory Guidance 14.17, and sexual exploitation, which the
 * national collection counts apart (Safeguarding Adults Collection, SG2a).
 */
export const abuseType = z.enum([
  'physical',
  'domesticAbuse',
  'sexual',
  'sexualExploitation',
  'psychological',
  'financialOrMaterial',
  'modernSlavery',
  'discriminatory',
  'organisational',
  'neglectAndActsOfOmission',
  'selfNeglect',
  ...NOT_KNOWN,
]);

/** Source of risk (SG2a). `serviceProvider` is paid social care only. */
export const sourceOfRisk = z.enum(['serviceProvider', 'knownToPerson', 'unknownToPerson', ...NOT_KNOWN]);

/** Where it happened (SG2b). */
export const location = z.enum([
  'ownHome',
  'community',
  'communityService',
  'careHomeNursing',
  'careHomeResidential',
  'hospitalAcute',
  'hospitalMentalHealth',
  'hospitalCommunity',
  'other',
  ...NOT_KNOWN,
]);

export const ageBand = z.enum(['under18', '18-64', '65-74', '75-84', '85-94', '95plus', 'notKnown']);

export const othersAtRisk = z.strictObject({ adults: yesNoNotKnown, children: yesNoNotKnown });

/** The adult the concern is about: whatever is known, nothing required. */
export const adultAtRisk = z.strictObject({
  name: z.optional(label),
  dateOfBirth: z.optional(day),
  ageBand: z.optional(ageBand),
  address: z.optional(words),
  contactSafe: z.optional(yesNoNotKnown),
  safeContact: z.optional(words),
  communication: z.optional(words),
  careAndSupport: z.optional(words),
});

/** Whose idea it is to tell somebody: help that the person did not ask for is put to them differently. */
export const whoseIdea = z.enum(['person', 'referrer', 'somebodyElse', 'notKnown']);

/** Who raised the concern. All of it may be left out: a concern may be anonymous. */
export const referrer = z.strictObject({
  name: z.optional(label),
  relationship: z.optional(label),
  organisation: z.optional(label),
  contact: z.optional(words),
  stayAnonymousToPerson: z.optional(yesNo),
});

export const concernEvents = {
  'concern.raised': z.strictObject({
    whatHappened: words,
    aboutSelf: z.optional(yesNo),
    adult: z.optional(adultAtRisk),
    referrer: z.optional(referrer),
    types: z.optional(z.array(abuseType)),
    sourceOfRisk: z.optional(sourceOfRisk),
    whoIsTheRisk: z.optional(words),
    pressure: z.optional(yesNoNotKnown),
    answeredFor: z.optional(yesNoNotKnown),
    dangerAtHome: z.optional(words),
    location: z.optional(location),
    whenItHappened: z.optional(words),
    evidence: z.optional(words),
    immediateDanger: z.optional(yesNoNotKnown),
    othersAtRisk: z.optional(othersAtRisk),
    carerKnown: z.optional(yesNoNotKnown),
    spokenWithPerson: z.optional(yesNo),
    saidAndWants: z.optional(words),
    notSpokenBecause: z.optional(words),
    personKnowsOfConcern: z.optional(yesNoNotKnown),
    personAgrees: z.optional(yesNoNotKnown),
    toInvolve: z.optional(words),
    whoseIdea: z.optional(whoseIdea),
    doneAlready: z.optional(words),
  }),
  'concern.acknowledged': noted,
  'case.allocated': z.strictObject({ to: label, personTold: z.optional(yesNo) }),
  'information.requested': z.strictObject({
    from: label,
    about: z.optional(z.enum(['share'])),
    because: z.optional(words),
  }),
  'information.received': z.strictObject({
    from: label,
    what: z.optional(words),
    /** Whoever raised the concern would like a call: on which number, and when. */
    callBack: z.optional(words),
  }),
  'information.shared': z.strictObject({
    to: label,
    ground: z.enum(['agreed', ...overrideGround.options]),
    personTold: yesNo,
    what: z.optional(words),
  }),
  'timescale.passed': z.strictObject({ what: z.enum(['acknowledge', 'decide', 'listen', 'explore', 'report']) }),
};
