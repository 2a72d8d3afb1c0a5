import { advocateOwed } from '../advocacy/advocacy.rules.js';
import { allLimbsMet, isStatutory } from '../case/read.js';
import { othersAreAtRisk } from '../danger/danger.facts.js';
import type { Rule, Rules, Situation } from '../kit/rule.js';
import { spokenForSince } from '../voice/voice.facts.js';
import { overrideRules } from '../voice/voice.rules.js';

/** A reason, or a conversation that may not have been private, that says the choice to stop may not be free. */
export const choiceMayNotBeFree = ({ facts: { closure }, policy }: Situation): boolean =>
  closure.privacyNotKnown ||
  policy.closingReasons.some(({ code, choiceMayNotBeFree: flag }) => flag === true && closure.reasons.includes(code));

/** A pack may ask for a second look whenever a case of this kind closes. */
const isAlwaysLookedAt = ({ policy, context }: Situation): boolean =>
  context.route !== null && policy.secondLookOn?.includes(context.route) === true;

const lacksCapacityToClose = ({ facts }: Situation): boolean => facts.capacity.lacks.close === true;

/** What made a second look necessary, last. 0 where none is needed. */
const secondLookNeededSince = (situation: Situation): number => {
  const { closure, danger, voice } = situation.facts;
  return Math.max(
    choiceMayNotBeFree(situation) || isAlwaysLookedAt(situation) ? closure.exploredAt : 0,
    othersAreAtRisk(danger) ? danger.othersAtRiskAt : 0,
    voice.disagreesWithClosingAt,
  );
};

const conversationNotPrivate: Rule<'closure.explored'> = {
  code: 'conversation-not-private',
  message:
    'The person was not free to speak. Talk with them again, alone and somewhere safe, before anything is decided about closing.',
  cites: 'Care and Support Statutory Guidance 14; Care Act 2014 s1(3)(e)',
  clearedBy: [],
  blocks: (_, { data }) => data?.conversation?.freeToSpeak === 'no',
};

const personNotHeard: Rule<'closure.explored'> = {
  code: 'person-not-heard',
  message:
    'This was only with somebody else. Ask the person themselves. Somebody else can only answer for them if they lack capacity for this decision or could not be reached.',
  cites: 'Care Act 2014 s1(3)(e); Mental Capacity Act 2005 s4',
  clearedBy: [],
  blocks: (situation, { data }) => {
    const conversation = data?.conversation;
    if (!conversation || conversation.with.includes('person')) return false;
    const maySpeak = conversation.with.includes('advocate') || !situation.facts.voice.representativeConflicted;
    const couldNotBeReached = enoughAttempts(data.attempts ?? []);
    return !maySpeak || !(lacksCapacityToClose(situation) || couldNotBeReached);
  },
};

const reasonMissing: Rule<'closure.explored'> = {
  code: 'reason-missing',
  message:
    'Say why the person wants to close, with at least one reason. “Has capacity and wants to stop” is not a reason by itself.',
  cites: 'Care and Support Statutory Guidance 14: making safeguarding personal',
  clearedBy: [],
  blocks: (_, { data }) => data?.conversation !== undefined && data.reasons.length === 0,
};

const enoughAttempts = (attempts: readonly { readonly how: string }[]): boolean =>
  attempts.length >= 3 && new Set(attempts.map(({ how }) => how)).size > 1;

const attemptsTooFew: Rule<'closure.explored'> = {
  code: 'attempts-too-few',
  message:
    'If the person could not be reached, record at least three attempts, in more than one safe way, before closing is decided without them.',
  cites: 'Care and Support Statutory Guidance 14',
  clearedBy: [],
  blocks: (_, { data }) =>
    data !== undefined && data.conversation === undefined && !enoughAttempts(data.attempts ?? []),
};

const notExplored: Rule<'closure.agreed'> = {
  code: 'closure-not-explored',
  message: 'Nobody has talked with the person yet about why they want to close. Have that conversation first.',
  cites: 'Care and Support Statutory Guidance 14: making safeguarding personal',
  clearedBy: ['closure.explored'],
  blocks: ({ facts }) => facts.closure.exploredAt === 0,
};

