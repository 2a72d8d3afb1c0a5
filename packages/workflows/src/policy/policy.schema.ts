import * as z from 'zod/mini';
import { calendarName } from '../calendar/bank-holidays.data.js';
import { eventTypes, roleSchema } from '../case/events.js';
import { closingReason } from '../closure/closure.events.js';
import { label } from '../kit/fields.js';
import { supportKind } from '../kit/support.js';
import { limb, redirectionGround, route } from '../threshold/threshold.events.js';
import { overrideGround } from '../voice/voice.events.js';
import { maySeeSchema } from './views.schema.js';

const worded = { words: label, cites: z.optional(label) };
const workingDays = z.int().check(z.minimum(0));

/**
 * What differs by nation and by council, as data: words and citations, who may record what, timescales, kinds of support. The
 * engine holds no council's numbers.
 */
export const policySchema = z.strictObject({
  id: label,
  version: label,
  name: label,
  adultFrom: z.int().check(z.minimum(16)),
  /** The points of the test, in the order of the law. `asks` says what each is about, whatever it is called. */
  limbs: z.array(
    z.strictObject({ code: limb, ...worded, plain: label, asks: z.enum(['needs', 'risk', 'protection']) }),
  ),
  routes: z.array(z.strictObject({ code: route, ...worded })),
  redirectionGrounds: z.array(z.strictObject({ code: redirectionGround, ...worded })),
  overrideGrounds: z.array(z.strictObject({ code: overrideGround, ...worded })),
  closingReasons: z.array(
    z.strictObject({
      code: closingReason,
      ...worded,
      choiceMayNotBeFree: z.optional(z.boolean()),
      suggests: z.optional(supportKind),
    }),
  ),
  supportKinds: z.array(
    z.strictObject({ code: supportKind, ...worded, notThePersonsToAccept: z.optional(z.boolean()) }),
  ),
  /** When an assessment is owed although the person refused it: while they are at risk, or if they cannot decide about it. */
  assessDespiteRefusal: z.array(z.enum(['atRisk', 'lacksCapacity'])),
  /** Routes on which closing always gets a second look. Where the law asks for one, it is needed whatever stands here. */
  secondLookOn: z.optional(z.array(route)),
  /** Who may record each event. */
  mayRecord: z.record(z.enum(eventTypes as [string, ...string[]]), z.array(roleSchema)),
  /** What each role may see of each event, and when. */
  maySee: maySeeSchema,
  /**
   * Other words or another provision for a blocker, duty or prompt, by its code: another nation's law, a council's own way of
   * saying it. What is not named here reads as the engine has it.
   */
  wording: z.optional(z.record(z.string(), z.strictObject({ message: z.optional(label), cites: z.optional(label) }))),
  /** Whose bank holidays are no working days. */
  calendar: calendarName,
  /** In working days. */
  timescales: z.strictObject({
    acknowledge: workingDays,
    decide: workingDays,
    listen: workingDays,
    checkInEvery: workingDays,
    checkInOverdueAfter: workingDays,
    explore: workingDays,
    report: workingDays,
  }),
});

/** A policy pack. */
export type Policy = z.output<typeof policySchema>;
