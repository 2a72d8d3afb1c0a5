import type { Entry } from '../kit/slice.js';
import { daysBetween } from './calendar.js';
import type { Emit } from './counts.js';
import { resultAndAction } from './national-codes.js';
import type { Episode, OutcomeTally } from './tally.types.js';

/** What one part of an episode adds to the counts. It is worked out again only when something that it reads has changed. */
export type Part = {
  readonly reads: readonly (keyof Episode)[];
  readonly emit: (episode: Episode, emit: Emit) => void;
};

/** The conclusion of the enquiry that is under way now: one that became statutory afterwards is not concluded yet. */
const conclusionOf = ({ concluded, enquiry }: Episode) => (concluded?.enquiry === enquiry ? concluded : null);

type Achieved = 'achieved' | 'partlyAchieved' | 'notAchieved';

/** What was asked for and declined was not achieved, whatever the reason. What was withdrawn is not asked for. */
const resultOf = ({ status, result }: OutcomeTally): Achieved | null =>
  result ?? (status === 'declined' ? 'notAchieved' : null);

/** All of it, none of it, or partly; null while anything asked for has no result yet. */
const achievedIn = ({ outcomes }: Episode): Achieved | null => {
  const results = Object.values(outcomes)
    .filter(({ status }) => status !== 'withdrawn')
    .map(resultOf);
  const [first] = results;
  if (first === undefined || results.includes(null)) return null;
  return results.every((result) => result === first) ? first : 'partlyAchieved';
};

const capacityOf = ({ lacks }: Episode): 'yes' | 'no' | 'notRecorded' => {
  const answers = Object.values(lacks);
  return answers.includes(true) ? 'yes' : answers.length > 0 ? 'no' : 'notRecorded';
};

const concludedPart = (
  reads: Part['reads'],
  emit: (episode: Episode, kind: 's42' | 'other', emit: Emit, conclusion: NonNullable<Episode['concluded']>) => void,
): Part => ({
  reads: ['concluded', 'enquiry', ...reads],
  emit: (episode, say) => {
    const conclusion = conclusionOf(episode);
    if (conclusion) emit(episode, conclusion.enquiry, say, conclusion);
  },
});

const nationalParts: readonly Part[] = [
  {
    reads: ['enquiry'],
    emit: ({ enquiry }, emit) => {
      if (enquiry) emit('SG1f', enquiry, 'number');
    },
  },
  concludedPart(['concern'], ({ concern }, kind, emit) => {
    for (const type of concern.types.length > 0 ? concern.types : ['notRecorded'])
      emit(`SG2a ${kind}`, type, concern.source);
    emit(`SG2b ${kind}`, concern.location, concern.source);
  }),
  concludedPart(['risk'], ({ risk }, kind, emit, concluded) => {
    emit(`SG2c ${kind}`, resultAndAction(concluded.result, concluded.actionTaken), 'number');
    if (concluded.result === 'riskIdentified' && risk) emit(`SG2e ${kind}`, risk, 'number');
  }),
  concludedPart(['lacks', 'advocacy'], (episode, kind, emit) => {
    const lacked = capacityOf(episode);
    emit(`SG3a ${kind}`, lacked, 'number');
    const { appointed, otherSupport } = episode.advocacy;
    if (lacked === 'yes')
      emit(`SG3a support ${kind}`, appointed || otherSupport ? 'supported' : 'notSupported', 'number');
  }),
  concludedPart(['asked', 'outcomes'], (episode, kind, emit) => {
    emit(`SG4a ${kind}`, episode.asked ?? 'notRecorded', 'number');
    const achieved = episode.asked === 'expressed' ? achievedIn(episode) : null;
    if (achieved) emit(`SG4a achieved ${kind}`, achieved, 'number');
  }),
];