const thresholdUndecided: Rule<'closure.agreed'> = {
  code: 'threshold-undecided',
  message: 'The three-point test has not been decided. Decide it first: a wish to stop does not answer it.',
  cites: 'Care Act 2014 s42(1)',
  clearedBy: ['threshold.decided'],
  blocks: ({ context }) => context.route === null,
};

const enquiryNotConcluded: Rule<'closure.agreed'> = {
  code: 'enquiry-not-concluded',
  message: 'The enquiry has not been concluded. Record what it found, and whether anything should be done and by whom.',
  cites: 'Care Act 2014 s42(2)',
  clearedBy: ['enquiry.concluded'],
  blocks: (situation) => isStatutory(situation) && situation.facts.checkIns.concludedOn !== 'statutoryEnquiry',
};

const dutyToEnquire: Rule<'closure.agreed'> = {
  code: 'duty-to-enquire',
  message: 'By now all three points of the test are met, so the council must make an enquiry. Decide the test again.',
  cites: 'Care Act 2014 s42(2)',
  clearedBy: ['threshold.decided'],
  blocks: (situation) => situation.context.route !== null && !isStatutory(situation) && allLimbsMet(situation),
};

const secondLook: Rule<'closure.agreed'> = {
  code: 'second-look-needed',
  message:
    'A manager who did not have this conversation needs to look at it before closing: the choice may not be free, others may be at risk, or the person disagrees.',
  cites: 'Care and Support Statutory Guidance 14: management oversight',
  clearedBy: ['closure.approved'],
  blocks: (situation) => {
    const since = secondLookNeededSince(situation);
    return since > 0 && situation.facts.closure.approvedAt <= since;
  },
};

const bestInterests: Rule<'closure.agreed'> = {
  code: 'best-interests-missing',
  message:
    'The person lacks capacity for this decision. Hear somebody who may speak for them, and record a decision that closing is in their best interests.',
  cites: 'Mental Capacity Act 2005 s4',
  clearedBy: ['conversation.held', 'bestInterests.decided'],
  blocks: (situation) =>
    lacksCapacityToClose(situation) &&
    !(
      situation.facts.capacity.inBestInterests.close === true &&
      spokenForSince(situation.facts.voice, situation.facts.closure.requestedAt)
    ),
};

const riskNotReviewed: Rule<'review.completed'> = {
  code: 'risk-not-reviewed',
  message: 'Say how the risk is now: removed, reduced, or still there.',
  cites: 'Care and Support Statutory Guidance 14; Safeguarding Adults Collection SG2e',
  clearedBy: ['risk.reviewed'],
  blocks: ({ facts }) => facts.closure.risk === null,
};

const endSafetyMissing: Rule<'review.completed'> = {
  code: 'end-safety-missing',
  message: 'Ask the person how safe they feel now, or record why they did not say.',
  cites: 'Care and Support Statutory Guidance 14: making safeguarding personal',
  clearedBy: ['safety.rated'],
  blocks: ({ facts }) => !facts.voice.endSafetySaid,
};

export const closureRules = {
  'closure.explored': [conversationNotPrivate, personNotHeard, reasonMissing, attemptsTooFew, advocateOwed()],
  'closure.overridden': overrideRules(({ facts: { closure, voice } }) => {
    if (!closure.requestedByPerson) return [];
    const since = [voice.overrides.enquire, voice.overrides.act].filter(
      (override) => override !== undefined && override.lawful && override.at > closure.requestedAt,
    );
    return [since.find((override) => override?.explained) ?? since[0]];
  }),
  'closure.agreed': [
    notExplored,
    thresholdUndecided,
    enquiryNotConcluded,
    dutyToEnquire,
    advocateOwed(),
    secondLook,
    bestInterests,
  ],
  'review.completed': [riskNotReviewed, endSafetyMissing],
} satisfies Rules;
