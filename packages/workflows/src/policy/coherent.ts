import { eventTypes } from '../case/events.js';
import { dutyCodes } from '../duties/duty.js';
import { blockerCodes } from '../kit/rule.js';
import { promptCodes } from '../prompts/prompt.js';
import { route } from '../threshold/threshold.events.js';
import { type Coded, type PolicyFault, fault, hasCode } from './pack-fault.js';
import type { Policy } from './policy.schema.js';

const twice = (path: string, codes: readonly string[], suffix = ''): PolicyFault[] =>
  codes.flatMap((code, index) =>
    codes.indexOf(code) === index
      ? []
      : [fault('inconsistent', `${path}.${index}${suffix}`, `“${code}” is there twice.`)],
  );

const lists = ['limbs', 'routes', 'redirectionGrounds', 'overrideGrounds', 'closingReasons', 'supportKinds'] as const;

const codesOf = (list: readonly Coded[]): string[] => list.map(({ code }) => code);

const ABOUT = ['needs', 'risk', 'protection'] as const;

const limbFaults = ({ limbs }: Policy): PolicyFault[] =>
  ABOUT.filter((about) => limbs.filter(({ asks }) => asks === about).length !== 1).map((about) =>
    fault(
      'unsafe',
      'limbs',
      `One point of the test has to ask about ${about}: a statutory criterion cannot be left out.`,
    ),
  );

const missing = (path: string, list: readonly Coded[], wanted: readonly string[], why: string): PolicyFault[] =>
  wanted.flatMap((code) => (hasCode(list, code) ? [] : [fault('unsafe', path, `“${code}” is missing: ${why}`)]));

/** Reasons that raise `choiceMayNotBeFree` whatever the nation: nobody closes on them without a second look. */
const mayNotBeFree: readonly string[] = ['afraidOfConsequences', 'pressureFromSomeone', 'dependsOnThem'];

const reasonFaults = ({ closingReasons }: Policy): PolicyFault[] => [
  ...missing('closingReasons', closingReasons, mayNotBeFree, 'a choice that may not be free has to be recordable.'),
  ...closingReasons.flatMap(({ code, choiceMayNotBeFree }, index) =>
    mayNotBeFree.includes(code) && choiceMayNotBeFree !== true
      ? [fault('unsafe', `closingReasons.${index}.choiceMayNotBeFree`, `“${code}” may not be free: say so.`)]
      : [],
  ),
];

/** Kinds of support that duties ask for: without them a duty could never be met. */
const owed = ['careActAssessment', 'carersAssessment', 'informationAndAdvice'] as const;

/** Hand-overs between services. Everything else is offered to the person, who says yes or no. */
const betweenServices: readonly string[] = ['police', 'marac', 'selfNeglectPanel', 'providerQuality'];

const supportFaults = ({ supportKinds }: Policy): PolicyFault[] =>
  supportKinds.flatMap(({ code, notThePersonsToAccept }, index) =>
    notThePersonsToAccept === true && !betweenServices.includes(code)
      ? [fault('unsafe', `supportKinds.${index}.notThePersonsToAccept`, `“${code}” is the person’s to accept or not.`)]
      : [],
  );

const suggestionFaults = ({ supportKinds, closingReasons }: Policy): PolicyFault[] =>
  closingReasons.flatMap(({ suggests }, index) =>
    suggests === undefined || hasCode(supportKinds, suggests)
      ? []
      : [fault('inconsistent', `closingReasons.${index}.suggests`, `“${suggests}” is not among the kinds of support.`)],
  );

/** Everything that a pack may say in words of its own; for an event, what there is to do. */
export const worded: readonly string[] = [...blockerCodes, ...dutyCodes, ...promptCodes, ...eventTypes];

const wordingFaults = ({ wording = {} }: Policy): PolicyFault[] =>
  Object.keys(wording).some((code) => !worded.includes(code))
    ? [
        fault(
          'inconsistent',
          'wording',
          'has words for something that is no blocker, duty, prompt or event of this engine.',
        ),
      ]
    : [];

/** Adulthood begins at 18 at the latest everywhere in the United Kingdom: a later age would leave adults out. */
const LATEST_ADULTHOOD = 18;

const ageFaults = ({ adultFrom }: Policy): PolicyFault[] =>
  adultFrom > LATEST_ADULTHOOD
    ? [fault('unsafe', 'adultFrom', `is later than ${LATEST_ADULTHOOD}: adults would be left without protection.`)]
    : [];

/** What may not hold together in a pack, or would trap a case or leave out a duty, whatever the nation. */
export const incoherences: readonly ((policy: Policy) => readonly PolicyFault[])[] = [
  ...lists.map((list) => (policy: Policy) => twice(list, codesOf(policy[list]), '.code')),
  ({ assessDespiteRefusal }) => twice('assessDespiteRefusal', assessDespiteRefusal),
  ({ secondLookOn = [] }) => twice('secondLookOn', secondLookOn),
  limbFaults,
  ({ routes }) => missing('routes', routes, route.options, 'without it a case could be trapped, or the duty evaded.'),
  reasonFaults,
  ({ supportKinds }) =>
    missing('supportKinds', supportKinds, owed, 'the law asks for it, so it has to be possible to offer it.'),
  supportFaults,
  suggestionFaults,
  wordingFaults,
  ageFaults,
];
