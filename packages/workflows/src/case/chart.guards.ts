import { needsAdvocate } from '../advocacy/advocacy.facts.js';
import type { Action, AdvocacyState, ChartContext, ChartEvent, Guard } from './chart.types.js';

export const initialContext: ChartContext = {
  route: null,
  asked: false,
  planAgreed: false,
  decidedInClosure: false,
  closed: false,
};

const routeOf = (event: ChartEvent) => (event.type === 'threshold.decided' ? event.data?.route : undefined);

const isEnquiry = (route: ChartContext['route'] | undefined): boolean =>
  route === 'statutoryEnquiry' || route === 'otherEnquiry';

/** A closed case takes corrections; everything else waits until it is opened again. */
const isTaken = ({ closed }: ChartContext, event: ChartEvent): boolean => !closed || event.type === 'entry.corrected';

const saysHeard = (event: ChartEvent): boolean => {
  if (event.reading?.heard !== undefined) return event.reading.heard;
  const conversation =
    event.type === 'conversation.held'
      ? event.data
      : event.type === 'closure.explored'
        ? event.data?.conversation
        : undefined;
  return conversation !== undefined && conversation.with.includes('person') && conversation.freeToSpeak !== 'no';
};

const saysDanger = (event: ChartEvent): boolean =>
  event.reading?.danger === 'immediate' ||
  event.type === 'danger.reported' ||
  (event.type === 'concern.raised' && event.data?.immediateDanger === 'yes');

const correctsAdvocacyTo =
  (state: AdvocacyState): Guard =>
  (_, event) =>
    event.reading?.advocacy === state;

/** Every guard of the chart, by name. Each reads the chart's context and the event in hand, and nothing else. */
export const guards: Readonly<Record<string, Guard>> = {
  opensEnquiry: (_, event) => isEnquiry(routeOf(event)),
  opensEnquiryAfterAsking: (context, event) => isEnquiry(routeOf(event)) && context.asked,
  needsNoEnquiry: (_, event) => routeOf(event) === 'noEnquiry',
  redirects: (_, event) => routeOf(event) === 'redirected',
  isEnquiryUnderWay: ({ route }) => isEnquiry(route),
  isNoEnquiryUnderWay: ({ route }) => !isEnquiry(route),
  wasDecidedInClosure: ({ route, decidedInClosure }) => isEnquiry(route) && decidedInClosure,
  wasDecidedInClosureAfterAsking: ({ route, decidedInClosure, asked }) => isEnquiry(route) && decidedInClosure && asked,
  hadPlan: ({ planAgreed }) => planAgreed,
  hadNoPlan: ({ planAgreed }) => !planAgreed,
  isClosed: ({ closed }) => closed,
  isOpen: ({ closed }) => !closed,
  saysDanger: (context, event) => (isTaken(context, event) || event.type === 'danger.reported') && saysDanger(event),
  saysNoDanger: (_, event) => event.reading?.danger === 'none',
  saysHeard: (context, event) => isTaken(context, event) && saysHeard(event),
  saysUnheard: (context, event) => isTaken(context, event) && event.reading?.heard === false,
  needsAdvocate: ({ closed }, event) =>
    !closed && event.type === 'advocacy.considered' && event.data !== undefined && needsAdvocate(event.data),
  needsNoAdvocate: ({ closed }, event) =>
    !closed && event.type === 'advocacy.considered' && event.data !== undefined && !needsAdvocate(event.data),
  correctsAdvocacyToNotConsidered: correctsAdvocacyTo('notConsidered'),
  correctsAdvocacyToNotNeeded: correctsAdvocacyTo('notNeeded'),
  correctsAdvocacyToNeeded: correctsAdvocacyTo('needed'),
  correctsAdvocacyToRequested: correctsAdvocacyTo('requested'),
  correctsAdvocacyToAppointed: correctsAdvocacyTo('appointed'),
  correctsAdvocacyToUnavailable: correctsAdvocacyTo('unavailable'),
};

/** Every action of the chart, by name: what changes in its context. */
export const actions: Readonly<Record<string, Action>> = {
  /** The event is accepted and moves nothing: it is kept in the record. */
  keep: () => ({}),
  keepAsked: () => ({ asked: true }),
  keepCorrected: (context, event) => ({ asked: event.reading?.asked ?? context.asked }),
  keepRoute: (_, event) => ({ route: routeOf(event) ?? null }),
  keepRouteInClosure: (context, event) => ({
    route: routeOf(event) ?? null,
    decidedInClosure: context.decidedInClosure || !isEnquiry(context.route),
  }),
  keepPlan: () => ({ planAgreed: true }),
  leaveClosure: () => ({ decidedInClosure: false }),
  forgetRoute: () => ({ route: null, planAgreed: false, decidedInClosure: false }),
  close: () => ({ closed: true }),
  startAfresh: () => ({ ...initialContext }),
};
