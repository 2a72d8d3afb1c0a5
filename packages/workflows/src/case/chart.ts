import { advocacyStates } from '../advocacy/advocacy.states.js';
import { checkInsStates } from '../check-ins/check-ins.states.js';
import { closureStates } from '../closure/closure.states.js';
import { dangerStates } from '../danger/danger.states.js';
import { outcomesStates } from '../outcomes/outcomes.states.js';
import { thresholdStates } from '../threshold/threshold.states.js';
import { voiceStates } from '../voice/voice.states.js';
import { afterClosing, anytime } from './anytime.js';
import type { ChartNode } from './chart.types.js';

const threshold = '#mspCase.journey.active.threshold';
const outcomes = '#mspCase.journey.active.outcomes';
const agreeing = '#mspCase.journey.active.outcomes.agreeing';
const checkIns = '#mspCase.journey.active.checkIns';
const closure = '#mspCase.journey.closure';
const stepDown = '#mspCase.journey.stepDown';
const closed = '#mspCase.journey.closed';

const keep = { actions: 'keep' };

const withEdges = (node: ChartNode, on: NonNullable<ChartNode['on']>): ChartNode => ({
  ...node,
  on: { ...node.on, ...on },
});

/** People die, move and go to prison at any time: jurisdiction comes before everything else (Care Act s42(1), s76). */
const redirected = { guard: 'redirects', target: stepDown, actions: 'keepRoute' };

/** Back to where the case was; to a new decision where no enquiry is under way. */
const back = [
  { guard: 'isNoEnquiryUnderWay', target: threshold, actions: 'forgetRoute' },
  { guard: 'wasDecidedInClosureAfterAsking', target: agreeing, actions: 'leaveClosure' },
  { guard: 'wasDecidedInClosure', target: outcomes, actions: 'leaveClosure' },
  { guard: 'isEnquiryUnderWay', target: '#mspCase.journey.active.whereItWas', actions: 'leaveClosure' },
];

const whileUnderWay = {
  'threshold.limbAssessed': keep,
  'threshold.decided': [{ guard: 'opensEnquiry', actions: 'keepRoute' }, redirected],
  'enquiry.concluded': keep,
};

const whileTalkingAboutClosing = {
  'threshold.decided': [
    { guard: 'opensEnquiry', actions: 'keepRouteInClosure' },
    { guard: 'needsNoEnquiry', target: stepDown, actions: 'keepRoute' },
    redirected,
  ],
};

/** Every edge BETWEEN the stages stands here. What happens inside a stage stands in that stage's folder. */
const journey: ChartNode = {
  initial: 'concern',
  states: {
    concern: { on: { ...anytime, 'concern.acknowledged': { target: threshold } } },
    active: {
      initial: 'threshold',
      on: { ...anytime, 'closure.requested': { target: closure } },
      states: {
        threshold: withEdges(thresholdStates, {
          'threshold.decided': [
            { guard: 'opensEnquiryAfterAsking', target: agreeing, actions: 'keepRoute' },
            { guard: 'opensEnquiry', target: outcomes, actions: 'keepRoute' },
            { guard: 'needsNoEnquiry', target: stepDown, actions: 'keepRoute' },
            redirected,
          ],
        }),
        outcomes: {
          ...withEdges(outcomesStates, whileUnderWay),
          states: {
            ...outcomesStates.states,
            agreeing: withEdges(outcomesStates.states.agreeing, {
              'plan.agreed': [
                { guard: 'hadPlan', target: `${checkIns}.whereItWas` },
                { guard: 'hadNoPlan', target: `${checkIns}.waiting`, actions: 'keepPlan' },
              ],
            }),
          },
        },
        checkIns: withEdges(checkInsStates, {
          ...whileUnderWay,
          'outcome.expressed': { target: agreeing },
          'outcomes.reopened': { target: agreeing },
        }),
        whereItWas: { type: 'history', history: 'deep', target: 'threshold' },
      },
    },
    closure: {
      ...withEdges(closureStates, { ...anytime, 'closure.reconsidered': back, 'threshold.decided': redirected }),
      states: {
        exploring: withEdges(closureStates.states.exploring, whileTalkingAboutClosing),
        deciding: withEdges(closureStates.states.deciding, { ...whileTalkingAboutClosing, 'closure.overridden': back }),
        reviewing: withEdges(closureStates.states.reviewing, { 'review.completed': { target: stepDown } }),
      },
    },
    stepDown: {
      on: {
        ...anytime,
        'outcome.reviewed': keep,
        'threshold.decided': redirected,
        'closure.reconsidered': back,
        'case.closed': { target: closed, actions: 'close' },
      },
    },
    closed: {
      on: {
        ...afterClosing,
        'case.reopened': { target: threshold, actions: 'startAfresh' },
        'danger.reported': { target: threshold, actions: 'startAfresh' },
      },
    },
  },
};

/**
 * The statechart, as data. XState runs it as `mspMachine` (the model and the reference); the engine steps through the same data
 * without carrying XState's interpreter into pages. A test holds the two equal over every reachable state and event.
 */
export const chart = {
  id: 'mspCase',
  type: 'parallel',
  states: { journey, danger: dangerStates, advocacy: advocacyStates, voice: voiceStates },
} as const satisfies { id: string; type: 'parallel'; states: Readonly<Record<string, ChartNode>> };
