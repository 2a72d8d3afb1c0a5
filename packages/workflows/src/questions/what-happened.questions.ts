import { DANGER_NOW, KINDS, MY_OWN_IDEA, PLACES, SOURCES, WAYS_IN, YES_NO_NOT_KNOWN } from './concern.choices.js';
import type { ConcernPage } from './concern.types.js';

/** What happened: the first pages, after the third of which a concern can be sent. */
export const whatHappenedPages: readonly ConcernPage[] = [
  {
    id: 'wayIn',
    questions: [
      {
        id: 'wayIn',
        field: 'aboutSelf',
        kind: 'radios',
        label: 'What brings you here?',
        why: 'So that we only ask what fits.',
        options: WAYS_IN,
      },
    ],
  },
  {
    id: 'whatHappened',
    questions: [
      {
        id: 'whatHappened',
        field: 'whatHappened',
        kind: 'textarea',
        rows: 8,
        label: { somebody: 'What has happened?', myself: 'What has been happening to you?' },
        hint: {
          somebody:
            'Use your own words, in any order. Tell us what you saw or heard, and what worries you. You do not need to be sure.',
          myself: 'Use your own words, in any order. A few words are enough. You do not need to be sure.',
        },
        why: 'This is how we learn that help is needed. It is the only question that you have to answer.',
        required: 'Tell us what has happened. A few words are enough.',
      },
    ],
  },
  {
    id: 'danger',
    questions: [
      {
        id: 'immediateDanger',
        field: 'immediateDanger',
        kind: 'radios',
        label: { somebody: 'Is anybody in danger right now?', myself: 'Are you in danger right now?' },
        why: 'If somebody is in danger now, the police or an ambulance can come at once. We cannot.',
        options: DANGER_NOW,
      },
      {
        id: 'otherAdults',
        field: 'othersAtRisk.adults',
        kind: 'radios',
        label: 'Could another adult be at risk too?',
        why: 'So that other people are kept safe as well.',
        options: YES_NO_NOT_KNOWN,
        blankAs: 'notKnown',
      },
      {
        id: 'children',
        field: 'othersAtRisk.children',
        kind: 'radios',
        label: 'Could a child be at risk too?',
        why: 'If a child could be at risk, we have to tell children’s services.',
        options: YES_NO_NOT_KNOWN,
        blankAs: 'notKnown',
      },
    ],
  },
  {
    id: 'wants',
    ways: ['myself'],
    questions: [
      {
        id: 'wants',
        field: 'saidAndWants',
        kind: 'textarea',
        label: 'What would you like to happen?',
        hint: 'You could want to feel safe, want something to stop, or just want to talk. You can also say what you do not want. You can change your mind later.',
        why: 'It is your life. We start from what matters to you.',
      },
      {
        id: 'ownIdea',
        field: 'whoseIdea',
        kind: 'radios',
        label: 'Is it your own idea to tell us?',
        why: 'So that we do what you want, and not what somebody else wants for you.',
        options: MY_OWN_IDEA,
      },
    ],
  },
  {
    id: 'kinds',
    questions: [
      {
        id: 'kinds',
        field: 'types',
        kind: 'checkboxes',
        label: 'What is going on?',
        hint: 'Tick all that could fit. It is fine not to be sure.',
        why: 'So that the right people look at this first.',
        options: KINDS,
      },
    ],
  },
  {
    id: 'whenAndWhere',
    title: 'When and where?',
    questions: [
      {
        id: 'when',
        field: 'whenItHappened',
        kind: 'text',
        label: 'When did it happen?',
        hint: 'A rough idea is fine: “last week”, or “for about a year”. Say if it is still going on.',
        why: 'Something that is still going on may need help sooner.',
      },
      {
        id: 'where',
        field: 'location',
        kind: 'radios',
        label: 'Where did it happen?',
        why: 'Different people can help in different places.',
        options: PLACES,
      },
      {
        id: 'evidence',
        field: 'evidence',
        kind: 'textarea',
        rows: 3,
        label: 'Is there anything that shows what happened?',
        hint: 'For instance photos, messages, letters or bank papers. Keep them if that is safe. Do not go looking for more.',
        why: 'So that nothing gets lost that could help later.',
      },
    ],
  },
  {
    id: 'who',
    questions: [
      {
        id: 'source',
        field: 'sourceOfRisk',
        kind: 'radios',
        label: 'Who could be causing this?',
        why: 'So that we do not make things worse, for instance by calling while they are there.',
        options: SOURCES,
      },
      {
        id: 'sourceDetails',
        field: 'whoIsTheRisk',
        kind: 'textarea',
        label: 'What do you know about them?',
        hint: {
          somebody:
            'For instance a name, whether they live together, whether they give care, or whether they often answer for the person.',
          myself:
            'For instance a name, whether you live together, or whether you need them for care, money or your home.',
        },
        why: 'So that we can find a safe way to get in touch.',
        showWhen: { name: 'source', is: ['knownToPerson', 'serviceProvider', 'unknownToPerson'] },
      },
      {
        id: 'pressure',
        field: 'pressure',
        kind: 'radios',
        label: {
          somebody: 'Could anybody be pressing them about what to say or do?',
          myself: 'Is anybody pressing you about what to say or do?',
        },
        hint: {
          somebody: 'For instance telling them not to talk, or deciding everything for them.',
          myself: 'For instance telling you not to talk, or deciding everything for you. It is not your fault.',
        },
        why: 'So that we find a way to talk without that person there.',
        options: YES_NO_NOT_KNOWN,
      },
    ],
  },
];
