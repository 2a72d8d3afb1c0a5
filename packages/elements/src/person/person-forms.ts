import type { CaseView, EventType, Policy } from '@msp/workflows';
import type { EventFormOptions } from '../stage/event-form.js';
import { advocacyFields, bestInterestsFields, capacityFields, representativeFields } from './decision.fields.js';
import type { PersonMessageId } from './person.messages.js';
import {
  allocateFields,
  becauseFields,
  correctFields,
  dangerFields,
  feedbackFields,
  neededBecauseFields,
  receivedFields,
  requestedFields,
  riskFields,
  sharedFields,
} from './safety.fields.js';
import { disagreeFields, heldFields, notHeldFields, overrideFields, safetyFields, wishFields } from './voice.fields.js';
import type { T } from './voice.fields.js';

/** What these forms need to know of the case and the page. */
export type PersonFormContext = {
  readonly t: T;
  readonly policy: Policy;
  readonly view: CaseView;
  /** What an event is called. */
  readonly eventWords: (type: EventType) => string;
};

type Kind = keyof typeof forms;

const title = (id: PersonMessageId) => (context: PersonFormContext) => ({
  title: () => context.t(id),
  submit: () => context.t('person.save'),
});

const lead =
  (id: PersonMessageId, leadId: PersonMessageId, submitId: PersonMessageId = 'person.save') =>
  ({ t }: PersonFormContext) => ({ title: () => t(id), lead: () => t(leadId), submit: () => t(submitId) });

const asking = (
  { t }: PersonFormContext,
  label: PersonMessageId,
  required: PersonMessageId,
  words: Partial<Record<EventType, PersonMessageId>>,
) => ({
  question: {
    label: t(label),
    required: t(required),
    words: (type: EventType) => t(words[type] ?? 'person.save'),
  },
});

/** Empty lists are an answer, and have to be recorded as such. */
const lists =
  (...names: string[]) =>
  () =>
    Object.fromEntries(names.map((name) => [name, []]));

