import * as z from 'zod/mini';
import { dayOrInstant, howInTouch, label, words, yesNo, yesNoNotKnown } from '../kit/fields.js';

/** The four separate decisions that a wish can be about. A wish about one says nothing of the others. */
export const wishAbout = z.enum(['enquire', 'share', 'act', 'assess']);

/** Lawful grounds for going against a wish (`law.md` §1; SCIE). */
export const overrideGround = z.enum([
  'riskToAdults',
  'riskToChildren',
  'seriousCrime',
  'coercion',
  'lacksCapacityBestInterests',
  'vitalInterests',
  'positionOfTrust',
  'publicInterest',
  'courtOrder',
]);

/** A conversation, also as part of an exploration of closing. `observed` is for people who do not use words. */
export const conversation = z.strictObject({
  with: z.array(z.enum(['person', 'representative', 'advocate'])).check(z.minLength(1)),
  how: howInTouch,
  freeToSpeak: yesNoNotKnown,
  words: z.optional(words),
  observed: z.optional(words),
  adjustments: z.optional(z.array(words)),
});

/** How safe the person feels: 1 (not at all) to 5 (completely), or their own words, or why it was not said. */
const safetyRated = z
  .strictObject({
    moment: z.enum(['start', 'checkIn', 'end']),
    rating: z.optional(z.int().check(z.minimum(1), z.maximum(5))),
    words: z.optional(words),
    notSaidBecause: z.optional(words),
  })
  .check(
    z.refine((said) => said.rating !== undefined || said.words !== undefined || said.notSaidBecause !== undefined, {
      error: 'give a rating from 1 to 5, the person’s own words, or why they did not say',
      path: ['rating'],
    }),
  );

export const voiceEvents = {
  'conversation.held': conversation,
  'conversation.notHeld': z.strictObject({ because: words, willTry: z.optional(words) }),
  'wishes.recorded': z.strictObject({
    about: wishAbout,
    answer: z.enum(['yes', 'no', 'unsure', 'cannotSay']),
    words: z.optional(words),
  }),
  'wishes.overridden': z.strictObject({
    about: wishAbout,
    grounds: z.array(overrideGround),
    proportionate: words,
    explained: z.optional(z.strictObject({ how: howInTouch, at: dayOrInstant })),
    notExplainedBecause: z.optional(words),
  }),
  'safety.rated': safetyRated,
  'adjustment.agreed': z.strictObject({ what: z.optional(words) }),
  'representative.named': z.strictObject({
    who: label,
    standing: z.enum(['attorney', 'deputy', 'appropriatePerson', 'family', 'friend']),
    conflicted: yesNoNotKnown,
  }),
  'consultation.recorded': z.strictObject({
    who: z.optional(label),
    said: z.optional(words),
    safeToAsk: z.optional(yesNoNotKnown),
  }),
  'disagreement.recorded': z.strictObject({
    about: z.enum(['enquiring', 'sharing', 'plan', 'closing', 'other']),
    words: z.optional(words),
  }),
  'experience.recorded': z.strictObject({
    askedAboutOutcomes: z.optional(yesNoNotKnown),
    outcomesMet: z.optional(z.enum(['fully', 'partly', 'no', 'notKnown'])),
    feelsSafer: z.optional(z.enum(['yes', 'partly', 'no', 'notKnown'])),
    involved: z.optional(z.enum(['yes', 'partly', 'no', 'notKnown'])),
    understoodWhy: z.optional(z.enum(['yes', 'partly', 'no', 'notKnown'])),
    listenedTo: z.optional(z.enum(['always', 'quiteABit', 'notVeryMuch', 'notAtAll', 'notKnown'])),
    rightPeople: z.optional(z.enum(['yes', 'partly', 'no', 'notKnown'])),
    answeredBy: z.optional(z.enum(['person', 'representative'])),
    words: z.optional(words),
    mayBeQuoted: z.optional(yesNo),
  }),
};
