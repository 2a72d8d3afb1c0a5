import { type Step, type Story, allMet, needsNoAdvocate, on, plan } from './story.js';

const raisedAtHome = {
  location: 'ownHome',
  immediateDanger: 'no',
  othersAtRisk: { adults: 'no', children: 'no' },
  spokenWithPerson: 'yes',
} as const;

/** From the first talk to a plan, told shortly: these stories are about how a case ends. */
const enquiryWith = (words: string, wants: string, because: readonly [string, string, string]): readonly Step[] => [
  on(0, 'sam', 'concern.acknowledged'),
  on(1, 'sam', 'conversation.held', { with: ['person'], how: 'inPerson', freeToSpeak: 'yes', words }),
  on(1, 'adult', 'safety.rated', { moment: 'start', rating: 2 }),
  ...allMet(2, 'sam', because),
  needsNoAdvocate(4, 'sam'),
  on(4, 'sam', 'outcomes.asked', { result: 'expressed' }),
  on(4, 'adult', 'outcome.expressed', { outcomeId: 'first', words: wants, saidBy: 'person' }),
  on(5, 'sam', 'outcome.agreed', { outcomeId: 'first' }),
  plan(6, 'sam', 'Visit every week', 13),
  on(20, 'sam', 'checkIn.recorded', { makingADifference: 'yes', stillTheseOutcomes: 'yes', carryOn: 'unsure' }),
];

const found = (what: string): Step =>
  on(24, 'sam', 'enquiry.concluded', {
    result: 'riskIdentified',
    actionTaken: 'yes',
    what,
    byWhom: 'Larkshire Council',
  });