const forms = {
  acknowledge: (context: PersonFormContext): EventFormOptions => ({
    ...lead('person.acknowledge.title', 'person.acknowledge.lead', 'person.acknowledge.save')(context),
    ways: [{ type: 'concern.acknowledged' }],
  }),
  talk: (context: PersonFormContext): EventFormOptions => ({
    ...title('person.talk.title')(context),
    ...asking(context, 'person.talk.question', 'person.talk.required', {
      'conversation.held': 'person.talk.held',
      'conversation.notHeld': 'person.talk.notHeld',
    }),
    ways: [
      { type: 'conversation.held', fields: () => heldFields(context.t) },
      { type: 'conversation.notHeld', fields: () => notHeldFields(context.t) },
    ],
  }),
  wish: (context: PersonFormContext): EventFormOptions => ({
    ...title('person.wish.title')(context),
    ways: [{ type: 'wishes.recorded', fields: () => wishFields(context.t) }],
  }),
  override: (context: PersonFormContext): EventFormOptions => ({
    ...lead('person.override.title', 'person.override.lead')(context),
    ways: [
      { type: 'wishes.overridden', fields: () => overrideFields(context.t, context.policy), given: lists('grounds') },
    ],
  }),
  safety: (context: PersonFormContext): EventFormOptions => ({
    ...title('person.safety.title')(context),
    ways: [{ type: 'safety.rated', fields: (values) => safetyFields(context.t, values) }],
  }),
  disagree: (context: PersonFormContext): EventFormOptions => ({
    ...title('person.disagree.title')(context),
    ways: [{ type: 'disagreement.recorded', fields: () => disagreeFields(context.t) }],
  }),
  represent: (context: PersonFormContext): EventFormOptions => ({
    ...title('person.represent.title')(context),
    ways: [{ type: 'representative.named', fields: () => representativeFields(context.t) }],
  }),
  advocacy: (context: PersonFormContext): EventFormOptions => ({
    ...title('person.advocacy.title')(context),
    ...asking(context, 'person.advocacy.question', 'person.advocacy.required', {
      'advocacy.considered': 'person.advocacy.considered',
      'advocate.requested': 'person.advocacy.requested',
      'advocate.appointed': 'person.advocacy.appointed',
      'advocate.unavailable': 'person.advocacy.unavailable',
    }),
    ways: [
      { type: 'advocacy.considered', fields: () => advocacyFields(context.t), given: lists('difficulty') },
      { type: 'advocate.requested' },
      {
        type: 'advocate.appointed',
        fields: () => [
          {
            name: 'who',
            kind: 'text',
            label: context.t('person.advocacy.advocate'),
            required: context.t('person.who-required'),
          },
        ],
      },
      { type: 'advocate.unavailable', fields: () => neededBecauseFields(context.t) },
    ],
  }),
  capacity: (context: PersonFormContext): EventFormOptions => ({
    ...lead('person.capacity.title', 'person.capacity.lead')(context),
    ways: [{ type: 'capacity.assessed', fields: () => capacityFields(context.t), given: lists('supportGiven') }],
  }),
  best: (context: PersonFormContext): EventFormOptions => ({
    ...title('person.best.title')(context),
    ways: [{ type: 'bestInterests.decided', fields: () => bestInterestsFields(context.t), given: lists('who') }],
  }),
  danger: (context: PersonFormContext): EventFormOptions => ({
    ...title('person.danger.title')(context),
    ...asking(context, 'person.danger.question', 'person.danger.required', {
      'danger.reported': 'person.danger.reported',
      'danger.eased': 'person.danger.eased',
    }),
    ways: [
      { type: 'danger.reported', fields: () => dangerFields(context.t) },
      { type: 'danger.eased', fields: () => becauseFields(context.t) },
    ],
  }),
  risk: (context: PersonFormContext): EventFormOptions => ({
    ...title('person.risk.title')(context),
    ways: [{ type: 'risk.assessed', fields: () => riskFields(context.t) }],
  }),
  share: (context: PersonFormContext): EventFormOptions => ({
    ...title('person.share.title')(context),
    ...asking(context, 'person.share.question', 'person.share.required', {
      'information.requested': 'person.share.requested',
      'information.received': 'person.share.received',
      'information.shared': 'person.share.shared',
    }),
    ways: [
      { type: 'information.requested', fields: () => requestedFields(context.t) },
      { type: 'information.received', fields: () => receivedFields(context.t) },
      { type: 'information.shared', fields: () => sharedFields(context.t, context.policy) },
    ],
  }),
  feedback: (context: PersonFormContext): EventFormOptions => ({
    ...title('person.feedback.title')(context),
    ways: [{ type: 'feedback.given', fields: () => feedbackFields(context.t) }],
  }),
  allocate: (context: PersonFormContext): EventFormOptions => ({
    ...title('person.allocate.title')(context),
    ways: [{ type: 'case.allocated', fields: () => allocateFields(context.t) }],
  }),
  correct: (context: PersonFormContext): EventFormOptions => ({
    ...lead('person.correct.title', 'person.correct.lead')(context),
    ways: [
      {
        type: 'entry.corrected',
        fields: () => correctFields(context.t, context.view, (type) => context.eventWords(type as EventType)),
      },
    ],
  }),
  reopen: (context: PersonFormContext): EventFormOptions => ({
    ...lead('person.reopen.title', 'person.reopen.lead', 'person.reopen.save')(context),
    ways: [{ type: 'case.reopened', fields: () => neededBecauseFields(context.t) }],
  }),
} as const;

/** A form that may be needed in any stage, by its name. */
export type PersonForm = Kind;

export const personForm = (name: PersonForm, context: PersonFormContext): EventFormOptions => forms[name](context);

/** What may be recorded in any stage, under a few headings. */
export const groups: readonly { readonly heading: PersonMessageId; readonly forms: readonly PersonForm[] }[] = [
  { heading: 'person.group.voice', forms: ['talk', 'wish', 'override', 'safety', 'disagree'] },
  { heading: 'person.group.decisions', forms: ['advocacy', 'capacity', 'best', 'represent'] },
  { heading: 'person.group.safety', forms: ['danger', 'risk'] },
  { heading: 'person.group.others', forms: ['share', 'feedback', 'allocate', 'correct'] },
];
