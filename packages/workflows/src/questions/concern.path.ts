import { concernPages } from './concern.questions.js';
import type { ByWay, ConcernPage, ConcernQuestion, Way } from './concern.types.js';
import { holds } from './question.js';
import type { Answers } from './question.js';

/** Which way in somebody took. Whoever skips the question is asked what fits most. */
export const wayOf = (answers: Answers): Way => {
  const chosen = answers['wayIn'];
  return chosen === 'myself' || chosen === 'organisation' ? chosen : 'somebody';
};

/** The words for this way in. */
export const wordsFor = (words: ByWay, way: Way): string =>
  typeof words === 'string' ? words : (words[way] ?? words.somebody);

/** The pages on the way that somebody took, in order. */
export const pagesFor = (answers: Answers): ConcernPage[] =>
  concernPages.filter(({ ways }) => !ways || ways.includes(wayOf(answers)));

/** The questions of a page that the answers so far call for. */
export const questionsOn = (page: ConcernPage, answers: Answers): ConcernQuestion[] =>
  page.questions.filter(({ ways, showWhen }) => (!ways || ways.includes(wayOf(answers))) && holds(showWhen, answers));