/** Cases that are coming to an end, and one that has. Everybody in them is invented. */
export const lateStories: readonly Story[] = [
  {
    id: 'wants-to-stop',
    daysAgo: 32,
    raisedBy: 'northgate',
    concern: {
      ...raisedAtHome,
      whatHappened: 'There is shouting upstairs most evenings. Yesterday I heard something break and her crying.',
      adult: { name: 'Parveen Akhtar', ageBand: '65-74', safeContact: 'Text first. Never after six.' },
      types: ['psychological', 'domesticAbuse'],
      sourceOfRisk: 'knownToPerson',
      saidAndWants: 'She wants quiet evenings. She does not want him to leave.',
    },
    steps: [
      ...enquiryWith('I want it to be quiet. I do not want him gone.', 'Quiet evenings.', [
        'Needs help after her stroke.',
        'Shouting, and things thrown.',
        'Cannot leave the room by herself.',
      ]),
      on(26, 'adult', 'closure.requested', {
        words: 'It is too many visits. I would like this to stop now.',
        wishOf: 'person',
      }),
    ],
  },
  {
    id: 'second-look',
    daysAgo: 40,
    raisedBy: 'brannock',
    concern: {
      ...raisedAtHome,
      whatHappened: 'Bruises on both arms in the shape of fingers. Her partner answered every question for her.',
      adult: { name: 'Moira Kell', ageBand: '75-84', safeContact: 'At the day centre on Wednesdays.' },
      referrer: { organisation: 'St Brannock NHS Trust', relationship: 'Physiotherapist' },
      types: ['physical', 'domesticAbuse'],
      sourceOfRisk: 'knownToPerson',
      saidAndWants: 'He gets tired.',
    },
    steps: [
      ...enquiryWith('He gets tired. I would like help with the bath so that he need not.', 'Help with the bath.', [
        'Needs help to wash and to stand up.',
        'Bruises from being held.',
        'Depends on him for every meal.',
      ]),
      found('Help with bathing three times a week'),
      on(30, 'adult', 'closure.requested', { words: 'He wants you to stop coming.', wishOf: 'person' }),
      on(33, 'sam', 'closure.explored', {
        conversation: { with: ['person'], how: 'inPerson', freeToSpeak: 'yes', words: 'He says it is you or him.' },
        reasons: ['pressureFromSomeone', 'dependsOnThem'],
        words: 'He says it is you or him, and I need him.',
        alternativesOffered: ['domesticAbuseSupport', 'careActAssessment'],
        understands: 'yes',
        wayBackGiven: 'yes',
      }),
    ],
  },
  {
    id: 'assessment-owed',
    daysAgo: 50,
    raisedBy: 'northgate',
    concern: {
      ...raisedAtHome,
      whatHappened: 'His nephew moved in and now Mr Rowe lives in the back room. The nephew opens his post.',
      adult: { name: 'Alban Rowe', ageBand: '85-94', careAndSupport: 'Does not see well.' },
      types: ['financialOrMaterial', 'psychological'],
      sourceOfRisk: 'knownToPerson',
      saidAndWants: 'He wants his front room back.',
    },
    steps: [
      ...enquiryWith('It is my house. I want my chair by the fire.', 'My front room back.', [
        'Does not see well, needs help with meals and post.',
        'His room and his letters are taken.',
        'Cannot read what is sent to him.',
      ]),
      found('A talk with the nephew, and the post goes to a neighbour'),
      on(38, 'adult', 'closure.requested', { words: 'He has moved upstairs. That will do me.', wishOf: 'person' }),
      on(40, 'sam', 'closure.explored', {
        conversation: { with: ['person'], how: 'inPerson', freeToSpeak: 'yes', words: 'I have my chair.' },
        reasons: ['outcomesMet'],
        alternativesOffered: ['careActAssessment'],
        understands: 'yes',
        wayBackGiven: 'yes',
      }),
      on(41, 'sam', 'closure.agreed', { because: 'He has what he asked for.' }),
      on(42, 'adult', 'outcome.reviewed', {
        outcomeId: 'first',
        result: 'achieved',
        view: 'person',
        words: 'I sit by the fire.',
      }),
      on(42, 'sam', 'risk.reviewed', { result: 'reduced', because: 'The nephew still lives there.' }),
      on(42, 'adult', 'safety.rated', { moment: 'end', rating: 4 }),
      on(42, 'sam', 'review.completed'),
      on(44, 'sam', 'support.offered', { supportId: 'assessment', kind: 'careActAssessment' }),
      on(44, 'adult', 'support.declined', { supportId: 'assessment', because: 'I manage.' }),
    ],
  },
  {
    id: 'closed-well',
    daysAgo: 70,
    raisedBy: 'brannock',
    concern: {
      ...raisedAtHome,
      whatHappened: 'She told me that a man who did her garden now comes every week for money, and she cannot say no.',
      adult: { name: 'Ruth Amankwah', ageBand: '75-84', safeContact: 'Her daughter has a key. Ask for her.' },
      referrer: { organisation: 'St Brannock NHS Trust', relationship: 'District nurse' },
      types: ['financialOrMaterial'],
      sourceOfRisk: 'knownToPerson',
      saidAndWants: 'She wants him to stop coming.',
    },
    steps: [
      ...enquiryWith('I am not stupid. I am just on my own with him at the door.', 'I want him to stop coming.', [
        'Needs help to walk and to hear the door.',
        'He takes money every week.',
        'Cannot close the door on him.',
      ]),
      found('The police spoke with him, and there is a door camera now'),
      on(40, 'adult', 'closure.requested', { words: 'He has not been back. I am fine now.', wishOf: 'person' }),
      on(42, 'sam', 'closure.explored', {
        conversation: {
          with: ['person'],
          how: 'inPerson',
          freeToSpeak: 'yes',
          words: 'I look who it is, and I do not open.',
        },
        reasons: ['feelsSafe', 'outcomesMet'],
        alternativesOffered: ['socialConnection'],
        understands: 'yes',
        wayBackGiven: 'yes',
      }),
      on(43, 'sam', 'closure.agreed'),
      on(44, 'adult', 'outcome.reviewed', {
        outcomeId: 'first',
        result: 'achieved',
        view: 'person',
        words: 'Gone. Good.',
      }),
      on(44, 'sam', 'risk.reviewed', { result: 'removed' }),
      on(44, 'adult', 'safety.rated', { moment: 'end', rating: 5 }),
      on(44, 'sam', 'review.completed'),
      on(45, 'sam', 'support.offered', { supportId: 'company', kind: 'socialConnection' }),
      on(45, 'adult', 'support.accepted', { supportId: 'company' }),
      on(46, 'sam', 'support.handedOver', { supportId: 'company', to: 'Larkshire lunch club' }),
      on(47, 'sam', 'case.closed', { because: 'What she wanted is in place.' }),
    ],
  },
];