const voiceParts: readonly Part[] = [
  {
    reads: ['concern', 'heardAt'],
    emit: ({ concern, heardAt }, emit) => {
      emit('conversations', heardAt === null ? 'notYet' : 'held', 'number');
      if (heardAt !== null) emit('daysToConversation', String(daysBetween(concern.at, heardAt)), 'number');
    },
  },
  {
    reads: ['decisions', 'heardAt'],
    emit: ({ decisions, heardAt }, emit) => {
      for (const at of decisions) {
        emit('decisions', heardAt !== null && heardAt <= at ? 'afterConversation' : 'withoutConversation', 'number');
      }
    },
  },
  {
    reads: ['safety'],
    emit: ({ safety: { start, end } }, emit) => {
      if (start === null || end === null) return;
      emit('safetyChange', end > start ? 'safer' : end < start ? 'lessSafe' : 'same', 'number');
      emit('safetySteps', String(end - start), 'number');
    },
  },
  {
    reads: ['overrides'],
    emit: ({ overrides }, emit) => {
      for (const [about, how] of Object.entries(overrides)) emit('overrides', String(about.split(' ')[0]), how);
    },
  },
  {
    reads: ['enquiry', 'advocacy'],
    emit: ({ enquiry, advocacy: { considered, needed, appointed } }, emit) => {
      if (enquiry !== 's42') return;
      const owed = appointed ? 'owedAndProvided' : 'owedAndNotProvided';
      emit('advocacy', !considered ? 'notConsidered' : needed ? owed : 'notOwed', 'number');
    },
  },
];

const endingParts: readonly Part[] = [
  {
    reads: ['closing'],
    emit: ({ closing }, emit) => {
      if (!closing) return;
      emit('closings', 'closed', 'number');
      for (const reason of closing.reasons) emit('closingReasons', reason, 'number');
    },
  },
  {
    reads: ['secondLooks'],
    emit: ({ secondLooks: { byAnother, sameHand } }, emit) => {
      for (let look = 0; look < byAnother; look += 1) emit('secondLooks', 'byAnother', 'number');
      for (let look = 0; look < sameHand; look += 1) emit('secondLooks', 'sameHand', 'number');
    },
  },
  {
    reads: ['offers'],
    emit: ({ offers }, emit) => {
      for (const { kind, answer, ...done } of Object.values(offers)) {
        emit('support', kind, 'offered');
        if (answer) emit('support', kind, answer);
        for (const step of ['handedOver', 'refused', 'confirmed', 'withdrawn'] as const)
          if (done[step]) emit('support', kind, step);
      }
    },
  },
];

/** Counted for every episode: a case that was opened again counts again. */
export const episodeParts: readonly Part[] = [...nationalParts, ...voiceParts, ...endingParts];

/** Counted once for a case, as it stands now: outcomes outlast a reopening. */
export const caseParts: readonly Part[] = [
  {
    reads: ['outcomes'],
    emit: ({ outcomes }, emit) => {
      for (const { status } of Object.values(outcomes)) emit('outcomes', status, 'number');
    },
  },
];

const questions = [
  'askedAboutOutcomes',
  'outcomesMet',
  'feelsSafer',
  'involved',
  'understoodWhy',
  'listenedTo',
  'rightPeople',
] as const;

/** What an entry adds by itself, whatever else is known. */
export const emitEntry = ({ type, data, by }: Entry, isFirst: boolean, emit: Emit): void => {
  if (type === 'concern.raised') {
    emit('SG1f', 'concerns', 'number');
    emit('concerns', isFirst ? 'first' : 'again', 'number');
  }
  if (type === 'lesson.learned') emit('lessons', 'learned', 'number');
  if (type === 'case.linked') emit('links', 'linked', 'number');
  if (type !== 'experience.recorded') return;
  const saidBy = by.role === 'person' || by.role === 'representative' ? by.role : 'notRecorded';
  for (const question of questions) {
    const answer = data[question];
    if (answer) emit(`experience ${question}`, answer, data.answeredBy ?? saidBy);
  }
  if (data.mayBeQuoted) emit('quotes', data.mayBeQuoted, 'number');
};
